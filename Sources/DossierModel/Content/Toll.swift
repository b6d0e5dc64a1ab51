/// How many people were harmed, as a source counts them: `4,000`, `4,000-5,000` (low, high) or
/// `4,000-4,400-5,000` (low, best, high: the three estimates of UCDP's Georeferenced Event Dataset).
package struct Toll: Sendable, Hashable {
  package let low: Int
  /// The best estimate; nil where only the two ends of a range are given.
  package let best: Int?
  package let high: Int

  package init(low: Int, best: Int?, high: Int) {
    self.low = low
    self.best = best
    self.high = high
  }

  /// What a text says that is made of digits, commas, spaces and dashes alone.
  package enum Reading: Sendable, Hashable {
    case toll(Toll)
    /// It has letters or other signs: words.
    case words
    /// It is no number, with why, and what to write instead.
    case mistake(String, help: String)
  }

  /// Reads a value. A comma or none stands between thousands; `-` and `–` stand between numbers.
  /// O(length).
  package static func reading(_ text: String) -> Reading {
    var parts: [[UInt8]] = [[]]
    var hasDigit = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        hasDigit = true
        parts[parts.count - 1].append(UInt8(truncatingIfNeeded: scalar.value))
      case ",", " ", "\u{A0}": parts[parts.count - 1].append(scalar == "," ? 0x2C : 0x20)
      case "-", "–": parts.append([])
      default: return .words
      }
    }
    guard hasDigit else { return .words }
    var numbers: [Int] = []
    for part in parts {
      let part = trimmed(part)
      switch number(part) {
      case .success(let value): numbers.append(value)
      case .failure(let error): return .mistake(error.summary, help: error.help)
      }
    }
    guard numbers.count <= 3 else {
      return .mistake(
        "it has \(numbers.count) numbers", help: "write low-best-high, low-high, or one number")
    }
    guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      let sorted = numbers.sorted().map(grouped).joined(separator: "-")
      return .mistake("its numbers do not ascend", help: "write “\(sorted)”")
    }
    let best = numbers.count == 2 ? nil : numbers[numbers.count / 2]
    return .toll(Toll(low: numbers[0], best: best, high: numbers[numbers.count - 1]))
  }

  /// For people: `4,400 (4,000 to 5,000)`, `4,000 to 5,000`, `4,000`.
  package var words: String {
    let range = low == high ? nil : "\(Self.grouped(low)) to \(Self.grouped(high))"
    switch (best, range) {
    case (let best?, let range?): return "\(Self.grouped(best)) (\(range))"
    case (let best?, nil): return Self.grouped(best)
    case (nil, let range): return range ?? Self.grouped(low)
    }
  }

  private struct NumberError: Error {
    let summary: String
    let help: String
  }

  private static func number(_ part: ArraySlice<UInt8>) -> Result<Int, NumberError> {
    let text = String(decoding: part, as: UTF8.self)
    guard !part.isEmpty else {
      return .failure(
        NumberError(
          summary: "a number is missing beside “-”", help: "write both ends of a range: 4-6"))
    }
    let groups = part.split(separator: 0x2C, omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    let digits = part.filter { $0 != 0x2C && $0 != 0x20 }
    let joined = String(decoding: digits, as: UTF8.self)
    guard isGrouped, !part.contains(0x20) else {
      return .failure(
        NumberError(
          summary: "“\(text)” is no number",
          help: Int(joined).map { number in
            "write \(grouped(number))" + (number < 1000 ? "" : ", a comma between thousands")
          } ?? "write it with digits"))
    }
    guard digits.count <= 12, let value = Int(joined) else {
      return .failure(NumberError(summary: "“\(text)” is too large", help: "who counted so many?"))
    }
    return .success(value)
  }

  private static func trimmed(_ part: [UInt8]) -> ArraySlice<UInt8> {
    let start = part.firstIndex { $0 != 0x20 } ?? part.endIndex
    let end = part.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
    return part[start..<end]
  }

  /// The number with a comma between thousands.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.unicodeScalars.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += "," }
      result.unicodeScalars.append(digit)
    }
    return result
  }
}
