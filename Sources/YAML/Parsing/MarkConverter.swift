/// Turns libyaml's marks, which count code points, into byte offsets in the file.
///
/// Keeps its place, so that marks in almost rising order cost one walk over the input in total.
struct MarkConverter {
  private let isASCII: Bool
  private let range: Range<Int>
  private var scalars = 0
  private var byte: Int

  init(_ input: YAMLInput) {
    isASCII = input.isASCII
    range = input.range
    byte = input.range.lowerBound
  }

  /// The offset of the code point `mark`, clamped to the input.
  mutating func offset(_ mark: Int, in bytes: [UInt8]) -> Int {
    if isASCII { return min(max(range.lowerBound + mark, range.lowerBound), range.upperBound) }
    while scalars < mark, byte < range.upperBound {
      byte += 1
      while byte < range.upperBound, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      scalars += 1
    }
    while scalars > mark, byte > range.lowerBound {
      byte -= 1
      while byte > range.lowerBound, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      scalars -= 1
    }
    return byte
  }
}
