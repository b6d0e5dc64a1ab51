import DossierModel

extension NameFinder {
  /// What a body called by a word mostly is, by the word’s hash.
  static let bodies: [UInt64: String?] = Dictionary(
    NameWords.bodies.flatMap { entry in
      entry.words.split(whereSeparator: \.isWhitespace).map {
        (WordSet.hash($0.utf8), entry.sort)
      }
    }, uniquingKeysWith: { first, _ in first })

  /// Organisations, ministries, forces and outlets by the word for what they are.
  mutating func findBody(_ run: Range<Int>) {
    // “Ministry of Trade and Foreign Minister”: a run may go on behind a body’s chain.
    var lower = run.lowerBound
    while lower < run.upperBound {
      guard let head = head(in: lower..<run.upperBound) else { break }
      lower = max(head + 1, body(in: lower, head: head))
    }
  }

  /// The last word for a body in a run, or of a row of them; nil without one.
  private func head(in run: Range<Int>) -> Int? {
    var found: Int?
    for index in run where !taken[index] {
      if Self.bodies[word(index)] != nil || NameWords.ofBodies.contains(tokens[index]) {
        found = index
      } else if let found, index > found {
        // A person’s name may follow: “the Norland Forces Emin Tashar”. Within a few words it may
        // be another word for a body: “Coalition Border Authority”.
        guard index - found <= 2, text.known[index] == .unknown,
          !NameWords.titles.contains(tokens[index])
        else { break }
      }
    }
    return found
  }

  /// Reads the body whose word is at `head`; returns where to go on.
  private mutating func body(in lower: Int, head: Int) -> Int {
    let sort = Self.bodies[word(head)] ?? nil
    // Only what is about that body: behind a title, and the last people’s word alone.
    var start = lower
    for index in lower..<head {
      if NameWords.titles.contains(tokens[index]),
        !NameWords.portfolios.contains(tokens[index])
          || isState(index)
      {
        start = index + 1
      }
      if text.known[index] == .demonym, index > start { start = index }
    }
    let modifiers = start..<head
    let states = modifiers.prefix { isState($0) }
    let own = modifiers.dropFirst(states.count).filter { index in
      !NameWords.portfolios.contains(tokens[index])
        && !tokens[index].traits.contains(.shouted) && Self.bodies[word(index)] == nil
        && word(index) != Self.government
        && (!NameWords.adjectives.contains(tokens[index]) || Self.former.contains(tokens[index]))
    }
    let acronyms = modifiers.filter {
      tokens[$0].traits.contains(.shouted) && text.known[$0] != .stateName
    }
    let isOrgan = NameWords.organs.contains(tokens[head])
    let isBody = Self.bodies[word(head)] != nil
    if own.isEmpty, let end = chain(behind: head, isOrgan: isOrgan, isBody: isBody) {
      let first = states.isEmpty || !isOrgan ? start + states.count : start
      let state = text.states[head..<end].compactMap(\.self).first
      take(
        first..<end, .bodyOf, .actor,
        NameWords.ofBodies.contains(tokens[head]) && !isBody ? ofSort(head) : sort, state: state)
      return end
    }
    // “Morva People’s Republic”
    if !isBody, word(head) == Self.republic, !own.isEmpty, head > start,
      Self.peoples.contains(tokens[head - 1])
    {
      take(start..<(head + 1), .body, .actor, ofSort(head))
    }
    guard isBody else { return head + 1 }
    if !own.isEmpty {
      // A quarter of the world alone is no name: “Western Alliance”.
      guard !own.allSatisfy({ NameWords.quarters.contains(tokens[$0]) }) else { return head + 1 }
      take(first(behind: states.count, from: start)..<(head + 1), .body, .actor, sort)
    } else if let acronym = acronyms.first, isOrgan || modifiers.count > 1 {
      take(acronym..<(head + 1), .body, .actor, sort)
    } else if let state = states.first, isOrgan {
      take(start..<(head + 1), .body, .actor, sort, state: text.states[state])
    }
    return head + 1
  }

  /// Where a body’s name begins behind words of states: a state’s name written out is part of it
  /// (“Poland Study Group”), and so is an ordinal before it (“4th Rifle Division”).
  private func first(behind states: Int, from start: Int) -> Int {
    var first = start + states
    while first > start, text.known[first - 1] == .stateName,
      !tokens[first - 1].traits.contains(.shouted), !tokens[first - 1].isPossessive
    { first -= 1 }
    guard isJoined(first), tokens[first - 1].traits.contains(.digit), !taken[first - 1] else {
      return first
    }
    let word = text.bytes[tokens[first - 1].range]
    let isOrdinal =
      Self.ordinals.contains { word.suffix(2).elementsEqual($0) }
      && word.dropLast(2).allSatisfy { (0x30...0x39).contains($0) }
    return isOrdinal ? first - 1 : first
  }

  private static let ordinals = ["st", "nd", "rd", "th"].map { Array($0.utf8) }

  private func ofSort(_ head: Int) -> String? {
    switch word(head) {
    case Self.republic, Self.state: "de-facto-authority"
    case Self.union: "intergovernmental-organisation"
    default: nil
    }
  }

  /// Peoples whose states are no more and whose word stands in its name.
  private static let former = WordSet("soviet ottoman")
  private static let peoples = WordSet("people's people’s")
  private static let government = WordSet.hash("government".utf8)
  private static let republic = WordSet.hash("republic".utf8)
  private static let state = WordSet.hash("state".utf8)
  private static let union = WordSet.hash("union".utf8)

  /// Where the chain `of X for Y and Z` behind a body ends; nil where it makes no name.
  private func chain(behind head: Int, isOrgan: Bool, isBody: Bool) -> Int? {
    guard !tokens[head].isPossessive else { return nil }
    var end = head + 1
    var hasNew = false
    var hasState = false
    var hasPortfolio = false
    var hasFor = false
    while end - head < 12 {
      var next = end
      guard isJoined(next) else { break }
      let link = word(next)
      if link == Self.of || link == Self.for || link == Self.in && hasFor && hasPortfolio {
        if link == Self.for { hasFor = true }
      } else if link == Self.and, end > head + 1 {
        // “Security and Cooperation”, but not “Defence and Foreign Minister”.
        guard NameWords.portfolios.contains(tokens[end - 1]), isJoined(next + 1),
          NameWords.portfolios.contains(tokens[next + 1])
        else { break }
      } else {
        break
      }
      next += 1
      if isJoined(next), word(next) == Self.the { next += 1 }
      let start = next
      // “Department of the Ministry of Trade” names the ministry.
      if Self.bodies[word(start)] != nil { break }
      while isJoined(next), isNameWord(next) || tokens[next].isCapital && isState(next),
        !taken[next], !NameWords.titles.contains(tokens[next])
      {
        if isState(next) {
          hasState = true
        } else if NameWords.portfolios.contains(tokens[next]) {
          hasPortfolio = true
        } else {
          hasNew = true
        }
        let stops = tokens[next].isPossessive
        next += 1
        if stops { break }
      }
      guard next > start else { break }
      end = next
      if tokens[end - 1].isPossessive { break }
    }
    guard end > head + 1 else { return nil }
    if !isBody { return hasNew || hasPortfolio && !hasState ? end : nil }
    if hasNew || hasFor && hasPortfolio { return end }
    return isOrgan && hasState ? end : nil
  }

  // MARK: Outlets

  /// Whether a run is where the text has something from: `(Bugle, May 2)`, `see Bugle, May 2`.
  func isCited(_ run: Range<Int>) -> Bool {
    let after = run.upperBound
    guard let first = run.first, after < tokens.count, tokens[after].gap == .comma else {
      return false
    }
    let opens =
      tokens[first].gap == .open || tokens[first].mark == UInt8(ascii: ";")
      || first > 0 && word(first - 1) == Self.see && tokens[first].gap == .space
    guard opens else { return false }
    return NameWords.months.contains(tokens[after])
      || tokens[after].traits.contains(.digit) && NameWords.months.contains(word(after + 1))
  }

  private static let see = WordSet.hash("see".utf8)

  /// Whether a word for an outlet stands right before a run.
  func isBehindOutletNoun(_ run: Range<Int>) -> Bool {
    guard let first = run.first, first > 0, tokens[first].gap == .space else { return false }
    return NameWords.outlets.contains(tokens[first - 1])
  }
}
