/// What may stand in `href`, `src` and their like: an address without a scheme or with one that
/// runs nothing.
enum AddressScheme {
  private static let harmless = ["http", "https", "mailto", "tel", "ftp"].map { name in
    name.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }

  enum Verdict { case none, harmless, refused }

  /// Judges the start of an address by the WHATWG URL standard: control characters and spaces
  /// before it do not count, and a scheme ends at the first `:` that no `/ ? #` precedes. Tabs and
  /// newlines, which browsers remove, make a scheme unknown and so refused. O(length to the colon).
  static func verdict(_ bytes: some Collection<UInt8>) -> Verdict {
    // The longest harmless scheme has six letters; they are packed into one number.
    var scheme: UInt64 = 0
    var length = 0
    for byte in bytes {
      if length == 0, byte <= 0x20 { continue }
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return .none
      case UInt8(ascii: ":"): return length <= 8 && harmless.contains(scheme) ? .harmless : .refused
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme = scheme << 8 | UInt64(byte | 0x20)
      default: scheme = scheme << 8 | UInt64(byte)
      }
      length += 1
    }
    return .none
  }

  /// Judges an address that is markup, so may hold character references: those that escaping makes
  /// are read as what they mean, and any other before the scheme is settled is refused.
  static func verdict(ofMarkup bytes: [UInt8]) -> Verdict {
    var address: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        guard
          let (reference, meaning) = references.first(where: { bytes[index...].starts(with: $0.0) })
        else { return .refused }
        address.append(meaning)
        index += reference.count
        continue
      }
      address.append(byte)
      if [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(byte) { break }
      index += 1
    }
    return verdict(address)
  }

  private static let references: [([UInt8], UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&#34;".utf8), UInt8(ascii: "\"")),
    (Array("&#39;".utf8), UInt8(ascii: "'")),
  ]
}
