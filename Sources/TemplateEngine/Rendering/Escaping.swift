/// Escaping on UTF-8 bytes, total: every byte that means something to HTML is replaced, whatever
/// stands beside it.
enum Escaping {
  /// Bit n is set where the byte 0x22 + n is one of `" & ' < >`.
  private static let special: UInt32 = 1 | 1 << 4 | 1 << 5 | 1 << 26 | 1 << 28

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    let distance = byte &- 0x22
    return distance <= 0x1C && special &>> UInt32(distance) & 1 == 1
  }

  /// Appends `text` with `& < > " '` as `&amp; &lt; &gt; &#34; &#39;`, as MarkupSafe writes them.
  /// What stands between two of them is appended in one piece.
  static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var runStart = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        guard isSpecial(byte) else { continue }
        unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        append(byte, to: &output, ampersand: true)
        runStart = index + 1
      }
      unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
    }
  }

  /// Appends markup where a quoted attribute value stands: brackets and quotes are escaped, the
  /// ampersands of its character references stay.
  static func appendNormalised(_ html: HTML, to output: inout [UInt8]) {
    for byte in html.bytes { append(byte, to: &output, ampersand: false) }
  }

  @inline(__always)
  private static func append(_ byte: UInt8, to output: inout [UInt8], ampersand: Bool) {
    guard isSpecial(byte) else {
      output.append(byte)
      return
    }
    switch byte {
    case UInt8(ascii: "&") where ampersand: output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): output.append(contentsOf: "&#34;".utf8)
    case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
    default: output.append(byte)
    }
  }
}
