/// A fixed table of short ASCII names, compared without regard to case: the first eight bytes and the
/// length packed into an integer, in an open hash. Built once; a look-up takes a few nanoseconds.
struct NameTable: Sendable {
  private struct Entry {
    var key: UInt64 = 0
    /// 0 in a free place.
    var length = 0
    var value: UInt8 = 0
  }

  private var entries: [Entry]
  private let mask: Int

  /// Names that agree in their first eight bytes and their length would be one.
  init(_ names: [(name: String, value: UInt8)]) {
    var size = 16
    while size < names.count * 4 { size *= 2 }
    mask = size - 1
    entries = Array(repeating: Entry(), count: size)
    for (name, value) in names {
      let bytes = Array(name.utf8)
      let key = Self.pack(bytes, bytes.indices)
      var slot = Self.slot(key, bytes.count, mask)
      while entries[slot].length != 0 { slot = (slot + 1) & mask }
      entries[slot] = Entry(key: key, length: bytes.count, value: value)
    }
  }

  /// The value of the name that stands in `bytes`; nil when it is none of the table.
  @inline(__always)
  func find(_ bytes: [UInt8], _ range: Range<Int>) -> UInt8? {
    guard range.count > 0, range.count <= 16 else { return nil }
    let key = Self.pack(bytes, range)
    var slot = Self.slot(key, range.count, mask)
    while entries[slot].length != 0 {
      if entries[slot].key == key, entries[slot].length == range.count {
        return entries[slot].value
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The first eight bytes with small letters for capitals, zeros behind the last.
  @inline(__always)
  private static func pack(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    let count = min(range.count, 8)
    var key: UInt64 = 0
    if range.lowerBound + 8 <= bytes.count {
      key = unsafe bytes.withUnsafeBytes {
        UInt64(
          littleEndian: unsafe $0.loadUnaligned(
            fromByteOffset: range.lowerBound, as: UInt64.self))
      }
      if count < 8 { key &= 1 << UInt64(count * 8) - 1 }
    } else {
      for offset in 0..<count { key |= UInt64(bytes[range.lowerBound + offset]) << (offset * 8) }
    }
    // The eighth bit of every byte from 0x41 to 0x5A.
    let low = key & 0x7F7F_7F7F_7F7F_7F7F
    let capitals = (low &+ 0x3F3F_3F3F_3F3F_3F3F) ^ (low &+ 0x2525_2525_2525_2525)
    return key | (capitals & ~key & 0x8080_8080_8080_8080) >> 2
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ length: Int, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ((key ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }
}
