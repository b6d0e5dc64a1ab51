/// Resolves the character references that are frequent in running text; others stay as they are
/// written. For text that no HTML parser has seen: the tag-stripping reader, and linked data.
enum CharacterReferences {
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "ndash": 0x2013,
    "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C,
    "rdquo": 0x201D, "bdquo": 0x201E, "laquo": 0xAB, "raquo": 0xBB, "hellip": 0x2026,
    "bull": 0x2022,
    "middot": 0xB7, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "deg": 0xB0, "euro": 0x20AC,
    "pound": 0xA3, "shy": 0xAD, "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4,
    "Ouml": 0xD6, "Uuml": 0xDC, "szlig": 0xDF, "eacute": 0xE9, "egrave": 0xE8, "agrave": 0xE0,
    "ccedil": 0xE7, "ecirc": 0xEA, "ocirc": 0xF4, "iacute": 0xED, "oacute": 0xF3, "aacute": 0xE1,
    "uacute": 0xFA, "ntilde": 0xF1,
  ]

  /// O(n).
  static func resolve(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x26, let (scalar, end) = reference(bytes, index) {
        UTF8Bytes.append(scalar, to: &out)
        index = end
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  private static func reference(_ bytes: ArraySlice<UInt8>, _ start: Int) -> (UInt32, Int)? {
    var end = start + 1
    while end < bytes.endIndex, end - start < 12, bytes[end] != 0x3B {
      guard bytes[end] > 0x20, bytes[end] < 0x7F, bytes[end] != 0x26 else { return nil }
      end += 1
    }
    guard end < bytes.endIndex, bytes[end] == 0x3B, end > start + 1 else { return nil }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    if let scalar = named[name] { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value > 0, Unicode.Scalar(value) != nil else { return nil }
    return (value, end + 1)
  }
}
