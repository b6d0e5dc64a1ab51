package import EDTF

extension TimeDate {
  /// The days that it can mean, since 1970-01-01 in the proleptic Gregorian calendar; nil when the
  /// year is unknown or before 1. A season is the northern meteorological one, a winter the one
  /// that begins in December of its year (as `EDTFDate.earliest` has it); a week begins on Monday.
  package var days: ClosedRange<Int32>? {
    guard year > 0 else { return nil }
    let year = Int(year)
    switch (scale, part) {
    case (.decade, _): return Self.span(year, 1, year + 9, 12)
    case (.century, _): return Self.span(year, 1, year + 99, 12)
    case (_, .none): return Self.span(year, 1, year, 12)
    case (_, .month):
      guard number > 0 else { return Self.span(year, 1, year, 12) }
      guard day > 0, day != Self.unknownDay else {
        return Self.span(year, Int(number), year, Int(number))
      }
      guard let date = civilDate?.dayNumber else { return nil }
      return date...date
    case (_, .season):
      return number == 4
        ? Self.span(year, 12, year + 1, 2)
        : Self.span(year, Int(number) * 3, year, Int(number) * 3 + 2)
    case (_, .half): return Self.span(year, Int(number) * 6 - 5, year, Int(number) * 6)
    case (_, .quarter): return Self.span(year, Int(number) * 3 - 2, year, Int(number) * 3)
    case (_, .week):
      guard number > 0, let fourth = CivilDate(year: year, month: 1, day: 4) else {
        return Self.span(year, 1, year, 12)
      }
      // ISO 8601-1, 4.3.2.2: week 1 is the one with 4 January.
      let monday = fourth.dayNumber - Int32(fourth.weekday - 1) + Int32(number - 1) * 7
      switch day {
      case 1...7: return monday + Int32(day) - 1...monday + Int32(day) - 1
      case Self.weekend: return monday + 5...monday + 6
      default: return monday...monday + 6
      }
    }
  }

  /// From the first day of a month to the last of another; nil when there is no such month.
  static func span(_ year: Int, _ month: Int, _ lastYear: Int, _ lastMonth: Int) -> ClosedRange<
    Int32
  >? {
    guard let first = CivilDate(year: year, month: month, day: 1),
      let last = CivilDate(
        year: lastYear, month: lastMonth, day: CivilDate.days(inMonth: lastMonth, of: lastYear)),
      first <= last
    else { return nil }
    return first.dayNumber...last.dayNumber
  }

  /// The week (ISO 8601-1) that a day falls into.
  static func week(of date: CivilDate) -> TimeDate {
    let thursday = CivilDate(dayNumber: date.dayNumber + Int32(4 - date.weekday)) ?? date
    let first = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
    return TimeDate(
      .week, Int(thursday.dayNumber - first.dayNumber) / 7 + 1, year: thursday.year)
  }

  /// The value in EDTF; nil when EDTF level 1 has no way to say it: unknown years, years before 1,
  /// weeks of unknown days. Weeks, halves and quarters become intervals, parts of a day their day.
  package var edtf: EDTF? {
    guard year > 0, let days else { return nil }
    let year = Int(year)
    switch (scale, part) {
    case (.decade, _): return EDTFDate(decadeOf: year).map { EDTF($0) }
    case (.century, _): return EDTFDate(centuryOf: year).map { EDTF($0) }
    case (_, .none): return day > 0 ? nil : EDTFDate(year: year).map { EDTF($0) }
    case (_, .month) where day == Self.unknownDay: return try? EDTF.parse(dateText).get()
    case (_, .month) where number > 0:
      if let civilDate { return EDTF(EDTFDate(civilDate, at: edtfTime)) }
      return EDTFDate(year: year, month: Int(number)).map { EDTF($0) }
    case (_, .month): return EDTFDate(year: year).map { EDTF($0) }
    case (_, .season):
      return EDTFDate.Season(rawValue: number + 20).flatMap { EDTFDate($0, of: year) }
        .map { EDTF($0) }
    case (_, .half), (_, .quarter): return Self.interval(days, byMonth: true)
    case (_, .week):
      guard number > 0 else { return nil }
      return Self.interval(days, byMonth: false)
    }
  }

  private var edtfTime: EDTFTime? {
    guard hour < 24, minute != 255 else { return nil }
    return EDTFTime(
      hour: Int(hour), minute: Int(minute), second: second == 255 ? nil : Int(second),
      offsetMinutes: zone == .min ? nil : Int(zone))
  }

  /// An interval of days as EDTF, a day when it is one.
  static func interval(_ days: ClosedRange<Int32>, byMonth: Bool = false) -> EDTF? {
    guard let first = CivilDate(dayNumber: days.lowerBound),
      let last = CivilDate(dayNumber: days.upperBound)
    else { return nil }
    if days.count == 1 { return EDTF(EDTFDate(first)) }
    if byMonth, let from = EDTFDate(year: first.year, month: first.month),
      let to = EDTFDate(year: last.year, month: last.month)
    {
      return EDTF(from: .date(from), to: .date(to))
    }
    return EDTF(from: .date(EDTFDate(first)), to: .date(EDTFDate(last)))
  }
}
