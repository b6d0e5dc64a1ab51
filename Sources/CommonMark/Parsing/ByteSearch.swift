internal import Glibc

/// Search for single bytes with the C library's vector code: text is scanned for several rare bytes.
enum ByteSearch {
  /// The offset of the first `byte` in `bytes[start..<end]`, or `end`.
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard start < end, let base = bytes.baseAddress,
      let found = unsafe memchr(base + start, Int32(byte), end - start)
    else { return end }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  static func contains(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Bool {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe first(byte, in: $0, from: start, to: $0.count) < $0.count
    }
  }
}
