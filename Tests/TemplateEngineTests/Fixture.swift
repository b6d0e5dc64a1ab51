import Diagnostics

@testable import TemplateEngine

/// The schema and the data that the tests' templates are written for.
enum Fixture {
  static let city = RecordSchema("City", [.init("name", .string)])
  static let author = RecordSchema(
    "Author",
    [
      .init("name", .string), .init("email", .optional(.string)), .init("city", .record("City")),
    ])
  static let item = RecordSchema(
    "Item",
    [
      .init("url", .string), .init("title", .string), .init("count", .int),
      .init("note", .optional(.string)), .init("tags", .list(.string)),
    ])
  static let page = RecordSchema(
    "Page",
    [
      .init("title", .string), .init("name", .string), .init("summary", .optional(.string)),
      .init("note", .optional(.string)), .init("count", .int), .init("zero", .int),
      .init("negative", .int), .init("ratio", .double), .init("flag", .bool), .init("off", .bool),
      .init("body", .html), .init("tags", .list(.string)), .init("numbers", .list(.int)),
      .init("empty", .list(.int)), .init("author", .record("Author")),
      .init("editor", .optional(.record("Author"))), .init("items", .list(.record("Item"))),
      .init("pairs", .list(.list(.string))), .init("long", .string), .init("unicode", .string),
    ])
  static let schema = TemplateSchema([city, author, item, page])

  static func strings(_ texts: [String]) -> TemplateValue { .list(texts.map { .string($0) }) }

  static func itemRecord(
    _ url: String, _ title: String, _ count: Int, _ note: String?, _ tags: [String]
  ) -> TemplateValue {
    .record(
      TemplateRecord(
        item,
        [
          .string(url), .string(title), .int(count), note.map { .string($0) } ?? .none,
          strings(tags),
        ]))
  }

  static let root = TemplateRecord(
    page,
    [
      .string("Ceasefire & <talks>"), .string("O'Neil \"X\""), .none, .string("A note"), .int(3),
      .int(0), .int(-7), .double(2.5), .bool(true), .bool(false),
      .html(HTML(markup: Array("<p>Hi &amp; <b>bye</b></p>".utf8))),
      strings(["b", "A", "c", "a"]), .list([.int(3), .int(1), .int(2)]), .list([]),
      .record(
        TemplateRecord(
          author,
          [
            .string("Ann <a@b>"), .string("a@b.c"),
            .record(TemplateRecord(city, [.string("Baku")])),
          ])),
      .none,
      .list([
        itemRecord("https://a.example/?a=1&b=2", "First", 3, "n1", ["x", "y"]),
        itemRecord("/b c/", "second <i>", 1, nil, []),
        itemRecord("javascript:alert(1)", "Third", 2, "n3", ["z"]),
      ]),
      .list([strings(["k", "v"]), strings(["a&b", "<c>"])]),
      .string(
        "The quick brown fox jumps over the lazy dog and runs away from the hunters of the village"),
      .string("Çavuşoğlu — Привет ǆ ß"),
    ])

  /// The templates compiled, `main` as entry.
  static func compile(_ templates: [String: String], main: String = "main.html")
    -> (templates: TemplateSet?, diagnostics: [Diagnostic])
  {
    TemplateSet.compile(
      templates.sorted { $0.key < $1.key }.map { name, text in
        TemplateSource(name: name, file: SourceFile(path: "Templates/\(name)", text: text))
      }, entries: [main: "Page"], schema: schema)
  }

  /// What `main` gives, or its mistakes or failure as text.
  static func render(
    _ templates: [String: String], main: String = "main.html",
    limits: TemplateLimits = TemplateLimits()
  ) -> String {
    let (set, diagnostics) = compile(templates, main: main)
    guard let set else { return "MISTAKES\n" + printed(diagnostics) }
    var output: [UInt8] = []
    do throws(TemplateError) {
      try set.render(main, root, into: &output, limits: limits)
    } catch {
      return "FAILURE \(error)"
    }
    return String(decoding: output, as: UTF8.self)
  }

  static func printed(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { ConsoleFormatter().format($0) }.joined()
  }
}
