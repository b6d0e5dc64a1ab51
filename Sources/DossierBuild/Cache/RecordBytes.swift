/// Writes numbers, texts and runs of bytes one after the other, as the cache keeps them: numbers in
/// eight bytes, the lowest first, before each text its length.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: UInt64) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Int64) { number(UInt64(bitPattern: value)) }
  mutating func count(_ value: Int) { number(Int64(value)) }

  mutating func text(_ value: String) {
    count(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  /// Bytes of which the reader knows how many there are.
  mutating func append(_ value: [UInt8]) { bytes.append(contentsOf: value) }

  mutating func list<Value>(_ values: [Value], _ write: (inout RecordWriter, Value) -> Void) {
    count(values.count)
    for value in values { write(&self, value) }
  }

  mutating func optional<Value>(
    _ value: Value?, _ write: (inout RecordWriter, Value) -> Void
  ) {
    count(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }
}

/// Reads what `RecordWriter` wrote. Total: whatever the bytes are, it gives nil or values, and never
/// asks for more memory than they have.
struct RecordReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all was read.
  var isAtEnd: Bool { position == bytes.count }

  mutating func number() -> UInt64? {
    guard bytes.count - position >= 8 else { return nil }
    let value = unsafe bytes.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    }
    position += 8
    return UInt64(littleEndian: value)
  }

  mutating func signed() -> Int64? { number().map { Int64(bitPattern: $0) } }

  /// A number that is no negative one and at most what is left of the bytes.
  mutating func count() -> Int? {
    guard let value = number(), value <= UInt64(bytes.count - position) else { return nil }
    return Int(value)
  }

  /// A number of bytes, of people, of anything: not negative.
  mutating func size() -> Int? {
    guard let value = number(), value < 1 << 62 else { return nil }
    return Int(value)
  }

  mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { position += count }
    return String(validating: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard count <= bytes.count - position else { return nil }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func list<Value>(_ read: (inout RecordReader) -> Value?) -> [Value]? {
    guard let count = count() else { return nil }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      guard let value = read(&self) else { return nil }
      values.append(value)
    }
    return values
  }

  /// Nil where the bytes are wrong; `.some(nil)` for a value that is none.
  mutating func optional<Value>(_ read: (inout RecordReader) -> Value?) -> Value?? {
    switch count() {
    case 0: return .some(nil)
    case 1: return read(&self).map { .some($0) }
    default: return nil
    }
  }
}
