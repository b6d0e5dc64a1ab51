extension DocumentReader {
  /// Reads the quote at `token`: its cue, else what it may take over, else nothing.
  mutating func readQuote(
    _ token: Int, sentence: Range<Int>, number: Int, subject: Phrase?,
    lead: (speaker: Speaker, rule: SpeechRule)?, inherited: Speaker?,
    reading: inout ParagraphReading
  ) {
    let text = reading.text
    let span = text.spans[Int(text.tokens[token].span)]
    var content = span.content
    var finding: Finding?
    var labelled: Speaker?
    if let label = TranscriptLabel.range(in: text.paragraph.bytes, content: content) {
      labelled = Speaker(
        mention: Speaker.Mention(paragraph: text.index, range: label, nameID: nil), shape: .name,
        antecedent: nil, resolution: nil)
      content =
        TranscriptLabel.contentStart(
          text.paragraph.bytes, behind: label, limit: content.upperBound)..<content.upperBound
    } else {
      finding = reading.cues.finding(for: token, in: sentence)
    }
    let segment = SpeechQuote.Segment(
      paragraph: text.index, range: content, isUnclosed: span.isUnclosed)
    let words = text.wordCount(content)
    if token == 0, labelled == nil, continueOpen(segment, words, span.family, finding, &reading) {
      return
    }
    if let current = reading.current, current.sentence == number,
      isSplit(token, after: current, in: text), finding?.rule != .quoteSubjectVerb,
      finding?.rule != .quoteVerbSubject
    {
      drafts[current.draft].segments.append(segment)
      drafts[current.draft].words += words
      reading.current?.quoteToken = token
      reading.lastDraft = current.draft
      return
    }
    var draft = Draft(
      segments: [segment], words: words, form: .direct, formRule: nil, speaker: labelled,
      rule: labelled == nil ? nil : .transcriptLabel, confidence: .explicit, utterance: -1)
    var sharesUtterance = false
    if let finding {
      draft.speaker = noted(finding, in: text)
      draft.rule = finding.rule
      draft.confidence = finding.confidence
      sharesUtterance =
        reading.current.map { $0.sentence == number && $0.cue == finding.cue } ?? false
    }
    let scare = scareRule(token, span: span, words: words, finding: finding, reading: reading)
    if draft.speaker == nil, scare == nil {
      sharesUtterance = takeOver(
        token, sentence: sentence, number: number, words: words, subject: subject, lead: lead,
        inherited: inherited, reading: reading, draft: &draft)
    }
    if draft.speaker == nil, scare == .some(.phraseOfDocument) {
      issue(sentence, reading: reading, draft: &draft)
    } else if draft.speaker == nil, scare == nil, words < 4 {
      draft.formRule = .shortUnattributed
    } else if let scare {
      draft.formRule = scare == .phraseOfDocument ? .soCalled : scare
    }
    if draft.formRule != nil {
      draft.form = .scare
    } else {
      draft.form =
        isPartial(token, content: content, words: words, sentence: sentence, text)
        ? .partial : .direct
    }
    if draft.speaker == nil { draft.confidence = .inferred }
    draft.utterance = nextUtterance(sharesUtterance ? reading.current?.draft : nil)
    drafts.append(draft)
    reading.lastDraft = drafts.count - 1
    guard draft.form != .scare, let speaker = draft.speaker, let rule = draft.rule else { return }
    reading.plainSinceQuote = 0
    reading.closing = speaker
    reading.current = Current(
      speaker: speaker, rule: rule, confidence: draft.confidence,
      cue: finding?.cue ?? reading.current?.cue ?? -1, end: finding?.end ?? token + 1,
      sentence: number, quoteToken: token, draft: drafts.count - 1)
  }

  /// `“Q1,” he added, “Q2.”`: only the cue of the first stands between the two.
  private func isSplit(_ token: Int, after current: Current, in text: ParagraphText) -> Bool {
    guard current.end > current.quoteToken + 1, token >= current.end, token - current.end <= 10,
      token > 0, text.tokens[token - 1].kind == .comma || token == current.end
    else { return false }
    for index in current.end..<token {
      let other = text.tokens[index]
      if other.kind == .quote || other.kind == .semicolon || other.kind == .colon { return false }
      if other.isWord([.gerund, .conjunction]) || other.isWord(.finite) && !other.isWord(.nominal) {
        return false
      }
    }
    return true
  }

  /// Goes on with the quote that the paragraph before left open.
  private mutating func continueOpen(
    _ segment: SpeechQuote.Segment, _ words: Int, _ family: QuoteSpan.Family, _ finding: Finding?,
    _ reading: inout ParagraphReading
  ) -> Bool {
    guard let number = takeOpen(family)?.draft else { return false }
    // A cue of its own that names somebody else: the mark before was forgotten.
    if let finding, finding.phrase.kind == .person, let known = drafts[number].speaker,
      !isSame(known, finding.phrase, in: reading.text)
    {
      return false
    }
    drafts[number].segments.append(segment)
    drafts[number].words += words
    if drafts[number].speaker == nil, let finding {
      drafts[number].speaker = noted(finding, in: reading.text)
      drafts[number].rule = finding.rule
      drafts[number].confidence = finding.confidence
    }
    reading.lastDraft = number
    guard let speaker = drafts[number].speaker, let rule = drafts[number].rule else { return true }
    reading.closing = speaker
    reading.current = Current(
      speaker: speaker, rule: rule, confidence: drafts[number].confidence, cue: finding?.cue ?? -1,
      end: finding?.end ?? 1, sentence: 0, quoteToken: 0, draft: number)
    return true
  }

  /// Whether a phrase may name a known speaker: it ends in the same word.
  func isSame(_ known: Speaker, _ phrase: Phrase, in text: ParagraphText) -> Bool {
    let mention = known.antecedent ?? known.mention
    let name = text.tokens[phrase.head.upperBound - 1].range
    let one = paragraphs[mention.paragraph].bytes[mention.range]
    return one.count >= name.count
      && one.suffix(name.count).elementsEqual(text.paragraph.bytes[name])
  }

  /// A cue that governs a quote of fewer than four words, or words set apart, may make it nobody's.
  private func scareRule(
    _ token: Int, span: QuoteSpan, words: Int, finding: Finding?, reading: ParagraphReading
  ) -> SpeechRule? {
    let text = reading.text
    if token > 0 {
      let before = text.tokens[token - 1]
      if before.isWord(.distancing) { return .soCalled }
      if before.isWord(.wording), finding == nil || words < 6 { return .phraseOfDocument }
    }
    if let finding, finding.namesThing { return .namedThing }
    if let finding, finding.isOpposing, words < 4 { return .opposedWording }
    if words < 6, isAttributive(token, span: span, text) {
      if words < 4 || finding?.rule != .quoteSubjectVerb && finding?.rule != .quoteVerbSubject {
        return .attributiveName
      }
    }
    return nil
  }

  /// `the “two states, one nation” resolution`: the quote stands before a noun, as its name.
  private func isAttributive(_ token: Int, span: QuoteSpan, _ text: ParagraphText) -> Bool {
    guard token + 1 < text.tokens.count, token > 0 else { return false }
    let next = text.tokens[token + 1]
    guard next.kind == .word, !next.isCapital, !next.endsInLy, !next.endsInEd,
      next.classes.isDisjoint(with: .function), !next.isWord(.verb) || next.isWord(.nominal),
      !next.isWord([.temporal, .determiner, .infinitive])
    else { return false }
    let last = text.paragraph.bytes[span.content.upperBound - 1]
    guard last != 0x2C, last != 0x2E, last != 0x3F, last != 0x21, !span.isUnclosed else {
      return false
    }
    let before = text.tokens[token - 1]
    return before.kind == .word
  }

  /// Whether the quote is worked into the reporter's sentence.
  private func isPartial(
    _ token: Int, content: Range<Int>, words: Int, sentence: Range<Int>, _ text: ParagraphText
  ) -> Bool {
    let first = text.paragraph.bytes[
      content.lowerBound..<min(content.upperBound, content.lowerBound + 4)]
    let startsLower = first.first.map { $0 &- 0x61 < 26 } ?? false
    if startsLower { return true }
    guard token > sentence.lowerBound else { return false }
    let before = text.tokens[token - 1]
    return before.kind == .word && words < 4
      || before.kind == .word && before.isWord([.preposition, .determiner, .being])
  }

  private mutating func nextUtterance(_ shared: Int?) -> Int {
    if let shared { return drafts[shared].utterance }
    return newUtterance()
  }
}

/// `SMITH: ` at the beginning of a quote: the custom of transcripts.
enum TranscriptLabel {
  /// The bytes of the label without its colon; capitals only, at most forty bytes.
  static func range(in bytes: [UInt8], content: Range<Int>) -> Range<Int>? {
    var index = content.lowerBound
    let limit = min(content.upperBound, content.lowerBound + 40)
    var capitals = 0
    while index < limit, bytes[index] != 0x3A {
      let byte = bytes[index]
      if byte &- 0x41 < 26 {
        capitals += 1
      } else if byte != 0x20, byte != 0x2E, byte != 0x2D, byte != 0x27 {
        return nil
      }
      index += 1
    }
    guard index < limit, capitals >= 3, index + 1 < content.upperBound, bytes[index + 1] == 0x20
    else { return nil }
    return content.lowerBound..<index
  }

  /// Where the words behind the label begin.
  static func contentStart(_ bytes: [UInt8], behind label: Range<Int>, limit: Int) -> Int {
    var index = label.upperBound + 1
    while index < limit, bytes[index] == 0x20 { index += 1 }
    return index
  }
}
