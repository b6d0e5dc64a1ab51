/// What stands beside a name in a text: words, brackets, initials. Asked only for names whose meaning
/// depends on it. Every look is bounded, so that a text costs no more for being odd.
struct NameSurroundings {
  let text: [UInt8]
  let range: Range<Int>

  /// A word that stands directly before an offset, with nothing but white space between.
  struct Word {
    /// Without quotation marks and brackets that open before it, and without a full stop behind it.
    let range: Range<Int>
    /// Its letters in lower case where it is ASCII and of at most 16; else 0.
    let packed: UInt128
    let isCapitalised: Bool
    /// Whether a full stop ends it.
    let hasStop: Bool
    /// Whether it is a possessive: `Turkey’s`.
    let isPossessive: Bool
  }

  /// How far back a word is looked for.
  private static let reach = 48

  /// The offset behind the last byte before `offset` that is no white space; `offset` itself without
  /// white space between.
  func endBeforeSpace(_ offset: Int) -> Int {
    var end = offset
    while end > range.lowerBound, let length = spaceLength(endingAt: end) { end -= length }
    return end
  }

  private func spaceLength(endingAt end: Int) -> Int? {
    let byte = text[end - 1]
    if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { return 1 }
    // NBSP
    if byte == 0xA0, end - 2 >= range.lowerBound, text[end - 2] == 0xC2 { return 2 }
    return nil
  }

  /// The word before `offset`; nil at the beginning, and where punctuation stands between.
  func word(before offset: Int) -> Word? {
    let end = endBeforeSpace(offset)
    guard end < offset, end > range.lowerBound else { return nil }
    let floor = max(range.lowerBound, end - Self.reach)
    var start = end
    while start > floor, spaceLength(endingAt: start) == nil { start -= 1 }
    while start < end, text[start] < 0x80, !Self.isLetter(text[start]) { start += 1 }
    // “ and ‘ are E2 80 9C and E2 80 98.
    while start + 3 <= end, text[start] == 0xE2, text[start + 1] == 0x80 { start += 3 }
    var upper = end
    let hasStop = upper > start && text[upper - 1] == UInt8(ascii: ".")
    if hasStop { upper -= 1 }
    guard upper > start, Self.isLetter(text[upper - 1]) || text[upper - 1] >= 0x80 else {
      return nil
    }
    // Closing quotation marks and dashes: E2 80 9D, E2 80 94.
    if upper - start >= 3, text[upper - 3] == 0xE2, text[upper - 2] == 0x80 { return nil }
    let word = start..<upper
    return Word(
      range: word, packed: packed(word), isCapitalised: isCapital(at: start), hasStop: hasStop,
      isPossessive: isPossessiveEnd(word))
  }

  func packed(_ word: Range<Int>) -> UInt128 {
    guard word.count <= 16 else { return 0 }
    var result: UInt128 = 0
    for byte in text[word] {
      guard byte < 0x80 else { return 0 }
      result = result << 8 | UInt128(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return result
  }

  private func isPossessiveEnd(_ word: Range<Int>) -> Bool {
    guard word.count > 3, text[word.upperBound - 1] | 0x20 == UInt8(ascii: "s") else {
      return false
    }
    let mark = word.upperBound - 2
    return text[mark] == UInt8(ascii: "'")
      || text[mark] == 0x99 && text[mark - 1] == 0x80 && text[mark - 2] == 0xE2
  }

  /// Whether a capital letter stands at `offset`.
  func isCapital(at offset: Int) -> Bool {
    guard offset < range.upperBound else { return false }
    let byte = text[offset]
    if byte < 0x80 { return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
    let scalar = String(decoding: text[offset..<min(offset + 4, range.upperBound)], as: UTF8.self)
      .unicodeScalars.first
    return scalar?.properties.isUppercase ?? false
  }

  /// Whether a possessive ending stands at `offset`: `’s`, or an apostrophe behind an s.
  func isPossessive(at offset: Int) -> Bool {
    guard let after = apostropheEnd(at: offset) else { return false }
    if after < range.upperBound, text[after] | 0x20 == UInt8(ascii: "s") {
      return after + 1 >= range.upperBound || !Self.isLetter(text[after + 1])
    }
    return text[offset - 1] | 0x20 == UInt8(ascii: "s")
      && after < range.upperBound && text[after] == 0x20
  }

  private func apostropheEnd(at offset: Int) -> Int? {
    guard offset < range.upperBound, offset > range.lowerBound else { return nil }
    if text[offset] == UInt8(ascii: "'") { return offset + 1 }
    guard offset + 3 <= range.upperBound, text[offset] == 0xE2, text[offset + 1] == 0x80,
      text[offset + 2] == 0x99
    else { return nil }
    return offset + 3
  }

  /// The offset behind a possessive ending at `offset`; `offset` itself without one.
  func endOfPossessive(at offset: Int) -> Int {
    guard isPossessive(at: offset), let after = apostropheEnd(at: offset) else { return offset }
    return after < range.upperBound && text[after] | 0x20 == UInt8(ascii: "s") ? after + 1 : after
  }

  /// The offset behind an “of” or “of the” that follows after one space; nil without one.
  func endOfGenitive(at offset: Int) -> Int? {
    for link in [" of the ", " of "] where text[offset..<range.upperBound].starts(with: link.utf8) {
      return offset + link.utf8.count
    }
    return nil
  }

  /// Whether a hyphen and a letter follow: the name is the first part of a compound.
  func isCompound(at offset: Int) -> Bool {
    offset + 1 < range.upperBound && text[offset] == UInt8(ascii: "-")
      && Self.isLetter(text[offset + 1])
  }

  /// Whether a capitalised word follows after one space.
  func isBeforeCapital(at offset: Int) -> Bool {
    offset + 1 < range.upperBound && text[offset] == 0x20 && isCapital(at: offset + 1)
  }

  /// The word of small letters after one space, packed; 0 without one.
  func packedWord(after offset: Int) -> UInt128 {
    let start = offset + 1
    guard start < range.upperBound, text[offset] == 0x20 else { return 0 }
    var end = start
    while end < range.upperBound, end - start <= 16, (0x61...0x7A).contains(text[end]) { end += 1 }
    return packed(start..<end)
  }

  /// What stands in square brackets directly before `offset`, and where its bracket opens.
  func bracketed(before offset: Int) -> (inside: Range<Int>, open: Int)? {
    let end = endBeforeSpace(offset)
    guard end < offset, end > range.lowerBound, text[end - 1] == UInt8(ascii: "]") else {
      return nil
    }
    let floor = max(range.lowerBound, end - Self.reach)
    guard let open = text[floor..<(end - 1)].lastIndex(of: UInt8(ascii: "[")) else { return nil }
    return (open + 1..<(end - 1), open)
  }

  /// The initials directly before `offset`, as one run (`S.V.`, `S. V.`); with a space behind or none.
  func initials(before offset: Int) -> Range<Int>? {
    var start = offset
    var upper: Int?
    for _ in 0..<3 {
      let end = endBeforeSpace(start)
      guard offset - end <= 16, end - 1 > range.lowerBound || end - 1 == range.lowerBound + 1,
        text[end - 1] == UInt8(ascii: ".")
      else { break }
      // One letter, of one byte or two, at the beginning of a word.
      var letter = end - 2
      guard letter >= range.lowerBound else { break }
      if text[letter] & 0xC0 == 0x80 { letter -= 1 }
      guard letter >= range.lowerBound, isCapital(at: letter),
        letter == range.lowerBound || !Self.isLetter(text[letter - 1]) && text[letter - 1] < 0x80
          || spaceLength(endingAt: letter) != nil
      else { break }
      // The first of a run may not be the end of an abbreviation such as U.S.
      start = letter
      if upper == nil { upper = end }
    }
    return upper.map { start..<$0 }
  }

  /// Whether a sentence begins at `offset`: nothing, or the mark that ends another, stands before it.
  func beginsSentence(_ offset: Int) -> Bool {
    var end = offset
    while end > range.lowerBound, text[end - 1] < 0x80, !Self.isLetter(text[end - 1]) {
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
        UInt8(ascii: ";"), UInt8(ascii: "\""), 0x0A:
        return true
      default: end -= 1
      }
    }
    // Quotation marks and dashes are E2 80 9x.
    return end == range.lowerBound || end - 3 >= range.lowerBound && text[end - 3] == 0xE2
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
