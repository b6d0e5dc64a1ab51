/// Dates in the words of an English reader. Nothing is said that the value lacks.
enum EnglishDates {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let seasons = ["spring", "summer", "autumn", "winter"]

  /// `about 12 July 2020 (uncertain)`.
  static func words(_ date: EDTFDate) -> String {
    let about = date.isApproximate ? "about " : ""
    return words(date, about: about) + (date.isUncertain ? " (uncertain)" : "")
  }

  /// The date with `about` before the part that is known.
  private static func words(_ date: EDTFDate, about: String) -> String {
    switch date.precision {
    case .century: "between \(about)\(date.year) and \(date.year + 99)"
    case .decade: "\(about)the \(date.year)s"
    case .year: some(date.unspecified) + about + "\(date.year)"
    case .season: "\(about)\(season(date)) \(date.year)"
    case .month: some(date.unspecified) + about + "\(month(date)) \(date.year)"
    case .day: "\(about)\(dayAndMonth(date)) \(date.year)"
    case .time: "\(dayAndMonth(date)) \(date.year), \(date.time.map(words) ?? "")"
    }
  }

  private static func some(_ unspecified: EDTFDate.Unspecified) -> String {
    switch unspecified {
    case .none: ""
    case .month: "a month of "
    case .day, .monthAndDay: "a day in "
    }
  }

  /// `14:30`, `14:30:05 UTC`, `14:30 UTC+03:00`. Full minutes lose their seconds.
  static func words(_ time: EDTFTime) -> String {
    var text = Digits.padded(time.hour, 2) + ":" + Digits.padded(time.minute, 2)
    if let second = time.second, second > 0 { text += ":" + Digits.padded(second, 2) }
    switch time.offsetMinutes {
    case nil: return text
    case 0: return text + " UTC"
    default:
      // A minus sign, not a hyphen.
      let offset = (time.offsetText ?? "").map { $0 == "-" ? "\u{2212}" : $0 }
      return text + " UTC" + String(offset)
    }
  }

  /// The words for an interval: `9–10 November 2020`, `from July 2020 on`.
  static func words(from start: EDTF.End, to end: EDTF.End) -> String {
    switch (start, end) {
    case (.date(let first), .date(let last)): span(first, last)
    case (.date(let first), .open): "from \(words(first)) on"
    case (.date(let first), .unknown): "from \(words(first)), end unknown"
    case (.open, .date(let last)): "until \(words(last))"
    case (.unknown, .date(let last)): "until \(words(last)), start unknown"
    case (.open, _), (.unknown, _): "at an unknown time"
    }
  }

  private static func span(_ first: EDTFDate, _ last: EDTFDate) -> String {
    if first == last { return words(first) }
    let isPlain =
      first.qualifiers.isEmpty && last.qualifiers.isEmpty
      && first.unspecified == .none && last.unspecified == .none
    guard isPlain, first.precision == last.precision else {
      return "from \(words(first)) to \(words(last))"
    }
    let isSameYear = first.year == last.year
    switch first.precision {
    case .day where isSameYear && first.month == last.month:
      return "\(first.day ?? 0)–\(words(last))"
    case .day where isSameYear: return "\(dayAndMonth(first)) – \(words(last))"
    case .month where isSameYear: return "\(month(first))–\(words(last))"
    case .season where isSameYear: return "\(season(first))–\(words(last))"
    case .year: return "\(first.year)–\(last.year)"
    case .day, .month, .season: return "\(words(first)) – \(words(last))"
    case .century, .decade, .time: return "from \(words(first)) to \(words(last))"
    }
  }

  private static func month(_ date: EDTFDate) -> String { months[(date.month ?? 1) - 1] }

  private static func season(_ date: EDTFDate) -> String {
    seasons[Int((date.season ?? .spring).rawValue - EDTFDate.Season.spring.rawValue)]
  }

  private static func dayAndMonth(_ date: EDTFDate) -> String { "\(date.day ?? 0) \(month(date))" }
}
