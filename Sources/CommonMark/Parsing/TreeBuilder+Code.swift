/// Code spans: their literal is what stands between the backticks, with spaces for line endings and
/// without one space at either end if both ends have one.
extension TreeBuilder {
  mutating func addCode(_ literal: UnsafeBufferPointer<UInt8>) {
    let lower = cursor
    let content = skipCode()
    let upper = cursor
    let index = addNode(.code, source: sourceRange(lower..<upper))
    cursor = content.lowerBound
    if isStripped(content) { skipSpaceOrNewline() }
    var start = 0
    if !preparation.marks.isEmpty {
      while let (range, number) = unsafe InlineMark.findPlaceholder(in: literal, from: start),
        number < preparation.marks.count
      {
        unsafe appendCode(
          UnsafeBufferPointer(rebasing: literal[start..<range.lowerBound]), end: content.upperBound)
        let mark = preparation.marks[number].range
        recordPiece(at: text.count, source: mark.lowerBound)
        text.append(contentsOf: preparation.source[mark])
        cursor += range.count
        start = range.upperBound
      }
    }
    unsafe appendCode(
      UnsafeBufferPointer(rebasing: literal[start...]), end: content.upperBound)
    nodes[index].textUpper = UInt32(truncatingIfNeeded: text.count)
    cursor = upper
  }

  /// Moves behind a code span. Returns where its content stands.
  private mutating func skipCode() -> Range<Int> {
    let start = cursor
    while byte(at: cursor) == UInt8(ascii: "`") { cursor += 1 }
    let length = cursor - start
    guard length > 0 else { return cursor..<cursor }
    let content = cursor
    while cursor < leafEnd, searchBudget > 0 {
      guard byte(at: cursor) == UInt8(ascii: "`") else {
        cursor += 1
        continue
      }
      let run = cursor
      while byte(at: cursor) == UInt8(ascii: "`") { cursor += 1 }
      if cursor - run == length { return content..<run }
    }
    searchBudget -= cursor - content
    cursor = content
    return content..<content
  }

  private func isStripped(_ content: Range<Int>) -> Bool {
    guard content.count >= 2, Self.isSpaceOrNewline(prepared.bytes[content.lowerBound]),
      Self.isSpaceOrNewline(prepared.bytes[content.upperBound - 1])
    else { return false }
    return prepared.bytes[content].contains { !Self.isSpaceOrNewline($0) }
  }

  private static func isSpaceOrNewline(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D
  }

  private mutating func skipSpaceOrNewline() {
    if byte(at: cursor) == 0x20 { cursor += 1 } else { skipNewline() }
  }

  /// Appends a stretch of a literal line by line and records where it stands.
  private mutating func appendCode(_ literal: UnsafeBufferPointer<UInt8>, end: Int) {
    var index = 0
    while index < literal.count {
      let start = cursor
      while cursor < end, index + cursor - start < literal.count,
        case let byte = prepared.bytes[cursor], byte != 0x0A, byte != 0x0D
      {
        cursor += 1
      }
      if cursor > start {
        record(start..<cursor, textStart: text.count)
        unsafe text.append(contentsOf: literal[index..<(index + cursor - start)])
        index += cursor - start
      } else if cursor < end {
        recordPiece(at: text.count, source: prepared.source(of: cursor))
        text.append(unsafe literal[index])
        index += 1
        skipNewline()
      } else {
        unsafe text.append(contentsOf: literal[index...])
        return
      }
    }
  }
}
