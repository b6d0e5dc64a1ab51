/// A reader for JSON whose shape is known: the caller says what it expects, and is told where it is not
/// there. RFC 8259, of whose numbers whole ones alone are read. Nothing recurses.
package struct JSONReader {
  /// What is wrong with a text, and where.
  package struct Failure: Error, Sendable, Hashable {
    /// What was expected: `a “,” or “]”`.
    package let expected: String
    /// UTF-8 offset in the text.
    package let offset: Int

    package init(expected: String, offset: Int) {
      self.expected = expected
      self.offset = offset
    }
  }

  private let bytes: [UInt8]
  private var offset = 0

  /// - Parameter bytes: the text, UTF-8, with a byte order mark or without.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is no part of the text.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) {
      offset += 1
    }
  }

  /// Passes over `byte` and the space before it, if it is next.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(Failure) {
    guard take(byte) else { throw Failure(expected: what, offset: offset) }
  }

  /// Reads an array; `element` reads each value.
  package mutating func array(
    _ element: (inout JSONReader) throws(Failure) -> Void
  ) throws(Failure) {
    try expect(UInt8(ascii: "["), "a “[”")
    if take(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "a “,” or “]”")
  }

  /// Reads an object; `member` reads the value of each key.
  package mutating func object(
    _ member: (String, inout JSONReader) throws(Failure) -> Void
  ) throws(Failure) {
    try expect(UInt8(ascii: "{"), "a “{”")
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      try expect(UInt8(ascii: ":"), "a “:”")
      try member(key, &self)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "a “,” or “}”")
  }

  /// Reads a string.
  package mutating func string() throws(Failure) -> String {
    try expect(UInt8(ascii: "\""), "a string")
    var result: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard offset < bytes.count else { break }
      let escape = bytes[offset]
      offset += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"): result += Array(String(try escapedScalar()).utf8)
      default: result.append(escape)
      }
    }
    throw Failure(expected: "a “\"” at the end of the string", offset: offset)
  }

  /// The scalar of a `\u` escape, of two where they are a surrogate pair; U+FFFD for half a pair.
  private mutating func escapedScalar() throws(Failure) -> Unicode.Scalar {
    let first = try hexadecimal()
    if (0xD800..<0xDC00).contains(first), offset + 1 < bytes.count,
      bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      let second = try hexadecimal()
      guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard offset + 4 <= bytes.count,
      bytes[offset] != UInt8(ascii: "+"), bytes[offset] != UInt8(ascii: "-"),
      let value = UInt32(
        String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self), radix: 16)
    else { throw Failure(expected: "four hexadecimal digits", offset: offset) }
    offset += 4
    return value
  }

  /// Passes over a value of whatever kind. No recursion: brackets are counted.
  package mutating func skipValue() throws(Failure) {
    var depth = 0
    repeat {
      skipSpace()
      guard offset < bytes.count else { throw Failure(expected: "a value", offset: offset) }
      switch bytes[offset] {
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        offset += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard depth > 0 else { throw Failure(expected: "a value", offset: offset) }
        depth -= 1
        offset += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw Failure(expected: "a value", offset: offset) }
        offset += 1
      default:
        let start = offset
        while offset < bytes.count,
          Self.isPlain(bytes[offset])
        {
          offset += 1
        }
        guard offset > start else { throw Failure(expected: "a value", offset: offset) }
      }
    } while depth > 0
  }

  /// Reads a whole number of at most fifteen digits.
  package mutating func int() throws(Failure) -> Int {
    skipSpace()
    let start = offset
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    while offset < bytes.count, offset - start < 16, (0x30...0x39).contains(bytes[offset]) {
      offset += 1
    }
    guard let number = Int(String(decoding: bytes[start..<offset], as: UTF8.self)),
      offset == bytes.count || !Self.isPlain(bytes[offset])
    else { throw Failure(expected: "a whole number", offset: start) }
    return number
  }

  /// Passes over `null` if it is next.
  package mutating func takeNull() -> Bool {
    skipSpace()
    guard bytes[offset...].starts(with: "null".utf8) else { return false }
    offset += 4
    return true
  }

  /// Reads a string, or nil for `null`.
  package mutating func optionalString() throws(Failure) -> String? {
    takeNull() ? nil : try string()
  }

  /// Where the next value begins, as UTF-8 offset.
  package mutating func position() -> Int {
    skipSpace()
    return offset
  }

  /// Expects nothing but white space behind what was read.
  package mutating func end() throws(Failure) {
    skipSpace()
    guard offset == bytes.count else { throw Failure(expected: "the end", offset: offset) }
  }

  /// Whether a byte may stand in a number or one of the words `true`, `false` and `null`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B
      || byte == 0x2D || byte == 0x2E
  }
}
