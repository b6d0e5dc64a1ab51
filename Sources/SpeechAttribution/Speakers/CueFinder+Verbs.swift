/// Verbs of saying before a quote, and whose they are.
extension CueFinder {
  /// The verb of saying that governs what stands at `end`, and its subject.
  ///
  /// A verb that tells of no utterance yields to one before it that does: in “She said she thinks Q”
  /// she says so.
  func cue(before end: Int, floor: Int, sentence: Range<Int>) -> Finding? {
    var weak: Finding?
    var verb = end - 1
    var tries = 0
    while verb >= floor, tries < Self.tries {
      if tokens[verb].kind == .semicolon { break }
      if tokens[verb].hash == keyWords.according,
        let found = accordingTo(at: verb),
        tokens[verb].beginsSentence || text.kind(verb - 1) == .comma
      {
        return found
      }
      if tokens[verb].isWord(.verb) { tries += 1 }
      if isReportingVerb(verb), mayGovern(verb, end: end),
        let found = subjectFinding(of: verb, end: end, sentence: sentence)
      {
        if isWeak(verb, found) {
          weak = weak ?? found
        } else if weak == nil {
          return found.phrase.tokens.isEmpty ? nil : found
        } else if !found.phrase.tokens.isEmpty, found.rule == .subjectVerbQuote {
          return found
        }
      }
      verb -= 1
    }
    guard let weak, !weak.phrase.tokens.isEmpty else { return nil }
    return weak
  }

  /// Whether the verb tells of no utterance: of a thought, of what did not or may not happen, of
  /// somebody who is only described.
  func isWeak(_ verb: Int, _ finding: Finding) -> Bool {
    if tokens[verb].isWord(.mental) { return true }
    let head = finding.phrase.head
    if head.isEmpty { return false }
    if finding.rule == .relativeClause, finding.phrase.kind == .description { return true }
    if tokens[head.lowerBound].isWord(.neuter) { return true }
    var index = verb - 1
    while index > 0, tokens[index].isWord([.auxiliary, .adverb]) || tokens[index].endsInLy {
      if tokens[index].isWord([.modal, .negation]) { return true }
      index -= 1
    }
    return false
  }

  /// Whether the verb reports what stands at `end`: some do so only right beside a quote.
  func mayGovern(_ verb: Int, end: Int) -> Bool {
    guard tokens[verb].isWord(.adjacent) else { return true }
    if text.hash(verb + 1) == keyWords.it, tokens[verb].isWord(.finite) { return true }
    guard end - verb <= 4 else { return false }
    let last = tokens[end - 1].kind
    return end - verb == 1 || last == .comma || last == .colon
      || tokens[end - 1].hash == keyWords.about
  }

  /// An empty phrase says that the verb governs the quote, and that its subject is not named.
  func subjectFinding(of verb: Int, end: Int, sentence: Range<Int>) -> Finding? {
    let token = tokens[verb]
    var finding = Finding(
      phrase: Phrase(kind: .other, tokens: 0..<0, head: 0..<0), rule: .subjectVerbQuote, cue: verb,
      end: end + 1, isOpposing: token.isWord(.opposing))
    let isInfinitive =
      token.isWord(.base) && verb > sentence.lowerBound && text.isWord(verb - 1, .infinitive)
    if token.isWord(.gerund),
      let companion = phrases.companion(endingAt: verb - 1, floor: sentence.lowerBound)
    {
      finding.phrase = companion
      return finding
    }
    if isInfinitive || token.isWord(.gerund) && !isProgressive(verb, sentence) {
      return dependent(verb, finding: finding, sentence: sentence)
    }
    if token.isWord(.gerund), tokens[verb - 1].isNameLike {
      // “footage of Smith saying”
      guard let name = phrases.name(endingAt: verb - 1, floor: sentence.lowerBound) else {
        return nil
      }
      finding.phrase = name
      return finding
    }
    switch subjects.subject(before: verb, floor: sentence.lowerBound) {
    case .subject(let phrase, let relative):
      if token.isWord(.participle), !token.isWord(.finite), !hasAuxiliary(before: verb) {
        return nil
      }
      finding.phrase = phrase
      finding.relative = relative
      finding.rule = relative == nil ? .subjectVerbQuote : .relativeClause
      if tokens[phrase.head.lowerBound].isWord(.neuter),
        let main = subjects.mainSubject(sentence.lowerBound, phrase.head.lowerBound),
        main.kind == .organisation || main.kind == .other
      {
        // “The Council condemned what it called Q”
        finding.phrase = main
      }
      // “a group called ‘…’” names a thing; “what she called ‘…’” reports.
      let isNear = end - verb <= 2 && (end - verb == 1 || text.isWord(end - 1, .determiner))
      finding.namesThing = token.isWord(.naming) && isNear && phrase.kind == .description
      return finding
    case .shared:
      return shared(verb, finding: finding, sentence: sentence)
    case .passive:
      if let agent = agent(of: verb, end: end) {
        finding.phrase = agent
        finding.rule = .passiveAgent
        return finding
      }
      return finding
    case .nothing:
      // The verb of the quote before: “Q,” said S, adding that “Q”.
      guard verb > sentence.lowerBound, tokens[verb - 1].kind == .quote,
        let phrase = phrases.phrase(startingAt: verb + 1, ceiling: end)
      else { return nil }
      finding.phrase = phrase
      return finding
    }
  }

  func hasAuxiliary(before verb: Int) -> Bool {
    var index = verb - 1
    while index > 0, tokens[index].isWord(.adverb) || tokens[index].endsInLy { index -= 1 }
    return index >= 0 && tokens[index].isWord(.auxiliary)
  }

  /// `is saying`, and `Smith saying`, whose subject stands right before it.
  func isProgressive(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    guard verb > sentence.lowerBound else { return false }
    let before = tokens[verb - 1]
    return before.isWord(.being) || before.isWord([.singularPronoun, .pluralPronoun])
      || before.isNameLike && !before.isPossessive
  }

  /// `…, adding that Q`, `went on to say Q`: the subject of the verb before it, or the sentence's.
  func dependent(_ verb: Int, finding: Finding, sentence: Range<Int>) -> Finding? {
    var result = finding
    result.rule = .dependentVerb
    // “was quoted as saying”
    if verb - 2 > sentence.lowerBound, tokens[verb - 1].hash == keyWords.asWord,
      keyWords.quoted.contains(tokens[verb - 2].hash)
    {
      var index = verb - 3
      while index > sentence.lowerBound, tokens[index].isWord([.auxiliary, .adverb]) { index -= 1 }
      if let phrase = phrases.pronoun(at: index)
        ?? phrases.phrase(endingAt: index, floor: sentence.lowerBound)
      {
        result.phrase = phrase
        return result
      }
    }
    // “criticised Smith for saying”: who is criticised has said it.
    if tokens[verb].isWord(.gerund), verb - 2 > sentence.lowerBound,
      tokens[verb - 1].hash == keyWords.forWord || tokens[verb - 1].hash == keyWords.of,
      let phrase = phrases.phrase(endingAt: verb - 2, floor: sentence.lowerBound),
      phrase.kind == .person
    {
      result.phrase = phrase
      return result
    }
    if tokens[verb].isWord(.gerund), verb > sentence.lowerBound, tokens[verb - 1].kind == .comma,
      let first = firstSubject(before: verb, finding: result, sentence: sentence)
    {
      return first
    }
    return earlierSubject(verb, finding: result, sentence: sentence)
  }

  /// The subject of the first verb of saying of a sentence: what a participle behind a comma goes with.
  func firstSubject(
    before verb: Int, finding: Finding, sentence: Range<Int>
  ) -> Finding? {
    var result = finding
    var tries = 0
    for earlier in max(sentence.lowerBound, verb - Self.reach)..<verb {
      if tokens[earlier].isWord(.verb) { tries += 1 }
      guard tries < Self.tries else { return nil }
      guard isReportingVerb(earlier), !tokens[earlier].isWord([.gerund, .adjacent, .mental]),
        !text.isWord(earlier - 1, .infinitive)
      else { continue }
      if case .subject(let phrase, nil) = subjects.subject(
        before: earlier, floor: sentence.lowerBound)
      {
        result.phrase = phrase
        result.cue = earlier
        return result
      }
    }
    return nil
  }

  func shared(_ verb: Int, finding: Finding, sentence: Range<Int>) -> Finding? {
    var result = finding
    result.rule = .sharedSubject
    return earlierSubject(verb, finding: result, sentence: sentence)
  }

  /// The subject of an earlier verb of the sentence, else the sentence's own.
  func earlierSubject(
    _ verb: Int, finding: Finding, sentence: Range<Int>
  ) -> Finding? {
    var result = finding
    var earlier = verb - 1
    let floor = max(sentence.lowerBound, verb - Self.reach)
    var tries = 0
    while earlier >= floor, tries < Self.tries {
      if tokens[earlier].isWord(.verb) { tries += 1 }
      if tokens[earlier].kind == .semicolon { break }
      if isReportingVerb(earlier), !tokens[earlier].isWord([.gerund, .adjacent, .mental]),
        !text.isWord(earlier - 1, .infinitive)
      {
        if case .subject(let phrase, nil) = subjects.subject(
          before: earlier, floor: sentence.lowerBound)
        {
          result.phrase = phrase
          if finding.rule == .dependentVerb { result.cue = earlier }
          return result
        }
        if earlier > sentence.lowerBound, tokens[earlier - 1].kind == .quote,
          let phrase = phrases.phrase(startingAt: earlier + 1, ceiling: verb)
        {
          result.phrase = phrase
          result.cue = earlier
          return result
        }
      }
      earlier -= 1
    }
    guard let phrase = subjects.mainSubject(sentence.lowerBound, verb) else { return nil }
    result.phrase = phrase
    return result
  }

  /// `was called “Q” by S`
  func agent(of verb: Int, end: Int) -> Phrase? {
    var index = verb + 1
    while index < min(tokens.count, end + 4) {
      let token = tokens[index]
      if token.kind == .stop || token.kind == .semicolon { return nil }
      if token.hash == keyWords.by {
        return phrases.phrase(startingAt: index + 1, ceiling: tokens.count)
      }
      index += 1
    }
    return nil
  }
}
