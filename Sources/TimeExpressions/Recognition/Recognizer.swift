/// Finds the time expressions of one paragraph, from left to right; every rule looks at a bounded
/// number of tokens.
struct Recognizer {
  let tokens: [Token]
  let order: TimeReader.DayMonthOrder
  let isBackground: Bool
  var found: [Candidate] = []

  init(_ tokens: [Token], options: TimeReader.Options) {
    self.tokens = tokens
    order = options.order
    isBackground = options.genre == .background
  }

  /// The token at `index`, `Token.none` outside.
  @inline(__always)
  func at(_ index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : .none
  }

  @inline(__always)
  func word(_ index: Int) -> Word {
    index >= 0 && index < tokens.count ? tokens[index].word : .sentenceEnd
  }

  /// Whether nothing but the mark stands between the two tokens around `index`.
  func isTight(_ index: Int) -> Bool { !at(index).isSpaced && !at(index + 1).isSpaced }

  mutating func run() {
    let tokens = tokens
    var index = 0
    // The next token without which there is no expression.
    var core = -1
    while index < tokens.count {
      if core < index {
        core = index
        while core < tokens.count, !Self.isCore(tokens[core].word) { core += 1 }
        if core == tokens.count { return }
        index = max(index, core - Self.longestPrefix)
      }
      guard Self.begins(tokens[index].word) else {
        index += 1
        continue
      }
      let before = found.count
      if let candidate = match(index), candidate.end > index {
        found.append(candidate)
        let end = continued(from: candidate.end, after: candidate)
        index = max(end, index + 1)
      } else if found.count > before, let last = found.last {
        index = max(continued(from: last.end, after: last), index + 1)
      } else {
        index += 1
      }
    }
  }

  /// The most tokens of one expression before the first that `isCore` knows: “at least about a
  /// couple of full weeks” and the like have fewer.
  private static let longestPrefix = 10

  /// Whether the word is of a kind of which every expression has one.
  @inline(__always)
  private static func isCore(_ word: Word) -> Bool {
    switch word {
    case .number, .quantity, .ordinalDigits, .decadeDigits, .month, .otherMonth, .weekday, .unit,
      .season, .dayPart, .day, .now, .recently, .tense, .present, .future, .past, .time, .repeated,
      .recent:
      true
    default: false
    }
  }

  /// Whether an expression can begin with the word.
  private static func begins(_ word: Word) -> Bool {
    switch word {
    case .other, .letter, .comma, .stop, .open, .close, .dash, .slash, .colon, .semicolon, .quote,
      .sentenceEnd, .percent, .symbol, .currency, .and, .ago, .before, .hence, .long, .old,
      .meridiem, .zone, .otherYear, .time, .on, .of, .since, .until, .from, .to, .or, .intention,
      .function, .pronoun, .counted, .numbering, .reading, .see, .older, .lasting, .than,
      .preposition:
      false
    default: true
    }
  }

  /// The expression that begins at the token, by the first rule that fits; some rules append what
  /// they find themselves.
  private mutating func match(_ index: Int) -> Candidate? {
    if let clock = clockTime(index) { return clock }
    switch word(index) {
    case .number, .quantity, .ordinalDigits:
      if let date = numericDate(index) { return date }
      if leadingDays(index) || yearRange(index) { return nil }
    default: break
    }
    if let set = repetition(index) { return set }
    if let prefixed = prefixed(index) { return prefixed }
    if let plain = core(index) { return plain }
    if let amount = duration(index) { return amount }
    return reference(index)
  }

  /// A calendar or relative expression without a prefix, with the time of day that follows it.
  func core(_ index: Int) -> Candidate? {
    guard var candidate = calendar(index) ?? relative(index) else { return nil }
    addTime(to: &candidate)
    return candidate
  }
}
