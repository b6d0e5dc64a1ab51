/// What somebody said, as one document renders it.
package struct Utterance: Sendable, Hashable {
  /// The caller's own number for the speaker; nil for an unknown one.
  package let speaker: Int32?
  /// Days since 1970-01-01, when it was said or published; nil when unknown.
  package let day: Int32?
  /// The quoted words, UTF-8: all segments of all quotes of the utterance, with blanks between.
  package let text: [UInt8]

  package init(speaker: Int32?, day: Int32?, text: [UInt8]) {
    self.speaker = speaker
    self.day = day
    self.text = text
  }
}

/// Two utterances that share words.
package struct UtterancePair: Sendable, Hashable {
  /// Indices of the utterances, the smaller first.
  package let first: Int
  package let second: Int
  /// Word bigrams that stand in both.
  package let shared: Int
  /// Those, as a part of the shorter one's bigrams: 0 to 1.
  package let containment: Double
}

/// What is the same among utterances, and what may be.
package struct UtteranceMatches: Sendable, Hashable {
  /// Indices of the utterances that render one statement: two or more each, ascending, and in the
  /// order of their first.
  package let clusters: [[Int]]
  /// Pairs that link those clusters, in order.
  package let links: [UtterancePair]
  /// Pairs for an editor to judge: too little in common, or a speaker unknown. None of them stands
  /// in one cluster. In order.
  package let candidates: [UtterancePair]
}
