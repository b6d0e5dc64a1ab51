/// Cues that stand before their quote: labels, and nouns of saying.
extension CueFinder {
  /// `SMITH: “Q”`
  func label(before quote: Int, in sentence: Range<Int>) -> Finding? {
    guard quote > sentence.lowerBound + 1, tokens[quote - 1].kind == .colon else { return nil }
    return label(endingAt: quote - 1, quote: quote, in: sentence)
  }

  /// The name that a sentence begins with, if the colon at `colon` follows it.
  func label(endingAt colon: Int, quote: Int, in sentence: Range<Int>) -> Finding? {
    guard let phrase = phrases.phrase(endingAt: colon - 1, floor: sentence.lowerBound),
      phrase.tokens.lowerBound == sentence.lowerBound,
      phrase.kind == .person || phrase.kind == .organisation
    else { return nil }
    return Finding(phrase: phrase, rule: .transcriptLabel, cue: colon, end: quote + 1)
  }

  /// `Smith: Jones needs to “Q”`: a headline's way to name its speaker.
  func headlineLabel(_ quote: Int, in sentence: Range<Int>) -> Finding? {
    let limit = min(quote, sentence.lowerBound + 6)
    guard sentence.lowerBound == 0, sentence.lowerBound < limit,
      let colon = tokens[sentence.lowerBound..<limit].firstIndex(where: { $0.kind == .colon }),
      colon > sentence.lowerBound
    else { return nil }
    return label(endingAt: colon, quote: quote, in: sentence)
  }

  /// Whether the token may be a verb that reports: a form of one, and not used as a noun.
  func isReportingVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isWord(.verb), token.name < 0 else { return false }
    if token.isCapital, !token.beginsSentence { return false }
    guard token.isWord(.nominal), index > 0 else { return true }
    var before = index - 1
    while before > 0, tokens[before].isWord(.adverb) || tokens[before].endsInLy { before -= 1 }
    let previous = tokens[before]
    if previous.isWord([.auxiliary, .infinitive]) || previous.isWord(.pronoun)
      || previous.isWord(.relative)
    {
      return true
    }
    if previous.isPossessive || previous.isWord([.preposition, .determiner]) { return false }
    if previous.kind == .comma || previous.kind == .close || previous.kind == .quote
      || previous.isWord(.conjunction)
    {
      return token.endsInS || previous.kind == .quote
    }
    // The base form wants more than one speaker, the form in -s one.
    guard token.endsInS else { return previous.endsInS || previous.isWord([.people, .plural]) }
    return previous.isNameLike || previous.isWord([.role, .organisation, .document])
  }

  /// The nearest verb of saying before the quote, or, where there is none, a noun of saying.
  func cueBefore(_ quote: Int, in sentence: Range<Int>) -> Finding? {
    let floor = max(sentence.lowerBound, quote - Self.reach)
    return cue(before: quote, floor: floor, sentence: sentence)
      ?? nounCue(before: quote, floor: floor, sentence: sentence)
  }

  /// `Smith’s claim that Q`, `a statement from S: Q`, `in the words of S, Q`.
  func nounCue(before quote: Int, floor: Int, sentence: Range<Int>) -> Finding? {
    var index = quote - 1
    // “Smith’s ‘Q’ remark”
    if text.isWord(quote + 1, .speechNoun), index >= floor, tokens[index].isPossessive,
      let found = possessor(at: index, floor: floor)
    {
      return Finding(phrase: found, rule: .speechNoun, cue: quote + 1, end: quote + 1)
    }
    while index > floor {
      let token = tokens[index]
      if token.kind == .quote || token.kind == .semicolon { return nil }
      if token.isWord([.speechNoun, .document]), !token.isCapital {
        var before = index - 1
        while before > floor, isAdjective(before) { before -= 1 }
        if let found = possessor(at: before, floor: floor) {
          return Finding(phrase: found, rule: .speechNoun, cue: index, end: quote + 1)
        }
        let next = index + 1
        if next + 1 < quote,
          tokens[next].hash == keyWords.from || tokens[next].hash == keyWords.by
            || tokens[next].hash == keyWords.of && token.isWord(.speechNoun),
          let phrase = phrases.phrase(startingAt: next + 1, ceiling: quote),
          phrase.kind != .description || text.isWord(phrase.tokens.lowerBound, .determiner)
        {
          return Finding(phrase: phrase, rule: .speechNoun, cue: index, end: quote + 1)
        }
      }
      index -= 1
    }
    return nil
  }

  func isAdjective(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word && !token.isPossessive && !token.isCapital
      && token.classes.isDisjoint(with: [.determiner, .preposition, .conjunction])
  }

  /// The name before `’s`, or the possessive pronoun, at `index`.
  func possessor(at index: Int, floor: Int) -> Phrase? {
    let token = tokens[index]
    if token.hash == keyWords.his || token.hash == keyWords.her || token.hash == keyWords.their {
      return Phrase(kind: .pronoun, tokens: index..<index + 1, head: index..<index + 1)
    }
    guard token.isPossessive, token.isNameLike else { return nil }
    var lower = index
    while lower > floor, tokens[lower - 1].isNameLike, !tokens[lower - 1].isPossessive,
      !tokens[lower - 1].isWord(.title), tokens[lower - 1].name == token.name
    {
      lower -= 1
    }
    let kind: Phrase.Kind
    if token.name >= 0 {
      switch phrases.names[Int(token.name)].kind {
      case .person: kind = .person
      case .organisation: kind = .organisation
      case .other: kind = .other
      }
    } else {
      kind = token.isWord(.organisation) || token.isAcronym ? .organisation : .person
    }
    return Phrase(
      kind: kind, tokens: lower..<index + 1, head: lower..<index + 1, name: token.name)
  }
}
