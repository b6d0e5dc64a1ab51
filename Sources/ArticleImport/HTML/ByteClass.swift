/// What a scan asks of the bytes of a text or of an attribute's value.
struct ByteClass: OptionSet, Sendable {
  let rawValue: UInt8

  /// What a parser writes otherwise than it stands there: character references, carriage returns,
  /// control characters and what is no character (HTML standard, 13.2.3.5). It may name more, never
  /// less.
  static let parsed = ByteClass(rawValue: 1)
  static let doubleQuote = ByteClass(rawValue: 2)
  static let singleQuote = ByteClass(rawValue: 4)
  /// The first byte of U+0080 to U+00BF and of U+F000 to U+FFFF, among which are some.
  private static let doubtful = ByteClass(rawValue: 8)

  private static let table: [ByteClass] = (0..<256).map { byte in
    switch byte {
    case 0x09, 0x0A, 0x0C: []
    case 0x26, 0x7F, 0..<0x20, 0xF0...0xFF: .parsed
    case 0x22: .doubleQuote
    case 0x27: .singleQuote
    case 0xC2, 0xEF: .doubtful
    default: []
    }
  }

  /// All that is among the bytes of a range. O(n).
  static func all(of bytes: [UInt8], _ range: Range<Int>) -> ByteClass {
    var found: UInt8 = 0
    let (bytes, table) = (bytes.span, table.span)
    for index in range { found |= table[Int(bytes[index])].rawValue }
    var classes = ByteClass(rawValue: found)
    guard classes.contains(.doubtful), !classes.contains(.parsed) else { return classes }
    for index in range where index + 1 < range.upperBound {
      let (byte, next) = (bytes[index], bytes[index + 1])
      if byte == 0xC2, next < 0xA0 { classes.insert(.parsed) }
      if byte == 0xEF, next == 0xB7 || next == 0xBF { classes.insert(.parsed) }
    }
    return classes
  }
}
