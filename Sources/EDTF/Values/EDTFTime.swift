/// A time of day, with the distance from UTC where the source gave one.
package struct EDTFTime: Hashable, Sendable {
  private let storedHour: UInt8
  private let storedMinute: UInt8
  private let storedSecond: UInt8
  private let storedOffset: Int16
  /// Whether `Z` stands for the offset.
  private let isZulu: Bool

  /// 0 to 23.
  package var hour: Int { Int(storedHour) }
  /// 0 to 59.
  package var minute: Int { Int(storedMinute) }
  /// 0 to 59; nil when the source gave none.
  package var second: Int? { storedSecond == 255 ? nil : Int(storedSecond) }
  /// Minutes that the clock is ahead of UTC; nil for a time whose zone is not known.
  package var offsetMinutes: Int? { storedOffset == .min ? nil : Int(storedOffset) }

  /// Nil when a number is out of its range; offsets go from -15:59 to +15:59.
  package init?(hour: Int, minute: Int, second: Int? = nil, offsetMinutes: Int? = nil) {
    self.init(
      hour: hour, minute: minute, second: second, offsetMinutes: offsetMinutes,
      isZulu: offsetMinutes == 0)
  }

  init?(hour: Int, minute: Int, second: Int?, offsetMinutes: Int?, isZulu: Bool) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second ?? 0),
      (-959...959).contains(offsetMinutes ?? 0)
    else { return nil }
    storedHour = UInt8(hour)
    storedMinute = UInt8(minute)
    storedSecond = second.map { UInt8($0) } ?? 255
    storedOffset = offsetMinutes.map { Int16($0) } ?? .min
    self.isZulu = isZulu
  }

  /// `14:30:00Z`, `14:30+03:00`, `14:30`.
  package var text: String {
    var text = Digits.padded(hour, 2) + ":" + Digits.padded(minute, 2)
    if let second { text += ":" + Digits.padded(second, 2) }
    if isZulu { return text + "Z" }
    return text + (offsetText ?? "")
  }

  /// `+03:00`.
  var offsetText: String? {
    guard let offsetMinutes else { return nil }
    let distance = abs(offsetMinutes)
    return (offsetMinutes < 0 ? "-" : "+") + Digits.padded(distance / 60, 2) + ":"
      + Digits.padded(distance % 60, 2)
  }
}
