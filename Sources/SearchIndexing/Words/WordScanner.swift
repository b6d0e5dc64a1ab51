/// Cuts UTF-8 into words and what stands between them.
struct WordScanner: Sendable {
  let folding: SearchFolding

  /// A word of a text.
  struct Word {
    let range: Range<Int>
    /// Whether it is a single letter behind an apostrophe, as in “Russia’s”: no word that people look for.
    let isSuffix: Bool
  }

  /// Hands on words and separators in order; together they are all of `range`. O(length).
  @inline(__always)
  func scan(
    _ text: Span<UInt8>, _ range: Range<Int>, word: (Word) -> Void,
    separator: (Range<Int>) -> Void
  ) {
    var index = range.lowerBound
    let end = min(range.upperBound, text.count)
    var gap = index
    while index < end {
      let start = index
      var isIdeograph = false
      while index < end {
        let byte = text[index]
        if byte < 0x80 {
          guard byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 else { break }
          index += 1
          continue
        }
        let (scalar, length) = Self.decode(text, at: index, end: end)
        let scalarClass = folding.scalarClass(scalar)
        if scalarClass == .boundary { break }
        if scalarClass == .ideograph {
          // One word each, wherever it stands.
          if index == start {
            index += length
            isIdeograph = true
          }
          break
        }
        index += length
      }
      guard index > start else {
        let byte = text[index]
        index += byte < 0x80 ? 1 : Self.decode(text, at: index, end: end).length
        continue
      }
      if start > gap { separator(gap..<start) }
      word(
        Word(range: start..<index, isSuffix: !isIdeograph && isSuffix(text, start, index, range)))
      gap = index
    }
    if end > gap { separator(gap..<end) }
  }

  /// A separator without the spaces that citations leave: none before a full stop or a comma, never two.
  static func tidied(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var spaces = 0
    while spaces < range.count, text[range.lowerBound + spaces] == 0x20 { spaces += 1 }
    guard spaces < range.count else { return (range.upperBound - 1)..<range.upperBound }
    let next = text[range.lowerBound + spaces]
    let isTight = next == 0x2E || next == 0x2C
    return (range.lowerBound + (isTight ? spaces : max(0, spaces - 1)))..<range.upperBound
  }

  @inline(__always)
  private func isSuffix(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ range: Range<Int>) -> Bool
  {
    guard end - start == 1, start > range.lowerBound, text[start] | 0x20 >= 0x61 else {
      return false
    }
    if text[start - 1] == 0x27 { return true }
    // ’ is E2 80 99.
    return start - 3 >= range.lowerBound && text[start - 1] == 0x99 && text[start - 2] == 0x80
      && text[start - 3] == 0xE2
  }

  /// The scalar at `index` and its length in bytes; U+FFFD of length 1 where the bytes are not UTF-8.
  private static func decode(_ text: Span<UInt8>, at index: Int, end: Int) -> (
    scalar: UInt32, length: Int
  ) {
    func trail(_ offset: Int) -> UInt32? {
      guard index + offset < end, text[index + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(text[index + offset] & 0x3F)
    }
    let lead = text[index]
    if lead >= 0xC2, lead < 0xE0, let a = trail(1) { return (UInt32(lead & 0x1F) << 6 | a, 2) }
    if lead >= 0xE0, lead < 0xF0, let a = trail(1), let b = trail(2) {
      return (UInt32(lead & 0x0F) << 12 | a << 6 | b, 3)
    }
    if lead >= 0xF0, lead < 0xF5, let a = trail(1), let b = trail(2), let c = trail(3) {
      return (UInt32(lead & 0x07) << 18 | a << 12 | b << 6 | c, 4)
    }
    return (0xFFFD, 1)
  }
}
