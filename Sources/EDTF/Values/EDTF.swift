/// A date or an interval in the Extended Date/Time Format (ISO 8601-2; Library of Congress, “EDTF
/// Specification”, 2019), level 0 and most of level 1.
///
/// Read: dates, months, years, times of day; intervals, also with an open (`..`) or unknown (empty)
/// end; qualifiers `?` `~` `%` at the end of a date; unspecified digits from the right; seasons 21 to
/// 24. Refused with a reason: years before 1 and beyond 9999, everything of level 2.
/// One leniency: a time may lack its seconds (`14:30Z`), which ISO 8601-1 allows and EDTF does not.
package struct EDTF: Hashable, Sendable {
  /// One end of an interval.
  package enum End: Hashable, Sendable {
    case date(EDTFDate)
    /// `..`: there is no such end, or none yet.
    case open
    /// Nothing before or behind the slash: there is one, which is not known.
    case unknown

    /// The date, when the end has one.
    package var date: EDTFDate? { if case .date(let date) = self { date } else { nil } }
  }

  /// What the value is.
  package enum Content: Hashable, Sendable {
    case date(EDTFDate)
    /// At least one end has a date, and the end is not wholly before the start.
    case interval(start: End, end: End)
  }

  /// How exactly a value is known.
  package enum Precision: Hashable, Sendable {
    case date(EDTFDate.Precision)
    case interval
  }

  /// The value as it was written.
  package let text: String
  package let content: Content

  init(text: String, content: Content) {
    self.text = text
    self.content = content
  }

  /// A date, with its text.
  package init(_ date: EDTFDate) { self.init(text: date.text, content: .date(date)) }

  /// An interval, with its text; nil when neither end has a date, when an end has a time of day, or
  /// when the end is wholly before the start.
  package init?(from start: End, to end: End) {
    guard start.date != nil || end.date != nil, start.date?.time == nil, end.date?.time == nil
    else { return nil }
    if let first = start.date, let last = end.date, last.latest < first.earliest { return nil }
    self.init(
      text: Self.text(of: start) + "/" + Self.text(of: end),
      content: .interval(start: start, end: end))
  }

  private static func text(of end: End) -> String {
    switch end {
    case .date(let date): date.text
    case .open: ".."
    case .unknown: ""
    }
  }
}

extension EDTF {
  /// The date when it is no interval.
  package var date: EDTFDate? { if case .date(let date) = content { date } else { nil } }

  /// The start of an interval, or the date itself.
  package var start: End {
    switch content {
    case .date(let date): .date(date)
    case .interval(let start, _): start
    }
  }

  /// The end of an interval, or the date itself.
  package var end: End {
    switch content {
    case .date(let date): .date(date)
    case .interval(_, let end): end
    }
  }

  package var isInterval: Bool { date == nil }

  package var precision: Precision { date.map { .date($0.precision) } ?? .interval }

  /// Whether the date, or an end of the interval, is marked `?` or `%`.
  package var isUncertain: Bool {
    start.date?.isUncertain ?? false || end.date?.isUncertain ?? false
  }

  /// Whether the date, or an end of the interval, is marked `~` or `%`.
  package var isApproximate: Bool {
    start.date?.isApproximate ?? false || end.date?.isApproximate ?? false
  }

  /// The first day that it can mean, as days since 1970-01-01 in the proleptic Gregorian calendar;
  /// nil for an interval whose start is open or unknown. See `EDTFDate.earliest`.
  package var earliest: Int32? { start.date?.earliest }

  /// The last day that it can mean; nil for an interval whose end is open or unknown.
  package var latest: Int32? { end.date?.latest }

  /// The number of days from `earliest` to `latest`, both counted; nil when one of them is.
  package var days: Int? {
    guard let earliest, let latest else { return nil }
    return Int(latest) - Int(earliest) + 1
  }
}

extension EDTF: Comparable {
  /// The order of a timeline: by `earliest` (none first), by `latest` (none last), by text. A time of
  /// day decides between two times of one day, by the clock as written.
  package static func < (left: EDTF, right: EDTF) -> Bool {
    let leftEarliest = left.earliest ?? .min
    let rightEarliest = right.earliest ?? .min
    if leftEarliest != rightEarliest { return leftEarliest < rightEarliest }
    let leftLatest = left.latest ?? .max
    let rightLatest = right.latest ?? .max
    if leftLatest != rightLatest { return leftLatest < rightLatest }
    return left.text < right.text
  }
}

extension EDTF: CustomStringConvertible {
  package var description: String { text }
}
