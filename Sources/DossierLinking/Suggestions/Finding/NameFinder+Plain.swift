import DossierModel

extension NameFinder {
  /// What a run that nothing else reads is, by what stands beside it.
  mutating func findPlain(_ run: Range<Int>) {
    // Known words, titles and peoples cut a run.
    var start = run.lowerBound
    while start < run.upperBound {
      guard isPlain(start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < run.upperBound, isPlain(end), !tokens[end - 1].isPossessive { end += 1 }
      read(start..<end)
      start = end
    }
  }

  private func isPlain(_ index: Int) -> Bool {
    text.known[index] == .unknown && !taken[index] && !NameWords.titles.contains(tokens[index])
      && !NameWords.adjectives.contains(tokens[index])
  }

  private mutating func read(_ run: Range<Int>) {
    guard run.count <= 6, let first = run.first, let last = run.last else { return }
    if isCited(run) {
      take(run, .outletCited, .actor, "media-outlet")
      return
    }
    if isBehindOutletNoun(run) {
      take(run, .outletNoun, .actor, "media-outlet")
      return
    }
    if shortForm(behind: run) != nil {
      take(run, .introducedAcronym, .actor)
      return
    }
    if (2...4).contains(run.count), let person = person(at: first), person == run,
      let rule = personRule(run)
    {
      take(run, rule, .actor, "person")
      if rule == .personTalk || rule == .personApposition { takeJoined(behind: run, rule) }
      return
    }
    let isBroken =
      run.contains { NameWords.portfolios.contains(tokens[$0]) }
      || run.contains { Self.bodies[word($0)] != nil }
    guard !isBroken else { return }
    if run.count == 1, tokens[first].traits.contains(.shouted) {
      if isAcronym(first) {
        take(run, .acronym, .actor, isWeak: word(first - 1) != Self.the)
      }
      return
    }
    if run.count == 1, isInstitution(first) {
      take(run, .institution, .actor, "office")
      return
    }
    if isLocated(run), !tokens[last].traits.contains(.shouted) {
      take(run, .placeLocative, .place)
    }
  }

  /// Whether capitals are the short form of a body: two to six letters among words in small ones.
  private func isAcronym(_ index: Int) -> Bool {
    let token = tokens[index]
    guard (2...6).contains(token.range.count), !NameWords.shortForms.contains(token),
      text.bytes[token.range].allSatisfy({ (0x41...0x5A).contains($0) })
    else { return false }
    // A line in capitals names nobody.
    for neighbour in [index - 1, index + 1] where tokens.indices.contains(neighbour) {
      if tokens[neighbour].traits.contains(.shouted), text.known[neighbour] == .unknown,
        tokens[neighbour].range.count > 6
      {
        return false
      }
    }
    return index > 0 && tokens[index].gap == .space && !tokens[index - 1].traits.contains(.digit)
  }

  /// Whether something is according to a single word with “the”, or it gave out a statement.
  private func isInstitution(_ index: Int) -> Bool {
    guard index > 1, tokens[index].gap == .space, word(index - 1) == Self.the,
      isJoined(index - 1), !tokens[index].traits.contains(.shouted), !isPlural(index)
    else { return false }
    let before = word(index - 2)
    if before == Self.to, index > 2, word(index - 3) == Self.according { return true }
    if before == Self.from || before == Self.by, index > 2, Self.papers.contains(tokens[index - 3])
    {
      return true
    }
    if isJoined(index + 1), NameWords.saying.contains(tokens[index + 1]) { return true }
    return false
  }

  /// “The Morvans said”: several, not a house.
  private func isPlural(_ index: Int) -> Bool {
    let word = text.bytes[tokens[index].range]
    return word.count > 2 && word.last == UInt8(ascii: "s")
      && word.dropLast().last != UInt8(ascii: "s")
  }

  private static let according = WordSet.hash("according".utf8)
  private static let from = WordSet.hash("from".utf8)
  private static let by = WordSet.hash("by".utf8)
  private static let papers = WordSet(
    "statement statements announcement release readout read-out communique declaration summary")
}
