/// What stands beside a mark.
enum Surroundings {
  /// Whether the mark at `lower..<upper` can only open: nothing, a space, an opening bracket or a dash
  /// before it, and no space or end behind it.
  static func opens(_ bytes: [UInt8], lower: Int, upper: Int) -> Bool {
    guard upper < bytes.count, !isSpace(bytes, at: upper) else { return false }
    guard lower > 0 else { return true }
    switch bytes[lower - 1] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x28, 0x5B, 0x2D, 0x2F, 0x3A: return true
    // The no-break space C2 A0.
    case 0xA0: return lower > 1 && bytes[lower - 2] == 0xC2
    // Opening double and single marks, and dashes: E2 80 93…98, 9C, 9E; an ellipsis A6 closes.
    case 0x93...0x98, 0x9C, 0x9E:
      return lower > 2 && bytes[lower - 2] == 0x80 && bytes[lower - 3] == 0xE2
    case 0x22, 0x27:
      // "'Yes,' he said" : a mark behind an opening mark.
      return lower == 1 || opensBefore(bytes, lower - 1)
    default: return false
    }
  }

  private static func opensBefore(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index - 1]
    return byte == 0x20 || byte == 0x28 || byte == 0x5B
  }

  static func isSpace(_ bytes: [UInt8], at index: Int) -> Bool {
    let byte = bytes[index]
    if byte == 0x20 || byte &- 9 < 5 { return true }
    return byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
  }

  static func isAlphanumeric(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    return byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0xC3 && byte != 0xE2
  }

  /// Whether only blanks precede `limit`. O(limit), asked once a paragraph.
  static func isBlank(_ bytes: [UInt8], before limit: Int) -> Bool {
    var index = 0
    while index < limit {
      guard isSpace(bytes, at: index) else { return false }
      index += bytes[index] == 0xC2 ? 2 : 1
    }
    return true
  }

  /// Whether what follows an apostrophe is a word that has lost its beginning: `’90s`, `’em`, `’til`.
  static func isElision(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] &- 0x30 < 10 { return true }
    var end = index
    var word: [UInt8] = []
    while end < bytes.count, word.count < 6, bytes[end] | 0x20 &- 0x61 < 26 {
      word.append(bytes[end] | 0x20)
      end += 1
    }
    return ["em", "til", "tis", "twas", "cause", "round", "n", "bout", "neath"]
      .contains { $0.utf8.elementsEqual(word) }
  }

  /// Where a quote without a closing mark ends: before `[n]` or at `limit`, without blanks at its end.
  static func endOfUnclosed(_ bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit, !isNoteMark(bytes, at: end) { end += 1 }
    while end > start {
      if bytes[end - 1] == 0x20 || bytes[end - 1] &- 9 < 5 {
        end -= 1
      } else if end > start + 1, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return end
  }

  /// `[12]`
  static func isNoteMark(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == 0x5B else { return false }
    var end = index + 1
    while end < bytes.count, end < index + 5, bytes[end] &- 0x30 < 10 { end += 1 }
    return end > index + 1 && end < bytes.count && bytes[end] == 0x5D
  }
}
