import DossierModel

/// Appending of text and links to markup, on UTF-8 bytes.
enum Markup {
  /// Appends `text[range]` so that it is text wherever it stands, between tags or in a quoted attribute.
  /// Total: whatever the bytes are, they open no tag, end no attribute and make no reference.
  static func appendEscaped(_ text: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe appendEscaped($0, range, to: &output) }
  }

  /// The same for bytes that somebody else keeps.
  static func appendEscaped(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    let bytes = unsafe UnsafeBufferPointer(rebasing: text[range])
    var start = 0
    var index = 0
    while true {
      unsafe index = plainEnd(of: bytes, from: index)
      unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      guard index < bytes.count else { return }
      if let reference = unsafe reference(for: bytes[index]) {
        output.append(contentsOf: reference.utf8)
      }
      index += 1
      start = index
    }
  }

  /// Appends `text[range]` as it is. Beside `append(contentsOf:)` of a slice it counts no reference.
  static func append(_ text: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    unsafe text.withUnsafeBufferPointer { all in
      unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: all[range]))
    }
  }

  /// Where the first byte from `start` on stands that must be escaped, found eight bytes at a time; else
  /// the end.
  private static func plainEnd(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let base = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= bytes.count {
      let word = unsafe base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // `&` and `'` differ in their last bit, `<` and `>` in the one before it.
      let special =
        hasZero(word & (0xFE * ones) ^ (0x26 * ones))
        | hasZero(word & (0xFD * ones) ^ (0x3C * ones))
        | hasZero(word ^ (0x22 * ones))
      if special != 0 { break }
      index += 8
    }
    while index < bytes.count, unsafe reference(for: bytes[index]) == nil { index += 1 }
    return index
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Not 0 if and only if a byte of `word` is 0 (the classic test; it may name the wrong byte).
  @inline(__always)
  private static func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (0x80 * ones) }

  @inline(__always)
  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&#34;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    appendEscaped(bytes, 0..<bytes.count, to: &output)
  }

  /// `<a href="…">`, the address given whole and escaped here.
  static func openLink(_ address: String, to output: inout [UInt8]) {
    output += "<a href=\"".utf8
    appendEscaped(address, to: &output)
    output += "\">".utf8
  }

  /// `<a href="…">text</a>`.
  static func link(_ address: String, _ text: String, to output: inout [UInt8]) {
    openLink(address, to: &output)
    appendEscaped(text, to: &output)
    output += "</a>".utf8
  }

  static func escaped(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    appendEscaped(text, to: &output)
    return output
  }
}
