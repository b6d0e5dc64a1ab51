/// Words between quotation marks, and who is said to have spoken them.
package struct SpeechQuote: Sendable, Hashable {
  /// How much of an utterance is quoted.
  package enum Form: String, Sendable, Hashable {
    /// A sentence or more, as it was spoken.
    case direct
    /// Some words of it, worked into the reporter's own sentence.
    case partial
    /// Marks of distance or of a name: nobody is reported to have said it.
    case scare
  }

  /// Whether the text names the speaker of this quote, or only of words near it.
  package enum Confidence: String, Sendable, Hashable {
    /// A cue of its own: a verb of saying, “according to”, a signature.
    case explicit
    /// No cue of its own: taken over from the words before it.
    case inferred
  }

  /// A stretch between marks; the marks stand outside.
  package struct Segment: Sendable, Hashable {
    package let paragraph: Int
    /// Bytes of the paragraph.
    package let range: Range<Int>
    /// Whether the closing mark is missing. The stretch then ends with the paragraph or before a
    /// note mark `[n]`.
    package let isUnclosed: Bool
  }

  /// In order; more than one where a cue splits a sentence (`“One,” she said, “two.”`) or where
  /// paragraphs reopen without closing.
  package let segments: [Segment]
  package let form: Form
  /// Nil where no rule fires.
  package let speaker: Speaker?
  /// The rule that found the speaker; nil where no rule fires.
  package let rule: SpeechRule?
  /// The rule that made this a scare quote; nil for other forms.
  package let formRule: SpeechRule?
  /// `inferred` where there is no speaker.
  package let confidence: Confidence
  /// Quotes with the same number are parts of one utterance: they share a cue, or one goes on
  /// where the other stops. Counts from 0 within the document, ascending.
  package let utterance: Int

  /// All rules that had a part in it, in their own order.
  package var rules: [SpeechRule] {
    var result: Set<SpeechRule> = []
    if segments.contains(where: \.isUnclosed) { result.insert(.unclosedMark) }
    for (one, next) in zip(segments, segments.dropFirst()) {
      result.insert(one.paragraph == next.paragraph ? .splitQuote : .reopenedParagraph)
    }
    for rule in [rule, formRule, speaker?.resolution] {
      if let rule { result.insert(rule) }
    }
    return SpeechRule.allCases.filter { result.contains($0) }
  }
}

/// The words of the text that name a speaker.
package struct Speaker: Sendable, Hashable {
  /// What kind of words they are.
  package enum Shape: String, Sendable, Hashable {
    case name
    /// `she`, `they`.
    case pronoun
    /// `the minister`, `a source`, `the statement`.
    case description
  }

  /// A stretch of a paragraph.
  package struct Mention: Sendable, Hashable {
    package let paragraph: Int
    /// Bytes of the paragraph.
    package let range: Range<Int>
    /// The id of the caller's name that overlaps it.
    package let nameID: Int32?
  }

  /// Where the speaker is named for this quote: a name without its title, a pronoun, a description.
  package let mention: Mention
  package let shape: Shape
  /// The name that a pronoun, a description or a bare surname stands for, where a rule settles it.
  package let antecedent: Mention?
  /// The rule that settled the antecedent.
  package let resolution: SpeechRule?

  /// The speaker by the name that a pronoun or a description elsewhere stands for, if that is settled:
  /// what a quote without a cue of its own takes over.
  var named: Speaker {
    guard let antecedent, shape != .name else { return self }
    return Speaker(mention: antecedent, shape: .name, antecedent: nil, resolution: resolution)
  }

  /// The id of the caller's name: of the mention, else of its antecedent.
  package var nameID: Int32? { mention.nameID ?? antecedent?.nameID }
}
