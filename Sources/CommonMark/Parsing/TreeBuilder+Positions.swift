internal import Glibc

/// Where inlines stand. cmark's columns are wrong behind the first line of a block, so the builder walks
/// along the prepared text: every literal occurs in it in order, but for escapes and entities.
extension TreeBuilder {
  /// The byte at `offset`, 0 behind the block's end.
  func byte(at offset: Int) -> UInt8 {
    offset < leafEnd ? prepared.bytes[offset] : 0
  }

  mutating func skipBlanks() {
    while case let next = byte(at: cursor), next == 0x20 || next == 0x09 { cursor += 1 }
  }

  /// Moves behind a line ending and what stands before the next line's text: blanks and the marks of
  /// the block quotes around it, as far as they are written.
  mutating func skipLineEnding() {
    skipBlanks()
    if byte(at: cursor) == UInt8(ascii: "\\") { cursor += 1 }
    skipNewline()
  }

  mutating func skipNewline() {
    if byte(at: cursor) == 0x0D { cursor += 1 }
    if byte(at: cursor) == 0x0A { cursor += 1 }
    skipLinePrefix()
  }

  mutating func skipLinePrefix() {
    skipBlanks()
    var quotes = quoteDepth
    while quotes > 0, byte(at: cursor) == UInt8(ascii: ">") {
      cursor += 1
      quotes -= 1
      skipBlanks()
    }
  }

  mutating func skipDelimiters(_ count: Int) {
    for _ in 0..<count {
      let next = byte(at: cursor)
      guard next == UInt8(ascii: "*") || next == UInt8(ascii: "_") else { return }
      cursor += 1
    }
  }

  /// Moves behind a literal that is written as it reads, but for the prefixes of its lines.
  mutating func skipVerbatim(_ literal: [UInt8]) {
    for next in literal {
      if next == 0x0A {
        skipLineEnding()
      } else if byte(at: cursor) == next {
        cursor += 1
      }
    }
  }

  /// Where the first bytes of `literal` stand: at the cursor, or a little behind it.
  mutating func position(of literal: UnsafeBufferPointer<UInt8>) -> Int {
    let start = cursor
    guard let first = unsafe literal.first, start < leafEnd else { return start }
    switch prepared.bytes[start] {
    case first, UInt8(ascii: "\\"), UInt8(ascii: "&"), 0: return start
    case let byte where byte >= 0x80 && first == 0xEF: return start  // U+FFFD
    default: break
    }
    let length = min(literal.count, 12)
    var index = start
    let limit = min(leafEnd - length, start + searchBudget)
    while index <= limit {
      if prepared.bytes[index] == first,
        unsafe prepared.bytes[index..<(index + length)].elementsEqual(literal[0..<length])
      {
        searchBudget -= index - start
        return index
      }
      index += 1
    }
    searchBudget -= max(0, index - start)
    return start
  }

  /// Walks `literal`, which was appended to the text at `textStart`, along the prepared text from
  /// `start` on and records its pieces. Returns the offset behind it.
  mutating func align(
    _ literal: UnsafeBufferPointer<UInt8>, at start: Int, textStart: Int
  ) -> Int {
    let count = literal.count
    if start + count <= leafEnd,
      unsafe prepared.bytes.withUnsafeBytes({ bytes in
        guard let base = bytes.baseAddress, let other = literal.baseAddress else {
          return false
        }
        return unsafe memcmp(base + start, other, count) == 0
          && memchr(other, 0x5C, count) == nil
      })
    {
      record(start..<(start + count), textStart: textStart)
      return start + count
    }
    return unsafe alignDecoded(literal, at: start, textStart: textStart)
  }

  /// Records the pieces of text that is written as it reads.
  mutating func record(_ range: Range<Int>, textStart: Int) {
    var found: [(Int, Int)] = []
    recordPiece(at: textStart, source: prepared.source(of: range.lowerBound))
    guard prepared.isBroken(range) else { return }
    prepared.forEachStretch(in: range) { at, source in found.append((at, source)) }
    for (at, source) in found {
      recordPiece(at: textStart + at - range.lowerBound, source: source)
    }
  }
}
