/// The rules by which quotes find their speakers, by what they decide. A cue of the quote's own is
/// always tried before anything inferred; among cues what stands behind a quote comes first.
///
/// The raw value is the rule's id, as results and documentation give it. Each rule carries a text that
/// it must catch and one that it must leave alone; tests run both.
package enum SpeechRule: String, Sendable, Hashable, CaseIterable {
  // What belongs to one quote.
  case unclosedMark = "mark-unclosed"
  case reopenedParagraph = "mark-reopened-paragraph"
  case splitQuote = "mark-split-quote"
  // The quote has a cue of its own.
  case transcriptLabel = "quote-transcript-label"
  case quoteVerbSubject = "quote-verb-subject"
  case quoteSubjectVerb = "quote-subject-verb"
  case accordingTo = "quote-according-to"
  case subjectVerbQuote = "subject-verb-quote"
  case sharedSubject = "subject-shared-verb-quote"
  case dependentVerb = "subject-dependent-verb-quote"
  case relativeClause = "subject-who-verb-quote"
  case passiveAgent = "quote-passive-agent"
  case speechNoun = "speech-noun-quote"
  case dashSignature = "quote-dash-signature"
  case sentenceFinalCue = "quote-sentence-final-cue"
  case colonLead = "colon-lead-quote"
  case sameCue = "quote-same-cue"
  // It has none: the speaker is inferred.
  case unlistedVerb = "quote-subject-unlisted-verb"
  case phraseOfDocument = "quote-phrase-of-document"
  case sameParagraph = "quote-same-paragraph"
  case precedingSentence = "quote-preceding-sentence"
  case quoteOnlyParagraph = "quote-only-paragraph"
  // It is a scare quote.
  case soCalled = "scare-so-called"
  case namedThing = "scare-named-thing"
  case opposedWording = "scare-opposed-wording"
  case attributiveName = "scare-attributive-name"
  case shortUnattributed = "scare-short-unattributed"
  // Whom a mention stands for.
  case pronoun = "speaker-pronoun"
  case definiteRole = "speaker-definite-role"
  case issuer = "speaker-issuer"
  case surname = "speaker-surname"

  /// The stable name of the rule.
  package var id: String { rawValue }
}
