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
