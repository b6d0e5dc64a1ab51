import SpeechAttribution
import TestSupport
import Testing

/// The list of rules is what the code says.
@Suite("Documentation/Rules.md lists the rules of speech")
struct RuleManualTests {
  @Test("its part on speech is current")
  func speech() throws {
    #expect(try DocumentationFile("Rules.md").check("speech", is: SpeechRule.manual) == .current)
  }
}
