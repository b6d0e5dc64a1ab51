/// Decoding of single scalars from bytes that are meant to be UTF-8.
enum UTF8Scalar {
  /// The scalar at `index` and its length in bytes; U+FFFD of length 1 where the bytes are not UTF-8.
  @inline(__always)
  static func decode(_ text: [UInt8], at index: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let lead = text[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    func trail(_ offset: Int) -> UInt32? {
      guard index + offset < end, text[index + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(text[index + offset] & 0x3F)
    }
    if lead >= 0xC2, lead < 0xE0, let a = trail(1) { return (UInt32(lead & 0x1F) << 6 | a, 2) }
    if lead >= 0xE0, lead < 0xF0, let a = trail(1), let b = trail(2) {
      return (UInt32(lead & 0x0F) << 12 | a << 6 | b, 3)
    }
    if lead >= 0xF0, lead < 0xF5, let a = trail(1), let b = trail(2), let c = trail(3) {
      return (UInt32(lead & 0x07) << 18 | a << 12 | b << 6 | c, 4)
    }
    return (0xFFFD, 1)
  }
}

/// The ASCII part of folding, by arithmetic: a table behind a lazy global would cost more than the test.
package enum ASCIIWord {
  /// Whether a byte below 0x80 is a letter or digit.
  @inline(__always)
  package static func isLetter(_ byte: UInt8) -> Bool {
    // Letters with bit 5 set are lower case: one range for both cases.
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  /// What a byte below 0x80 folds to: lower case; white space is a space.
  @inline(__always)
  package static func folded(_ byte: UInt8) -> UInt8 {
    if byte &- UInt8(ascii: "A") < 26 { return byte | 0x20 }
    if byte > 0x20, byte < 0x7F { return byte }
    return byte == 0x20 || byte &- 0x09 < 5 ? 0x20 : 0x01
  }
}
