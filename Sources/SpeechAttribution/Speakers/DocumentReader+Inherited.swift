extension DocumentReader {
  /// Takes a speaker over from the words around a quote that has no cue. Returns whether the quote goes
  /// on with the utterance of the paragraph's last attribution.
  mutating func takeOver(
    _ token: Int, sentence: Range<Int>, number: Int, words: Int, subject: Phrase?,
    lead: (speaker: Speaker, rule: SpeechRule)?, inherited: Speaker?,
    reading: ParagraphReading, draft: inout Draft
  ) -> Bool {
    let beginsSentence = token == sentence.lowerBound
    if let current = reading.current, current.sentence == number {
      draft.speaker = current.speaker
      draft.rule = .sameCue
      draft.confidence = current.confidence
      return true
    }
    if beginsSentence, let last = reading.lead, last.sentence == number - 1 {
      draft.speaker = last.endsInColon ? last.speaker : last.speaker.named
      draft.rule = last.endsInColon ? .colonLead : .precedingSentence
      draft.confidence = last.endsInColon ? .explicit : .inferred
      return false
    }
    if token == 0, let lead {
      draft.speaker = lead.speaker
      draft.rule = lead.rule
      draft.confidence = .explicit
      return false
    }
    let goesOn =
      beginsSentence && reading.plainSinceQuote == 0
      && reading.current.map { $0.sentence == number - 1 } == true
    guard words >= 4 || goesOn else { return false }
    draft.confidence = .inferred
    if let current = reading.current, reading.plainSinceQuote == 0 {
      // A sentence about somebody else may quote anybody.
      if !beginsSentence, let subject, subject.kind == .person || subject.kind == .organisation,
        !isSame(current.speaker, subject, in: reading.text)
      {
        return false
      }
      draft.speaker = current.speaker
      draft.rule = .sameParagraph
      return goesOn
    }
    if token == 0, reading.isQuoteOnly, let inherited,
      inherited.shape == .name || inherited.antecedent != nil
    {
      draft.speaker = inherited.named
      draft.rule = .quoteOnlyParagraph
    }
    return false
  }

  /// `the phrase “Q” … the message`: whoever issued the document used the phrase.
  mutating func issue(
    _ sentence: Range<Int>, reading: ParagraphReading, draft: inout Draft
  ) {
    let text = reading.text
    guard
      let document = sentence.first(where: {
        text.tokens[$0].isWord(.document) && text.isWord($0 - 1, .determiner)
      })
    else {
      draft.formRule = .soCalled
      return
    }
    let range = document - 1..<document + 1
    let phrase = Phrase(kind: .description, tokens: range, head: range)
    let found = resolved(phrase, in: text)
    guard found.antecedent != nil else {
      draft.formRule = .soCalled
      return
    }
    draft.speaker = found
    draft.rule = .phraseOfDocument
    draft.confidence = .inferred
  }
}
