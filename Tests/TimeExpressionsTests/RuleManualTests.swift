import TestSupport
import Testing
import TimeExpressions

/// The list of rules is what the code says.
@Suite("Documentation/Rules.md lists the rules for times")
struct RuleManualTests {
  @Test("its part on times is current")
  func times() throws {
    #expect(try DocumentationFile("Rules.md").check("times", is: TimeRule.manual) == .current)
  }
}
