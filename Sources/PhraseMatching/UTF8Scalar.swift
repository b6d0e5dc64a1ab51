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

/// The ASCII part of folding, as tables of 128.
enum ASCIIWord {
  /// Letters and digits.
  static let isLetter: [Bool] = (0..<128).map { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// What a byte folds to: lower case; white space is a space.
  static let folded: [UInt8] = (0..<128).map { byte in
    switch byte {
    case 0x41...0x5A: UInt8(byte) | 0x20
    case 0x09...0x0D: 0x20
    case 0..<0x20, 0x7F: 0x01
    default: UInt8(byte)
    }
  }
}
