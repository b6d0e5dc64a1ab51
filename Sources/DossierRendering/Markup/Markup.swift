import DossierModel

/// Appending of text and links to markup, on UTF-8 bytes.
enum Markup {
  /// Appends `text[range]` so that it is text wherever it stands, between tags or in a quoted attribute.
  /// Total: whatever the bytes are, they open no tag, end no attribute and make no reference.
  static func appendEscaped(_ text: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = text[index]
      guard byte <= UInt8(ascii: ">"), let reference = reference(for: byte) else {
        index += 1
        continue
      }
      output.append(contentsOf: text[start..<index])
      output.append(contentsOf: reference.utf8)
      index += 1
      start = index
    }
    output.append(contentsOf: text[start..<range.upperBound])
  }

  @inline(__always)
  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&#34;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    appendEscaped(bytes, 0..<bytes.count, to: &output)
  }

  /// `<a href="…">`, the address given whole and escaped here.
  static func openLink(_ address: String, to output: inout [UInt8]) {
    output += "<a href=\"".utf8
    appendEscaped(address, to: &output)
    output += "\">".utf8
  }

  /// `<a href="…">text</a>`.
  static func link(_ address: String, _ text: String, to output: inout [UInt8]) {
    openLink(address, to: &output)
    appendEscaped(text, to: &output)
    output += "</a>".utf8
  }

  static func escaped(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    appendEscaped(text, to: &output)
    return output
  }
}
