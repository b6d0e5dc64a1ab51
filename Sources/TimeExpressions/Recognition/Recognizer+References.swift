/// Sets, and words that are a time by themselves.
extension Recognizer {
  /// Every day, each summer, per week, daily.
  func repetition(_ index: Int) -> Candidate? {
    let token = at(index)
    switch token.word {
    case .each, .every, .per:
      var candidate = Candidate(index, index + 2, .everyUnit, .fixed(.unresolved))
      candidate.kind = .set
      let next = at(index + 1)
      switch next.word {
      case .unit:
        guard !next.isPlural, let unit = unit(index + 1), unit != .minute || token.word == .per
        else { return nil }
        candidate.meaning = .fixed(.amount(TimeAmount(1, unit)))
      case .season where !next.isPlural:
        candidate.meaning = .fixed(.date(TimeDate(.season, Int(next.value))))
      case .weekday where next.isCapital:
        candidate.meaning = .fixed(.date(TimeDate(weekday: Int(next.value))))
      case .month where isMonth(index + 1):
        candidate.meaning = .fixed(.date(TimeDate(year: 0, month: Int(next.value))))
      case .dayPart:
        guard let part = dayPart(index + 1) else { return nil }
        var day = TimeDate()
        day.part = .month
        day.day = TimeDate.unknownDay
        day.dayPart = part
        candidate.meaning = .fixed(.date(day))
      default:
        guard let amount = amount(index + 1), amount.isPlural else { return nil }
        candidate.end = amount.end
        candidate.meaning = .fixed(.amount(amount.value))
      }
      return candidate
    case .repeated:
      // “Daily News” is a name.
      if token.isCapital, index > 0 || at(index + 1).isCapital { return nil }
      var date = TimeDate()
      switch unit(index) {
      case .day:
        date.part = .month
        date.day = TimeDate.unknownDay
      case .week: date.part = .week
      case .month: date.part = .month
      case .quarter: date.part = .quarter
      case .year: break
      default: return nil
      }
      if token.isAmbiguous { date.dayPart = .night }
      var candidate = Candidate(index, index + 1, .repeated, .fixed(.date(date)))
      candidate.kind = .set
      return candidate
    default: return nil
    }
  }

  /// Now, recently, in the future, at night.
  func reference(_ index: Int) -> Candidate? {
    let token = at(index)
    func fixed(_ end: Int, _ value: TimeValue) -> Candidate {
      Candidate(index, end, .reference, .fixed(value))
    }
    switch token.word {
    case .now:
      // “now that it is over”
      return word(index + 1) == .that ? nil : fixed(index + 1, .present)
    case .recently: return fixed(index + 1, .past)
    case .recent, .tense:
      // In a history these adjectives say when it was written (lexical triggers of TIMEX2: Ferro et
      // al., 2005, section 2); in news they are no dates of anything.
      guard isBackground, !token.isCapital || !at(index + 1).isCapital else { return nil }
      return fixed(index + 1, token.word == .tense && token.value == 0 ? .present : .past)
    case .future:
      // Not what becomes of something: “the future of the city”.
      let isNoun = word(index - 1) == .the || word(index + 1) == .of || token.isCapital
      return isNoun ? nil : fixed(index + 1, .future)
    case .the:
      switch word(index + 1) {
      case .future where word(index - 1) == .preposition || word(index - 1) == .of:
        return fixed(index + 2, .future)
      case .past where word(index - 1) == .preposition && isClause(index + 2):
        return fixed(index + 2, .past)
      case .present:
        let isDay = word(index + 2) == .unit && unit(index + 2) == .day
        guard isDay || word(index - 1) == .at else { return nil }
        return fixed(isDay ? index + 3 : index + 2, .present)
      case .dayPart:
        guard !at(index + 1).isPlural, word(index - 1) == .preposition else { return nil }
        return partAlone(index, index + 1)
      default: return nil
      }
    case .present:
      if word(index + 1) == .unit || word(index + 1) == .dash {
        let place = word(index + 1) == .dash ? index + 2 : index + 1
        guard word(place) == .unit, unit(place) == .day else { return nil }
        return fixed(place + 1, .present)
      }
      return word(index - 1) == .at ? fixed(index + 1, .present) : nil
    case .dayPart:
      guard !token.isPlural, !token.isCapital else { return nil }
      // Not the night sky: “at night”, “by evening”.
      switch word(index - 1) {
      case .at, .preposition, .until, .since, .before, .after, .approximately, .from: break
      default: return nil
      }
      return partAlone(index, index)
    default: return nil
    }
  }

  private func partAlone(_ first: Int, _ index: Int) -> Candidate? {
    guard let part = dayPart(index) else { return nil }
    var day = TimeDate()
    day.part = .month
    day.day = TimeDate.unknownDay
    day.dayPart = part
    var candidate = Candidate(first, index + 1, .dayPart, .fixed(.date(day)))
    candidate.kind = .time
    return candidate
  }
}
