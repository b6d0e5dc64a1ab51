extension EDTFDate {
  /// The first day that it can mean, as days since 1970-01-01.
  ///
  /// The bounds of what is written: `~` and `?` do not widen them, and a time of day counts as the
  /// day it was written with, whatever day that was in UTC. EDTF leaves open when a season begins;
  /// here they are the northern meteorological ones, a winter the one that begins in December.
  package var earliest: Int32 {
    switch precision {
    case .century, .decade, .year: CivilDate.dayNumber(year: year, month: 1, day: 1)
    case .season: CivilDate.dayNumber(year: year, month: firstMonthOfSeason, day: 1)
    case .month: CivilDate.dayNumber(year: year, month: month ?? 1, day: 1)
    case .day, .time: CivilDate.dayNumber(year: year, month: month ?? 1, day: day ?? 1)
    }
  }

  /// The last day that it can mean, as days since 1970-01-01. See `earliest`.
  package var latest: Int32 {
    switch precision {
    case .century: CivilDate.dayNumber(year: year + 99, month: 12, day: 31)
    case .decade: CivilDate.dayNumber(year: year + 9, month: 12, day: 31)
    case .year: CivilDate.dayNumber(year: year, month: 12, day: 31)
    case .season:
      firstMonthOfSeason == 12
        ? CivilDate.dayNumber(year: year + 1, month: 3, day: 1) - 1
        : CivilDate.dayNumber(year: year, month: firstMonthOfSeason + 3, day: 1) - 1
    case .month:
      CivilDate.dayNumber(
        year: year, month: month ?? 1, day: CivilDate.days(inMonth: month ?? 1, of: year))
    case .day, .time: earliest
    }
  }

  private var firstMonthOfSeason: Int {
    switch season {
    case .spring, nil: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    }
  }

  /// Seconds since 1970-01-01T00:00:00Z, for a time of day whose distance from UTC is known.
  package var secondsSince1970: Int64? {
    guard let time, let offset = time.offsetMinutes else { return nil }
    let minutes = Int64(time.hour * 60 + time.minute - offset)
    return Int64(earliest) * 86_400 + minutes * 60 + Int64(time.second ?? 0)
  }
}
