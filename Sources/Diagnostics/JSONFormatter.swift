/// Prints findings for programs: one JSON object a line (JSON Lines), UTF-8.
///
/// `{"id":…,"severity":…,"summary":…,"path":…,"line":…,"column":…,"length":…,"help":…,"notes":[…]}`;
/// line and column from 1, columns and lengths in Unicode code points; what is not known is null.
package struct JSONFormatter: Sendable {
  package init() {}

  /// The finding as one line, ended by `\n`.
  package func format(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { note in
      "{\"text\":\(Self.string(note.text)),\(Self.position(note.place))}"
    }
    return "{\"id\":\(Self.string(diagnostic.id.rawValue)),"
      + "\"severity\":\"\(diagnostic.severity.word)\","
      + "\"summary\":\(Self.string(diagnostic.summary)),\(Self.position(diagnostic.place)),"
      + "\"help\":\(diagnostic.help.map(Self.string) ?? "null"),"
      + "\"notes\":[\(notes.joined(separator: ","))]}\n"
  }

  private static func position(_ place: SourcePlace?) -> String {
    guard let place else { return "\"path\":null,\"line\":null,\"column\":null,\"length\":null" }
    let path = "\"path\":\(string(place.path))"
    guard place.line > 0 else { return path + ",\"line\":null,\"column\":null,\"length\":null" }
    return path + ",\"line\":\(place.line),\"column\":\(place.column),\"length\":\(place.length)"
  }

  /// `text` as a JSON string (RFC 8259, section 7).
  static func string(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// What stands between the quotation marks of a JSON string. O(length).
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendEscaped(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as UTF-8, behind `bytes`. What needs no escape is copied by the run. O(length).
  static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = unsafe utf8[index]
        let escape: String
        switch byte {
        case UInt8(ascii: "\""): escape = "\\\""
        case UInt8(ascii: "\\"): escape = "\\\\"
        case 0x0A: escape = "\\n"
        case 0x0D: escape = "\\r"
        case 0x09: escape = "\\t"
        case 0..<0x20, 0x7F:
          let hex = String(byte, radix: 16)
          escape = "\\u00" + (hex.utf8.count == 1 ? "0" : "") + hex
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        case 0xA8, 0xA9:
          guard index - start >= 2, unsafe utf8[index - 1] == 0x80, unsafe utf8[index - 2] == 0xE2
          else { continue }
          unsafe bytes.append(contentsOf: utf8[start..<index - 2])
          bytes += (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8
          start = index + 1
          continue
        default: continue
        }
        unsafe bytes.append(contentsOf: utf8[start..<index])
        bytes += escape.utf8
        start = index + 1
      }
      unsafe bytes.append(contentsOf: utf8[start...])
    }
  }
}
