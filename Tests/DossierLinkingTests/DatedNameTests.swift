import Diagnostics
import DossierLinking
import DossierModel
import Testing

@Suite("Names and offices hold at their time")
struct DatedNameTests {
  /// A site with one capture, of a date, that holds one sentence.
  private func site(
    _ sentence: String, published: String?, _ actors: [String: String]
  ) throws -> LinkedSite {
    var files: [String: String] = [:]
    for (slug, text) in actors { files["Content/actors/\(slug).md"] = text }
    files["seeds/wire.txt"] = """
      A long report from the wire

      \(sentence) The sentence goes on for some words more, so that it is read as a paragraph of text.

      """
    files["seeds/wire.yml"] = published.map { "published: \($0)\n" } ?? "published: unknown\n"
    return try LinkedSite(files)
  }

  /// What a capture of a date reads in one sentence, as `words → slug (rule)`.
  private func read(
    _ sentence: String, published: String?, _ actors: [String: String]
  ) throws -> [String] {
    let site = try site(sentence, published: published, actors)
    let source = try #require(site.model.sources.first)
    return zip(site.index.sources[0].paragraphs, source.article.paragraphs).flatMap { found, text in
      zip(site.shown(found, in: Array(text.text.utf8)), found).map { "\($0) (\($1.rule.id))" }
    }
  }

  @Test("a name left alone for its date says so")
  func outOfDate() throws {
    let site = try site("It was the Old Fox who said so.", published: "1990", Self.foxes)
    let source = try #require(site.model.source(key: "wire"))
    #expect(
      LinkExplainer(model: site.model).explain(source).map(\.abstention) == [.outOfDate])
  }

  static func alias(_ title: String, _ dates: String) -> String {
    "---\ntitle: \(title)\naliases: [{name: the Old Fox, when: {dates: \(dates)}}]\n---\n"
  }

  static let foxes = [
    "father": alias("Heidar Marek", "1993/2003-10-30"),
    "son": alias("Ilgar Marek", "2003-10-31/.."),
  ]

  @Test(
    "an alias with a span means whom it meant on the day of the text",
    arguments: [
      ("1998-05-01", ["the Old Fox → father* (dated-name)"]),
      ("2020-10", ["the Old Fox → son* (dated-name)"]), ("1990", []), (nil, []),
    ] as [(String?, [String])])
  func alias(_ published: String?, _ expected: [String]) throws {
    #expect(
      try read("It was the Old Fox who said so on that day.", published: published, Self.foxes)
        == expected)
  }

  @Test("two spans that do not overlap are no ambiguity; two that do are")
  func overlap() throws {
    func ids(_ spans: (String, String)) throws -> [String] {
      try LinkedSite([
        "Content/actors/a.md": Self.alias("Aland", spans.0),
        "Content/actors/b.md": Self.alias("Beeland", spans.1),
      ]).diagnostics.map(\.id.rawValue)
    }
    #expect(try ids(("1993/2003", "2004/..")) == [])
    #expect(try ids(("1993/2003", "2003/..")) == ["ambiguous-name"])
  }

  static func person(_ title: String, _ office: String, _ span: String) -> String {
    """
    ---
    title: \(title)
    kind: person
    surname: Marek
    ---
    Somebody.

    ## Facts
    - office: \(office) | in: \(span) [@wire p1]
    """
  }

  static let presidents = [
    "father": person("Heidar Marek", "president", "1993/2003-10"),
    "son": person("Ilgar Marek", "president", "2003-11/.."),
  ]

  @Test(
    "of two of one surname the one is meant who held the office on the day of the text",
    arguments: [
      ("1998-05-01", ["Marek → father* (office-holder)"]),
      ("2020-10-01", ["Marek → son* (office-holder)"]), ("1980-01-01", []), (nil, []),
    ] as [(String?, [String])])
  func office(_ published: String?, _ expected: [String]) throws {
    #expect(
      try read(
        "It was President Marek who said so on that day.", published: published, Self.presidents)
        == expected)
  }

  @Test("a title that the person had at another time, or had not, names somebody else")
  func otherTitle() throws {
    let son = ["son": Self.person("Ilgar Marek", "president", "2003-11/..")]
    #expect(
      try read("It was President Marek who said so.", published: "1998-05-01", son) == [])
    #expect(
      try read("It was Minister Marek who said so.", published: "2020-05-01", Self.presidents) == []
    )
    #expect(
      try read("It was President Marek who said so.", published: nil, son)
        == ["Marek → son* (surname-with-title)"])
  }
}
