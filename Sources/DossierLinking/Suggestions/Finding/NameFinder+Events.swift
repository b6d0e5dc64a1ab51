import DossierModel

extension NameFinder {
  private static let eventSorts: [UInt64: String] = Dictionary(
    NameWords.events.flatMap { entry in
      entry.words.split(whereSeparator: \.isWhitespace).map {
        (WordSet.hash($0.utf8), entry.sort)
      }
    }, uniquingKeysWith: { first, _ in first })

  /// Conflicts: what fighting is called after, with the word for it.
  mutating func findConflict(_ run: Range<Int>) {
    // The word may be capitalised, as the run’s last, or follow in small letters.
    var head = run.upperBound
    if let last = run.last, NameWords.conflicts.contains(tokens[last]) {
      head = last
    } else if isJoined(head), NameWords.civil.contains(tokens[head]) {
      head += 1
    }
    guard isJoined(head) else { return }
    if NameWords.massacres.contains(tokens[head]) {
      guard let last = run.last, text.known[last] == .demonym, states(of: last) == 1 else { return }
      take(last..<(head + 1), .event, .event, "attack-on-civilians")
      return
    }
    guard NameWords.conflicts.contains(tokens[head]) else { return }
    let isCivil = NameWords.civil.contains(word(head - 1))
    let end = isCivil ? head - 1 : head
    var start = end
    while start > run.lowerBound, isConflictWord(start - 1) { start -= 1 }
    guard start < end else { return }
    if start == end - 1 {
      // One people’s word makes a name, a compound of two says who fought.
      guard text.known[start] != .demonym || states(of: start) == 1 else { return }
      if text.known[start] == .metonym { return }
    } else if (start..<end).contains(where: { text.known[$0] == .demonym && states(of: $0) > 1 }) {
      return
    }
    if start > 0, isJoined(start), NameWords.ordinals.contains(tokens[start - 1]) { start -= 1 }
    let isIntrastate = isCivil || NameWords.civilConflicts.contains(tokens[head])
    // “World War II”
    var upper = head + 1
    if isJoined(upper), tokens[upper].isCapital, Self.numerals.contains(tokens[upper]) {
      upper += 1
    }
    take(start..<upper, .conflict, .conflict, isIntrastate ? "intrastate" : nil)
  }

  private static let numerals = WordSet("i ii iii iv")

  private func isConflictWord(_ index: Int) -> Bool {
    !NameWords.titles.contains(tokens[index]) && !NameWords.portfolios.contains(tokens[index])
      && !NameWords.adjectives.contains(tokens[index]) && Self.bodies[word(index)] == nil
      && !tokens[index].traits.contains(.shouted) && !tokens[index].isPossessive
      && !NameWords.conflicts.contains(tokens[index]) && !NameWords.civil.contains(tokens[index])
  }

  /// Of how many parts a compound word is: `Norlandish-Sudlandish` is two.
  private func states(of index: Int) -> Int {
    text.bytes[tokens[index].range].count { $0 == UInt8(ascii: "-") } + 1
  }

  /// What was agreed or met, under a name: `Morva Agreement`.
  mutating func findEvent(_ run: Range<Int>) {
    guard let last = run.last, run.count > 1, let sort = Self.eventSorts[word(last)] else { return }
    var start = run.lowerBound
    for index in run.dropLast() {
      if NameWords.titles.contains(tokens[index]) || text.known[index] == .demonym {
        start = index + 1
      }
    }
    guard start < last else { return }
    let own = (start..<last).contains { index in
      text.known[index] == .metonym
        || text.known[index] == .unknown && !NameWords.portfolios.contains(tokens[index])
          && !NameWords.adjectives.contains(tokens[index])
    }
    guard own, !tokens[start].beginsSentence || last - start > 1 || text.known[start] != .unknown
    else { return }
    // “Status of Forces Agreement”
    if start == run.lowerBound, isJoined(start), word(start - 1) == Self.of, isJoined(start - 1),
      isNameWord(start - 2), !taken[start - 2], text.known[start - 2] == .unknown,
      !NameWords.titles.contains(tokens[start - 2]), Self.bodies[word(start - 2)] == nil
    {
      start -= 2
    }
    take(start..<(last + 1), .event, .event, sort)
  }
}
