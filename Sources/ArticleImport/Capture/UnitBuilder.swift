/// Lines to units: trims, drops blank lines, joins what was hard-wrapped.
///
/// A text capture has one paragraph a line, unless its lines are wrapped: none longer than
/// `wrapColumns`, and most of the long ones directly followed by another line. In wrapped text a line
/// joins the one above when its first word would not have fitted there. In Markdown, lines without a
/// blank line between are one paragraph, as CommonMark has it.
struct UnitBuilder {
  /// The widest line of hard-wrapped text, in code points.
  static let wrapColumns = 90

  let text: CaptureText
  let isMarkdown: Bool

  /// Blank lines give no unit. O(n).
  func units() -> [CaptureUnit] {
    var units: [CaptureUnit] = []
    var columns: [Int] = []
    var blanks = 0
    for (number, line) in text.lines.enumerated() {
      let trimmed = trim(line.start, line.end)
      if trimmed.isEmpty {
        blanks += 1
        continue
      }
      var unit = CaptureUnit(
        firstLine: number, lastLine: number, start: trimmed.lowerBound, end: trimmed.upperBound)
      unit.blanksAbove = blanks
      blanks = 0
      units.append(unit)
      columns.append(scalars(in: trimmed))
    }
    if isMarkdown { return MarkdownLines(bytes: text.bytes).joined(units) }
    guard let width = wrapWidth(units, columns) else { return units }
    return joined(units, columns, width: width)
  }

  private func trim(_ from: Int, _ to: Int) -> Range<Int> {
    var start = from
    var end = to
    while start < end {
      let (scalar, width) = UTF8Bytes.scalar(text.bytes, start)
      guard ScalarClass.isSpace(scalar) else { break }
      start += width
    }
    while end > start {
      let last = UTF8Bytes.start(text.bytes, before: end, from: start)
      guard ScalarClass.isSpace(UTF8Bytes.scalar(text.bytes, last).value) else { break }
      end = last
    }
    return start..<end
  }

  private func scalars(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where text.bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The width the text was wrapped to; nil when it was not.
  private func wrapWidth(_ units: [CaptureUnit], _ columns: [Int]) -> Int? {
    var long = 0
    var followed = 0
    var tooLong = 0
    var width = 0
    for index in units.indices {
      if columns[index] > Self.wrapColumns { tooLong += 1 }
      guard columns[index] >= 50, columns[index] <= Self.wrapColumns else { continue }
      long += 1
      width = max(width, columns[index])
      if index + 1 < units.count, units[index + 1].blanksAbove == 0 { followed += 1 }
    }
    guard long >= 4, followed * 10 >= long * 6, tooLong * 20 <= long else { return nil }
    return width
  }

  private func joined(
    _ units: [CaptureUnit], _ columns: [Int], width: Int
  ) -> [CaptureUnit] {
    var result: [CaptureUnit] = []
    for index in units.indices {
      let unit = units[index]
      let fits = index == 0 ? true : columns[index - 1] + 1 + firstWord(unit) <= width - 4
      if index > 0, unit.blanksAbove == 0, !fits, !opensFootnote(unit), !result.isEmpty {
        result[result.count - 1].lastLine = unit.lastLine
        result[result.count - 1].end = unit.end
      } else {
        result.append(unit)
      }
    }
    return result
  }

  private func firstWord(_ unit: CaptureUnit) -> Int {
    var index = unit.start
    var count = 0
    while index < unit.end, count < 40, text.bytes[index] != 0x20 {
      if text.bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  private func opensFootnote(_ unit: CaptureUnit) -> Bool {
    FootnoteMark.read(text.bytes, unit.start, unit.end) != nil
  }
}
