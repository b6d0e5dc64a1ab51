/// Cuts a paragraph into tokens. One pass over the bytes; a word is only looked up when one of its
/// first letter and length is listed.
struct Tokenizer {
  let lexicon: Lexicon

  /// Appends the tokens of `text` to `tokens`. O(bytes).
  func tokenize(_ text: Span<UInt8>, into tokens: inout [Token]) {
    var at = 0
    let count = text.count
    let keys = lexicon.keys.span
    let entries = lexicon.entries.span
    let lengths = lexicon.lengths.span
    var spaced = true
    while at < count {
      let byte = text[at]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        spaced = true
        at += 1
        continue
      }
      let start = at
      var token = Token(start: Int32(truncatingIfNeeded: at), end: 0)
      if spaced { token.flags = .spaced }
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        word(text, keys, entries, lengths, &at, &token)
      case 0x30...0x39:
        number(text, &at, &token)
      case 0xC2 where at + 1 < count:
        switch text[at + 1] {
        case 0xA0:
          spaced = true
          at += 2
          continue
        case 0xA3, 0xA5: token.word = .currency
        case 0xAB, 0xBB: token.word = .quote
        default: token.word = .symbol
        }
        at += 2
      case 0xE2 where at + 2 < count:
        let (second, third) = (text[at + 1], text[at + 2])
        at += 3
        switch (second, third) {
        case (0x80, 0x80...0x8F), (0x80, 0xAF):
          spaced = true
          continue
        case (0x80, 0x90...0x91): token.word = .dash
        case (0x80, 0x92...0x93), (0x88, 0x92):
          token.word = .dash
          token.value = 1
        case (0x80, 0x94...0x95):
          token.word = .dash
          token.value = 2
        case (0x80, 0x98...0x99): token.word = .apostrophe
        case (0x80, 0x9C...0x9F): token.word = .quote
        case (0x80, 0xA6): token.word = .sentenceEnd
        case (0x82, _): token.word = .currency
        case (0x84, 0x96): token.word = .numbering
        default: token.word = .symbol
        }
      case 0x80...0xFF:
        otherWord(text, &at, &token)
      default:
        token.word = Self.mark(byte)
        at += 1
      }
      if at == start { at += 1 }
      token.end = Int32(truncatingIfNeeded: at)
      tokens.append(token)
      spaced = false
    }
  }

  private static func mark(_ byte: UInt8) -> Word {
    switch byte {
    case 0x2C: .comma
    case 0x2E: .stop
    case 0x28, 0x5B: .open
    case 0x29, 0x5D: .close
    case 0x2D: .dash
    case 0x2F: .slash
    case 0x3A: .colon
    case 0x3B: .semicolon
    case 0x27, 0x60: .apostrophe
    case 0x22: .quote
    case 0x21, 0x3F: .sentenceEnd
    case 0x24: .currency
    case 0x25: .percent
    case 0x23: .numbering
    default: .symbol
    }
  }

  /// Reads a word eight bytes at a time: its letters are found and put in lower case all at once.
  @inline(__always)
  private func word(
    _ text: Span<UInt8>, _ keys: Span<UInt64>, _ entries: Span<Lexicon.Entry>,
    _ lengths: Span<UInt32>,
    _ at: inout Int, _ token: inout Token
  ) {
    let start = at
    let first = text[at]
    guard first < 0x80 else {
      otherWord(text, &at, &token)
      return
    }
    if first & 0x20 == 0 { token.flags.insert(.capital) }
    var (low, count) = Self.letters(text, at)
    var high: UInt64 = 0
    at += count
    if count == 8 {
      (high, count) = Self.letters(text, at)
      at += count
      while count == 8 {
        count = Self.letters(text, at).count
        at += count
      }
    }
    if at < text.count, case let next = text[at], next >= 0x30, next <= 0x39 || next >= 0x80 {
      // Digits belong to the word, and other letters than ASCII's.
      let end = at
      skipWord(text, &at)
      if at > end {
        mixedWord(text, start..<at, &token)
        return
      }
    }
    let length = at - start
    if length == 1 {
      token.word = .letter
      token.value = Int32(first | 0x20)
      if token.value != 0x61 { return }
    }
    let final = text[at - 1] | 0x20
    if final == 0x73 { token.flags.insert(.plural) }
    if final == 0x64, length > 3, text[at - 2] | 0x20 == 0x65 { token.flags.insert(.past) }
    guard length <= 16, lengths[Int(first | 0x20) - 0x61] >> UInt32(length) & 1 != 0 else { return }
    settle(Lexicon.entry(low, high, keys: keys, entries: entries), &token)
  }

  /// The leading letters of the eight bytes at `at`, in lower case, the first one lowest, and how
  /// many they are.
  @inline(__always)
  private static func letters(_ text: Span<UInt8>, _ at: Int) -> (letters: UInt64, count: Int) {
    var chunk: UInt64 = 0
    if at + 8 <= text.count {
      // Within the span's bounds, and any bytes are a number.
      chunk = unsafe UInt64(
        littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
    } else {
      for place in at..<max(at, text.count) {
        chunk |= UInt64(text[place]) << UInt64(8 * (place - at))
      }
    }
    let top: UInt64 = 0x8080_8080_8080_8080
    let lower = (chunk | 0x2020_2020_2020_2020) & ~top
    let isFromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
    let isBeyondZ = lower &+ 0x0505_0505_0505_0505
    let other = ~(isFromA & ~isBeyondZ & ~chunk) & top
    let count = other.trailingZeroBitCount / 8
    return (count == 8 ? lower : lower & ((1 << UInt64(8 * count)) - 1), count)
  }

  /// Goes on to the end of a word: letters, digits, and bytes beyond ASCII but for the marks and
  /// spaces of U+0080-00BF and U+2000-2FFF.
  private func skipWord(_ text: Span<UInt8>, _ at: inout Int) {
    while at < text.count {
      let byte = text[at]
      let lower = byte | 0x20
      let isLetter = lower >= 0x61 && lower <= 0x7A || byte >= 0x30 && byte <= 0x39
      guard isLetter || byte >= 0x80 && byte != 0xE2 && byte != 0xC2 else { return }
      at += 1
    }
  }

  /// A word that begins with no ASCII letter.
  private func otherWord(_ text: Span<UInt8>, _ at: inout Int, _ token: inout Token) {
    let start = at
    skipWord(text, &at)
    if at > start { mixedWord(text, start..<at, &token) }
  }

  /// A word with other bytes than ASCII letters.
  private func mixedWord(_ text: Span<UInt8>, _ range: Range<Int>, _ token: inout Token) {
    token.flags.insert(.odd)
    let first = text[range.lowerBound]
    let letter = first < 0x80 ? Int(first | 0x20) - 0x61 : Lexicon.otherLetter
    guard lexicon.mayHold(letter: letter, count: range.count) else { return }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for (place, index) in range.enumerated() {
      let byte = text[index]
      let lower = UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      if place < 8 {
        low |= lower << UInt64(8 * place)
      } else {
        high |= lower << UInt64(8 * place - 64)
      }
    }
    settle(Lexicon.entry(low, high, keys: lexicon.keys.span, entries: lexicon.entries.span), &token)
  }

  @inline(__always)
  private func settle(_ entry: Lexicon.Entry, _ token: inout Token) {
    guard entry.word != .other else { return }
    token.word = entry.word
    token.value = entry.value
    token.flags.subtract([.plural, .odd])
    token.flags.formUnion(Token.Flags(rawValue: entry.flags))
  }
}
