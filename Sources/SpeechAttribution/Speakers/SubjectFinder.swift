/// Finds who does what a verb says.
struct SubjectFinder {
  let phrases: PhraseFinder
  let keyWords: KeyWords

  let text: ParagraphText
  private let tokens: [Token]

  init(phrases: PhraseFinder, keyWords: KeyWords) {
    self.phrases = phrases
    self.keyWords = keyWords
    text = phrases.text
    tokens = text.tokens
  }

  /// What stands before a verb.
  enum Before {
    /// `relative`: the token of the `who` between the subject and the verb.
    case subject(Phrase, relative: Int?)
    /// `and said`: the subject is that of an earlier verb.
    case shared
    /// `was called`
    case passive
    case nothing
  }

  /// The subject of the verb at `verb`, looked for to its left.
  func subject(before verb: Int, floor: Int) -> Before {
    var index = verb - 1
    var isPassive = false
    var hasAuxiliary = false
    while index >= floor {
      let token = tokens[index]
      if token.isWord(.auxiliary) {
        // “is saying” is active.
        if token.isWord(.being), !tokens[verb].isWord(.gerund), !hasAuxiliary { isPassive = true }
        hasAuxiliary = true
        index -= 1
      } else if token.kind == .word, !token.isCapital || token.beginsSentence == false,
        token.isWord(.adverb) || token.endsInLy && !token.isNameLike
      {
        index -= 1
      } else if token.isWord(.temporal) {
        index -= 1
        if text.hash(index) == keyWords.on { index -= 1 }
      } else {
        break
      }
    }
    if isPassive { return .passive }
    guard index >= floor else { return .nothing }
    let token = tokens[index]
    if let pronoun = phrases.pronoun(at: index) { return .subject(pronoun, relative: nil) }
    if token.isWord(.neuter) {
      let it = index..<index + 1
      return .subject(Phrase(kind: .pronoun, tokens: it, head: it), relative: nil)
    }
    if token.isWord(.relative) || token.hash == keyWords.that {
      return relative(at: index, floor: floor)
    }
    switch token.kind {
    case .comma, .dash: return acrossCommas(from: index, floor: floor)
    case .close:
      guard let phrase = phrases.phrase(endingAt: index, floor: floor) else { return .nothing }
      return .subject(phrase, relative: nil)
    case .word, .number:
      if token.isWord(.conjunction) { return .shared }
      if token.isWord([.preposition, .subordinator]) { return .nothing }
      guard let phrase = phrases.phrase(endingAt: index, floor: floor) else { return .nothing }
      return .subject(phrase, relative: nil)
    case .stop, .colon, .semicolon, .open, .quote, .other: return .nothing
    }
  }

  /// `Smith, who said`
  private func relative(at index: Int, floor: Int) -> Before {
    var end = index - 1
    if end >= floor, tokens[end].kind == .comma { end -= 1 }
    // “to whom”, “of which”
    if end >= floor, text.isWord(end, .preposition) { return .nothing }
    guard end >= floor,
      let phrase = phrases.phrase(endingAt: end, floor: floor, joins: false)
    else { return .nothing }
    return .subject(phrase, relative: index)
  }

  /// `Adam Smith, a professor at Oxford, said`: the phrase farthest left that begins a clause.
  private func acrossCommas(from comma: Int, floor: Int) -> Before {
    var best: Phrase?
    var index = comma
    var commas = 0
    let limit = max(floor, comma - 60)
    while index > limit, commas < 8 {
      let kind = tokens[index].kind
      if kind == .quote || kind == .semicolon || kind == .colon || kind == .stop { break }
      if kind == .comma || kind == .dash {
        commas += 1
        if let phrase = candidate(endingAt: index - 1, floor: floor) { best = phrase }
      }
      index -= 1
    }
    guard let best else { return .shared }
    return .subject(best, relative: nil)
  }

  private func candidate(endingAt end: Int, floor: Int) -> Phrase? {
    guard end >= floor else { return nil }
    if let pronoun = phrases.pronoun(at: end) { return pronoun }
    guard let phrase = phrases.phrase(endingAt: end, floor: floor),
      beginsClause(phrase.tokens.lowerBound, floor: floor)
    else { return nil }
    // An apposition is no subject of its own: “Smith, a professor, said”.
    return phrase
  }

  /// Whether a clause may begin at `index`.
  func beginsClause(_ index: Int, floor: Int) -> Bool {
    guard index > floor else { return true }
    let before = tokens[index - 1]
    switch before.kind {
    case .comma, .quote, .dash, .colon, .semicolon, .open, .close, .stop: return true
    case .word:
      return before.isWord([.conjunction, .subordinator, .relative]) && !before.isWord(.infinitive)
        || before.hash == keyWords.that || before.isWord(.adverb)
    case .number, .other: return false
    }
  }

  /// The subject of the sentence `lower..<upper`: the first phrase that no preposition governs.
  func mainSubject(_ lower: Int, _ end: Int) -> Phrase? {
    // What stands farther from the sentence's start is not its subject, and must not be read for
    // every one of its quotes.
    let upper = min(end, lower + 120)
    var index = lower
    var rounds = 0
    while index < upper, rounds < 6 {
      rounds += 1
      let token = tokens[index]
      if token.kind == .comma || token.kind == .dash || token.kind == .close
        || token.kind == .stop
      {
        index += 1
        continue
      }
      if token.kind == .quote {
        return nil
      }
      if token.kind == .open {
        while index < upper, tokens[index].kind != .close { index += 1 }
        index += 1
        continue
      }
      if let pronoun = phrases.pronoun(at: index) { return pronoun }
      let isName = token.name >= 0
      if !isName, token.isWord([.conjunction, .adverb]) || token.endsInLy && !token.isNameLike {
        index += 1
        continue
      }
      if !isName,
        token.isWord([.preposition, .subordinator, .gerund, .temporal])
          || token.isWord(.otherPronoun)
      {
        guard !token.isWord(.otherPronoun) else { return nil }
        guard let comma = next(.comma, from: index, before: upper) else { return nil }
        index = comma + 1
        continue
      }
      guard let phrase = phrases.phrase(startingAt: index, ceiling: upper) else {
        guard rounds > 1, let comma = next(.comma, from: index, before: upper) else { return nil }
        index = comma + 1
        continue
      }
      return joined(phrase, upper: upper)
    }
    return nil
  }

  /// `Smith, Jones and the council`: more than one subject.
  private func joined(_ phrase: Phrase, upper: Int) -> Phrase {
    var result = phrase
    let next = phrase.tokens.upperBound
    guard next + 1 < upper else { return result }
    if tokens[next].hash == keyWords.and {
      // “Smith and his wife”, but not “Smith came and”.
      result.isCoordinated = true
      result.name = -1
    } else if tokens[next].kind == .comma {
      // A list: name, name(,) and name.
      var index = next
      while index < min(upper, next + 12), tokens[index].kind == .comma,
        let item = phrases.phrase(startingAt: index + 1, ceiling: upper)
      {
        index = item.tokens.upperBound
        if index < upper,
          tokens[index].hash == keyWords.and
            || tokens[index].kind == .comma && text.hash(index + 1) == keyWords.and
        {
          result.isCoordinated = true
          result.name = -1
          break
        }
      }
    }
    return result
  }

  private func next(_ kind: Token.Kind, from index: Int, before upper: Int) -> Int? {
    var index = index
    while index < min(upper, tokens.count) {
      if tokens[index].kind == kind { return index }
      if tokens[index].kind == .quote { return nil }
      index += 1
    }
    return nil
  }
}
