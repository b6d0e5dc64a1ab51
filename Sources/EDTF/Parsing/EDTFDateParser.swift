/// Reads one date, byte by byte, without going back.
struct EDTFDateParser {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func parse() throws(EDTFFault) -> EDTFDate {
    try refuseUnsupportedStart()
    let (year, hidden) = try readYear()
    if hidden > 0 {
      if peek == UInt8(ascii: "-") {
        throw EDTFFault(index, "a year with unspecified digits cannot have a month")
      }
      return EDTFDate(
        trustedYear: year, precision: hidden == 1 ? .decade : .century,
        qualifiers: try readQualifiers())
    }
    guard take("-") else {
      return EDTFDate(
        trustedYear: year, precision: .year, qualifiers: try readQualifiers(after: "year"))
    }
    return try readMonth(of: year)
  }

  private var peek: UInt8? { index < end ? bytes[index] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let peek, UInt32(peek) == character.value else { return false }
    index += 1
    return true
  }

  private func refuseUnsupportedStart() throws(EDTFFault) {
    switch peek {
    case UInt8(ascii: "Y"):
      throw EDTFFault(index, "years beyond 9999 (“Y…”) are not supported")
    case UInt8(ascii: "-") where index + 1 < end && isDigit(bytes[index + 1]):
      throw EDTFFault(index, "years before 0001 are not supported")
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      throw EDTFFault(index, "sets of dates are not supported")
    case UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"):
      throw EDTFFault(index, "“\(characterHere)” stands at the end of a date")
    default: break
    }
  }

  /// The year and how many digits are unspecified.
  private mutating func readYear() throws(EDTFFault) -> (year: Int, hidden: Int) {
    let start = index
    var year = 0
    var hidden = 0
    while index < start + 4 {
      guard let byte = peek else { throw EDTFFault(index, "a year has four digits") }
      if byte == UInt8(ascii: "X") {
        hidden += 1
        year *= 10
      } else if isDigit(byte), hidden == 0 {
        year = year * 10 + Int(byte & 0x0F)
      } else {
        let isSmall = byte == UInt8(ascii: "x") && index > start
        throw EDTFFault(
          index,
          isSmall
            ? "an unspecified digit is a capital “X”"
            : "a date is year-month-day and begins with the four digits of its year")
      }
      index += 1
    }
    if let peek, isDigit(peek) {
      throw EDTFFault(index, "a year has four digits, and “-” stands between year, month and day")
    }
    guard hidden <= 2 else {
      throw EDTFFault(start, "only the last one or two digits of a year can be unspecified")
    }
    guard year > 0 else { throw EDTFFault(start, "years before 0001 are not supported") }
    return (year, hidden)
  }

  private mutating func readMonth(of year: Int) throws(EDTFFault) -> EDTFDate {
    let start = index
    guard let month = try readPair("month") else {
      // `XX`: some month of the year.
      guard take("-") else {
        return EDTFDate(
          trustedYear: year, precision: .year, unspecified: .month, qualifiers: try readQualifiers()
        )
      }
      let dayStart = index
      guard try readPair("day") == nil else {
        throw EDTFFault(dayStart, "a day cannot be known when its month is not")
      }
      return EDTFDate(
        trustedYear: year, precision: .year, unspecified: .monthAndDay,
        qualifiers: try readQualifiers())
    }
    switch month {
    case 1...12: break
    case 21...24:
      if peek == UInt8(ascii: "-") { throw EDTFFault(index, "a season has no days") }
      return EDTFDate(
        trustedYear: year, month: month, precision: .season, qualifiers: try readQualifiers())
    case 25...41:
      throw EDTFFault(start, "of the seasons only 21 to 24, spring to winter, are supported")
    default: throw EDTFFault(start, "there is no month \(Digits.padded(month, 2))")
    }
    guard take("-") else {
      return EDTFDate(
        trustedYear: year, month: month, precision: .month,
        qualifiers: try readQualifiers(after: "month"))
    }
    return try readDay(of: month, year)
  }

  private mutating func readDay(of month: Int, _ year: Int) throws(EDTFFault) -> EDTFDate {
    let start = index
    guard let day = try readPair("day") else {
      return EDTFDate(
        trustedYear: year, month: month, precision: .month, unspecified: .day,
        qualifiers: try readQualifiers())
    }
    guard day > 0 else { throw EDTFFault(start, "there is no day 00") }
    let days = CivilDate.days(inMonth: month, of: year)
    guard day <= days else {
      throw EDTFFault(start, "\(EnglishDates.months[month - 1]) \(year) has \(days) days")
    }
    var time: EDTFTime?
    if take("T") {
      time = try readTime()
    } else if peek == UInt8(ascii: " ") || peek == UInt8(ascii: "t"), index + 1 < end,
      isDigit(bytes[index + 1])
    {
      throw EDTFFault(index, "“T” stands between a date and its time of day")
    }
    if time != nil, let peek, [0x3F, 0x7E, 0x25].contains(peek) {
      throw EDTFFault(index, "a time of day cannot be qualified by “\(characterHere)”")
    }
    return EDTFDate(
      trustedYear: year, month: month, day: day, precision: time == nil ? .day : .time,
      qualifiers: try readQualifiers(after: time == nil ? "day" : nil), time: time)
  }

  /// Two digits, or nil for `XX`.
  private mutating func readPair(_ part: String) throws(EDTFFault) -> Int? {
    let start = index
    guard index + 2 <= end else { throw EDTFFault(index, "a \(part) has two digits") }
    let (first, second) = (bytes[index], bytes[index + 1])
    let hidden = UInt8(ascii: "X")
    if first == hidden, second == hidden {
      index += 2
      return nil
    }
    if first == hidden || second == hidden, isDigit(first) || isDigit(second) {
      throw EDTFFault(start, "one digit of a \(part) cannot be unspecified; write “XX”")
    }
    guard isDigit(first), isDigit(second) else {
      throw EDTFFault(
        isDigit(first) ? index + 1 : index, "a \(part) has two digits")
    }
    index += 2
    if let peek, isDigit(peek) { throw EDTFFault(start, "a \(part) has two digits") }
    return Int(first & 0x0F) * 10 + Int(second & 0x0F)
  }

  /// What may end a date, and that nothing follows it.
  private mutating func readQualifiers(
    after part: String? = nil
  ) throws(EDTFFault) -> EDTFDate.Qualifiers {
    var qualifiers: EDTFDate.Qualifiers = []
    switch peek {
    case UInt8(ascii: "?"): qualifiers = .uncertain
    case UInt8(ascii: "~"): qualifiers = .approximate
    case UInt8(ascii: "%"): qualifiers = [.uncertain, .approximate]
    default: break
    }
    if !qualifiers.isEmpty {
      index += 1
      guard index < end else { return qualifiers }
      if let peek, [0x3F, 0x7E, 0x25].contains(peek) {
        throw EDTFFault(index, "“?” and “~” together are written “%”")
      }
      throw EDTFFault(index - 1, "“\(qualifiers.text)” stands at the end of a date")
    }
    guard index < end else { return qualifiers }
    let place = part.map { " behind a \($0)" } ?? ""
    throw EDTFFault(index, "“\(characterHere)” cannot stand here\(place)")
  }

  private mutating func readTime() throws(EDTFFault) -> EDTFTime {
    let hour = try readNumber("an hour", 0...23)
    guard take(":") else { throw EDTFFault(index, "a time of day is hours:minutes") }
    let minute = try readNumber("a minute", 0...59)
    var second: Int?
    if take(":") {
      second = try readNumber("a second", 0...59)
      if peek == UInt8(ascii: ".") || peek == UInt8(ascii: ",") {
        throw EDTFFault(index, "fractions of a second are not supported")
      }
    }
    var offset: Int?
    let isZulu = take("Z")
    if isZulu {
      offset = 0
    } else if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") {
      let sign = peek == UInt8(ascii: "-") ? -1 : 1
      index += 1
      let hours = try readNumber("the distance from UTC", 0...15)
      let minutes = take(":") ? try readNumber("the distance from UTC", 0...59) : 0
      offset = sign * (hours * 60 + minutes)
    }
    guard
      let time = EDTFTime(
        hour: hour, minute: minute, second: second, offsetMinutes: offset, isZulu: isZulu)
    else { throw EDTFFault(index, "there is no such time of day") }
    return time
  }

  private mutating func readNumber(
    _ part: String, _ range: ClosedRange<Int>
  ) throws(EDTFFault) -> Int {
    guard index + 2 <= end, isDigit(bytes[index]), isDigit(bytes[index + 1]) else {
      throw EDTFFault(index, "\(part) has two digits")
    }
    let number = Int(bytes[index] & 0x0F) * 10 + Int(bytes[index + 1] & 0x0F)
    guard range.contains(number) else {
      throw EDTFFault(
        index, "\(part) is between \(Digits.padded(range.lowerBound, 2)) and \(range.upperBound)")
    }
    index += 2
    return number
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The code point at the index, for a message.
  private var characterHere: String {
    var next = index + 1
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return String(decoding: bytes[index..<min(next, end)], as: UTF8.self)
  }
}
