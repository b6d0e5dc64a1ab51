/// Text as a string literal of a script that stands in a file of its own.
enum ScriptText {
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// Appends `text` in double quotation marks. What could end the literal, or a `<script>` element if
  /// somebody pastes the file into one, is escaped; so are the two separators that ended lines before
  /// ECMAScript 2019 (U+2028, U+2029). O(length).
  static func append(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    output.append(UInt8(ascii: "\""))
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0..<0x20, UInt8(ascii: "<"), 0x7F: appendReference(UInt16(byte), to: &output)
      case 0xE2 where isLineSeparator(bytes, index):
        appendReference(0x2000 + UInt16(bytes[index + 2] & 0x3F), to: &output)
        index += 2
      default: output.append(byte)
      }
      index += 1
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether U+2028 or U+2029 stands at `index`: E2 80 A8, E2 80 A9.
  private static func isLineSeparator(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
  }

  /// `\u2028`.
  private static func appendReference(_ code: UInt16, to output: inout [UInt8]) {
    output += "\\u".utf8
    for shift in [12, 8, 4, 0] as [UInt16] {
      output.append(hexadecimal[Int((code >> shift) & 0xF)])
    }
  }
}
