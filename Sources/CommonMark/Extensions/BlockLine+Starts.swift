extension BlockLine {
  /// The fence of a code block that the text opens.
  func opensFence(in source: [UInt8]) -> Fence? {
    guard let (byte, length) = fenceRun(in: source) else { return nil }
    // The info string of a backtick fence holds no backtick.
    if byte == UInt8(ascii: "`"), source[(text + length)..<end].contains(byte) { return nil }
    return Fence(byte: byte, length: length, quotes: quotes)
  }

  func closes(_ fence: Fence, in source: [UInt8]) -> Bool {
    guard let (byte, length) = fenceRun(in: source) else { return false }
    return byte == fence.byte && length >= fence.length
      && source[(text + length)..<end].allSatisfy(Self.isBlank)
  }

  private func fenceRun(in source: [UInt8]) -> (byte: UInt8, length: Int)? {
    guard text < end, source[text] == UInt8(ascii: "`") || source[text] == UInt8(ascii: "~") else {
      return nil
    }
    var index = text
    while index < end, source[index] == source[text] { index += 1 }
    return index - text >= 3 ? (source[text], index - text) : nil
  }

  func isHeading(in source: [UInt8]) -> Bool {
    var index = text
    while index < end, source[index] == UInt8(ascii: "#") { index += 1 }
    return (1...6).contains(index - text) && (index == end || Self.isBlank(source[index]))
  }

  /// Whether the text begins a block even where a paragraph could go on.
  func startsBlock(in source: [UInt8]) -> Bool {
    guard text < end else { return true }
    switch source[text] {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "<"):
      guard text + 1 < end else { return false }
      let next = source[text + 1]
      return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        || (next | 0x20) &- 0x61 < 26
    case UInt8(ascii: "#"): return isHeading(in: source)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return opensFence(in: source) != nil
    case UInt8(ascii: "["): return footnoteLabel(in: source) != nil
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="):
      return isRule(in: source) || interruptsAsList(in: source)
    default: return interruptsAsList(in: source)
    }
  }

  /// Only an item with text interrupts a paragraph, an ordered one only with the number 1.
  private func interruptsAsList(in source: [UInt8]) -> Bool {
    let length = Self.listMarkerLength(source, at: text, end: end)
    guard length > 0, source[(text + length)..<end].contains(where: { !Self.isBlank($0) }) else {
      return false
    }
    guard source[text] &- 0x30 < 10 else { return true }
    return length == 2 && source[text] == UInt8(ascii: "1")
  }

  /// `---`, `***`, `___`, or the line under a heading.
  private func isRule(in source: [UInt8]) -> Bool {
    let byte = source[text]
    var count = 0
    for index in text..<end where !Self.isBlank(source[index]) {
      guard source[index] == byte else { return false }
      count += 1
    }
    return byte == UInt8(ascii: "=") || count >= 3
  }
}
