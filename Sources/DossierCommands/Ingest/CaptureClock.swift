internal import EDTF
internal import Glibc

/// The time of day, which only commands that write down when something came may ask.
enum CaptureClock {
  /// Now in UTC to the second, as EDTF: `2020-10-16T08:15:30Z`. SOURCE_DATE_EPOCH is now where it is
  /// set (reproducible-builds.org).
  static var now: String {
    let stated = Environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    let seconds = max(0, stated ?? Int(time(nil)))
    let day = CivilDate(dayNumber: Int32(clamping: seconds / 86_400))?.text ?? "1970-01-01"
    func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(pad)
    return "\(day)T\(clock.joined(separator: ":"))Z"
  }
}
