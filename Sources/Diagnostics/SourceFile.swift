/// The text of one input file, as bytes, and its name for people.
package struct SourceFile: Sendable {
  /// The path from the site's folder, with `/` between its parts: `Content/actors/russia.md`.
  package let path: String
  /// The bytes as they were read, meant to be UTF-8.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The place that `range` (UTF-8 offsets, clamped to the file) denotes, with the line it stands in.
  /// O(offset): called once for a finding, not for a token.
  package func place(_ range: Range<Int>) -> SourcePlace {
    let lower = min(max(range.lowerBound, 0), bytes.count)
    var line = 1
    var lineStart = 0
    var index = 0
    while index < lower {
      let byte = bytes[index]
      index += 1
      let isCRLF = byte == 0x0D && index < bytes.count && bytes[index] == 0x0A
      if byte == 0x0A || (byte == 0x0D && !isCRLF) {
        line += 1
        lineStart = index
      }
    }
    // Editors do not count a byte order mark as a column.
    if lineStart == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), lower >= 3 { lineStart = 3 }
    var lineEnd = lower
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
    let upper = min(max(range.upperBound, lower), lineEnd)
    return SourcePlace(
      path: path, line: line,
      before: String(decoding: bytes[lineStart..<lower], as: UTF8.self),
      marked: String(decoding: bytes[lower..<upper], as: UTF8.self),
      after: String(decoding: bytes[upper..<lineEnd], as: UTF8.self))
  }

  /// The place of a whole file: no line, no frame.
  package var whole: SourcePlace { SourcePlace(path: path) }
}
