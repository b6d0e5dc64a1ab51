/// Finding bytes in bytes.
enum ByteSearch {
  /// The first occurrence of `needle` from `start` on; an empty needle is found at `start`.
  /// O(length × needle) at worst.
  static func firstRange(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = needle.first else { return start <= bytes.count ? start..<start : nil }
    var index = start
    while index + needle.count <= bytes.count {
      if bytes[index] == first, bytes[index..<index + needle.count].elementsEqual(needle) {
        return index..<index + needle.count
      }
      index += 1
    }
    return nil
  }
}
