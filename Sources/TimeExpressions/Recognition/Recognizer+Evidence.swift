/// What makes a number a year or a day, and an ambiguous word a month or a season.
extension Recognizer {
  /// Whether the number is a piece of a longer one: `5.5`, `10/12`, `1:30`, `$5`.
  func isInsideNumber(_ index: Int) -> Bool {
    let before = at(index - 1)
    guard !at(index).isSpaced else { return before.word == .currency }
    switch before.word {
    case .currency, .numbering: return true
    case .stop, .comma, .colon, .slash:
      return !before.isSpaced && word(index - 2) == .number
    case .symbol, .other, .letter: return true
    default: return false
    }
  }

  /// Whether a mark and more digits follow without a space.
  private func runsOn(_ end: Int) -> Bool {
    switch word(end) {
    case .stop, .comma, .colon, .slash:
      isTight(end) && (word(end + 1) == .number || word(end + 1) == .quantity)
    case .percent: true
    default: false
    }
  }

  /// A day of a month: 1 to 31, not a count of something.
  func day(_ index: Int) -> Int? {
    let token = at(index)
    guard (1...31).contains(token.value) else { return nil }
    switch token.word {
    case .ordinalDigits: return Int(token.value)
    case .number where token.digits <= 2:
      if runsOn(index + 1) { return nil }
      let next = word(index + 1)
      if next == .counted || next == .hundred || next == .unit || next == .meridiem { return nil }
      if next == .letter, at(index + 2).word == .stop { return nil }
      return Int(token.value)
    default: return nil
    }
  }

  /// A year that stands behind a month, a day or a season: four digits, or any number with an era.
  func explicitYear(_ index: Int) -> (year: Int, end: Int)? {
    let token = at(index)
    if token.word == .era, token.value == 1, word(index + 1) == .number {
      return (Int(at(index + 1).value), index + 2)
    }
    guard token.word == .number, token.value > 0, token.digits <= 4 else { return nil }
    if let (sign, end) = era(index + 1) { return (sign * Int(token.value), end) }
    guard token.digits == 4, (1000...2199).contains(token.value), !runsOn(index + 1) else {
      return nil
    }
    switch word(index + 1) {
    case .counted, .hundred: return nil
    default: return (Int(token.value), index + 1)
    }
  }

  /// BC (-1) or AD (1) at the token, also with stops.
  func era(_ index: Int) -> (sign: Int, end: Int)? {
    let token = at(index)
    if token.word == .era, token.isCapital {
      return (token.value == 0 ? -1 : 1, index + 1)
    }
    // B.C., A.D., C.E.
    guard token.isCapital, word(index + 1) == .stop, at(index + 2).isCapital, isTight(index + 1),
      word(index + 3) == .stop, !at(index + 3).isSpaced
    else { return nil }
    switch (token.value, at(index + 2).value) {
    case (0x62, 0x63) where token.word == .letter: return (-1, index + 4)
    case (0x61, 0x64) where token.word == .a, (0x63, 0x65) where token.word == .letter:
      return (1, index + 4)
    default: return nil
    }
  }

  /// Whether four digits alone are a year and not a quantity or a name.
  func isBareYear(_ index: Int, end: Int? = nil) -> Bool {
    let token = at(index)
    let end = end ?? index + 1
    guard token.word == .number, token.digits == 4, (1000...2099).contains(token.value),
      !isInsideNumber(index), !runsOn(end)
    else { return false }
    let next = at(end)
    let before = word(index - 1)
    switch next.word {
    case .counted, .hundred, .unit, .currency: return false
    case .dash where isTight(end):
      // “a 1500-strong force”
      let behind = at(end + 1)
      if behind.word == .other, !behind.isCapital, token.value < 1900 { return false }
    default: break
    }
    let isCount = next.word == .other && next.isPlural && !next.isCapital
    switch before {
    case .currency, .numbering, .vague, .moreThan, .than, .least, .dozen, .hundred, .letter:
      return false
    case .stop where word(index - 2) == .numbering && !at(index - 1).isSpaced: return false
    case .lessThan, .just: return !isCount && next.word != .other
    case .preposition, .since, .until, .between, .early, .late, .mid, .before, .after, .open,
      .month, .season:
      return true
    case .approximately:
      return !isCount && (next.word != .other || (1900...2039).contains(token.value))
    case .of, .from, .to, .and, .or, .the, .comma:
      return !isCount || (before == .the && (1900...2039).contains(token.value))
    case .dash where at(index - 1).value == 0 && !at(index).isSpaced:
      // “F-2000”, “pre-1914”.
      return !at(index - 2).isCapital
    default:
      if (1900...2039).contains(token.value) { return !isCount }
      // A heading, or the end of one.
      return index == 0 && (end >= tokens.count || next.word == .dash || next.word == .colon)
        || end >= tokens.count && index > 0 && word(index - 1) == .comma
    }
  }

  /// Whether the month's name is used as one: by its capital letter and, for May and March and for
  /// abbreviations, by its neighbours.
  func isMonth(_ index: Int) -> Bool {
    let token = at(index)
    guard token.word == .month, token.isCapital else { return false }
    let next = at(index + 1)
    if token.flags.contains(.abbreviation) {
      if next.word == .number || next.word == .ordinalDigits { return true }
      if at(index - 1).word == .number { return true }
      guard next.word == .stop, !next.isSpaced else { return false }
      return word(index + 2) == .number || word(index - 1) == .preposition
    }
    guard token.isAmbiguous else { return true }
    let before = at(index - 1)
    // “Theresa May 10 years on”.
    if before.word == .other, before.isCapital { return false }
    if next.word == .number, (1...31).contains(next.value) || (1000...2199).contains(next.value) {
      return true
    }
    if next.word == .ordinalDigits { return true }
    // “in May's cabinet”
    if token.value == 5, next.word == .apostrophe, !next.isSpaced { return false }
    switch before.word {
    case .number, .ordinalDigits: return (1...31).contains(before.value)
    case .preposition, .since, .until, .early, .late, .mid, .last, .next, .this, .previous,
      .following, .of:
      return true
    case .dash: return word(index - 2) == .mid || word(index - 2) == .month
    case .from, .between:
      return word(index + 2) == .month || next.word == .of
    case .to, .and, .or, .comma:
      return word(index - 2) == .month || word(index - 2) == .number || word(index - 3) == .month
    case .the, .a:
      return next.word == .other && !next.isCapital
    default:
      if next.word == .of, explicitYear(index + 2) != nil { return true }
      if next.word == .comma, explicitYear(index + 2) != nil { return true }
      return (next.word == .to || next.word == .dash || next.word == .and)
        && word(index + 2) == .month && !(token.value == 5 && index == 0)
    }
  }

  /// Whether the season's name is used as one: not the Winter Palace, the Arab Spring, the fall of
  /// a city or a spring in a clock.
  func isSeason(_ index: Int) -> Bool {
    let token = at(index)
    let (before, next) = (at(index - 1), at(index + 1))
    if token.isPlural { return false }
    if token.isCapital, next.isCapital, next.word == .other || next.word == .counted {
      return false
    }
    if token.isCapital, before.isCapital, before.word == .other { return false }
    guard token.isAmbiguous else { return true }
    if explicitYear(index + 1) != nil { return true }
    if next.word == .of || next.word == .preposition, explicitYear(index + 2) != nil { return true }
    switch before.word {
    case .last, .next, .this, .that, .coming, .early, .late, .mid, .every, .each: return true
    case .following, .previous, .preposition, .or, .and, .same, .since, .until, .dash:
      return token.value == 1
    case .the:
      if token.value == 1 { return next.word != .of && !next.isCapital }
      switch word(index - 2) {
      case .preposition, .until, .since, .of: return next.word != .of && next.word != .preposition
      default: return false
      }
    case .a, .function, .pronoun:
      return token.value == 1 && next.word == .other && !next.isCapital
    default: return index == 0 && token.value == 1 && next.word == .other
    }
  }
}
