/// A unit of the calendar or the clock, from the finest to the coarsest.
package enum TimeUnit: UInt8, Sendable, Comparable, CaseIterable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, year, decade, century

  /// Finer before coarser.
  package static func < (left: TimeUnit, right: TimeUnit) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The unit as ISO 8601 writes a duration, how many of those one unit is, and whether it stands
  /// behind the `T`. Decades and centuries are years there; a weekend has TIMEX3's own `WE`.
  var inDurations: (letter: String, count: Int, isClock: Bool) {
    switch self {
    case .second: ("S", 1, true)
    case .minute: ("M", 1, true)
    case .hour: ("H", 1, true)
    case .day: ("D", 1, false)
    case .weekend: ("WE", 1, false)
    case .week: ("W", 1, false)
    case .fortnight: ("W", 2, false)
    case .month: ("M", 1, false)
    case .quarter: ("M", 3, false)
    case .year: ("Y", 1, false)
    case .decade: ("Y", 10, false)
    case .century: ("Y", 100, false)
    }
  }
}
