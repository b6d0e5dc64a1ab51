/// A quotation mark, or an apostrophe that might be one.
struct QuoteMark {
  enum Kind {
    case curlyOpen, curlyClose, low, straight, guillemetLeft, guillemetRight
    /// '' typed for a double mark, and `` for its opening.
    case doubled, grave
    case singleOpen, singleClose
    /// The typewriter's '.
    case apostrophe
  }

  let kind: Kind
  /// In bytes.
  let length: Int

  /// The mark that begins at `index`.
  static func at(_ index: Int, in bytes: [UInt8]) -> QuoteMark? {
    func byte(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    switch bytes[index] {
    case 0x22: return QuoteMark(kind: .straight, length: 1)
    case 0x27:
      return byte(1) == 0x27
        ? QuoteMark(kind: .doubled, length: 2) : QuoteMark(kind: .apostrophe, length: 1)
    case 0x60: return byte(1) == 0x60 ? QuoteMark(kind: .grave, length: 2) : nil
    case 0xC2:
      if byte(1) == 0xAB { return QuoteMark(kind: .guillemetLeft, length: 2) }
      return byte(1) == 0xBB ? QuoteMark(kind: .guillemetRight, length: 2) : nil
    case 0xE2:
      guard byte(1) == 0x80 else { return nil }
      switch byte(2) {
      case 0x98, 0x9B: return QuoteMark(kind: .singleOpen, length: 3)
      case 0x99: return QuoteMark(kind: .singleClose, length: 3)
      case 0x9C, 0x9F: return QuoteMark(kind: .curlyOpen, length: 3)
      case 0x9D: return QuoteMark(kind: .curlyClose, length: 3)
      case 0x9E: return QuoteMark(kind: .low, length: 3)
      default: return nil
      }
    default: return nil
    }
  }
}
