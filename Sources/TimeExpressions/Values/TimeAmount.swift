/// How long something lasts: a number of units, `P3W`, or several of them, `PXW`.
package struct TimeAmount: Hashable, Sendable {
  /// Tenths of the unit, 0 when the text says no number (“a few weeks”).
  package let tenths: Int32
  /// What is counted.
  package let unit: TimeUnit

  /// The number of units; nil when the text says none, or no whole one.
  package var count: Int? { tenths > 0 && tenths % 10 == 0 ? Int(tenths / 10) : nil }

  init(_ count: Int, _ unit: TimeUnit) {
    tenths = Int32(clamping: count * 10)
    self.unit = unit
  }

  init(tenths: Int, _ unit: TimeUnit) {
    self.tenths = Int32(clamping: tenths)
    self.unit = unit
  }

  /// The TIMEX3 value, an ISO 8601 duration: `P3W`, `PT24H`, `PXD`, `P1.5Y`. Half a year is `P6M`,
  /// half an hour `PT30M`, half a day `PT12H`.
  package var text: String {
    let (letter, factor, isClock) = unit.inDurations
    let head = isClock ? "PT" : "P"
    guard tenths > 0 else { return head + "X" + letter }
    if tenths == 5 {
      switch unit {
      case .year: return "P6M"
      case .hour: return "PT30M"
      case .minute: return "PT30S"
      case .day: return "PT12H"
      default: break
      }
    }
    let whole = Int(tenths) * factor
    let fraction = whole % 10
    return head + String(whole / 10) + (fraction == 0 ? "" : "." + String(fraction)) + letter
  }
}
