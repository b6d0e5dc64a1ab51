import DossierLinking
import TestSupport
import Testing

/// The list of rules is what the code says.
@Suite("Documentation/Rules.md lists the rules of suggestions")
struct SuggestionManualTests {
  @Test("its part on suggestions is current")
  func suggestions() throws {
    #expect(
      try DocumentationFile("Rules.md").check("suggest", is: SuggestionRuleTable.markdown)
        == .current)
  }
}
