import DossierModel
import Testing

@Suite("What follows the key of a citation")
struct CitationTests {
  @Test(
    "locators and origins",
    arguments: [
      ("", nil, nil), ("p4", "p4", nil), (" p4-6 ", "p4-6", nil), ("fn2", "fn2", nil),
      ("fn2-3", "fn2-3", nil), ("p1 from kommersant", "p1", "kommersant"),
      ("from kremlin-readout", nil, "kremlin-readout"), ("p1\u{A0}from\u{A0}x", "p1", "x"),
      ("p999999", "p999999", nil),
    ])
  func details(_ text: String, _ locator: String?, _ origin: String?) throws {
    let details = try Citation.parseDetails(text).get()
    #expect(details.locator?.text == locator)
    #expect(details.origin == origin)
  }

  @Test(
    "what is neither",
    arguments: [
      ("p0", "“p0” is not a place in a source"), ("p4-2", "“p4-2” is not a place in a source"),
      ("p4-4", "“p4-4” is not a place in a source"), ("p-4", "“p-4” is not a place in a source"),
      ("p4-", "“p4-” is not a place in a source"), ("p", "“p” is not a place in a source"),
      ("q4", "“q4” is not a place in a source"), ("P4", "“P4” is not a place in a source"),
      ("p1000000", "“p1000000” is not a place in a source"),
      ("p٤", "“p٤” is not a place in a source"), ("4", "“4” is not a place in a source"),
      ("p4 by x", "“by x” does not belong in a citation"),
      ("p4 p5", "“p5” does not belong in a citation"),
      ("p4 from", "“from” does not belong in a citation"),
      ("from A B", "“from A B” does not belong in a citation"),
      ("from Kommersant", "“from Kommersant” does not belong in a citation"),
    ])
  func failures(_ text: String, _ summary: String) {
    switch Citation.parseDetails(text) {
    case .success(let details): Issue.record("read as \(details)")
    case .failure(let error): #expect(error.summary == summary)
    }
  }
}

@Suite("The vocabulary of facts is whole")
struct FactVocabularyTests {
  @Test("every key has one meaning, a label and an explanation", arguments: PageKind.allCases)
  func keys(_ kind: PageKind) {
    let keys =
      FactVocabulary.of(kind).keys.map { ($0.name, $0.label, $0.meaning) }
      + FactVocabulary.qualifiers.map { ($0.name, $0.label, $0.meaning) }
    for (name, label, meaning) in keys {
      #expect(!label.isEmpty)
      #expect(meaning.hasSuffix(".") || meaning.hasSuffix("…"))
      #expect(name == name.lowercased())
    }
    #expect(
      Set(FactVocabulary.of(kind).keys.map(\.name)).count == FactVocabulary.of(kind).keys.count)
  }

  @Test("a folder decides what a page is")
  func kinds() {
    #expect(PageKind(folder: "actors") == .actor)
    #expect(PageKind(folder: "actor") == nil)
    #expect(
      PageKind.allCases.map(\.folder) == ["actors", "conflicts", "events", "places", "pages"])
    #expect(PageKind.allCases.sorted() == PageKind.allCases)
  }
}
