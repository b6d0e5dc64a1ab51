import DossierLinking
import DossierModel
import Testing

@Suite("A text made to be slow is not")
struct HostileTextTests {
  /// One paragraph of 20,000 times the same: what looks back or ahead without a bound would take minutes.
  @Test(
    "names beside names, initials, brackets and short forms, over and over",
    arguments: [
      ("Warsaw Paris ", 40_000), ("A.A.A. Petrova ", 20_000), ("[[[Petrova ", 0),
      ("Lake Trade Council (LTC) LTC ", 60_000), ("(((((((((( Warsaw ", 20_000),
      ("the Foreign Ministry, Poland, ", 40_000), ("A Foreign Ministry. ", 0),
    ] as [(String, Int)])
  func hostile(_ words: String, _ count: Int) throws {
    let registry = """
      [{"id": "council", "name": "Lake Trade Council"},
       {"id": "mfa", "name": "Polish Foreign Ministry"},
       {"id": "petrova", "name": "Ana Petrova", "aliases": {"surname": ["Petrova"]}}]
      """
    let reader = MentionReader(
      registry: try AliasRegistry(json: Array(registry.utf8)), gazetteer: true)
    let text = String(repeating: words, count: 20_000)
    let article = Article(paragraphs: [
      .init(number: 1, layer: .body, line: 1, bytes: 0..<0, text: text)
    ])
    var found = 0
    let time = ContinuousClock().measure {
      found = reader.read(article, date: nil).mentions.count
    }
    #expect(found == count)
    #expect(time < .seconds(30))
  }
}
