import Diagnostics
import DossierLinking
import DossierModel
import Testing

@Suite("States are known without any Content")
struct StateGazetteerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let found: [String]
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    .init(text: "Kazakhstan joined.", found: ["Kazakhstan → kazakhstan (state-name)"]),
    .init(text: "A pro-Kazakh text.", found: ["Kazakh → kazakhstan (state-demonym)"]),
    .init(text: "Warsaw agreed.", found: ["Warsaw → poland (state-metonym)"]),
    .init(text: "They met in Warsaw.", found: []),
    .init(text: "the Warsaw Pact and the Washington Herald", found: []),
    .init(text: "He called Paris Norman.", found: []),
    .init(
      text: "South Sudan and Sudan.",
      found: [
        "South Sudan → south-sudan (state-name)", "Sudan → sudan (state-name)",
      ]),
    .init(text: "Congo, and the Congolese.", found: []),
    .init(text: "So said Michael Jordan.", found: []),
    .init(text: "So said Jordan.", found: ["Jordan → jordan (state-name)"]),
    .init(
      text: "Let us polish it; the U.S. and the US did.",
      found: [
        "U.S. → united-states (state-name)", "US → united-states (state-name)",
      ]),
  ]

  @Test("names, demonyms and seats of government", arguments: cases)
  func states(_ example: Case) {
    let article = Article(paragraphs: [
      .init(number: 1, layer: .body, line: 1, bytes: 0..<0, text: example.text)
    ])
    let shown = MentionReader().read(article, date: nil).mentions.map { mention in
      let words = String(decoding: Array(example.text.utf8)[mention.range], as: UTF8.self)
      return "\(words) → \(mention.entity.id) (\(mention.rule.id))"
    }
    #expect(shown == example.found)
  }

  static let body = "Poland and Polish troops; Warsaw agreed; they met in Warsaw."
  static let poland = ["poland": "title: Poland\nkind: state"]

  @Test("a state without a page makes no link, with one it does")
  func pages() throws {
    #expect(try LinkedSite.text(Self.body, [:]).mentions() == [])
    #expect(
      try LinkedSite.text(Self.body, Self.poland).mentions()
        == ["Poland → poland*", "Polish → poland", "Warsaw → poland"])
  }

  @Test("the city's page has its name where the city is meant")
  func city() throws {
    let city = ["Content/places/warsaw.md": "---\ntitle: Warsaw\nkind: settlement\n---\n"]
    #expect(
      try LinkedSite.text(Self.body, Self.poland, beside: city).mentions()
        == ["Poland → poland*", "Polish → poland", "Warsaw → poland", "Warsaw → warsaw*"])
  }

  @Test("`gazetteer: false` switches it off")
  func off() throws {
    let configuration = ["dossier.yml": "title: Test\ngazetteer: false\n"]
    #expect(
      try LinkedSite.text(Self.body, Self.poland, beside: configuration).mentions()
        == ["Poland → poland*"])
  }

  @Test("a page that claims a name has it")
  func override() throws {
    let actors = Self.poland.merging(["varsovian": "title: Warsaw\nkind: media-outlet"]) { $1 }
    let site = try LinkedSite.text("Warsaw agreed.", actors)
    #expect(try site.mentions() == ["Warsaw → varsovian*"])
    #expect(site.diagnostics.map(\.id.rawValue) == [])
  }

  @Test("a declared capital is a metonym, and so is an alias that says so")
  func declared() throws {
    let actors = [
      "varland":
        "title: Varland\nkind: state\ncapital: Ossa\naliases: [{name: Tarn, metonym: true}]"
    ]
    #expect(
      try LinkedSite.text("Ossa and Tarn agreed, in Ossa, near Tarn.", actors).mentions()
        == ["Ossa → varland*", "Tarn → varland"])
  }

  @Test("an author's mistake is linked to what is meant, and says so")
  func authorError() throws {
    let site = try LinkedSite.text(
      "The Lake Committee met.",
      ["council": "title: Lake Council\naliases: [{name: Lake Committee, author-error: true}]"])
    #expect(try site.mentions() == ["Lake Committee → council*"])
    #expect(site.index.pages[try site.id("text").index].mentions.map(\.rule) == [.authorError])
  }
}
