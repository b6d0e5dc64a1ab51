/// Reads the time of day in a stamp: `2:07 pm`, `15:32:34`, `14.07 Uhr`, `14h07`, `12:48:14Z`.
struct TimeOfDayReader {
  let bytes: [UInt8]
  let words: [Word]

  /// The time that belongs to `date`, as the time part of an EDTF date (ISO 8601-1: `14:07`,
  /// `12:48:14Z`, `14:07+03:00`): the first behind it and before the next date, else the last before
  /// it and behind the previous one. A zone is given only where the stamp has it in figures or as Z,
  /// GMT or UTC. nil without a time. O(words).
  func time(of date: DateReader.Found, among dates: [DateReader.Found], in line: Range<Int>)
    -> String?
  {
    let next =
      dates.first { $0.words.lowerBound >= date.words.upperBound }?.words.lowerBound
      ?? line.upperBound
    let previous =
      dates.last { $0.words.upperBound <= date.words.lowerBound }?.words.upperBound
      ?? line.lowerBound
    return times(date.words.upperBound..<max(next, date.words.upperBound)).first
      ?? times(previous..<max(date.words.lowerBound, previous)).last
  }

  private func times(_ range: Range<Int>) -> [String] {
    var found: [String] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let (text, next) = time(at: index, range.upperBound) {
        found.append(text)
        index = next
      } else {
        index += 1
      }
    }
    return found
  }

  private func time(at index: Int, _ end: Int) -> (String, Int)? {
    guard let first = number(index, end) else { return nil }
    var hour = first
    var minute = 0
    var second: Int?
    var next = index + 1
    if let value = number(next, end), isGap(index, ":"), width(next) == 2 {
      (minute, next) = (value, next + 1)
      if let value = number(next, end), isGap(next - 1, ":"), width(next) == 2 {
        (second, next) = (value, next + 1)
        // Fractions of a second are no part of a time of publication.
        if number(next, end) != nil, isGap(next - 1, ".") { next += 1 }
      }
    } else if let value = number(next, end), isGap(index, "."), width(next) == 2,
      next + 1 < end, words[next + 1].hash == Self.uhr
    {
      (minute, next) = (value, next + 2)
    } else if next < end, words[next].hash == Self.h, words[next].start == words[index].end,
      let value = number(next + 1, end), width(next + 1) == 2
    {
      (minute, next) = (value, next + 2)
    } else if half(next, end) == nil {
      // A bare number is an hour only before “am” or “pm”.
      return nil
    }
    if let (isAfternoon, behind) = half(next, end) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      next = behind
    }
    guard hour < 24, minute < 60, (second ?? 0) < 60 else { return nil }
    var text = "\(pad(hour)):\(pad(minute))" + (second.map { ":" + pad($0) } ?? "")
    if let (zone, behind) = zone(next, end) {
      text += zone
      next = behind
    }
    return (text, next)
  }

  /// `am`, `pm`, `a.m.`, `p.m.` at a word, and the word behind it.
  private func half(_ index: Int, _ end: Int) -> (isAfternoon: Bool, next: Int)? {
    guard index < end else { return nil }
    let hash = words[index].hash
    if hash == Self.am || hash == Self.pm { return (hash == Self.pm, index + 1) }
    guard hash == Self.a || hash == Self.p, index + 1 < end, words[index + 1].hash == Self.m,
      isGap(index, ".")
    else { return nil }
    return (hash == Self.p, index + 2)
  }

  private func zone(_ index: Int, _ end: Int) -> (String, Int)? {
    guard index > 0 else { return nil }
    if index < end, Self.universal.contains(words[index].hash) { return ("Z", index + 1) }
    guard let hours = number(index, end), width(index) == 2 || width(index) == 4,
      Int(words[index].start) == Int(words[index - 1].end) + 1
    else { return nil }
    let sign = bytes[Int(words[index - 1].end)]
    guard sign == 0x2B || sign == 0x2D else { return nil }
    let mark = sign == 0x2B ? "+" : "-"
    if width(index) == 4, hours / 100 < 15, hours % 100 < 60 {
      return ("\(mark)\(pad(hours / 100)):\(pad(hours % 100))", index + 1)
    }
    guard width(index) == 2, hours < 15, let minutes = number(index + 1, end), minutes < 60,
      width(index + 1) == 2, isGap(index, ":")
    else { return nil }
    return ("\(mark)\(pad(hours)):\(pad(minutes))", index + 2)
  }

  private func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

  private func width(_ index: Int) -> Int { Int(words[index].end - words[index].start) }

  /// The value of an ASCII number of at most four digits.
  private func number(_ index: Int, _ end: Int) -> Int? {
    guard index < end, words[index].isNumber, width(index) <= 4 else { return nil }
    var value = 0
    for byte in bytes[Int(words[index].start)..<Int(words[index].end)] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// Whether just this mark stands between a word and the next.
  private func isGap(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard index + 1 < words.count, words[index + 1].start == words[index].end + 1 else {
      return false
    }
    return UInt32(bytes[Int(words[index].end)]) == mark.value
  }

  private static let uhr = WordHash.of("uhr")
  private static let h = WordHash.of("h")
  private static let am = WordHash.of("am")
  private static let pm = WordHash.of("pm")
  private static let a = WordHash.of("a")
  private static let p = WordHash.of("p")
  private static let m = WordHash.of("m")
  private static let universal = Set(["z", "gmt", "utc"].map { WordHash.of($0) })
}
