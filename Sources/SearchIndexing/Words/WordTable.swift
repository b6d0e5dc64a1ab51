/// Byte strings with numbers, from 0 in the order in which they came.
///
/// Open addressing over a hash of the first sixteen bytes and the length, which are compared first: words
/// are short, and nearly all lookups of a text find one.
struct WordTable: Sendable {
  private struct Entry {
    let first: UInt64
    let second: UInt64
    let start: Int32
    let length: Int32
  }

  private var entries: [Entry] = []
  private var pool: [UInt8] = []
  /// The entry's number plus 1; 0 for none. A power of two of slots, at most half of them taken.
  private var slots: [UInt32]

  init(capacity: Int = 1024) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    entries.reserveCapacity(capacity)
  }

  var count: Int { entries.count }

  /// The bytes of an entry.
  subscript(_ number: Int) -> ArraySlice<UInt8> {
    let entry = entries[number]
    return pool[Int(entry.start)..<Int(entry.start + entry.length)]
  }

  /// The numbers here of all entries of another table, those that are new added.
  mutating func insert(all other: WordTable) -> [Int] {
    let text = other.pool.span
    return other.entries.map { entry in
      insert(text, Int(entry.start)..<Int(entry.start + entry.length)).number
    }
  }

  /// The number of a string of bytes, and whether it is new.
  mutating func insert(_ bytes: [UInt8]) -> (number: Int, isNew: Bool) {
    insert(bytes.span, 0..<bytes.count)
  }

  /// The number of `text[range]` with `flip` applied to its first byte, and whether it is new.
  @inline(__always)
  mutating func insert(
    _ text: Span<UInt8>, _ range: Range<Int>, flip: UInt8 = 0
  ) -> (number: Int, isNew: Bool) {
    var (first, second) = Self.key(text, range)
    first ^= UInt64(flip)
    let mask = slots.count - 1
    var slot = Self.hash(first, second, range.count) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let entry = entries[number]
      if entry.first == first, entry.second == second, Int(entry.length) == range.count,
        range.count <= 16 || isTail(text, range, of: entry)
      {
        return (number, false)
      }
      slot = (slot + 1) & mask
    }
    return (add(text, range, flip, first, second, slot), true)
  }

  /// The number of `text[range]`, nil when it is not there.
  func find(_ text: Span<UInt8>, _ range: Range<Int>, flip: UInt8 = 0) -> Int? {
    var (first, second) = Self.key(text, range)
    first ^= UInt64(flip)
    let mask = slots.count - 1
    var slot = Self.hash(first, second, range.count) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let entry = entries[number]
      if entry.first == first, entry.second == second, Int(entry.length) == range.count,
        range.count <= 16 || isTail(text, range, of: entry)
      {
        return number
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func add(
    _ text: Span<UInt8>, _ range: Range<Int>, _ flip: UInt8, _ first: UInt64, _ second: UInt64,
    _ slot: Int
  ) -> Int {
    let number = entries.count
    let start = pool.count
    Script.append(text, range, to: &pool)
    if flip != 0, start < pool.count { pool[start] ^= flip }
    entries.append(
      Entry(first: first, second: second, start: Int32(start), length: Int32(range.count)))
    slots[slot] = UInt32(number + 1)
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    var bigger = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = bigger.count - 1
    for (number, entry) in entries.enumerated() {
      var slot = Self.hash(entry.first, entry.second, Int(entry.length)) & mask
      while bigger[slot] != 0 { slot = (slot + 1) & mask }
      bigger[slot] = UInt32(number + 1)
    }
    slots = bigger
  }

  private func isTail(_ text: Span<UInt8>, _ range: Range<Int>, of entry: Entry) -> Bool {
    let lower = Int(entry.start) + 16
    for offset in 16..<range.count
    where text[range.lowerBound + offset] != pool[lower + offset - 16] {
      return false
    }
    return true
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ second: UInt64, _ length: Int) -> Int {
    var hash = (first ^ (second << 29 | second >> 35)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= UInt64(truncatingIfNeeded: length) &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: hash >> 33)
  }

  /// The first sixteen bytes as two numbers, zeros behind the end.
  @inline(__always)
  private static func key(_ text: Span<UInt8>, _ range: Range<Int>) -> (UInt64, UInt64) {
    let lower = range.lowerBound
    let length = range.count
    guard lower + 16 <= text.count else { return slowKey(text, range) }
    let bytes = unsafe text.bytes
    let first = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: lower, as: UInt64.self)
    if length < 8 { return (first.littleEndian & (1 << UInt64(length * 8) &- 1), 0) }
    guard length > 8 else { return (first.littleEndian, 0) }
    let second = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: lower + 8, as: UInt64.self)
      .littleEndian
    guard length < 16 else { return (first.littleEndian, second) }
    return (first.littleEndian, second & (1 << UInt64((length - 8) * 8) &- 1))
  }

  /// The same for words at the end of a text.
  private static func slowKey(_ text: Span<UInt8>, _ range: Range<Int>) -> (UInt64, UInt64) {
    var first: UInt64 = 0
    var second: UInt64 = 0
    for offset in 0..<min(range.count, 16) {
      let byte = text[range.lowerBound + offset]
      if offset < 8 {
        first |= UInt64(byte) << UInt64(offset * 8)
      } else {
        second |= UInt64(byte) << UInt64((offset - 8) * 8)
      }
    }
    return (first, second)
  }
}
