import DossierModel

extension NameFinder {
  /// What a place with a word behind or before it is, by the word’s hash.
  static let places: [UInt64: String?] = Dictionary(
    NameWords.placeNouns.flatMap { entry in
      entry.words.split(whereSeparator: \.isWhitespace).map {
        (WordSet.hash($0.utf8), entry.sort)
      }
    }, uniquingKeysWith: { first, _ in first })

  /// Places by a word for one: `Salt Corridor`, `Morva province`, `city of Tarn`, `South Morva`.
  mutating func findPlace(_ run: Range<Int>) {
    guard let first = run.first, let last = run.last else { return }
    // “Salt Corridor”
    if run.count > 1, let sort = Self.places[word(last)] {
      let start = placeStart(run.lowerBound..<last)
      if start < last, last - start <= 3 {
        take(start..<(last + 1), .placeNoun, .place, sort)
        return
      }
    }
    let start = placeStart(run)
    let name = start..<run.upperBound
    guard !name.isEmpty, name.count <= 3 else { return }
    // “Morva province”
    if isJoined(run.upperBound), !tokens[run.upperBound].isCapital, !tokens[last].isPossessive,
      let sort = Self.places[word(run.upperBound)], name.count <= 2,
      !tokens[first].beginsSentence || first != start, !isNamedBehind(run.upperBound)
    {
      take(name, .placeNoun, .place, sort)
      return
    }
    // “the city of Tarn”
    if start == first, first > 1, tokens[first].gap == .space, word(first - 1) == Self.of,
      isJoined(first - 1), let sort = Self.places[word(first - 2)], name.count <= 2
    {
      take(name, .placeNoun, .place, sort)
      return
    }
    // “South Morva”
    if run.count == 2, NameWords.quarters.contains(tokens[first]), text.known[last] == .unknown,
      NameWords.quartersOnly.contains(tokens[last]) || isPlaceWord(last)
    {
      take(run, .placeNoun, .place, "region")
    }
  }

  /// Whether what a word for a place is about stands behind it: “the Morvan city of Tarn”, but not
  /// “the Tarn province of Norland”.
  private func isNamedBehind(_ noun: Int) -> Bool {
    isJoined(noun + 1) && word(noun + 1) == Self.of && isJoined(noun + 2)
      && isPlaceWord(noun + 2)
  }

  /// Where a place’s name begins in a run: behind titles, people’s words and what is no name.
  private func placeStart(_ run: Range<Int>) -> Int {
    var start = run.upperBound
    while start > run.lowerBound, isPlaceWord(start - 1) || isQuarter(start - 1, in: run) {
      start -= 1
    }
    return start
  }

  private func isQuarter(_ index: Int, in run: Range<Int>) -> Bool {
    NameWords.quarters.contains(tokens[index]) && index + 1 < run.upperBound
  }

  private func isPlaceWord(_ index: Int) -> Bool {
    let token = tokens[index]
    return text.known[index] == .unknown && isNameWord(index)
      && !token.traits.contains(.shouted) && !NameWords.titles.contains(token)
      && !NameWords.portfolios.contains(token) && !NameWords.adjectives.contains(token)
      && Self.bodies[token.hash] == nil && !Self.houses.contains(token)
      && !NameWords.ofBodies.contains(token)
  }

  /// What is done or fought rather than where: “in War”, “in Operation Tarn”.
  private static let doings = WordSet(
    """
    war wars operation operations conflict revolution uprising battle siege force task team unit chapter
    article resolution phase case issue agreement accord accords treaty process summit
    """)

  /// Whether a run is a place by the word before it, and nothing that is printed or believed in.
  func isLocated(_ run: Range<Int>) -> Bool {
    guard var index = run.first, run.count <= 3,
      run.allSatisfy({ isPlaceWord($0) && !Self.doings.contains(tokens[$0]) })
    else { return false }
    let after = run.upperBound
    if isJoined(after), tokens[after].isCapital || NameWords.saying.contains(tokens[after]) {
      return false
    }
    guard let last = run.last, !tokens[last].isPossessive else { return false }
    for _ in 0..<2 {
      guard index > 0, tokens[index].gap == .space else { return false }
      index -= 1
      guard word(index) == Self.the || NameWords.directions.contains(tokens[index]) else { break }
      guard index > 0, tokens[index].gap == .space else { return false }
    }
    if word(index) == Self.the || NameWords.directions.contains(tokens[index]) { index -= 1 }
    guard index >= 0, NameWords.locatives.contains(tokens[index]) else { return false }
    return !(max(0, index - 3)..<index).contains { NameWords.printed.contains(tokens[$0]) }
  }
}
