/// Times that are said relative to another: yesterday, last week, the following summer, that day.
extension Recognizer {
  func relative(_ index: Int) -> Candidate? {
    switch word(index) {
    case .day:
      let token = at(index)
      var candidate = Candidate(
        index, index + 1, .deictic, .step(.day, Int(token.value), .document))
      if token.isAmbiguous {
        candidate.time.dayPart = .night
        candidate.kind = .time
      }
      return candidate
    case .the:
      return dayBefore(index) ?? same(index + 1, from: index)
        ?? directed(index + 1, from: index, hasArticle: true)
        ?? interposed(index + 1, from: index)
    case .that, .those:
      return same(index + 1, from: index) ?? pointed(index, base: .narrative)
    case .this, .these:
      return directed(index + 1, from: index, hasArticle: false) ?? pointed(index, base: .genre)
    case .same: return same(index, from: index)
    case .past where word(index + 1) == .dayPart:
      // “One minute past midnight”; it is “the past night” that is gone.
      return nil
    case .last, .past, .previous, .next, .following, .coming, .recent:
      return directed(index, from: index, hasArticle: false)
    default: return nil
    }
  }

  /// “The day before,” “the day after”, “the day following”; before an object, only “the day”.
  private func dayBefore(_ index: Int) -> Candidate? {
    let token = at(index + 1)
    let isNight = token.word == .dayPart
    guard token.word == .unit || isNight, !token.isPlural,
      let unit = isNight ? .day : unit(index + 1), unit >= .day
    else { return nil }
    let sign: Int
    switch word(index + 2) {
    case .before, .earlier, .previous: sign = -1
    case .after, .later: sign = 1
    case .following:
      // “the day following the attack”
      switch word(index + 3) {
      case .the, .a, .pronoun, .that: return nil
      default:
        var next = Candidate(index, index + 3, .dayBefore, .step(unit, 1, .narrative))
        if isNight {
          next.kind = .time
          next.time.dayPart = dayPart(index + 1) ?? .none
        }
        return next
      }
    default: return nil
    }
    var candidate = Candidate(
      index, index + 3, .dayBefore, .step(unit, sign, .narrative))
    if !isClause(index + 3) {
      guard word(index + 2) == .before || word(index + 2) == .after else { return nil }
      candidate.end = index + 2
      candidate.rule = .unresolved
      var day = TimeDate()
      day.part = .month
      day.day = TimeDate.unknownDay
      candidate.meaning = unit == .day ? .fixed(.date(day)) : .fixed(.unresolved)
    }
    if isNight {
      candidate.kind = .time
      candidate.time.dayPart = dayPart(index + 1) ?? .none
    }
    return candidate
  }

  /// Whether a new clause or the sentence's end begins at the token, not an object.
  func isClause(_ index: Int) -> Bool {
    switch word(index) {
    case .comma, .stop, .semicolon, .colon, .close, .sentenceEnd, .quote, .dash, .and, .or,
      .preposition, .at, .on:
      true
    case .function: true
    default: false
    }
  }

  /// “The same day”, “that same year”.
  private func same(_ index: Int, from first: Int) -> Candidate? {
    guard word(index) == .same else { return nil }
    return unitOrName(index + 1, from: first, step: 0, base: .narrative, rule: .same)
  }

  /// “This week”, “that morning”, “this period”.
  private func pointed(_ index: Int, base: Candidate.Base) -> Candidate? {
    let isPlural = word(index) == .these || word(index) == .those
    if isPlural {
      guard word(index + 1) == .unit, at(index + 1).isPlural, let unit = unit(index + 1),
        unit >= .day
      else { return nil }
      let isNow = word(index) == .these && unit == .day
      return Candidate(
        index, index + 2, .reference, .fixed(isNow ? .present : .unresolved))
    }
    return unitOrName(index + 1, from: index, step: 0, base: base, rule: .pointed)
      ?? someTime(index + 1, from: index)
  }

  /// “(During) this time”, “(at) the same time”, “that period”: a time that only the sense gives.
  private func someTime(_ index: Int, from first: Int) -> Candidate? {
    guard word(index) == .time else { return nil }
    switch word(first - 1) {
    case .preposition, .at, .since, .until, .from, .approximately, .before, .after: break
    default: return nil
    }
    return Candidate(first, index + 1, .someTime, .fixed(.unresolved))
  }

  /// Last, past, previous, next, following or coming, and what they point at.
  private func directed(_ index: Int, from first: Int, hasArticle: Bool) -> Candidate? {
    var base = Candidate.Base.genre
    var sign = -1
    switch word(index) {
    case .last: break
    case .past: base = .document
    case .previous: base = .narrative
    case .next:
      sign = 1
      if hasArticle { base = .narrative }
    case .following:
      sign = 1
      base = .narrative
    case .coming:
      sign = 1
      base = .document
    case .recent:
      guard word(index + 1) == .unit, at(index + 1).isPlural, let unit = unit(index + 1) else {
        return nil
      }
      return lasting(first, index + 2, TimeAmount(tenths: 0, unit))
    default: return nil
    }
    if let amount = amount(index + 1), amount.isPlural || amount.isCounted {
      return lasting(first, amount.end, amount.value)
    }
    if word(index + 1) == .unit, let unit = unit(index + 1) {
      if at(index + 1).isPlural { return lasting(first, index + 2, TimeAmount(tenths: 0, unit)) }
      // “for the next year”, “over the past week”
      let before = word(first - 1)
      if hasArticle, unit >= .day, before == .lasting || before == .moreThan {
        return lasting(first, index + 2, TimeAmount(1, unit))
      }
    }
    return unitOrName(index + 1, from: first, step: sign, base: base, rule: .directed)
  }

  /// “The four previous weeks”.
  private func interposed(_ index: Int, from first: Int) -> Candidate? {
    guard word(index) == .numeral || word(index) == .number || word(index) == .vague else {
      return nil
    }
    switch word(index + 1) {
    case .last, .past, .previous, .next, .following, .coming: break
    default: return nil
    }
    guard word(index + 2) == .unit, at(index + 2).isPlural, let unit = unit(index + 2) else {
      return nil
    }
    return lasting(first, index + 3, TimeAmount(Int(at(index).value), unit))
  }

  private func lasting(_ first: Int, _ end: Int, _ amount: TimeAmount) -> Candidate {
    var candidate = Candidate(first, end, .directedAmount, .amount(amount))
    candidate.kind = .duration
    return candidate
  }

  /// A unit, part of the day, weekday, month or season, so many steps from the base.
  private func unitOrName(
    _ index: Int, from first: Int, step: Int, base: Candidate.Base, rule: TimeRule
  ) -> Candidate? {
    let token = at(index)
    guard !token.isPlural else { return nil }
    switch token.word {
    case .unit:
      guard let unit = unit(index), unit >= .day else { return nil }
      // “the next day's”, but neither “this day-long” nor “last century-old”.
      if word(index + 1) == .dash, isTight(index + 1) { return nil }
      return Candidate(first, index + 1, rule, .step(unit, step, base))
    case .dayPart:
      guard let part = dayPart(index) else { return nil }
      var candidate = Candidate(
        first, index + 1, rule,
        .step(.day, step, word(first) == .this || word(first) == .last ? .document : base))
      candidate.kind = .time
      candidate.time.dayPart = part
      return candidate
    case .weekday:
      guard token.isCapital, !token.flags.contains(.abbreviation) else { return nil }
      // “this Sunday, Nov. 10”
      if calendar(index)?.date?.part == .month { return nil }
      return Candidate(
        first, index + 1, rule, .named(TimeDate(weekday: Int(token.value)), step, base))
    case .month:
      guard let month = monthFirst(index), let date = month.date else { return nil }
      if date.year != 0 || month.takesNarrativeYear { return nil }
      return Candidate(first, month.end, rule, .named(date, step, base))
    case .season:
      guard isSeason(index), explicitYear(index + 1) == nil, explicitYear(index + 2) == nil else {
        return nil
      }
      return Candidate(
        first, index + 1, rule, .named(TimeDate(.season, Int(token.value)), step, base))
    default: return nil
    }
  }
}
