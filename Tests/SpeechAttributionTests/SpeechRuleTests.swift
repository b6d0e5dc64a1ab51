import SpeechAttribution
import Testing

@Suite("Rules of speech")
struct SpeechRuleTests {
  @Test("Every rule decides in its own example", arguments: SpeechRule.allCases)
  func catches(rule: SpeechRule) {
    let text = rule.documentation.catches
    let found = quotes(in: text)
    #expect(
      found.contains { $0.rules.contains(rule) },
      "\(found.map { "\(rendered($0, of: text)) by \($0.rules.map(\.id))" })")
  }

  @Test("Every rule leaves its counterexample alone", arguments: SpeechRule.allCases)
  func leaves(rule: SpeechRule) {
    let text = rule.documentation.leaves
    let found = quotes(in: text)
    #expect(!found.isEmpty)
    #expect(
      !found.contains { $0.rules.contains(rule) },
      "\(found.map { "\(rendered($0, of: text)) by \($0.rules.map(\.id))" })")
  }

  @Test("Every rule has an id and a sentence of its own")
  func documentation() {
    let rules = SpeechRule.allCases
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(Set(rules.map(\.documentation.summary)).count == rules.count)
    #expect(rules.allSatisfy { !$0.documentation.summary.isEmpty && $0.id.contains("-") })
  }

  @Test(
    "What has no cue of its own is marked inferred, what has one explicit",
    arguments: [
      (SpeechRule.quoteSubjectVerb, SpeechQuote.Confidence.explicit),
      (.subjectVerbQuote, .explicit), (.accordingTo, .explicit), (.colonLead, .explicit),
      (.unlistedVerb, .inferred), (.phraseOfDocument, .inferred), (.sameParagraph, .inferred),
      (.precedingSentence, .inferred), (.quoteOnlyParagraph, .inferred),
    ])
  func confidence(rule: SpeechRule, expected: SpeechQuote.Confidence) {
    let found = quotes(in: rule.documentation.catches).filter { $0.rule == rule }
    #expect(found.map(\.confidence) == found.map { _ in expected })
    #expect(!found.isEmpty)
  }
}
