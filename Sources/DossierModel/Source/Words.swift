/// The words of a text, as what may be published of a capture is counted.
package enum Words {
  /// Scripts without spaces have words too: a run of bytes counts as one for so many of them.
  private static let longest = 30

  /// The words as ranges of UTF-8 offsets: what stands between white space, cut at thirty bytes. O(length).
  package static func ranges(in text: String) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    var offset = 0
    for byte in text.utf8 {
      // Cut before a byte that begins a scalar, never within one.
      if let lower = start, offset - lower >= longest, byte & 0xC0 != 0x80 {
        result.append(lower..<offset)
        start = nil
      }
      if byte == 0x20 || byte == 0x0A || byte == 0x09 {
        if let lower = start { result.append(lower..<offset) }
        start = nil
      } else if start == nil {
        start = offset
      }
      offset += 1
    }
    if let lower = start { result.append(lower..<offset) }
    return result
  }
}
