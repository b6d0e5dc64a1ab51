internal import Glibc

/// The class words of a page that have been read: a page says the same few hundred values thousands
/// of times.
struct ClassWordsMemo {
  private struct Entry {
    var lower = 0
    var count = 0
    var words: ClassWords = []
  }

  private static let size = 512
  private var entries = [Entry](repeating: Entry(), count: size)

  /// What the words of a value say. O(n), cheap where the value is known.
  mutating func words(_ bytes: [UInt8], _ value: Range<Int>) -> ClassWords {
    guard !value.isEmpty else { return [] }
    let (slot, isKnown) = unsafe bytes.withUnsafeBytes { raw in
      var hash = UInt64(truncatingIfNeeded: value.count)
      var at = value.lowerBound
      while at + 8 <= value.upperBound {
        let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        at += 8
      }
      while at < value.upperBound {
        hash = (hash ^ UInt64(unsafe raw[at])) &* 0x9E37_79B9_7F4A_7C15
        at += 1
      }
      let slot = Int(truncatingIfNeeded: hash >> 40) & (Self.size - 1)
      let entry = entries[slot]
      guard entry.count == value.count, let start = raw.baseAddress else { return (slot, false) }
      return unsafe (
        slot, memcmp(start + entry.lower, start + value.lowerBound, value.count) == 0
      )
    }
    if isKnown { return entries[slot].words }
    let words = ClassWords.read(bytes[value])
    entries[slot] = Entry(lower: value.lowerBound, count: value.count, words: words)
    return words
  }
}
