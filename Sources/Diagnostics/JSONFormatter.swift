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
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value) {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
