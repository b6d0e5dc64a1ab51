import DossierModel

/// Appending of text and links to markup, on UTF-8 bytes.
enum Markup {
  /// Appends `text` so that it is text wherever it stands, between tags or in a quoted attribute. Total:
  /// whatever the bytes are, they open no tag, end no attribute and make no reference.
  static func appendEscaped(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&#34;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      default: output.append(byte)
      }
    }
  }

  static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    appendEscaped(text.utf8, to: &output)
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
