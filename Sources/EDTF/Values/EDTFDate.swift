/// One date as exactly as its source gave it: a day, a month, a season, a year, a decade, a century,
/// or a minute of a day (EDTF levels 0 and 1).
package struct EDTFDate: Hashable, Sendable {
  /// How exactly a date is known, from the coarsest to the finest.
  package enum Precision: UInt8, Sendable, Comparable, CaseIterable {
    case century, decade, year, season, month, day, time

    package static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What the source says about its own date (EDTF level 1, “Qualification of a date”).
  package struct Qualifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `?`: the source may be wrong.
    package static let uncertain = Qualifiers(rawValue: 1)
    /// `~`: about that time.
    package static let approximate = Qualifiers(rawValue: 2)

    /// Nothing, `?`, `~`, or `%` for both.
    package var text: String {
      switch (contains(.uncertain), contains(.approximate)) {
      case (false, false): ""
      case (true, false): "?"
      case (false, true): "~"
      case (true, true): "%"
      }
    }
  }

  /// Parts that are known to exist and not known (`X`): `2004-XX` is some month of 2004, not 2004.
  package enum Unspecified: UInt8, Sendable {
    case none, month, day, monthAndDay
  }

  /// The seasons of EDTF level 1, codes 21 to 24, “independent of location”.
  package enum Season: UInt8, Sendable, CaseIterable {
    case spring = 21
    case summer, autumn, winter
  }

  private let storedYear: Int16
  /// A month, a season's code, or 0.
  private let storedMonth: UInt8
  private let storedDay: UInt8
  package let precision: Precision
  package let unspecified: Unspecified
  package let qualifiers: Qualifiers
  /// The time of day, for the precision `time`.
  package let time: EDTFTime?

  /// 1 to 9999. The first year of a decade or century.
  package var year: Int { Int(storedYear) }
  /// 1 to 12, nil when the value lacks it.
  package var month: Int? { (1...12).contains(storedMonth) ? Int(storedMonth) : nil }
  /// 1 to 31, nil when the value lacks it.
  package var day: Int? { storedDay > 0 ? Int(storedDay) : nil }
  package var season: Season? { Season(rawValue: storedMonth) }
  /// `?` or `%`.
  package var isUncertain: Bool { qualifiers.contains(.uncertain) }
  /// `~` or `%`.
  package var isApproximate: Bool { qualifiers.contains(.approximate) }

  init(
    trustedYear year: Int, month: Int = 0, day: Int = 0, precision: Precision,
    unspecified: Unspecified = .none, qualifiers: Qualifiers = [], time: EDTFTime? = nil
  ) {
    storedYear = Int16(truncatingIfNeeded: year)
    storedMonth = UInt8(truncatingIfNeeded: month)
    storedDay = UInt8(truncatingIfNeeded: day)
    self.precision = precision
    self.unspecified = unspecified
    self.qualifiers = qualifiers
    self.time = time
  }
}

extension EDTFDate {
  /// A day, or a time of that day.
  package init(_ date: CivilDate, at time: EDTFTime? = nil, qualifiers: Qualifiers = []) {
    self.init(
      trustedYear: date.year, month: date.month, day: date.day,
      precision: time == nil ? .day : .time, qualifiers: time == nil ? qualifiers : [], time: time)
  }

  /// A year, or a month of it; nil outside the years 1 to 9999 and the months 1 to 12.
  package init?(year: Int, month: Int? = nil, qualifiers: Qualifiers = []) {
    guard (1...9999).contains(year), (1...12).contains(month ?? 1) else { return nil }
    self.init(
      trustedYear: year, month: month ?? 0, precision: month == nil ? .year : .month,
      qualifiers: qualifiers)
  }

  /// A season of a year; nil outside the years 1 to 9999.
  package init?(_ season: Season, of year: Int, qualifiers: Qualifiers = []) {
    guard (1...9999).contains(year) else { return nil }
    self.init(
      trustedYear: year, month: Int(season.rawValue), precision: .season, qualifiers: qualifiers)
  }

  /// The decade of a year (`201X`); nil outside the years 10 to 9999.
  package init?(decadeOf year: Int, qualifiers: Qualifiers = []) {
    guard (10...9999).contains(year) else { return nil }
    self.init(trustedYear: year / 10 * 10, precision: .decade, qualifiers: qualifiers)
  }

  /// The hundred years of one numeral (`20XX`, 2000 to 2099); nil outside the years 100 to 9999.
  package init?(centuryOf year: Int, qualifiers: Qualifiers = []) {
    guard (100...9999).contains(year) else { return nil }
    self.init(trustedYear: year / 100 * 100, precision: .century, qualifiers: qualifiers)
  }

  /// The day, when the value has one.
  package var civilDate: CivilDate? {
    guard let month, let day else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// The value in EDTF: `2020-07-12`, `2020-07-XX`, `201X~`.
  package var text: String {
    let year = Digits.padded(self.year, 4)
    let known: String =
      switch precision {
      case .century: String(year.prefix(2)) + "XX"
      case .decade: String(year.prefix(3)) + "X"
      case .year: year
      case .season, .month: year + "-" + Digits.padded(Int(storedMonth), 2)
      case .day, .time:
        year + "-" + Digits.padded(Int(storedMonth), 2) + "-" + Digits.padded(Int(storedDay), 2)
      }
    let unknown =
      switch unspecified {
      case .none: ""
      case .month, .day: "-XX"
      case .monthAndDay: "-XX-XX"
      }
    return known + unknown + (time.map { "T" + $0.text } ?? "") + qualifiers.text
  }
}
