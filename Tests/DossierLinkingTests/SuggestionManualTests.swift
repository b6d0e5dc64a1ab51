import DossierLinking
import Foundation
import Testing

/// The list of rules is what the code says.
@Suite("Documentation/Rules.md lists the rules of suggestions")
struct SuggestionManualTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Rules.md")

  @Test("its part on suggestions is current")
  func suggestions() throws {
    let marks = (open: "<!-- suggest -->\n", close: "\n<!-- /suggest -->")
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let open = try #require(text.range(of: marks.open))
    let close = try #require(text.range(of: marks.close))
    let part = open.upperBound..<close.lowerBound
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let recorded = text.replacingCharacters(in: part, with: SuggestionRuleTable.markdown)
      try Data(recorded.utf8).write(to: Self.file)
      Issue.record("recorded Documentation/Rules.md; look at the difference, run again")
      return
    }
    #expect(String(text[part]) == SuggestionRuleTable.markdown)
  }
}
