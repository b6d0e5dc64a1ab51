import EDTF

/// Days and precision of values.
enum Intervals {
  /// The days of a value, narrowed by START, MID and END: thirds of a month (1-10, 11-20, 21-), of
  /// a year its first three, its four middle and its last three months, of anything else thirds.
  static func days(
    of value: TimeValue, modifier: TimeExpression.Modifier?
  ) -> ClosedRange<Int32>? {
    guard let date = value.date, let whole = date.days else { return nil }
    guard let modifier, whole.count > 1 else { return whole }
    let year = Int(date.year)
    switch (modifier, date.part, date.scale) {
    case (.start, .month, _): return whole.lowerBound...whole.lowerBound + 9
    case (.mid, .month, _): return whole.lowerBound + 10...whole.lowerBound + 19
    case (.end, .month, _): return whole.lowerBound + 20...whole.upperBound
    case (.start, .none, .year): return TimeDate.span(year, 1, year, 3)
    case (.mid, .none, .year): return TimeDate.span(year, 5, year, 8)
    case (.end, .none, .year): return TimeDate.span(year, 10, year, 12)
    case (.start, _, _), (.mid, _, _), (.end, _, _):
      let third = Int32(whole.count / 3)
      let first = whole.lowerBound + (modifier == .start ? 0 : modifier == .mid ? third : 2 * third)
      return first...(modifier == .end ? whole.upperBound : max(first, first + third - 1))
    default: return whole
    }
  }

  static func precision(
    of value: TimeValue, modifier: TimeExpression.Modifier?
  ) -> TimeExpression.Precision {
    let isPart = modifier == .start || modifier == .mid || modifier == .end
    switch value {
    case .past, .present, .future, .unresolved: return .vague
    case .amount(let amount):
      guard amount.tenths > 0 else { return .vague }
      switch amount.unit {
      case .second: return .second
      case .minute: return .minute
      case .hour: return .hour
      case .day, .weekend: return .day
      case .week, .fortnight: return .week
      case .month, .quarter: return .month
      case .year: return .year
      case .decade: return .decade
      case .century: return .century
      }
    case .date(let date):
      if date.hour != 255 {
        return date.second != 255 ? .second : date.minute != 255 ? .minute : .hour
      }
      if date.dayPart != .none { return .partOfDay }
      if date.day == TimeDate.unknownDay, date.year != 0 {
        return date.number > 0 ? .month : .year
      }
      if date.isDay { return .day }
      switch (date.scale, date.part) {
      case (.century, _): return .century
      case (.decade, _): return .decade
      case (_, .none): return isPart ? .partOfYear : .year
      case (_, .month): return isPart ? .partOfMonth : .month
      case (_, .season): return .season
      case (_, .half), (_, .quarter): return .partOfYear
      case (_, .week): return .week
      }
    }
  }

  /// A day moved by so many units; the day of the month is cut to the month's length.
  static func shifted(_ day: Int32, by steps: Int, _ unit: TimeUnit) -> Int32? {
    guard abs(steps) < 1_000_000 else { return nil }
    let months: Int
    switch unit {
    case .second, .minute, .hour: return day
    case .day: return day + Int32(steps)
    case .weekend, .week: return day + Int32(steps * 7)
    case .fortnight: return day + Int32(steps * 14)
    case .month: months = steps
    case .quarter: months = steps * 3
    case .year: months = steps * 12
    case .decade: months = steps * 120
    case .century: months = steps * 1200
    }
    guard let date = CivilDate(dayNumber: day) else { return nil }
    let total = date.year * 12 + date.month - 1 + months
    guard total >= 12, total < 120_000 else { return nil }
    let (year, month) = (total / 12, total % 12 + 1)
    return CivilDate(
      year: year, month: month, day: min(date.day, CivilDate.days(inMonth: month, of: year)))?
      .dayNumber
  }
}

extension TimeExpression {
  /// The same with the days that its neighbour gives it.
  func lasting(_ days: ClosedRange<Int32>) -> TimeExpression {
    TimeExpression(
      paragraph: paragraph, range: range, kind: kind, value: value,
      modifier: modifier ?? .approximate, days: days, precision: precision, anchor: .narrative,
      role: role, link: link, rule: rule)
  }
}
