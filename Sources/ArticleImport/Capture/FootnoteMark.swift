/// The mark that opens a note: `[12]`, `[^12]:`, `¹²`, `↑12`, `^12`.
struct FootnoteMark: Sendable {
  let number: Int
  /// Where the note's text starts.
  let textStart: Int

  /// Reads a mark at the start of a line; nil when there is none. Numbers up to 9999.
  static func read(_ bytes: [UInt8], _ start: Int, _ end: Int) -> FootnoteMark? {
    guard start < end else { return nil }
    var index = start
    var number = 0
    var digits = 0
    func digit(_ at: Int) -> Int? {
      guard at < end, bytes[at] >= 0x30, bytes[at] <= 0x39 else { return nil }
      return Int(bytes[at] - 0x30)
    }
    switch bytes[start] {
    case 0x5B:
      index += 1
      if index < end, bytes[index] == 0x5E { index += 1 }
      while let value = digit(index), digits < 4 {
        (number, digits, index) = (number * 10 + value, digits + 1, index + 1)
      }
      guard digits > 0, index < end, bytes[index] == 0x5D else { return nil }
      index += 1
      if index < end, bytes[index] == 0x3A { index += 1 }
    case 0xC2, 0xE2:
      while index < end, digits < 4, bytes[index] >= 0x80 {
        let (scalar, width) = UTF8Bytes.scalar(bytes, index)
        guard let value = superscript(scalar) else { break }
        (number, digits, index) = (number * 10 + value, digits + 1, index + width)
      }
      if digits == 0, UTF8Bytes.scalar(bytes, start).value == 0x2191 {
        index = start + 3
        while index < end, bytes[index] == 0x20 { index += 1 }
        while let value = digit(index), digits < 4 {
          (number, digits, index) = (number * 10 + value, digits + 1, index + 1)
        }
      }
      guard digits > 0 else { return nil }
    default: return nil
    }
    guard number > 0 else { return nil }
    while index < end {
      let (scalar, width) = UTF8Bytes.scalar(bytes, index)
      guard ScalarClass.isSpace(scalar) else { break }
      index += width
    }
    return index < end ? FootnoteMark(number: number, textStart: index) : nil
  }

  private static func superscript(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070: 0
    case 0x2074...0x2079: Int(scalar - 0x2070)
    default: nil
    }
  }
}
