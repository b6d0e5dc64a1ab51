/// Reads a document's paragraphs in order and remembers who speaks.
struct DocumentReader {
  /// What a quote is about to become.
  struct Draft {
    var segments: [SpeechQuote.Segment]
    var words: Int
    var form: SpeechQuote.Form
    var formRule: SpeechRule?
    var speaker: Speaker?
    var rule: SpeechRule?
    var confidence: SpeechQuote.Confidence
    var utterance: Int
  }

  /// The last attribution of a paragraph, which later quotes of it may share.
  struct Current {
    var speaker: Speaker
    var rule: SpeechRule
    var confidence: SpeechQuote.Confidence
    /// The token of the cue, and the one behind it.
    var cue: Int
    var end: Int
    var sentence: Int
    var quoteToken: Int
    var draft: Int
  }

  let paragraphs: [SpeechParagraph]
  private let names: NameTable
  private let vocabulary: Vocabulary
  private let keyWords: KeyWords
  private var nextName = 0

  var drafts: [Draft] = []
  private var memory = SpeakerMemory()
  private var utterances = 0
  /// The speaker of the last sentence read, if that sentence reports speech.
  private var carried: Speaker?
  /// The paragraph whose last words `carried` comes from.
  private var carriedFrom = -1
  /// The finding of a sentence that ends in a colon.
  private var colonLead: (speaker: Speaker, rule: SpeechRule)?
  /// The draft whose quote the paragraph before left open.
  private var open: (draft: Int, family: QuoteSpan.Family)?

  init(
    paragraphs: [SpeechParagraph], names: [NameMention], vocabulary: Vocabulary,
    keyWords: KeyWords
  ) {
    self.paragraphs = paragraphs
    self.vocabulary = vocabulary
    self.keyWords = keyWords
    self.names = NameTable(names, paragraphs: paragraphs)
  }

  mutating func read() -> [SpeechQuote] {
    for index in paragraphs.indices { readParagraph(index) }
    return drafts.map { draft in
      SpeechQuote(
        segments: draft.segments, form: draft.form, speaker: draft.speaker, rule: draft.rule,
        formRule: draft.formRule, confidence: draft.confidence, utterance: draft.utterance)
    }
  }

  private mutating func readParagraph(_ index: Int) {
    let paragraph = paragraphs[index]
    let start = nextName
    while nextName < names.names.count, names.names[nextName].paragraph <= index { nextName += 1 }
    if paragraph.bytes.allSatisfy({ $0 == 0x20 || $0 &- 9 < 5 || $0 == 0xC2 || $0 == 0xA0 }) {
      return
    }
    let spans = QuoteScanner.spans(
      of: paragraph.bytes, nextReopens: nextReopens(after: index))
    let isBody = paragraph.layer == .body
    if !isBody, spans.isEmpty { return }
    let text = ParagraphText(
      index: index, paragraph: paragraph, spans: spans,
      names: names.names[start..<nextName].drop { $0.paragraph < index }, vocabulary: vocabulary)
    var reading = ParagraphReading(
      text: text,
      cues: CueFinder(
        subjects: SubjectFinder(
          phrases: PhraseFinder(text: text, names: names.names, keyWords: keyWords),
          keyWords: keyWords),
        keyWords: keyWords))
    if !isBody {
      // What stands beside the text neither hears nor is heard by the paragraphs around it.
      let saved = (memory, carried, carriedFrom, colonLead, open)
      (carried, colonLead, open) = (nil, nil, nil)
      read(&reading)
      (memory, carried, carriedFrom, colonLead, open) = saved
      return
    }
    read(&reading)
  }

  /// Whether the next paragraph that is not blank begins with an opening mark.
  private func nextReopens(after index: Int) -> Bool {
    var next = index + 1
    while next < paragraphs.count, next < index + 4 {
      let bytes = paragraphs[next].bytes
      var position = 0
      while position < bytes.count, Surroundings.isSpace(bytes, at: position) {
        position += bytes[position] == 0xC2 ? 2 : 1
      }
      if position < bytes.count {
        guard paragraphs[next].layer == paragraphs[index].layer,
          let mark = QuoteMark.at(position, in: bytes)
        else { return false }
        switch mark.kind {
        case .curlyOpen, .low, .straight, .guillemetLeft, .doubled, .grave: return true
        default: return false
        }
      }
      next += 1
    }
    return false
  }

  private mutating func read(_ reading: inout ParagraphReading) {
    let text = reading.text
    let lead = colonLead
    colonLead = nil
    let inherited = carriedFrom >= 0 ? carried : nil
    for (number, sentence) in text.sentences.enumerated() {
      let subject = reading.cues.subjects.mainSubject(sentence.lowerBound, sentence.upperBound)
      if let subject { note(subject, in: text) }
      var hasQuote = false
      for token in sentence where text.tokens[token].kind == .quote {
        hasQuote = true
        readQuote(
          token, sentence: sentence, number: number, subject: subject, lead: lead,
          inherited: inherited, reading: &reading)
      }
      if !hasQuote { readPlain(sentence, number: number, subject: subject, reading: &reading) }
    }
    finish(reading)
  }

  /// Remembers for the next paragraph what this one ends with.
  private mutating func finish(_ reading: ParagraphReading) {
    let text = reading.text
    if let span = text.spans.last, span.isUnclosed, span.upper >= text.paragraph.bytes.count - 2,
      let current = reading.lastDraft
    {
      open = (current, span.family)
    } else {
      open = nil
    }
    carried = reading.closing
    carriedFrom = text.index
    // “He said:” at the paragraph's end.
    if let last = text.tokens.last, last.kind == .colon, let sentence = text.sentences.last {
      let floor = max(sentence.lowerBound, sentence.upperBound - CueFinder.reach)
      let end = sentence.upperBound - 1
      if let found = reading.cues.cue(before: end, floor: floor, sentence: sentence) {
        colonLead = (speaker(found.phrase, in: text), .colonLead)
      }
    }
  }

  /// A sentence without a quote: whoever reports in it may go on in the next.
  private mutating func readPlain(
    _ sentence: Range<Int>, number: Int, subject: Phrase?, reading: inout ParagraphReading
  ) {
    let text = reading.text
    reading.plainSinceQuote += 1
    let floor = max(sentence.lowerBound, sentence.upperBound - CueFinder.reach)
    if let found = reading.cues.cue(
      before: sentence.upperBound, floor: floor, sentence: sentence)
    {
      note(found.phrase, in: text)
      let who = speaker(found.phrase, in: text)
      reading.closing = who
      reading.lead = (who, number, text.tokens[sentence.upperBound - 1].kind == .colon)
    } else {
      reading.lead = nil
      // Somebody else has come in: what follows is not the last speaker's any more.
      if let subject, subject.kind != .pronoun, let last = reading.closing,
        !isSame(last, subject, in: text)
      {
        reading.closing = nil
      }
    }
  }

  /// The speaker that a phrase names, who is then remembered.
  mutating func noted(_ finding: Finding, in text: ParagraphText) -> Speaker {
    let result = speaker(finding.phrase, in: text)
    note(finding.phrase, in: text)
    guard let who = finding.relative else { return result }
    // The pronoun of “Smith, who said” has its antecedent beside it.
    let mention = names.mention(who..<who + 1, in: text)
    return Speaker(
      mention: Speaker.Mention(paragraph: mention.paragraph, range: mention.range, nameID: nil),
      shape: .pronoun, antecedent: result.antecedent ?? result.mention, resolution: .pronoun)
  }

  mutating func resolved(_ phrase: Phrase, in text: ParagraphText) -> Speaker {
    speaker(phrase, in: text)
  }

  /// The quote that the paragraph before left open, if one of this family goes on with it.
  mutating func takeOpen(_ family: QuoteSpan.Family) -> (draft: Int, family: QuoteSpan.Family)? {
    guard let waiting = open, waiting.family == family else { return nil }
    open = nil
    return waiting
  }

  mutating func newUtterance() -> Int {
    utterances += 1
    return utterances - 1
  }

  private mutating func note(_ phrase: Phrase, in text: ParagraphText) {
    let mention = names.mention(phrase.head, in: text)
    memory.note(phrase, mention: mention, in: text)
    // “The website of the ministry reports”: the ministry speaks.
    guard phrase.kind == .description,
      text.isWord(phrase.tokens.upperBound - 1, .document)
    else { return }
    let finder = PhraseFinder(text: text, names: names.names, keyWords: keyWords)
    let next = phrase.tokens.upperBound
    guard next + 1 < text.tokens.count,
      text.hash(next) == keyWords.of || text.hash(next) == keyWords.from,
      let other = finder.phrase(
        startingAt: next + 1, ceiling: min(text.tokens.count, next + PhraseFinder.longest)),
      other.kind == .organisation
    else { return }
    memory.noteIssuer(names.mention(other.head, in: text))
  }

  func shape(of phrase: Phrase) -> Speaker.Shape {
    switch phrase.kind {
    case .person, .organisation, .other: .name
    case .pronoun: .pronoun
    case .description: .description
    }
  }

  private mutating func speaker(_ phrase: Phrase, in text: ParagraphText) -> Speaker {
    var mention = names.mention(phrase.head, in: text)
    if phrase.kind == .description || phrase.kind == .pronoun || phrase.isCoordinated {
      mention = Speaker.Mention(paragraph: mention.paragraph, range: mention.range, nameID: nil)
    }
    let known = memory.antecedent(of: phrase, in: text, keyWords: keyWords, names: names)
    return Speaker(
      mention: mention, shape: shape(of: phrase), antecedent: known?.mention,
      resolution: known?.rule)
  }
}
