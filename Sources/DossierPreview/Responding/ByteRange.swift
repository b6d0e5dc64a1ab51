/// The part of a file that a `Range` field asks for (RFC 9110, section 14.1.2).
enum ByteRange: Hashable, Sendable {
  /// Answer with the whole file: no range, several ranges, another unit, or not understood.
  case whole
  case part(Range<Int>)
  /// No byte of the file lies in the range: 416.
  case unsatisfiable

  /// Reads `field` for a file of `length` bytes.
  init(_ field: String, length: Int) {
    self = .whole
    guard field.hasPrefix("bytes=") else { return }
    let parts = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    let numbers = parts.map { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    switch (numbers[0], numbers[1]) {
    case (let first?, let last?):
      guard first <= last else { return }
      self = first < length ? .part(first..<min(last, length - 1) + 1) : .unsatisfiable
    case (let first?, nil) where parts[1].isEmpty:
      self = first < length ? .part(first..<length) : .unsatisfiable
    case (nil, let suffix?) where parts[0].isEmpty:
      self = suffix > 0 && length > 0 ? .part(max(0, length - suffix)..<length) : .unsatisfiable
    default:
      return
    }
  }
}
