package import EDTF

/// A point of the calendar as exactly as the text gave it, whatever of it is unknown: TIMEX3's
/// dates and times. 16 bytes; its text is made when asked for.
package struct TimeDate: Hashable, Sendable {
  /// What a year's number means.
  package enum Scale: UInt8, Sendable { case year, decade, century }

  /// What stands below the year.
  package enum Part: UInt8, Sendable { case none, month, season, half, quarter, week }

  /// A part of a day, in TIMEX3's letters.
  package enum DayPart: UInt8, Sendable {
    case none, morning, midday, afternoon, evening, night, daytime

    var letters: String {
      switch self {
      case .none: ""
      case .morning: "MO"
      case .midday: "MI"
      case .afternoon: "AF"
      case .evening: "EV"
      case .night: "NI"
      case .daytime: "DT"
      }
    }
  }

  /// The year; negative before Christ (-499 is 499 BC), 0 when it is unknown. The first year of a
  /// decade or century.
  package var year: Int16 = 0
  /// Whether `year` is one year or the first of ten or a hundred.
  package var scale: Scale = .year
  /// What `number` counts.
  package var part: Part = .none
  /// The number of the month, season (1 spring to 4 winter), half, quarter, or week; 0 when
  /// unknown.
  package var number: UInt8 = 0
  /// The day of the month, or for a week the day of the week (8: its weekend); 0 when the value is
  /// no day, `unknownDay` when it is one and the text does not say which.
  package var day: UInt8 = 0
  /// The part of the day; `none` when there is a time of day or neither.
  package var dayPart: DayPart = .none
  /// 0 to 24, or 255 without a time of day.
  package var hour: UInt8 = 255
  /// 0 to 59, or 255 when the text gives the hour alone.
  package var minute: UInt8 = 255
  /// 0 to 59, or 255 when the text gives none.
  package var second: UInt8 = 255
  /// Minutes ahead of UTC; `.min` when the text names no zone, or one that we do not know.
  package var zone: Int16 = .min

  static let unknownDay: UInt8 = 255
  static let weekend: UInt8 = 8

  init() {}

  init(year: Int, month: Int = 0, day: Int = 0) {
    self.year = Int16(clamping: year)
    if month > 0 || day > 0 {
      part = .month
      number = UInt8(clamping: month)
    }
    self.day = UInt8(clamping: day)
  }

  init(_ date: CivilDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }

  init(_ part: Part, _ number: Int, year: Int = 0) {
    self.part = part
    self.number = UInt8(clamping: number)
    self.year = Int16(clamping: year)
  }

  /// A weekday (1 Monday to 7) of an unknown week.
  init(weekday: Int) {
    part = .week
    day = UInt8(clamping: weekday)
  }

  /// 1 to 12; nil when the value has no month or an unknown one.
  package var month: Int? { part == .month && number > 0 ? Int(number) : nil }
  /// Whether there is a part of the day or a time of day.
  package var isTime: Bool { dayPart != .none || hour != 255 }
  /// Whether it is a day of the month, of a week, or an unknown one.
  package var isDay: Bool { day > 0 && !(part == .week && day == Self.weekend) }

  /// The day, when year, month and day are known and there is such a day.
  package var civilDate: CivilDate? {
    guard part == .month, scale == .year, year > 0 else { return nil }
    return CivilDate(year: Int(year), month: Int(number), day: Int(day))
  }

  /// The same with another time of day.
  func with(timeOf other: TimeDate) -> TimeDate {
    var result = self
    result.dayPart = other.dayPart
    result.hour = other.hour
    result.minute = other.minute
    result.second = other.second
    result.zone = other.zone
    return result
  }

  func with(year: Int) -> TimeDate {
    var result = self
    result.year = Int16(clamping: year)
    return result
  }
}
