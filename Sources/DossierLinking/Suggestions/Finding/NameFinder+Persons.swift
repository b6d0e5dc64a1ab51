import DossierModel

extension NameFinder {
  // MARK: Titles

  /// Persons by the title before them: `Foreign Minister Lena Moravec`, `Minister of Trade T. Orlov`.
  mutating func findTitled() {
    for index in tokens.indices
    where NameWords.titles.contains(tokens[index]) && !tokens[index].isPossessive {
      // Of several titles the last stands before the name.
      if isJoined(index + 1), NameWords.titles.contains(tokens[index + 1]) { continue }
      guard let start = afterTitle(index), let name = person(at: start) else { continue }
      let isStrong = tokens[index].isCapital && NameWords.strongTitles.contains(tokens[index])
      guard name.count > 1 || isStrong else { continue }
      let office = isStrong ? office(index, before: start) : nil
      take(name, .personTitle, .actor, "person", office: office)
      takeJoined(behind: name, .personTitle)
    }
  }

  /// Where the name begins behind a title, its portfolio and whose it is; nil where none can.
  private func afterTitle(_ title: Int) -> Int? {
    var index = title + 1
    var steps = 0
    while steps < 4, isJoined(index), word(index) == Self.of || word(index) == Self.for {
      index += 1
      if isJoined(index), word(index) == Self.the { index += 1 }
      let start = index
      while isJoined(index), index - start < 8,
        NameWords.portfolios.contains(tokens[index]) || isState(index)
          || index > start && Self.bodies[word(index)] != nil
          || tokens[index].traits.contains(.shouted)
      { index += 1 }
      guard index > start else { return nil }
      steps += 1
    }
    return isJoined(index) ? index : nil
  }

  /// The words of a person’s name from an index on.
  func person(at start: Int) -> Range<Int>? {
    var end = start
    var words = 0
    var isNew = false
    while end - start < 6, end < tokens.count, end == start || isJoined(end), !taken[end] {
      let token = tokens[end]
      if token.traits.contains(.initial) {
        end += 1
        continue
      }
      if end > start, NameWords.particles.contains(token), !token.isCapital, isNameWord(end + 1),
        isJoined(end + 1)
      {
        end += 1
        continue
      }
      guard isPersonWord(end) else { break }
      if text.known[end] == .unknown { isNew = true }
      end += 1
      words += 1
    }
    while end > start, tokens[end - 1].traits.contains(.initial) { end -= 1 }
    guard words > 0, words <= 4, isNew else { return nil }
    // What goes on as a body, a place or a house is named after a person.
    if isJoined(end), tokens[end].isCapital,
      Self.bodies[word(end)] != nil || Self.places[word(end)] != nil
        || Self.houses.contains(tokens[end])
    {
      return nil
    }
    return start..<end
  }

  private func isPersonWord(_ index: Int) -> Bool {
    guard isNameWord(index), !isState(index), text.known[index] != .metonym else { return false }
    let token = tokens[index]
    if token.traits.contains(.shouted), token.range.count < 4 { return false }
    return !NameWords.titles.contains(token) && !NameWords.portfolios.contains(token)
      && !NameWords.adjectives.contains(token) && !Self.houses.contains(token)
      && Self.bodies[token.hash] == nil && !NameWords.shortForms.contains(token)
      && !NameWords.placeWords.contains(token)
  }

  /// `… and Emin Tashar` behind a person: another, of two words or more.
  mutating func takeJoined(behind name: Range<Int>, _ rule: SuggestionRule) {
    let and = name.upperBound
    guard isJoined(and), word(and) == Self.and, isJoined(and + 1), let next = person(at: and + 1),
      next.count > 1, next.count <= 4
    else { return }
    take(next, rule, .actor, "person")
  }

  /// The office that the words before a name say, with whose it is.
  private func office(_ title: Int, before start: Int) -> NameSighting.Office? {
    var first = title
    while first > 0, isJoined(first), tokens[first - 1].isCapital,
      NameWords.titles.contains(tokens[first - 1])
        || NameWords.portfolios.contains(tokens[first - 1])
    { first -= 1 }
    guard !Self.forms.contains(tokens[title]) else { return nil }
    var state: String?
    if first > 0, tokens[first].gap == .space {
      if text.known[first - 1] == .demonym
        || text.known[first - 1] == .stateName && tokens[first - 1].isPossessive
      {
        state = text.states[first - 1]
        if first > 1, Self.past.contains(tokens[first - 2]) { return nil }
      } else if Self.past.contains(tokens[first - 1]) {
        return nil
      }
    }
    // “President of Norland”: whose it is stands behind the title.
    var end = title + 1
    if end < start, word(end) == Self.of {
      let states = (end..<start).filter { text.states[$0] != nil }
      if let first = states.first {
        state = text.states[first]
        end = title + 1
      } else {
        end = start
      }
    } else {
      end = start
    }
    let words = (first..<end).map { String(decoding: text.bytes[tokens[$0].range], as: UTF8.self) }
    guard words.count <= 6 else { return nil }
    return NameSighting.Office(words: words.joined(separator: " "), state: state)
  }

  // MARK: Initials

  /// `T. Morlan`, `S.V. Morlan`.
  mutating func findInitials() {
    var index = 0
    while index + 1 < tokens.count {
      let start = index
      index += 1
      guard !taken[start], tokens[start].traits.contains(.initial),
        text.known[start] == .unknown, !NameWords.shortForms.contains(tokens[start])
      else { continue }
      guard let name = person(at: start), name.count >= 2, let last = name.last,
        tokens[last].range.count > 2, !tokens[last].traits.contains(.shouted)
      else { continue }
      // “Zora T. Palnik”: the names before one initial are the person’s too; two stand for them.
      var first = start
      while start - first < 2, !tokens[start].traits.contains(.dotted), isJoined(first),
        isPersonWord(first - 1), !taken[first - 1], text.known[first - 1] == .unknown,
        !tokens[first - 1].traits.contains(.shouted)
      { first -= 1 }
      take(first..<name.upperBound, .personInitials, .actor, "person")
      index = name.upperBound
    }
  }

  // MARK: What stands beside

  /// Whether two to four words are a person by what stands beside them; by which rule.
  func personRule(_ run: Range<Int>) -> SuggestionRule? {
    let before = run.lowerBound - 1
    let after = run.upperBound
    guard let first = run.first else { return nil }
    // “the Tarn Report said”: a person has no article.
    if isJoined(first), Self.definite.contains(tokens[before]) { return nil }
    // “its foreign minister, Lena Moravec”
    if before >= 0, tokens[first].gap == .comma, isTitle(endingAt: before),
      after >= tokens.count || tokens[after].gap != .space
        || NameWords.saying.contains(tokens[after])
    {
      return .personApposition
    }
    // “Ivo Tarkan, the president of the club”
    if after < tokens.count, tokens[after].gap == .comma, beginsTitle(after) {
      return .personApposition
    }
    if isTalk(before: first) { return .personTalk }
    if after < tokens.count, tokens[after].gap == .space, NameWords.saying.contains(tokens[after]) {
      return .personSpeaker
    }
    if run.contains(where: { text.speakers.contains(tokens[$0].range.lowerBound) }) {
      return .personSpeaker
    }
    if NameWords.givenNames.contains(tokens[first]), run.count <= 3 { return .personGivenName }
    return nil
  }

  /// Whether a title, with what it is of behind it, ends at a word.
  private func isTitle(endingAt index: Int) -> Bool {
    var index = index
    var steps = 0
    while index > 0, steps < 8 {
      if NameWords.titles.contains(tokens[index]) { return true }
      let isPart =
        isState(index) || NameWords.portfolios.contains(tokens[index])
        || [Self.of, Self.the, Self.for].contains(word(index)) || Self.bodies[word(index)] != nil
      guard isPart, isJoined(index) else { return false }
      index -= 1
      steps += 1
    }
    return false
  }

  /// Whether a title stands within the next few words, up to the next punctuation.
  private func beginsTitle(_ start: Int) -> Bool {
    var index = start
    while index < tokens.count, index - start < 6 {
      if index > start, tokens[index].gap != .space { return false }
      if NameWords.titles.contains(tokens[index]) { return true }
      let isPart =
        Self.articles.contains(tokens[index]) || isState(index)
        || NameWords.portfolios.contains(tokens[index]) || Self.past.contains(tokens[index])
      guard isPart else { return false }
      index += 1
    }
    return false
  }

  /// Whether “a conversation with” or “a meeting with X and” stands before a word.
  private func isTalk(before first: Int) -> Bool {
    guard first > 1, tokens[first].gap == .space, word(first - 1) == Self.with else { return false }
    return (max(0, first - 4)..<(first - 1)).contains {
      NameWords.conversations.contains(tokens[$0])
    }
  }

  static let of = WordSet.hash("of".utf8)
  static let `for` = WordSet.hash("for".utf8)
  static let the = WordSet.hash("the".utf8)
  static let and = WordSet.hash("and".utf8)
  static let with = WordSet.hash("with".utf8)
  static let to = WordSet.hash("to".utf8)
  static let `in` = WordSet.hash("in".utf8)
  private static let definite = WordSet("the a an")
  private static let articles = WordSet("the a an its his her their then who is was")
  /// What says that an office is none any more, or not quite.
  private static let past = WordSet(
    "former ex late then longtime long-time acting onetime one-time outgoing ousted deposed")
  /// Forms of address, which are no office.
  private static let forms = WordSet(
    "mr mrs ms miss dr prof professor sir lord lady dame doctor colleague counterpart")
  /// What is called after somebody.
  static let houses = WordSet(
    """
    street avenue road square park house palace hall hotel hospital school college library museum
    theater theatre prize award cup day boulevard station tower stadium doctrine plan act law regime
    """)
}
