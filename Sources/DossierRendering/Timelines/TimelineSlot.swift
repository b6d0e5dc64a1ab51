import EDTF

/// Where a date stands in a timeline: in its year, its month, and there by its first day.
///
/// What is filed to a day is no more exact than its source: a date that is uncertain or about right
/// stands behind the days of its month, then what gives the month alone; what gives only the year, or a
/// season, stands behind its months; decades and centuries before their first year.
struct TimelineSlot: Sendable {
  /// The date that the slot shows: without a time of day, which its entries show.
  let date: EDTF
  /// By which slots are sorted: year, month, part of the month, day, length. Two dates may share a key.
  let key: Int64

  /// Nil for a date without any beginning or end.
  init?(_ date: EDTF) {
    guard let first = date.start.date ?? date.end.date else { return nil }
    var date = date
    if date.date?.time != nil, let day = first.civilDate { date = EDTF(EDTFDate(day)) }
    self.date = date
    let isExact = first.qualifiers.isEmpty && first.unspecified == .none
    let part: Int64
    switch first.precision {
    case .century, .decade, .year, .season: part = 0
    case .month: part = 2
    case .day, .time: part = isExact ? 0 : 1
    }
    // Under a heading that is no year, years are sorted by what they begin with.
    let scale: Int64 =
      switch first.precision {
      case .century: 0
      case .decade: 1
      default: 2
      }
    let day = Int64(first.civilDate?.day ?? 0)
    let length = Int64(date.days.map { min($0, 0xFFFFF) } ?? 0xFFFFF)
    var key = Int64(first.year)
    key = key << 2 | scale
    key = key << 4 | Int64(first.month ?? 13)
    key = key << 2 | part
    key = key << 5 | day
    self.key = key << 20 | length
  }

  /// Whether it is a day without any mark, whose text is that of HTML as well: `2020-10-14`.
  var isPlainDay: Bool {
    guard let date = date.date else { return false }
    return date.precision == .day && date.qualifiers.isEmpty && date.unspecified == .none
  }

  /// Slots of one heading have one such number: the year and what it counts.
  var year: Int64 { key >> 31 }
  /// The same for the headings of months; 13 for what has none.
  var month: Int64 { key >> 27 }

  /// The heading's words: `2020`, `the 1990s`.
  var yearTitle: String {
    guard let first = date.start.date ?? date.end.date else { return "" }
    switch first.precision {
    case .century, .decade: return first.words
    default: return String(first.year)
    }
  }

  /// The heading's id behind its full stop: `2020`, `199X`.
  var yearAnchor: String {
    guard let first = date.start.date ?? date.end.date else { return "" }
    switch first.precision {
    case .century: return String(first.year / 100) + "XX"
    case .decade: return String(first.year / 10) + "X"
    default: return String(first.year)
    }
  }

  /// The month's number, 1 to 12; nil for what has none.
  var monthNumber: Int? { (date.start.date ?? date.end.date)?.month }

  /// The date as a part of an id and an address: letters, digits, hyphens, `_` for a slash.
  var anchor: String {
    if isPlainDay { return date.text }
    var result = ""
    for scalar in date.text.unicodeScalars {
      switch scalar {
      case "/": result += "_"
      case "?": result += "q"
      case "~": result += "a"
      case "%": result += "qa"
      case ".": result += "o"
      case ":", "+": result += "-"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func precedes(_ left: TimelineSlot, _ right: TimelineSlot) -> Bool {
    left.key != right.key ? left.key < right.key : left.date.text < right.date.text
  }
}
