/// A fixed table of short ASCII names, compared without regard to case: the first eight bytes and the
/// length packed into an integer, in an open hash. Built once; a look-up takes a few nanoseconds.
struct NameTable: Sendable {
  private var keys: [UInt64]
  private var lengths: [UInt8]
  private var values: [UInt8]
  private let mask: Int

  /// Names that agree in their first eight bytes and their length would be one.
  init(_ names: [(name: String, value: UInt8)]) {
    var size = 16
    while size < names.count * 4 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    lengths = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for (name, value) in names {
      let bytes = Array(name.utf8)
      let key = Self.pack(bytes, bytes.indices)
      var slot = Self.slot(key, bytes.count, mask)
      while lengths[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      lengths[slot] = UInt8(truncatingIfNeeded: bytes.count)
      values[slot] = value
    }
  }

  /// The value of the name that stands in `bytes`; nil when it is none of the table.
  @inline(__always)
  func find(_ bytes: [UInt8], _ range: Range<Int>) -> UInt8? {
    guard range.count > 0, range.count <= 16 else { return nil }
    let key = Self.pack(bytes, range)
    var slot = Self.slot(key, range.count, mask)
    while lengths[slot] != 0 {
      if keys[slot] == key, Int(lengths[slot]) == range.count { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func pack(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    var shift: UInt64 = 0
    for index in range.lowerBound..<min(range.upperBound, range.lowerBound + 8) {
      let byte = bytes[index]
      key |= UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) << shift
      shift += 8
    }
    return key
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ length: Int, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ((key ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }
}
