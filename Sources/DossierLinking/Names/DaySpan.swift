import EDTF

/// The days from one to another, both counted, as days since 1970-01-01; open ends lie at the limits.
struct DaySpan: Sendable, Hashable {
  let first: Int32
  let last: Int32

  static let always = DaySpan(first: .min, last: .max)

  init(first: Int32, last: Int32) {
    self.first = first
    self.last = last
  }

  /// All days that `date` can mean.
  init(_ date: EDTF) {
    first = date.earliest ?? .min
    last = date.latest ?? .max
  }

  var isAlways: Bool { self == .always }

  func overlaps(_ other: DaySpan) -> Bool { first <= other.last && other.first <= last }
}
