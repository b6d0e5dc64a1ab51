import DossierModel
import TestSupport
import Testing

/// The list of rules is what the code says.
@Suite("Documentation/Rules.md lists the rules for names")
struct RuleManualTests {
  @Test("its part on names is current")
  func names() throws {
    #expect(
      try DocumentationFile("Rules.md").check("names", is: NameRuleTable.markdown) == .current)
  }
}
