internal import Glibc

/// Searching in bytes.
enum ByteScan {
  /// The first `byte` at or behind `start`; the count when there is none. By the C library's search,
  /// which looks at 32 bytes at once: most of a page is passed over by it.
  @inline(__always)
  static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return bytes.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The first byte from 0x80 on at or behind `start`; the count when there is none.
  static func firstBeyondASCII(in bytes: [UInt8], from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      var index = start
      let high: UInt64 = 0x8080_8080_8080_8080
      while index + 32 <= buffer.count {
        let words = unsafe (
          buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self),
          buffer.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self),
          buffer.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self),
          buffer.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
        )
        if (words.0 | words.1 | words.2 | words.3) & high != 0 { break }
        index += 32
      }
      while index < buffer.count, unsafe buffer[index] < 0x80 { index += 1 }
      return index
    }
  }

  /// Where `needle` (lower-case ASCII) starts in any case, at or behind `start`; nil when nowhere.
  static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let head = needle.first else { return nil }
    var index = start
    while true {
      index = first(head, in: bytes, from: index)
      guard index + needle.count <= bytes.count else { return nil }
      if matches(needle, in: bytes, at: index) { return index }
      index += 1
    }
  }

  /// Whether `needle` (lower-case ASCII) stands at `index`, in any case of its letters.
  @inline(__always)
  static func matches(_ needle: [UInt8], in bytes: [UInt8], at index: Int) -> Bool {
    guard index + needle.count <= bytes.count else { return false }
    for offset in needle.indices {
      let byte = bytes[index + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != needle[offset] { return false }
    }
    return true
  }
}
