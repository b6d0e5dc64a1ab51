/// Guesses what was meant by a text that is no EDTF. Whatever it returns is valid EDTF.
///
/// For messages only: no value is ever read through it.
enum EDTFRepair {
  static func suggestions(for text: String) -> [String] {
    guard text.utf8.count <= EDTF.longest else { return [] }
    let tidy = tidied(text)
    // A year before Christ is not the year without its minus sign.
    if tidy.utf8.first == UInt8(ascii: "-") { return [] }
    var found: [String] = []
    for candidate in [tidy] + (swapped(tidy).map { [$0] } ?? []) where candidate != text {
      keep(candidate, in: &found)
    }
    if !found.isEmpty { return found }
    for reading in readings(tidy) { keep(reading, in: &found) }
    if !found.isEmpty { return found }
    for reading in intervals(tidy) { keep(reading, in: &found) }
    return found
  }

  private static func keep(_ candidate: String, in found: inout [String]) {
    guard !found.contains(candidate), found.count < 3, case .success = EDTF.strict(candidate) else {
      return
    }
    found.append(candidate)
  }

  /// Without surrounding white space and quotes, dashes as hyphens, `X`, `T` and `Z` in capitals.
  private static func tidied(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2010...0x2015, 0x2212: scalars.append("-")
      case 0xA0, 0x2009, 0x202F, 0x09, 0x0A, 0x0D: scalars.append(" ")
      case 0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x2019: break
      default: scalars.append(scalar)
      }
    }
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    let isNumeric = scalars.allSatisfy {
      !$0.properties.isAlphabetic || "xXtTzZ".unicodeScalars.contains($0)
    }
    let result = String(String.UnicodeScalarView(scalars))
    return isNumeric ? result.uppercased() : result
  }

  /// The interval turned round, when that makes it one.
  private static func swapped(_ text: String) -> String? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    return ends.count == 2 ? "\(ends[1])/\(ends[0])" : nil
  }

  /// What one date may mean, when a person wrote it.
  private static func readings(_ text: String) -> [String] {
    if let time = timed(text) { return time }
    guard let loose = LooseDate(text) else { return [] }
    return loose.readings
  }

  /// A date and a time of day, apart or together.
  private static func timed(_ text: String) -> [String]? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let before = text[..<colon]
    guard let split = before.lastIndex(where: { $0 == " " || $0 == "T" || $0 == "t" }) else {
      return nil
    }
    let date = before[..<split].drop { $0 == " " }
    var time = text[text.index(after: split)...].uppercased()
    if let fraction = time.firstIndex(of: ".") {
      let rest = time[time.index(after: fraction)...].drop { $0.isNumber }
      time = String(time[..<fraction]) + rest
    }
    time.removeAll { $0 == " " }
    time = time.replacingSuffix("UTC", by: "Z").replacingSuffix("GMT", by: "Z")
    if time.prefix(while: { $0 != ":" }).count == 1 { time = "0" + time }
    let dates = [String(date)] + (LooseDate(String(date))?.readings ?? [])
    return dates.map { "\($0)T\(time)" }
  }

  /// What two dates may mean, when a person wrote an interval.
  private static func intervals(_ text: String) -> [String] {
    let lower = text.lowercased()
    for (word, isStart) in [
      ("since ", true), ("from ", true), ("until ", false), ("till ", false), ("up to ", false),
    ] where lower.hasPrefix(word) {
      let rest = String(text.dropFirst(word.count))
      let whole = one(rest).map { isStart ? "\($0)/.." : "../\($0)" }
      if let whole { return [whole] }
      if word == "from " { return intervals(rest, depth: 1) }
    }
    return intervals(text, depth: 0)
  }

  private static func intervals(_ text: String, depth: Int) -> [String] {
    let separators =
      text.contains("/") ? ["/"] : [" to ", " until ", " - ", "...", "..", "--", "-"]
    for separator in separators {
      let ends = text.split(separator: separator, omittingEmptySubsequences: false)
      // `2020-07-12-2020-07-15`: the hyphen in the middle.
      let middle = ends.count / 2
      guard ends.count >= 2, ends.count % 2 == 0 else { continue }
      let first = ends[..<middle].joined(separator: separator)
      let last = ends[middle...].joined(separator: separator)
      if let start = one(first), let end = one(last) { return ["\(start)/\(end)"] }
      // `2019-20`, `9-10 November 2020`: the end lends the start what it lacks, or the reverse.
      if let completed = completed(first, last) { return [completed] }
    }
    return []
  }

  private static func completed(_ first: String, _ last: String) -> String? {
    if first.utf8.count == 4, last.utf8.count == 2, let start = Int(first), let end = Int(last),
      start % 100 < end
    {
      return "\(first)/\(first.prefix(2))\(last)"
    }
    guard let end = one(last) else { return nil }
    if first.utf8.count <= 2, let day = Int(first), end.utf8.count == 10 {
      let start = end.prefix(8) + Digits.padded(day, 2)
      return one(String(start)).map { "\($0)/\(end)" }
    }
    let year = end.prefix(4)
    return one("\(first) \(year)").map { "\($0)/\(end)" }
  }

  /// The only meaning of a date.
  private static func one(_ text: String) -> String? {
    let text = text.trimmed
    if case .success(.date) = EDTF.strict(text) { return text }
    let readings = LooseDate(text)?.readings ?? []
    let valid = readings.filter { if case .success = EDTF.strict($0) { true } else { false } }
    return valid.count == 1 ? valid[0] : nil
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) + other : self
  }
}
