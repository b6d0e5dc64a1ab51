import EDTF

/// The value of one candidate.
extension Resolver {
  func value(of candidate: Candidate) -> (TimeValue, Anchor) {
    switch candidate.meaning {
    case .fixed(let value): return (value, .none)
    case .amount(let amount): return (.amount(amount), .none)
    case .calendar(let date):
      var (result, anchor) = calendar(date, candidate)
      if candidate.section > 0 {
        result.part = .half
        result.number = UInt8(clamping: candidate.section)
      } else if candidate.section < 0 {
        result.part = .quarter
        result.number = UInt8(clamping: -candidate.section)
      }
      return (.date(result.timed(candidate)), anchor)
    case .step(let unit, let steps, let base):
      // “Today” in a history is no day of the narrative, nor the day it was put on the net.
      if isBackground, base == .document, unit == .day, steps == 0, !candidate.time.isTime {
        return (.present, .none)
      }
      var (result, anchor) = step(unit, steps, base)
      if candidate.section != 0, result.part == .none {
        result.part = candidate.section > 0 ? .half : .quarter
        result.number = UInt8(clamping: abs(candidate.section))
      }
      return (.date(result.timed(candidate)), anchor)
    case .named(let date, let steps, let base):
      let (result, anchor) = named(date, steps, base)
      return (.date(result.timed(candidate)), anchor)
    case .shift(let amount, let sign, let base):
      guard let count = amount.count else { return (sign < 0 ? .past : .future, .none) }
      return shift(amount.unit, sign * count, base)
    case .dayOfMonth(let day):
      let (month, anchor) = step(.month, 0, narrative.date == nil ? .document : .narrative)
      var result = month
      result.part = .month
      result.day = UInt8(clamping: day)
      return (.date(result.timed(candidate)), anchor)
    case .clock:
      let (day, anchor) = step(.day, 0, narrative.day == nil ? .document : .narrative)
      return (.date(day.timed(candidate)), anchor)
    }
  }

  // MARK: Dates without a year

  private func calendar(_ date: TimeDate, _ candidate: Candidate) -> (TimeDate, Anchor) {
    guard date.year == 0 else { return (date, .none) }
    if candidate.takesNarrativeYear {
      return narrative.year == 0 ? (date, .none) : (date.with(year: narrative.year), .narrative)
    }
    if date.part == .week { return weekday(date, candidate) }
    if !candidate.isCitation {
      if isBackground, narrative.year != 0 {
        return (date.with(year: yearInNarrative(of: date)), .narrative)
      }
      // A paragraph of background within news, or news without a date.
      let said = present == nil ? narrative.explicit : narrative.explicitInParagraph
      if let said, !isBackground {
        let year = Int(said.year)
        if let present {
          if year < present.day.year {
            return (date.with(year: yearAfter(said, of: date)), .narrative)
          }
        } else {
          return (date.with(year: yearAfter(said, of: date)), .narrative)
        }
      }
    }
    guard let (day, anchor) = present else { return (date, .none) }
    let year = year(of: date, near: day, isAhead: candidate.isAhead)
    // “From October to March”, read in November: the range of last winter.
    if let end = candidate.rangeEnd, (end.number, end.day) < (date.number, date.day),
      !candidate.isAhead
    {
      return (date.with(year: self.year(of: end, near: day, isAhead: false) - 1), anchor)
    }
    return (date.with(year: year), anchor)
  }

  /// The year that was said last; the next one for the first months of a year that follow on the
  /// last months of another.
  private func yearInNarrative(of date: TimeDate) -> Int {
    guard let last = narrative.date, Int(last.year) == narrative.year, date.part == .month,
      Int(last.number) - Int(date.number) >= Self.turn
    else { return narrative.year }
    return narrative.year == -1 ? 1 : narrative.year + 1
  }

  /// How many months a month must lie before the last one to be one of the next year.
  private static let turn = 9

  private func yearAfter(_ said: TimeDate, of date: TimeDate) -> Int {
    guard date.part == .month, Int(said.number) - Int(date.number) >= Self.turn else {
      return Int(said.year)
    }
    return Int(said.year) + 1
  }

  /// The latest year in which the date is not after the day, or with `isAhead` the earliest in
  /// which it is not before it.
  private func year(of date: TimeDate, near day: CivilDate, isAhead: Bool) -> Int {
    guard let days = date.with(year: day.year).days else {
      // 29 February in a year that has none.
      return CivilDate.isLeap(day.year) || isAhead ? day.year : day.year - day.year % 4
    }
    if isAhead { return days.upperBound < day.dayNumber ? day.year + 1 : day.year }
    return days.lowerBound > day.dayNumber ? day.year - 1 : day.year
  }

  /// In news the latest such day up to the document's, or the next one ahead of it; in background
  /// the next one from the narrative's day on.
  private func weekday(_ date: TimeDate, _ candidate: Candidate) -> (TimeDate, Anchor) {
    let wanted = Int(date.day)
    if isBackground {
      guard let last = narrative.day else { return (date, .none) }
      return (moved(last, by: (wanted - last.weekday + 7) % 7) ?? date, .narrative)
    }
    guard let (day, anchor) = present else { return (date, .none) }
    let back = (day.weekday - wanted + 7) % 7
    return (moved(day, by: candidate.isAhead ? (7 - back) % 7 : -back) ?? date, anchor)
  }

  func moved(_ day: CivilDate, by days: Int) -> TimeDate? {
    Self.day(day, plus: days).map { TimeDate($0) }
  }

  /// Nil outside the years 1 to 9999.
  private static func day(_ day: CivilDate, plus days: Int) -> CivilDate? {
    guard abs(days) < 4_000_000 else { return nil }
    return CivilDate(dayNumber: day.dayNumber + Int32(days))
  }

  // MARK: Steps

  /// The day, or at least the year, that a base stands for.
  private func base(_ base: Candidate.Base) -> (
    day: CivilDate?, month: TimeDate?, year: Int, Anchor
  ) {
    switch base {
    case .genre where isBackground && narrative.year != 0, .narrative:
      let isCurrent = narrative.date.map { Int($0.year) == narrative.year } ?? false
      return (narrative.day, isCurrent ? narrative.date : nil, narrative.year, .narrative)
    case .document, .genre:
      guard let (day, anchor) = present else { return (nil, nil, 0, .none) }
      return (day, TimeDate(day), day.year, anchor)
    }
  }

  func step(_ unit: TimeUnit, _ steps: Int, _ from: Candidate.Base) -> (TimeDate, Anchor) {
    var (day, month, year, anchor) = base(from)
    if from == .narrative, narrative.year == 0, let (present, kind) = present, steps == 0 {
      // “By the end of the year” in news that has said no date yet.
      (day, month, year, anchor) = (present, TimeDate(present), present.year, kind)
    }
    switch unit {
    case .second, .minute, .hour, .day:
      if let day, let result = moved(day, by: steps) { return (result, anchor) }
      var unknown = TimeDate()
      unknown.part = .month
      unknown.day = TimeDate.unknownDay
      guard let month, month.day == 0 else { return (unknown, .none) }
      unknown.year = month.year
      unknown.number = month.number
      return (unknown, anchor)
    case .weekend, .week, .fortnight:
      var result = TimeDate()
      result.part = .week
      let days = (unit == .fortnight ? 14 : 7) * steps
      if let day, let there = Self.day(day, plus: days) {
        result = TimeDate.week(of: there)
      } else {
        anchor = .none
      }
      if unit == .weekend { result.day = TimeDate.weekend }
      return (result, anchor)
    case .month, .quarter:
      guard let month, month.number > 0 else {
        return (TimeDate(unit == .month ? .month : .quarter, 0), .none)
      }
      if unit == .quarter {
        let total = Int(month.year) * 4 + (Int(month.number) - 1) / 3 + steps
        return (TimeDate(.quarter, total % 4 + 1, year: total / 4), anchor)
      }
      return (Self.month(month, by: steps), anchor)
    case .year:
      return year == 0 ? (TimeDate(), .none) : (TimeDate(year: Self.year(year, steps)), anchor)
    case .decade, .century:
      var result = TimeDate()
      result.scale = unit == .decade ? .decade : .century
      guard year != 0 else { return (result, .none) }
      let size = unit == .decade ? 10 : 100
      let there = Self.year(year, steps * size)
      result.year = Int16(clamping: there > 0 ? there / size * size : there)
      return (result, anchor)
    }
  }

  /// There is no year 0.
  static func year(_ year: Int, _ steps: Int) -> Int {
    let astronomical = (year < 0 ? year + 1 : year) + steps
    return astronomical <= 0 ? astronomical - 1 : astronomical
  }

  static func month(_ date: TimeDate, by steps: Int) -> TimeDate {
    let total = Int(date.number) - 1 + steps
    let years = total >= 0 ? total / 12 : (total - 11) / 12
    return TimeDate(year: year(Int(date.year), years), month: total - years * 12 + 1)
  }

  /// Last July, next Friday, this spring, the following summer.
  private func named(
    _ date: TimeDate, _ steps: Int, _ from: Candidate.Base
  ) -> (TimeDate, Anchor) {
    let (day, month, year, anchor) = base(from)
    if date.part == .week {
      guard let day else { return (date, .none) }
      let wanted = Int(date.day)
      let distance: Int
      switch steps {
      case 0: distance = wanted - day.weekday
      case 1...: distance = (wanted - day.weekday + 6) % 7 + 1
      default: distance = -((day.weekday - wanted + 6) % 7 + 1)
      }
      return (moved(day, by: distance) ?? date, anchor)
    }
    guard year != 0 else { return (date, .none) }
    guard steps != 0, let now = day?.dayNumber ?? month?.days?.lowerBound,
      let days = date.with(year: year).days
    else { return (date.with(year: Self.year(year, steps > 0 ? 1 : steps)), anchor) }
    if steps > 0 { return (date.with(year: days.lowerBound > now ? year : year + 1), anchor) }
    return (date.with(year: days.upperBound < now ? year : year - 1), anchor)
  }

  /// So many units from the base, as exactly as the unit: years to the year, days to the day.
  private func shift(_ unit: TimeUnit, _ steps: Int, _ from: Candidate.Base) -> (TimeValue, Anchor)
  {
    let (day, month, year, anchor) = base(from)
    let vague: TimeValue = steps < 0 ? .past : .future
    switch unit {
    case .year, .decade, .century:
      let years = steps * unit.inDurations.count
      guard year != 0 else { return (.date(TimeDate()), .none) }
      let there = Self.year(year, years)
      return abs(there) > 9999 ? (vague, .none) : (.date(TimeDate(year: there)), anchor)
    case .month, .quarter:
      guard let month, month.number > 0 else {
        return (.date(TimeDate(.month, 0)), .none)
      }
      guard abs(steps) < 12_000 else { return (vague, .none) }
      return (.date(Self.month(month, by: steps * unit.inDurations.count)), anchor)
    case .week, .weekend, .fortnight:
      guard let day,
        let there = Self.day(day, plus: steps * unit.inDurations.count * 7)
      else {
        var unknown = TimeDate()
        unknown.part = .week
        return (.date(unknown), .none)
      }
      return (.date(from == .document ? TimeDate.week(of: there) : TimeDate(there)), anchor)
    case .day:
      if let day, let there = moved(day, by: steps) { return (.date(there), anchor) }
      return (.date(step(.day, steps, from).0), anchor)
    case .second, .minute, .hour:
      guard from == .narrative || day == nil else { return (vague, .none) }
      guard let day else { return (vague, .none) }
      return (.date(TimeDate(day)), anchor)
    }
  }
}

extension TimeDate {
  /// With the candidate's time of day.
  func timed(_ candidate: Candidate) -> TimeDate {
    candidate.time.isTime ? with(timeOf: candidate.time) : self
  }
}
