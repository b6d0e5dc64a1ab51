/// Scalars in valid UTF-8 bytes. Hot: called for every non-ASCII character.
enum UTF8Bytes {
  /// The scalar that starts at `index`, and its width. The bytes must be valid UTF-8.
  @inline(__always)
  static func scalar(_ bytes: [UInt8], _ index: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F, 2) }
    let second = UInt32(bytes[index + 1]) & 0x3F
    let third = UInt32(bytes[index + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return (
      (first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[index + 3]) & 0x3F, 4
    )
  }

  /// The start of the scalar that ends before `end`, not below `start`.
  static func start(_ bytes: [UInt8], before end: Int, from start: Int) -> Int {
    var index = end - 1
    while index > start, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    if scalar < 0x80 {
      out.append(UInt8(scalar))
    } else if scalar < 0x800 {
      out.append(UInt8(0xC0 | scalar >> 6))
      out.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      out.append(UInt8(0xE0 | scalar >> 12))
      out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      out.append(UInt8(0xF0 | scalar >> 18))
      out.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      out.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}

/// What a scalar is to the line rules: a small hand-made table, not the Unicode database.
enum ScalarClass {
  /// Every space, NBSP, zero-width space and byte order mark in the middle of a text.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF:
      true
    default: scalar < 0x20
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: true
    default: false
    }
  }

  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xAA: false
    case 0xAA, 0xB5, 0xBA: true
    case 0xAB..<0xC0, 0xD7, 0xF7: false
    case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0x55A...0x55F, 0x589, 0x58A, 0x37E, 0x387: false
    case 0xC0..<0x2000: !isDigit(scalar)
    case 0x2000..<0x2C00, 0x2E00..<0x3040: false
    case 0xD800..<0xF900, 0xFE00..<0xFE70, 0xFF00..<0xFF21: false
    default: scalar < 0x1F000 || scalar >= 0x20000
    }
  }

  /// A simple lower case for the alphabets of the eleven languages (İ folds to i, as people type it).
  @inline(__always)
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: return scalar + 0x20
    case 0x130: return 0x69
    case 0x18F: return 0x259
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x48A...0x4BF, 0x4D0...0x52F:
      return scalar | 1
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x400...0x40F: return scalar + 0x50
    case 0x531...0x556: return scalar + 0x30
    default: return scalar
    }
  }

  /// A mark that ends a sentence, in any of the scripts.
  static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x589, 0x61F, 0x6D4, 0x3002: true
    default: false
    }
  }

  /// A closing quotation mark or bracket, which may stand behind the end of a sentence.
  static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0xAB, 0xBB, 0x2018...0x201F, 0x203A, 0x2A, 0x5F: true
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079: true
    default: false
    }
  }
}
