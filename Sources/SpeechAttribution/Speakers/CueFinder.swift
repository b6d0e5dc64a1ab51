/// Finds the cue of a quote in its own sentence, and by it the speaker.
struct CueFinder {
  /// No cue is looked for farther away, in tokens.
  static let reach = 60
  /// Nor at more verbs than this, however close they stand.
  static let tries = 8

  let subjects: SubjectFinder
  let keyWords: KeyWords

  let text: ParagraphText
  let tokens: [Token]
  let phrases: PhraseFinder

  init(subjects: SubjectFinder, keyWords: KeyWords) {
    self.subjects = subjects
    self.keyWords = keyWords
    text = subjects.text
    tokens = text.tokens
    phrases = subjects.phrases
  }

  /// The cue of the quote at the token `quote`, which stands in `sentence`.
  func finding(for quote: Int, in sentence: Range<Int>) -> Finding? {
    if let label = label(before: quote, in: sentence) { return label }
    if let after = cueAfter(quote) { return after }
    if let before = cueBefore(quote, in: sentence) { return before }
    if let signature = signature(after: quote) { return signature }
    return sentenceFinalCue(for: quote, in: sentence) ?? headlineLabel(quote, in: sentence)
  }

  /// How the quote's own text ends.
  enum Ending {
    case comma, question, stop, open
  }

  func ending(of quote: Int) -> Ending {
    let span = text.spans[Int(tokens[quote].span)]
    let bytes = text.paragraph.bytes
    var end = span.content.upperBound
    // A mark within: ‘…,’”
    while end > span.content.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x27 {
      end -= 1
    }
    if end - span.content.lowerBound > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
      bytes[end - 1] == 0x99 || bytes[end - 1] == 0x9D
    {
      end -= 3
    }
    guard end > span.content.lowerBound else { return .open }
    switch bytes[end - 1] {
    case 0x2C: return .comma
    case 0x3F, 0x21: return .question
    case 0x2D: return .question
    case 0x2E: return .stop
    case 0xA6, 0x94:
      return end > 2 && bytes[end - 3] == 0xE2 ? .question : .open
    default: return .open
    }
  }

  /// `“Q,” said S`, `“Q,” S said`, `“Q,” according to S`.
  func cueAfter(_ quote: Int) -> Finding? {
    var index = quote + 1
    let ending = ending(of: quote)
    var isSetOff = ending == .comma || ending == .question
    if text.kind(index) == .comma || text.kind(index) == .dash {
      index += 1
      isSetOff = true
    }
    guard index < tokens.count, tokens[index].kind == .word || tokens[index].kind == .number else {
      return nil
    }
    // Behind a full stop a capital begins the next sentence.
    if ending == .stop, tokens[index].isCapital || !isSetOff && !tokens[index].isWord(.finite) {
      if tokens[index].isCapital || !tokens[index].isWord([.singularPronoun, .pluralPronoun]) {
        return nil
      }
    }
    if tokens[index].hash == keyWords.per, let found = perCue(at: index) { return found }
    if tokens[index].hash == keyWords.according {
      return accordingTo(at: index)
    }
    if tokens[index].hash == keyWords.asWord, isSetOff { index += 1 }
    while text.isWord(index, .adverb), !text.isWord(index, .determiner) { index += 1 }
    let ceiling = min(tokens.count, index + Self.reach)
    guard index < ceiling else { return nil }
    if isReportingVerb(index), !tokens[index].isCapital, !tokens[index].isWord(.gerund) {
      guard isSetOff || tokens[index].isWord(.participle) else { return nil }
      var next = index + 1
      while text.isWord(next, .adverb), !text.isWord(next, .determiner) { next += 1 }
      if let phrase = phrases.phrase(startingAt: next, ceiling: ceiling),
        isSetOff || phrase.kind == .person || phrase.kind == .pronoun
      {
        return Finding(
          phrase: phrase, rule: .quoteVerbSubject, cue: index, end: phrase.tokens.upperBound)
      }
      return nil
    }
    var verb = index + 1
    var tries = 0
    while verb < ceiling, tries < 4 {
      let kind = tokens[verb].kind
      if kind == .quote || kind == .stop || kind == .semicolon || kind == .colon { break }
      if isReportingVerb(verb), !tokens[verb].isWord(.gerund) {
        tries += 1
        if case .subject(let phrase, nil) = subjects.subject(before: verb, floor: index),
          phrase.tokens.lowerBound == index, phrase.kind != .description || isSetOff
        {
          return Finding(
            phrase: phrase, rule: .quoteSubjectVerb, cue: verb, end: verb + 1,
            isOpposing: tokens[verb].isWord(.opposing))
        }
      }
      verb += 1
    }
    return isSetOff && ending != .stop ? unlistedVerb(at: index, ceiling: ceiling) : nil
  }

  /// `“Q,” Smith thundered.` A name or pronoun right behind a quote that ends in a comma.
  func unlistedVerb(at index: Int, ceiling: Int) -> Finding? {
    guard let phrase = phrases.phrase(startingAt: index, ceiling: ceiling),
      phrase.kind == .person || phrase.kind == .pronoun, !phrase.isCoordinated
    else { return nil }
    let next = phrase.tokens.upperBound
    guard next < tokens.count, tokens[next].kind == .word, !tokens[next].isCapital,
      tokens[next].classes.isDisjoint(with: [.preposition, .conjunction, .relative, .subordinator])
    else { return nil }
    guard tokens[next].endsInEd || tokens[next].endsInS || tokens[next].isWord(.auxiliary) else {
      return nil
    }
    return Finding(
      phrase: phrase, rule: .unlistedVerb, confidence: .inferred, cue: next, end: next + 1)
  }

  /// `“Q” per the party’s bylaws`
  func perCue(at index: Int) -> Finding? {
    let ceiling = min(tokens.count, index + 1 + PhraseFinder.longest)
    guard let phrase = phrases.phrase(startingAt: index + 1, ceiling: ceiling) else { return nil }
    return Finding(
      phrase: phrase, rule: .accordingTo, cue: index, end: phrase.tokens.upperBound)
  }

  func accordingTo(at index: Int) -> Finding? {
    guard text.isWord(index + 1, .infinitive) else { return nil }
    let ceiling = min(tokens.count, index + 2 + PhraseFinder.longest)
    guard var phrase = phrases.phrase(startingAt: index + 2, ceiling: ceiling) else { return nil }
    addComplement(to: &phrase)
    return Finding(
      phrase: phrase, rule: .accordingTo, cue: index,
      end: phrase.complement?.upperBound ?? phrase.tokens.upperBound)
  }

  /// `a statement` + `from the ministry`.
  func addComplement(to phrase: inout Phrase) {
    let next = phrase.tokens.upperBound
    guard phrase.kind == .description, next + 1 < tokens.count,
      tokens[next].hash == keyWords.of || tokens[next].hash == keyWords.from
        || tokens[next].hash == keyWords.by,
      let other = phrases.phrase(
        startingAt: next + 1, ceiling: min(tokens.count, next + PhraseFinder.longest))
    else { return }
    phrase.complement = other.head
  }

  /// `“Q” ― Carla Sanchez`, at the paragraph's end.
  func signature(after quote: Int) -> Finding? {
    guard text.kind(quote + 1) == .dash, quote + 2 < tokens.count, tokens[quote + 2].isNameLike,
      let phrase = phrases.phrase(startingAt: quote + 2, ceiling: tokens.count),
      phrase.kind != .description
    else { return nil }
    let next = phrase.tokens.upperBound
    guard
      next == tokens.count || tokens[next].kind == .comma || tokens[next].kind == .stop
        || tokens[next].kind == .open
    else { return nil }
    return Finding(phrase: phrase, rule: .dashSignature, cue: quote + 1, end: next)
  }

  /// `“Q” but he would not go, she said.`
  func sentenceFinalCue(for quote: Int, in sentence: Range<Int>) -> Finding? {
    var verb = sentence.upperBound - 1
    let floor = max(quote + 1, verb - 8)
    while verb > floor {
      if tokens[verb].kind == .quote { return nil }
      if tokens[verb].hash == keyWords.according, tokens[verb - 1].kind == .comma {
        return accordingTo(at: verb)
      }
      if isReportingVerb(verb), !tokens[verb].isWord([.gerund, .adjacent]) { break }
      verb -= 1
    }
    guard verb > floor,
      case .subject(let phrase, nil) = subjects.subject(before: verb, floor: quote + 1),
      phrase.tokens.lowerBound > quote + 1,
      tokens[phrase.tokens.lowerBound - 1].kind == .comma
    else { return nil }
    return Finding(
      phrase: phrase, rule: .sentenceFinalCue, cue: verb, end: sentence.upperBound)
  }
}
