internal import DossierModel

/// A capture's text as UTF-8 with its lines; offsets lead back into the raw bytes.
struct CaptureText: Sendable {
  /// A line without its line end, as offsets into `bytes`.
  struct Line: Sendable {
    var start: Int
    var end: Int
  }

  /// How the raw bytes are written, and the rule that says so.
  let encoding: Inferred<String>
  /// The text, valid UTF-8 without a byte order mark.
  let bytes: [UInt8]
  /// From `bytes` to the raw bytes, so that cutting the file there and decoding gives the same text.
  let map: OffsetMap
  let lines: [Line]

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
