/// Whitespace as Python's `str.isspace` sees it, on UTF-8 bytes: Jinja2 strips by that.
enum Whitespace {
  /// The number of bytes of the whitespace character at `index`, nil if there is none.
  static func width(at index: Int, to limit: Int, in bytes: [UInt8]) -> Int? {
    guard index < limit else { return nil }
    let first = bytes[index]
    if first < 0x80 { return isSpace(first) ? 1 : nil }
    if first == 0xC2, index + 1 < limit {
      return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : nil
    }
    guard index + 2 < limit else { return nil }
    return isWide(first, bytes[index + 1], bytes[index + 2]) ? 3 : nil
  }

  /// The number of bytes of the whitespace character that ends before `index`.
  static func width(before index: Int, from start: Int, in bytes: [UInt8]) -> Int? {
    guard index > start else { return nil }
    let last = bytes[index - 1]
    if last < 0x80 { return isSpace(last) ? 1 : nil }
    if index - 2 >= start, bytes[index - 2] == 0xC2, last == 0x85 || last == 0xA0 { return 2 }
    guard index - 3 >= start else { return nil }
    return isWide(bytes[index - 3], bytes[index - 2], last) ? 3 : nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F)
  }

  /// U+1680, U+2000…200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      true
    default: false
    }
  }
}
