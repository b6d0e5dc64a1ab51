/// A decimal number as it is written: an optional minus sign, digits, and digits behind a point.
struct DecimalNumber {
  let isNegative: Bool
  let whole: Int
  /// Whether the digits behind the point say more than zero.
  let hasFraction: Bool

  /// Nil for anything else: exponents, groups of thousands, more than nine digits before the point.
  init?(_ text: String) {
    var digits = Array(text.utf8)[...]
    isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, (1...9).contains(first.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(String(decoding: first, as: UTF8.self))
    else { return nil }
    self.whole = whole
    hasFraction = parts.count == 2 && parts[1].contains { $0 != 0x30 }
  }

  /// Whether it lies between `-limit` and `limit`, both included.
  func isWithin(_ limit: Int) -> Bool { whole < limit || (whole == limit && !hasFraction) }
}
