/// A number that differs where contents differ: for readers' caches, not for security.
struct ContentDigest: Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// O(bytes).
  mutating func add(_ bytes: [UInt8]) {
    var hash = value ^ UInt64(bytes.count)
    unsafe bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        index += 8
      }
      while index < bytes.count {
        let byte = unsafe UInt64(bytes[index])
        hash = (hash ^ byte) &* 0x100_0000_01B3
        index += 1
      }
    }
    value = hash
  }

  mutating func add(_ other: UInt64) {
    value = (value ^ other) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
