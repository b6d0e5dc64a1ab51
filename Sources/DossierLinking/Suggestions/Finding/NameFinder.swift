import DossierModel

/// Finds in a text the names that nobody declared, each by a rule. Words are looked at in passes: what
/// has the surest mark first, and no word twice.
struct NameFinder {
  let text: NameText
  /// Words that the captures have in small letters too: at the beginning of a sentence their capital
  /// says nothing.
  let plain: WordSet
  private(set) var sightings: [NameSighting] = []
  /// Which words are part of a name already.
  private(set) var taken: [Bool]

  var tokens: [NameToken] { text.tokens }

  /// O(words); every look at neighbours is bounded.
  static func sightings(in text: NameText, plain: WordSet) -> [NameSighting] {
    guard !text.isTitleCase else { return [] }
    var finder = NameFinder(text: text, plain: plain)
    finder.findTitled()
    finder.findInitials()
    for run in finder.runs() { finder.findConflict(run) }
    for run in finder.runs() { finder.findBody(run) }
    for run in finder.runs() { finder.findEvent(run) }
    for run in finder.runs() { finder.findPlace(run) }
    for run in finder.runs() { finder.findPlain(run) }
    return finder.sightings
  }

  private init(text: NameText, plain: WordSet) {
    self.text = text
    self.plain = plain
    taken = Array(repeating: false, count: text.tokens.count)
  }

  // MARK: Words

  /// Whether a word may be part of a name: a capital that its place in the sentence does not explain.
  func isNameWord(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let token = tokens[index]
    guard token.isCapital, !token.traits.contains(.digit), !token.traits.contains(.dotted) else {
      return false
    }
    if NameWords.common.contains(token) || NameWords.calendar.contains(token) { return false }
    return !(token.beginsSentence && plain.contains(token) && text.known[index] == .unknown)
  }

  /// Whether nothing but white space stands between a word and the one before.
  func isJoined(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].gap == .space
      && !tokens[index - 1].isPossessive
  }

  /// The hash of the word at an index; 0 outside.
  func word(_ index: Int) -> UInt64 { tokens.indices.contains(index) ? tokens[index].hash : 0 }

  func isState(_ index: Int) -> Bool {
    text.known[index] == .stateName || text.known[index] == .demonym
  }

  func isFree(_ run: Range<Int>) -> Bool { run.allSatisfy { !taken[$0] } }

  /// The longest runs of words that may be names and are not taken, with white space between them.
  private func runs() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < tokens.count {
      guard !taken[index], isNameWord(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < tokens.count, !taken[end], isJoined(end), isNameWord(end) { end += 1 }
      result.append(index..<end)
      index = end
    }
    return result
  }

  // MARK: What is found

  /// Takes the words of `run` for a name, unless they are no plausible one: too long, or all known.
  mutating func take(
    _ run: Range<Int>, _ rule: SuggestionRule, _ kind: PageKind, _ sort: String? = nil,
    office: NameSighting.Office? = nil, state: String? = nil, isWeak: Bool = false
  ) {
    guard !run.isEmpty, run.count <= 12, isFree(run) else { return }
    let name = text.name(run)
    guard name.utf8.count <= 100, name.utf8.count >= 2 else { return }
    for index in run { taken[index] = true }
    var acronym: String?
    if kind != .place, sort != "person", let short = shortForm(behind: run) {
      acronym = text.name(short..<(short + 1))
      taken[short] = true
    }
    sightings.append(
      NameSighting(
        rule: rule, range: text.range(run), name: name, kind: kind, sort: sort, office: office,
        state: state, acronym: acronym, isWeak: isWeak))
  }

  /// The word in capitals and brackets behind a run of which it is the short form.
  func shortForm(behind run: Range<Int>) -> Int? {
    let next = run.upperBound
    guard run.count > 1, next < tokens.count, tokens[next].gap == .open,
      tokens[next].mark == UInt8(ascii: "("), tokens[next].traits.contains(.shouted),
      tokens[next].range.count <= 10,
      MentionFinder.isShortForm(
        Array(text.bytes[tokens[next].range]), of: text.bytes[text.range(run)])
    else { return nil }
    return next
  }
}
