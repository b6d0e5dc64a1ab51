/// The words of all lists in one table, found by their hash while a text is read.
struct Vocabulary: Sendable {
  private struct Slot {
    var hash: UInt64
    var classes: UInt64
  }

  /// FNV-1a's starting value (Fowler, Noll, Vo).
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private let slots: [Slot]
  private let mask: Int

  /// O(words). A word in several lists has the classes of all of them.
  init() {
    var classes: [UInt64: UInt64] = [:]
    func add(_ word: String, _ set: WordClass) {
      classes[Self.hash(word), default: 0] |= set.rawValue
    }
    for list in WordLists.classes {
      for word in list.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        add(String(word), list.classes)
      }
    }
    for form in ReportingVerbs.forms() { add(form.word, form.classes) }
    var size = 1
    while size < classes.count * 4 { size *= 2 }
    var slots = [Slot](repeating: Slot(hash: 0, classes: 0), count: size)
    // Sorted, so that the table is the same in every process.
    for (hash, set) in classes.sorted(by: { $0.key < $1.key }) {
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index].hash != 0 { index = (index + 1) & (size - 1) }
      slots[index] = Slot(hash: hash, classes: set)
    }
    self.slots = slots
    mask = size - 1
  }

  /// `hash` with one more byte of a word, which is lower-cased if it is an ASCII letter.
  @inline(__always)
  static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
    return (hash ^ UInt64(lower)) &* 0x100_0000_01b3
  }

  static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(seed) { combine($0, $1) }
  }

  /// The classes of the word with this hash; empty for a word of no list.
  func classes(of hash: UInt64) -> WordClass {
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].hash != 0 {
      if slots[index].hash == hash { return WordClass(rawValue: slots[index].classes) }
      index = (index + 1) & mask
    }
    return []
  }
}
