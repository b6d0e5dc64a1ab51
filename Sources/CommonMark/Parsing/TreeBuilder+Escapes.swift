/// Text that does not read as it is written: escapes, entities, repaired bytes.
extension TreeBuilder {
  /// As `align`, for a literal with escapes or entities.
  mutating func alignDecoded(
    _ literal: UnsafeBufferPointer<UInt8>, at start: Int, textStart: Int
  ) -> Int {
    var source = start
    var index = 0
    var isNewPiece = true
    while index < literal.count, source < leafEnd {
      let written = prepared.bytes[source]
      var width = 1  // of what is written
      var decoded = 1  // of what it reads as
      if written == UInt8(ascii: "\\"), Self.isPunctuation(byte(at: source + 1)) {
        source += 1
        isNewPiece = true
      } else if written == UInt8(ascii: "&"), case let length = entityLength(at: source),
        length > 0,
        unsafe !isWritten(source..<(source + length), in: literal, at: index)
      {
        width = length
        decoded = unsafe decodedLength(literal, at: index, next: byte(at: source + length))
        isNewPiece = true
      } else if unsafe written != literal[index] {
        guard unsafe literal[index] == 0xEF, written == 0 || written >= 0x80 else { break }
        decoded = 3  // U+FFFD for something that is no UTF-8
        isNewPiece = true
      }
      if isNewPiece {
        recordPiece(at: textStart + index, source: prepared.source(of: source))
        isNewPiece = width != decoded
      }
      index += decoded
      source += width
    }
    if index < literal.count {
      recordPiece(at: textStart + index, source: prepared.source(of: min(source, leafEnd)))
    }
    return min(source, leafEnd)
  }

  /// The length of what looks like an entity at `start`; 0 if nothing does.
  private func entityLength(at start: Int) -> Int {
    var index = start + 1
    if byte(at: index) == UInt8(ascii: "#") { index += 1 }
    let first = index
    while index - first < 32, Self.isAlphanumeric(byte(at: index)) { index += 1 }
    return index > first && byte(at: index) == UInt8(ascii: ";") ? index + 1 - start : 0
  }

  /// Whether the literal repeats `range`: the entity is none. `&amp;` always is one.
  private func isWritten(
    _ range: Range<Int>, in literal: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    guard index + range.count <= literal.count else { return false }
    let written = prepared.bytes[range]
    return unsafe written.elementsEqual(literal[index..<(index + range.count)])
      && !written.elementsEqual("&amp;".utf8)
  }

  /// How many bytes an entity reads as: one scalar, or two where only that leads on to `next`.
  private func decodedLength(
    _ literal: UnsafeBufferPointer<UInt8>, at index: Int, next: UInt8
  ) -> Int {
    let one = unsafe index + Self.scalarLength(literal[index])
    guard one < literal.count, unsafe literal[one] != next, next != UInt8(ascii: "\\"),
      next != UInt8(ascii: "&")
    else { return min(one, literal.count) - index }
    let two = unsafe one + Self.scalarLength(literal[one])
    if two == literal.count { return two - index }
    guard two < literal.count, unsafe literal[two] == next else { return one - index }
    return two - index
  }

  private static func scalarLength(_ first: UInt8) -> Int {
    first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
