/// A capture's text as UTF-8 with its lines; offsets lead back into the raw bytes.
struct CaptureText: Sendable {
  /// How the raw bytes are written.
  enum Encoding: Sendable { case utf8, utf16BigEndian, utf16LittleEndian }

  /// A line without its line end, as offsets into `bytes`.
  struct Line: Sendable {
    var start: Int
    var end: Int
  }

  let encoding: Encoding
  /// The text, valid UTF-8. For a UTF-8 capture these are the raw bytes, byte order mark included,
  /// so that offsets are the same; for UTF-16 they are transcoded without the mark.
  let bytes: [UInt8]
  let lines: [Line]

  /// The raw bytes of a part of line `index`. UTF-8: the range itself. UTF-16: the bytes of the code
  /// units in the capture, so that cutting the file there and decoding gives the same text.
  /// O(1) for UTF-8, O(offset) for UTF-16; `RawOffsets` walks a whole document in one pass.
  struct RawOffsets {
    private var utf8 = 0
    private var raw = 2
    private let encoding: Encoding

    init(_ encoding: Encoding) { self.encoding = encoding }

    /// The raw offset of `offset`. Offsets must be asked in rising order.
    mutating func raw(of offset: Int, in bytes: [UInt8]) -> Int {
      guard encoding != .utf8 else { return offset }
      while utf8 < offset {
        let byte = bytes[utf8]
        // A four-byte sequence is a surrogate pair, everything shorter one unit.
        utf8 += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        raw += byte < 0xF0 ? 2 : 4
      }
      return raw
    }
  }

  /// Splits at LF, CR, CRLF, NEL, U+2028 and U+2029. A last line without a line end counts, the
  /// emptiness behind a last line end does not. nil beyond `limit` lines. O(n).
  static func lines(of bytes: [UInt8], from start: Int, limit: Int) -> [Line]? {
    var lines: [Line] = []
    var lineStart = start
    var index = start
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      var width = 0
      if byte == 0x0A {
        width = 1
      } else if byte == 0x0D {
        width = index + 1 < count && bytes[index + 1] == 0x0A ? 2 : 1
      } else if byte == 0xC2, index + 1 < count, bytes[index + 1] == 0x85 {
        width = 2
      } else if byte == 0xE2, index + 2 < count, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
      {
        width = 3
      }
      if width == 0 {
        index += 1
        continue
      }
      if lines.count == limit { return nil }
      lines.append(Line(start: lineStart, end: index))
      index += width
      lineStart = index
    }
    if lineStart < count {
      if lines.count == limit { return nil }
      lines.append(Line(start: lineStart, end: count))
    }
    return lines
  }
}
