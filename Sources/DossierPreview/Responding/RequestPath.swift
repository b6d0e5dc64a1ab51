/// The path of a request target, read once and strictly.
enum RequestPath {
  /// The path before `?`, percent-decoded once (RFC 3986, section 2.1). Nil unless the target begins
  /// with `/` and decodes to UTF-8 (overlong forms are none) without control characters, backslashes
  /// or an escaped `/`, which would move the borders of the parts.
  static func decode(_ target: String) -> String? {
    let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
    guard path.first == UInt8(ascii: "/") else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.count)
    var rest = path.makeIterator()
    while let byte = rest.next() {
      var value = byte
      if byte == UInt8(ascii: "%") {
        guard let high = rest.next().flatMap(hexDigit), let low = rest.next().flatMap(hexDigit)
        else { return nil }
        value = high << 4 | low
        if value == UInt8(ascii: "/") { return nil }
      } else if byte == UInt8(ascii: "#") {
        return nil
      }
      guard value >= 0x20, value != 0x7F, value != UInt8(ascii: "\\") else { return nil }
      bytes.append(value)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
