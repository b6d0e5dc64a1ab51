/// A speaker found for a quote, before it is known whom the words stand for.
struct Finding {
  var phrase: Phrase
  var rule: SpeechRule
  var confidence: SpeechQuote.Confidence = .explicit
  /// The token of the verb, noun or preposition that reports; -1 where there is none.
  var cue: Int
  /// Behind the last token of a cue that follows its quote; the quote's own end otherwise.
  var end: Int
  /// The token of the relative pronoun that the phrase is the antecedent of: `Smith, who said`.
  var relative: Int?
  /// Whether the verb quotes words that its subject is against.
  var isOpposing = false
  /// Whether it names a thing rather than reports: `a group called “…”`.
  var namesThing = false
}
