/// Prints findings as workflow commands of GitHub Actions, which become annotations of a change:
/// `::error file=Content/x.md,line=3,col=1,title=unknown-key::unknown key “tittle”`.
package struct GitHubFormatter: Sendable {
  package init() {}

  /// The finding as one line, ended by `\n`.
  package func format(_ diagnostic: Diagnostic) -> String {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [String] = []
    if let place = diagnostic.place {
      properties.append("file=" + Self.property(place.path))
      if place.line > 0 {
        properties += ["line=\(place.line)", "col=\(place.column)"]
      }
    }
    properties.append("title=" + Self.property(diagnostic.id.rawValue))
    let help = diagnostic.help.map { "\n" + $0 } ?? ""
    return "::\(command) \(properties.joined(separator: ","))::"
      + Self.message(diagnostic.summary + help) + "\n"
  }

  /// What a message may not hold, percent-encoded, or a finding's text could end the command. Other
  /// control characters become U+FFFD: logs are read on terminals, too.
  private static func message(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += ConsoleFormatter.printable(String(scalar))
      }
    }
    return result
  }

  private static func property(_ text: String) -> String {
    var result = ""
    for scalar in message(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
