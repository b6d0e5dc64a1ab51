/// The text of one input file, as bytes, and its name for people.
package struct SourceFile: Sendable {
  /// The path from the site's folder, with `/` between its parts: `Content/actors/russia.md`.
  package let path: String
  /// The bytes as they were read, meant to be UTF-8.
  package let bytes: [UInt8]
  private let lines = LineTable()

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The place that `range` (UTF-8 offsets, clamped to the file) denotes, with the line it stands in.
  /// O(log lines); the first call for a file is O(bytes).
  package func place(_ range: Range<Int>) -> SourcePlace {
    var lower = min(max(range.lowerBound, 0), bytes.count)
    // Between the two bytes of a line break is the end of the line.
    if lower > 0, lower < bytes.count, bytes[lower] == 0x0A, bytes[lower - 1] == 0x0D { lower -= 1 }
    // Editors show no byte order mark and count none as a column.
    let textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lower = max(lower, textStart)
    let line = lines.line(at: lower, in: bytes, from: textStart)
    var lineEnd = max(line.range.upperBound, lower)
    while lineEnd > lower, bytes[lineEnd - 1] == 0x0A || bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    let upper = min(max(range.upperBound, lower), lineEnd)
    return SourcePlace(
      path: path, line: line.number, column: line.scalars + 1,
      before: text(lastOf: line.range.lowerBound..<lower), marked: text(upper, from: lower),
      after: text(firstOf: upper..<lineEnd))
  }

  /// More bytes than a frame shows code points, however long these are.
  private static let frameBytes = 512

  private func text(_ upper: Int, from lower: Int) -> String {
    String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  private func text(firstOf range: Range<Int>) -> String {
    text(min(range.upperBound, range.lowerBound + Self.frameBytes), from: range.lowerBound)
  }

  private func text(lastOf range: Range<Int>) -> String {
    var lower = max(range.lowerBound, range.upperBound - Self.frameBytes)
    while lower > range.lowerBound, lower < range.upperBound, bytes[lower] & 0xC0 == 0x80 {
      lower += 1
    }
    return text(range.upperBound, from: lower)
  }

  /// The place of a whole file: no line, no frame.
  package var whole: SourcePlace { SourcePlace(path: path) }
}
