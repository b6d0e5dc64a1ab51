/// The closed lists: every word that a rule asks for, found by its first sixteen bytes.
struct Lexicon: Sendable {
  struct Entry {
    var high: UInt64 = 0
    var value: Int32 = 0
    var word: Word = .other
    var flags: UInt8 = 0
  }

  /// The first eight bytes of each word, 0 where there is none: open addressing; a power of two,
  /// under half full. Apart from `entries`, so that what is looked up mostly fits a first cache.
  let keys: [UInt64]
  let entries: [Entry]
  /// By the letter (a to z) that a word begins with: bit n is set when a word of n bytes is listed.
  let lengths: [UInt32]
  private static let mask = 2047

  static let shared = Lexicon()

  /// The words that begin with no ASCII letter go by this place of `lengths`.
  static let otherLetter = 26

  init() {
    var keys = [UInt64](repeating: 0, count: Self.mask + 1)
    var entries = [Entry](repeating: Entry(), count: Self.mask + 1)
    var lengths = [UInt32](repeating: 0, count: 27)
    for list in Self.lists {
      for (place, group) in list.words.enumerated() {
        for text in group.split(separator: " ") {
          var low: UInt64 = 0
          var high: UInt64 = 0
          let bytes = Array(text.utf8.prefix(16))
          for (at, byte) in bytes.enumerated() {
            if at < 8 {
              low |= UInt64(byte) << (8 * at)
            } else {
              high |= UInt64(byte) << (8 * at - 64)
            }
          }
          var slot = Self.slot(low, high)
          while keys[slot] != 0 { slot = (slot + 1) & Self.mask }
          keys[slot] = low
          entries[slot] = Entry(
            high: high, value: Int32(list.first + place * list.step), word: list.word,
            flags: list.flags.rawValue)
          let letter = bytes[0] >= 0x80 ? Self.otherLetter : Int(bytes[0]) - 0x61
          lengths[letter] |= 1 << UInt32(bytes.count)
        }
      }
    }
    self.keys = keys
    self.entries = entries
    self.lengths = lengths
  }

  /// Whether a listed word of `count` bytes begins with the letter (0 for a to 25 for z, 26
  /// others).
  @inline(__always)
  func mayHold(letter: Int, count: Int) -> Bool {
    count <= 16 && lengths[letter] >> UInt32(truncatingIfNeeded: count) & 1 != 0
  }

  /// The entry of the word with these bytes, ASCII letters in lower case; its word is `other` when
  /// it is not listed. O(1).
  @inline(__always)
  static func entry(
    _ low: UInt64, _ high: UInt64, keys: Span<UInt64>, entries: Span<Entry>
  ) -> Entry {
    var slot = Self.slot(low, high)
    while keys[slot] != 0 {
      if keys[slot] == low, entries[slot].high == high { return entries[slot] }
      slot = (slot + 1) & Self.mask
    }
    return Entry()
  }

  @inline(__always)
  private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40) & mask
  }
}
