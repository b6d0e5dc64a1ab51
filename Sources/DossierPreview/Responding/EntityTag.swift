/// Entity tags (RFC 9110, section 8.8.3), computed from content.
enum EntityTag {
  /// A strong tag. O(bytes), eight at a time: not against an adversary, only to tell versions apart.
  static func of(_ bytes: [UInt8]) -> String {
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = prime ^ UInt64(bytes.count)
    let span = bytes.span
    var index = 0
    while index < span.count {
      var word: UInt64 = 0
      for offset in 0..<min(8, span.count - index) {
        word |= UInt64(span[index + offset]) << UInt64(8 * offset)
      }
      hash = (hash ^ word) &* prime
      hash ^= hash >> 29
      index += 8
    }
    let digits = String(hash, radix: 16)
    return "\"\(String(repeating: "0", count: 16 - digits.count))\(digits)\""
  }

  /// Whether `field`, the value of `If-None-Match`, names `tag` (weak comparison).
  static func isListed(_ tag: String, in field: String) -> Bool {
    field.split(separator: ",").contains { item in
      var item = item.drop { $0 == " " || $0 == "\t" }
      while item.last == " " || item.last == "\t" { item.removeLast() }
      if item == "*" { return true }
      if item.hasPrefix("W/") { item = item.dropFirst(2) }
      return item == tag
    }
  }
}
