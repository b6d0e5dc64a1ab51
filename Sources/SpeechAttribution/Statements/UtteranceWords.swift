/// The words of a text as they are compared: without case, punctuation and marks.
struct UtteranceWords {
  struct Word {
    /// Bytes of the text.
    let range: Range<Int>
    /// Of the folded letters (FNV-1a).
    let hash: UInt64
  }

  /// The words of UTF-8 text, in order. An apostrophe inside a word vanishes, a hyphen parts. With
  /// `dropsInsertions`, what stands in square brackets is no word of the speaker's and is left out;
  /// a bracket that never closes, or closes more than 200 bytes later, is none. O(bytes).
  static func words(of bytes: [UInt8], dropsInsertions: Bool) -> [Word] {
    var result: [Word] = []
    var index = 0
    var lower = -1
    var hash = Vocabulary.seed
    func flush(_ end: Int) {
      if lower >= 0 { result.append(Word(range: lower..<end, hash: hash)) }
      lower = -1
      hash = Vocabulary.seed
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 {
          if lower < 0 { lower = index }
          hash = Vocabulary.combine(hash, byte)
        } else if byte == 0x5B, dropsInsertions, let end = insertionEnd(bytes, index) {
          flush(index)
          index = end
          continue
        } else if byte != 0x27 || lower < 0 {
          flush(index)
        }
        index += 1
        continue
      }
      let (scalar, length) = decode(bytes, at: index)
      if scalar == 0x2019 {
        // The apostrophe of “don’t”.
        if lower < 0 { flush(index) }
      } else if scalar < 0xC0 || (0x2000...0x206F).contains(scalar) || scalar == 0x3000 {
        flush(index)
      } else {
        if lower < 0 { lower = index }
        hash = combine(hash, folding: scalar)
      }
      index += length
    }
    flush(bytes.count)
    return result
  }

  /// Behind the bracket that closes the one at `index`.
  private static func insertionEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
    var end = index + 1
    while end < min(bytes.count, index + 200) {
      if bytes[end] == 0x5D { return end + 1 }
      end += 1
    }
    return nil
  }

  private static func decode(_ bytes: [UInt8], at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (scalar, length)
  }

  private static func combine(_ hash: UInt64, folding scalar: UInt32) -> UInt64 {
    var result = hash
    let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping ?? "\u{FFFD}"
    for byte in mapping.utf8 { result = Vocabulary.combine(result, byte) }
    return result
  }
}
