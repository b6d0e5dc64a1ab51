extension TimeDate {
  /// The TIMEX3 value: `2020-10-14`, `XXXX-10`, `2020-W41`, `2020-SU`, `196`, `BC0499`,
  /// `2020-10-15T14:07`, `XXXX-WXX-3`. A decade has three digits of its years, a century two.
  package var text: String {
    dateText + timeText
  }

  private var yearText: String {
    guard year != 0 else {
      switch scale {
      case .year: return "XXXX"
      case .decade: return "XXX"
      case .century: return "XX"
      }
    }
    let number = abs(Int(year))
    let digits =
      String(repeating: "0", count: max(0, 4 - String(number).utf8.count)) + String(number)
    let known =
      switch scale {
      case .year: digits
      case .decade: String(digits.prefix(3))
      case .century: String(digits.prefix(2))
      }
    return (year < 0 ? "BC" : "") + known
  }

  /// The value without its time of day.
  var dateText: String {
    switch part {
    case .none:
      return yearText + (day > 0 ? "-XX-XX" : "")
    case .month:
      return yearText + "-" + Self.two(number, unknown: 0)
        + (day > 0 ? "-" + Self.two(day, unknown: Self.unknownDay) : "")
    case .season:
      let names = ["SP", "SU", "FA", "WI"]
      return yearText + "-" + (1...4 ~= number ? names[Int(number) - 1] : "XX")
    case .half: return yearText + "-H" + (number == 0 ? "X" : String(number))
    case .quarter: return yearText + "-Q" + (number == 0 ? "X" : String(number))
    case .week:
      let weekday = day == 0 ? "" : day == Self.weekend ? "-WE" : day > 7 ? "-X" : "-\(day)"
      return yearText + "-W" + Self.two(number, unknown: 0) + weekday
    }
  }

  private var timeText: String {
    if dayPart != .none { return "T" + dayPart.letters }
    guard hour != 255 else { return "" }
    var text = "T" + Self.two(hour, unknown: 255)
    if minute != 255 { text += ":" + Self.two(minute, unknown: 255) }
    if second != 255 { text += ":" + Self.two(second, unknown: 255) }
    // TimeBank writes no zone for Greenwich time; the EDTF value has it.
    if zone == 0 { return text }
    guard zone != .min else { return text }
    let distance = abs(Int(zone))
    text += (zone < 0 ? "-" : "+") + Self.two(UInt8(clamping: distance / 60), unknown: 255)
    if distance % 60 != 0 { text += ":" + Self.two(UInt8(clamping: distance % 60), unknown: 255) }
    return text
  }

  private static func two(_ number: UInt8, unknown: UInt8) -> String {
    number == unknown ? "XX" : (number < 10 ? "0" : "") + String(number)
  }
}
