import EDTF

/// Dates by their names: months, days, years, seasons, decades, centuries.
extension Recognizer {
  func calendar(_ index: Int) -> Candidate? {
    switch word(index) {
    case .month: return monthFirst(index)
    case .otherMonth:
      // “июль 2020”, but not “Mars 2020”
      guard !at(index).isAmbiguous, word(index + 1) == .number, at(index + 1).digits == 4 else {
        return nil
      }
      return otherLanguage(nil, index)
    case .number: return dayFirst(index) ?? year(index)
    case .ordinalDigits, .ordinal: return dayFirst(index) ?? century(index)
    case .the:
      switch word(index + 1) {
      case .ordinalDigits, .ordinal, .decadeDigits, .season, .apostrophe:
        guard
          var candidate = dayFirst(index + 1, needsOf: true) ?? century(index + 1)
            ?? decade(index + 1) ?? season(index + 1)
        else { return monthDay(index) }
        if includesArticle(candidate) { candidate.first = index }
        return candidate
      default: return nil
      }
    case .weekday: return weekday(index)
    case .season: return season(index)
    case .decadeDigits, .apostrophe: return decade(index)
    case .era where at(index).value == 1 && at(index).isCapital:
      // “AD 70”.
      guard word(index + 1) == .number, (1...4).contains(at(index + 1).digits) else { return nil }
      return Candidate(
        index, index + 2, .era, .calendar(TimeDate(year: Int(at(index + 1).value))))
    default: return nil
    }
  }

  /// A season before a noun is no expression with its article: “the [summer] offensive”.
  private func includesArticle(_ candidate: Candidate) -> Bool {
    let next = at(candidate.end)
    guard word(candidate.first) == .season, candidate.end == candidate.first + 1 else {
      return true
    }
    return !(next.word == .other && !next.isCapital && !next.flags.contains(.odd))
  }

  /// October 14, 2020; Oct. 14; October 2020; October of 2020; August in 2008; July 25 of that
  /// year.
  func monthFirst(_ index: Int) -> Candidate? {
    guard isMonth(index) else { return nil }
    let month = Int(at(index).value)
    var next = index + 1
    if at(index).flags.contains(.abbreviation), word(next) == .stop, !at(next).isSpaced {
      next += 1
    }
    if let day = day(next), day <= Self.longest(month) {
      var candidate = Candidate(
        index, next + 1, .monthDay, .calendar(TimeDate(year: 0, month: month, day: day)))
      complete(&candidate, with: TimeDate(year: 0, month: month, day: day), exact: .fullDate)
      return candidate
    }
    let plain = TimeDate(year: 0, month: month)
    var candidate = Candidate(index, next, .month, .calendar(plain))
    complete(&candidate, with: plain, exact: .monthYear, mayJoin: true)
    return candidate
  }

  /// The days of a month in a leap year.
  static func longest(_ month: Int) -> Int { CivilDate.days(inMonth: month, of: 2000) }

  /// 14 October 2020; 3rd March 1918; the 14th of July; 23 июля 2020 года.
  func dayFirst(_ index: Int, needsOf: Bool = false) -> Candidate? {
    let token = at(index)
    guard token.value >= 1, token.value <= 31, !isInsideNumber(index) else { return nil }
    guard token.word != .number || token.digits <= 2 else { return nil }
    var next = index + 1
    if word(next) == .of, token.word != .number { next += 1 } else if needsOf { return nil }
    if word(next) == .otherMonth { return otherLanguage(index, next) }
    if word(next) == .stop, !at(next).isSpaced, word(next + 1) == .otherMonth {
      return otherLanguage(index, next + 1)
    }
    guard isMonth(next), at(next).isSpaced else { return nil }
    guard Int(token.value) <= Self.longest(Int(at(next).value)) else { return nil }
    let date = TimeDate(year: 0, month: Int(at(next).value), day: Int(token.value))
    var end = next + 1
    if at(next).flags.contains(.abbreviation), word(end) == .stop, !at(end).isSpaced { end += 1 }
    var candidate = Candidate(index, end, .dayMonth, .calendar(date))
    complete(&candidate, with: date, exact: .fullDate)
    return candidate
  }

  /// “On the 15th,”: a day of the narrative's month.
  private func monthDay(_ index: Int) -> Candidate? {
    let token = at(index + 1)
    guard token.word == .ordinalDigits, (1...31).contains(token.value), word(index - 1) == .on
    else { return nil }
    switch word(index + 2) {
    case .comma, .stop, .semicolon, .close, .sentenceEnd, .function, .pronoun:
      return Candidate(index, index + 2, .dayOfMonth, .dayOfMonth(Int(token.value)))
    default: return nil
    }
  }

  private func otherLanguage(_ day: Int?, _ month: Int) -> Candidate? {
    let number = day.map { Int(at($0).value) } ?? 0
    guard number <= Self.longest(Int(at(month).value)) else { return nil }
    var date = TimeDate(year: 0, month: Int(at(month).value), day: number)
    var end = month + 1
    if word(end) == .number, at(end).digits == 4 {
      date.year = Int16(clamping: Int(at(end).value))
      end += 1
      if word(end) == .otherYear { end += 1 }
    }
    return Candidate(day ?? month, end, .otherLanguage, .calendar(date))
  }

  /// Adds the year that follows: `, 2020`, `of 2020`, `2020 BC`, `of that year`.
  private func complete(
    _ candidate: inout Candidate, with date: TimeDate, exact: TimeRule, mayJoin: Bool = false
  ) {
    var next = candidate.end
    if word(next) == .comma { next += 1 }
    if let (year, end) = explicitYear(next), at(next).isSpaced || word(next - 1) == .comma {
      candidate.meaning = .calendar(date.with(year: year))
      candidate.rule = exact
      candidate.end = end
      return
    }
    next = candidate.end
    let joins = word(next) == .of || (mayJoin && word(next) == .preposition)
    if joins, let (year, end) = explicitYear(next + 1) {
      candidate.meaning = .calendar(date.with(year: year))
      candidate.rule = exact
      candidate.end = end
    } else if let end = thatYear(next) {
      candidate.takesNarrativeYear = true
      candidate.rule = .ofThatYear
      candidate.end = end
    }
  }

  /// The end of “of that year”, “of the same year”, “that same year”.
  func thatYear(_ index: Int) -> Int? {
    var next = index
    if word(next) == .of { next += 1 }
    guard word(next) == .that || (word(next) == .the && word(next + 1) == .same) else { return nil }
    next += 1
    if word(next) == .same { next += 1 }
    guard word(next) == .unit, at(next).value == Int32(TimeUnit.year.rawValue),
      !at(next).isPlural
    else { return nil }
    return next + 1
  }

  /// Friday; Friday, 22 March 2013.
  private func weekday(_ index: Int) -> Candidate? {
    let token = at(index)
    guard token.isCapital else { return nil }
    var next = index + 1
    if token.flags.contains(.abbreviation), word(next) == .stop, !at(next).isSpaced { next += 1 }
    var date = next
    if word(date) == .comma { date += 1 }
    if word(date) == .the { date += 1 }
    if let rest = monthFirst(date) ?? dayFirst(date), rest.date?.day ?? 0 > 0 {
      var whole = rest
      whole.first = index
      return whole
    }
    if token.flags.contains(.abbreviation) { return nil }
    if token.isPlural {
      let value = TimeValue.date(TimeDate(weekday: Int(token.value)))
      var candidate = Candidate(index, next, .everyUnit, .fixed(value))
      candidate.kind = .set
      return candidate
    }
    return Candidate(index, next, .weekday, .calendar(TimeDate(weekday: Int(token.value))))
  }

  /// The spring of 1862; summer 2007; winter.
  func season(_ index: Int) -> Candidate? {
    guard word(index) == .season, isSeason(index) else { return nil }
    let date = TimeDate(.season, Int(at(index).value))
    var candidate = Candidate(index, index + 1, .season, .calendar(date))
    complete(&candidate, with: date, exact: .seasonYear, mayJoin: true)
    return candidate
  }

  /// The 1960s; the '90s; the 470s BC.
  private func decade(_ index: Int) -> Candidate? {
    let isShort = word(index) == .apostrophe
    let token = at(isShort ? index + 1 : index)
    guard token.word == .decadeDigits else { return nil }
    let end = isShort ? index + 2 : index + 1
    var year = Int(token.value)
    switch token.digits {
    case 2:
      guard year >= 20, isShort || word(index - 1) == .the else { return nil }
      year += 1900
    case 3:
      guard let (sign, end) = era(end), sign < 0 else { return nil }
      var date = TimeDate(year: -year)
      date.scale = .decade
      return Candidate(index, end, .decade, .calendar(date))
    default: break
    }
    var date = TimeDate(year: year)
    date.scale = .decade
    return Candidate(index, end, .decade, .calendar(date))
  }

  /// The 20th century; the fourth century BC.
  private func century(_ index: Int) -> Candidate? {
    let token = at(index)
    guard (2...30).contains(token.value) else { return nil }
    var next = index + 1
    if word(next) == .dash { next += 1 }
    guard word(next) == .unit, at(next).value == Int32(TimeUnit.century.rawValue) else {
      return nil
    }
    var date = TimeDate(year: Int(token.value - 1) * 100)
    var end = next + 1
    if let (sign, behind) = era(end) {
      end = behind
      if sign < 0 { date.year = -date.year - 1 }
    }
    date.scale = .century
    return Candidate(index, end, .century, .calendar(date))
  }

  /// A year alone.
  private func year(_ index: Int) -> Candidate? {
    let token = at(index)
    if let (sign, end) = era(index + 1), token.digits <= 4, token.value > 0,
      !isInsideNumber(index)
    {
      return Candidate(index, end, .era, .calendar(TimeDate(year: sign * Int(token.value))))
    }
    guard isBareYear(index) else { return nil }
    return Candidate(index, index + 1, .year, .calendar(TimeDate(year: Int(token.value))))
  }
}
