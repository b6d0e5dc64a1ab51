import DossierModel
import Foundation
import Testing

/// The page for editors is what the vocabulary says.
struct FactManualTests {
  @Test func `Facts.md is current`() throws {
    let text = FactManual.text()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: FactManual.file)
      Issue.record("recorded Documentation/Facts.md; look at the difference, run again")
      return
    }
    let recorded = try String(contentsOf: FactManual.file, encoding: .utf8)
    let lines = (recorded.split(separator: "\n"), text.split(separator: "\n"))
    for (old, new) in zip(lines.0, lines.1) { try #require(old == new) }
    #expect(recorded == text)
  }

  @Test(arguments: PageKind.allCases)
  func `every key takes qualifiers that there are, each once`(_ kind: PageKind) {
    let known = Set(FactVocabulary.qualifiers.map(\.name))
    #expect(known.count == FactVocabulary.qualifiers.count)
    for key in FactVocabulary.of(kind).keys {
      #expect(Set(key.qualifiers).subtracting(known) == [], "\(key.name)")
      #expect(Set(key.qualifiers).count == key.qualifiers.count, "\(key.name)")
    }
  }

  @Test func `every qualifier goes with some key, and every type is used`() {
    let keys = PageKind.allCases.flatMap { FactVocabulary.of($0).keys }
    #expect(
      Set(FactVocabulary.qualifiers.map(\.name)).subtracting(keys.flatMap(\.qualifiers)) == [])
    let types = keys.map(\.type) + FactVocabulary.qualifiers.map(\.type)
    #expect(Set(FactValueType.allCases).subtracting(types) == [])
  }
}
