/// Escaping on bytes. Total: every byte that means something to HTML is replaced.
enum HTMLEscaping {
  /// Appends text or an attribute's value.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var lower = bytes.startIndex
    var index = lower
    while index < bytes.endIndex {
      if let entity = entity(bytes[index]) {
        output.append(contentsOf: bytes[lower..<index])
        output.append(contentsOf: entity.utf8)
        lower = index + 1
      }
      index += 1
    }
    output.append(contentsOf: bytes[lower...])
  }

  static func append(_ string: String, to output: inout [UInt8]) {
    append(Array(string.utf8)[...], to: &output)
  }

  @inline(__always)
  private static func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// Appends an address as an attribute's value, as cmark does: bytes that have no place in an address
  /// are percent-encoded, `%` is left as it is.
  static func appendAddress(_ address: String, to output: inout [UInt8]) {
    for byte in address.utf8 {
      if isAddressByte(byte) {
        output.append(byte)
      } else if byte == UInt8(ascii: "&") {
        output.append(contentsOf: "&amp;".utf8)
      } else if byte == UInt8(ascii: "'") {
        output.append(contentsOf: "&#x27;".utf8)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 15))
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x41 + value - 10
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
