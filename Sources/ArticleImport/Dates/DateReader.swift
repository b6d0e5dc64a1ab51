/// Finds written dates in a line and gives them as EDTF. A date that could be read in two ways is
/// found but has no value: nothing is guessed.
struct DateReader {
  /// A date in a line.
  struct Found: Sendable {
    /// EDTF, `2020-10-15`; nil when the year is missing or day and month cannot be told apart.
    let edtf: String?
    /// Which form was read: `month-day-year`.
    let form: String
    /// Its words, as indices into the capture's words.
    let words: Range<Int>
  }

  let bytes: [UInt8]
  let words: [Word]
  /// Whether an all-number date can only mean day first: true for every language but English, false
  /// when the language is unknown.
  let dayFirst: Bool

  /// All dates of a line, in order. O(words).
  func dates(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let date = date(at: index, range.upperBound) {
        found.append(date)
        index = date.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func date(at index: Int, _ end: Int) -> Found? {
    if let month = MonthNames.month(words[index]) { return fromMonth(month, index, end) }
    guard let first = number(index) else { return nil }
    let digits = width(index)
    if digits == 4, (1900...2099).contains(first) { return fromYear(first, index, end) }
    if digits <= 2 {
      return fromDay(first, index, end) ?? numeric(index, end)
    }
    return digits == 8 ? compact(index) : nil
  }

  /// `October 15, 2020`, `Oct. 15 2020`, `October 2020`, `October 15`.
  private func fromMonth(_ month: Int, _ index: Int, _ end: Int) -> Found? {
    var next = index + 1
    if let day = number(next, end), width(next) <= 2, (1...31).contains(day), !isTime(next, end) {
      next += 1
      if next < end, Self.ordinals.contains(words[next].hash), adjacent(next - 1) { next += 1 }
      if let year = year(next, end) {
        return found(year, month, day, "month-day-year", index..<next + 1)
      }
      return Found(edtf: nil, form: "month-day", words: index..<next)
    }
    if let year = year(next, end) {
      return Found(
        edtf: "\(year)-\(pad(month))", form: "month-year", words: index..<next + 1)
    }
    return nil
  }

  /// `15 October 2020`, `15. Oktober 2020`, `15 de octubre de 2020`, `15th of October, 2020`.
  private func fromDay(_ day: Int, _ index: Int, _ end: Int) -> Found? {
    var next = index + 1
    if next < end, Self.ordinals.contains(words[next].hash), adjacent(index) { next += 1 }
    if next < end, Self.links.contains(words[next].hash) { next += 1 }
    guard next < end, let month = MonthNames.month(words[next]), (1...31).contains(day) else {
      return nil
    }
    next += 1
    if next < end, Self.links.contains(words[next].hash) { next += 1 }
    // Levantine Arabic month names have a second word.
    if next < end, Self.arabicSecond[words[next].hash] != nil { next += 1 }
    guard let year = year(next, end) else {
      return Found(edtf: nil, form: "day-month", words: index..<next)
    }
    return found(year, month, day, "day-month-year", index..<next + 1)
  }

  /// `2020-10-15`, `2020/10/15`, `2020.10.15`, `2020 թ. հոկտեմբերի 15`.
  private func fromYear(_ year: Int, _ index: Int, _ end: Int) -> Found? {
    if let mark = separator(index, end), let month = number(index + 1, end),
      width(index + 1) <= 2, separator(index + 1, end) == mark,
      let day = number(index + 2, end), width(index + 2) <= 2
    {
      let form = mark == 0x2D ? "iso-date" : "year-month-day"
      return found(year, month, day, form, index..<index + 3)
    }
    var next = index + 1
    if next < end, Self.yearWords.contains(words[next].hash) { next += 1 }
    if next + 1 < end, let month = MonthNames.month(words[next]),
      let day = number(next + 1, end), width(next + 1) <= 2, (1...31).contains(day)
    {
      return found(year, month, day, "year-month-day", index..<next + 2)
    }
    return nil
  }

  /// `18/11/2020`, `31.08.2020`, `18/11/20`: only when one order is possible.
  private func numeric(_ index: Int, _ end: Int) -> Found? {
    guard let first = number(index), let mark = separator(index, end),
      let second = number(index + 1, end), width(index + 1) <= 2,
      separator(index + 1, end) == mark, let third = number(index + 2, end)
    else { return nil }
    let digits = width(index + 2)
    let range = index..<index + 3
    guard digits == 4 && (1900...2099).contains(third) || digits == 2 && mark != 0x2D else {
      return nil
    }
    // Two digits are a year of this century in the capture of a web page.
    let year = digits == 4 ? third : 2000 + third
    switch (first, second) {
    case (13...31, 1...12): return found(year, second, first, "day-month-year-numeric", range)
    case (1...12, 13...31):
      return digits == 4 ? found(year, first, second, "month-day-year-numeric", range) : nil
    case (1...12, 1...12) where first == second:
      return found(year, first, second, "day-month-year-numeric", range)
    case (1...12, 1...12) where dayFirst && digits == 4:
      return found(year, second, first, "day-month-year-numeric", range)
    case (1...12, 1...12): return Found(edtf: nil, form: "ambiguous-numeric", words: range)
    default: return nil
    }
  }

  /// `20201015`.
  private func compact(_ index: Int) -> Found? {
    guard let value = number(index) else { return nil }
    let year = value / 10000
    guard (1990...2099).contains(year), (1...12).contains(value / 100 % 100),
      (1...31).contains(value % 100)
    else { return nil }
    return found(year, value / 100 % 100, value % 100, "compact-date", index..<index + 1)
  }

  private func found(
    _ year: Int, _ month: Int, _ day: Int, _ form: String, _ words: Range<Int>
  ) -> Found? {
    guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else {
      return Found(edtf: nil, form: "impossible-date", words: words)
    }
    return Found(edtf: "\(year)-\(pad(month))-\(pad(day))", form: form, words: words)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

  private func year(_ index: Int, _ end: Int) -> Int? {
    guard let value = number(index, end), width(index) == 4, (1900...2099).contains(value) else {
      return nil
    }
    return value
  }

  private func number(_ index: Int, _ end: Int) -> Int? { index < end ? number(index) : nil }

  /// The value of a number of at most eight digits.
  private func number(_ index: Int) -> Int? {
    guard words[index].isNumber else { return nil }
    var value = 0
    var digits = 0
    var at = Int(words[index].start)
    while at < Int(words[index].end) {
      let (scalar, width) = UTF8Bytes.scalar(bytes, at)
      value = value * 10 + Int(scalar < 0x80 ? scalar - 0x30 : scalar & 0xF)
      digits += 1
      at += width
      if digits > 8 { return nil }
    }
    return value
  }

  private func width(_ index: Int) -> Int {
    var digits = 0
    for at in Int(words[index].start)..<Int(words[index].end) where bytes[at] & 0xC0 != 0x80 {
      digits += 1
    }
    return digits
  }

  /// The single `-`, `/` or `.` between a word and the next.
  private func separator(_ index: Int, _ end: Int) -> UInt8? {
    guard index + 1 < end else { return nil }
    let from = Int(words[index].end)
    guard Int(words[index + 1].start) == from + 1 else { return nil }
    return [0x2D, 0x2F, 0x2E].contains(bytes[from]) ? bytes[from] : nil
  }

  private func adjacent(_ index: Int) -> Bool {
    index + 1 < words.count && words[index].end == words[index + 1].start
  }

  /// Whether the number is an hour: `2:07`.
  private func isTime(_ index: Int, _ end: Int) -> Bool {
    index + 1 < end && bytes[Int(words[index].end)] == 0x3A && words[index + 1].isNumber
  }

  private static let ordinals = hashes("st nd rd th er ª º inci ıncı uncu üncü")
  private static let links = hashes("of de del da le")
  private static let yearWords = hashes("թ թվականի il ildə года року")
  private static let arabicSecond: [UInt64: Bool] = [
    WordHash.of("الثاني"): true, WordHash.of("الأول"): true,
  ]

  private static func hashes(_ list: String) -> Set<UInt64> {
    Set(list.split(separator: " ").map { WordHash.of($0) })
  }
}
