/// One state as a message of the stream (HTML standard, section 9.2, server-sent events).
///
/// There is one kind of message, and it says everything: whatever a page has missed while its
/// connection was down, the next message puts it right.
struct LiveReloadMessage: Sendable {
  let basePath: BasePath

  /// `event: state` with one line of JSON:
  /// `revision` of the site, `from` the revision before it, `styles` the addresses of the style sheets
  /// if nothing else has changed since `from` (else null), `attempt` the number of builds so far, and
  /// `failure` the report of the last build (null if it was good).
  func text(for state: PreviewState) -> String {
    let styles = state.change?.styles.map { paths in
      "[" + paths.map { Self.quoted(basePath.address(of: $0)) }.joined(separator: ",") + "]"
    }
    let failure = state.failure.map(Self.quoted)
    return """
      event: state
      data: {"revision":\(Self.quoted(state.revision)),\
      "from":\(Self.quoted(state.previousRevision)),"styles":\(styles ?? "null"),\
      "attempt":\(state.attempt),"failure":\(failure ?? "null")}


      """
  }

  /// A JSON string (RFC 8259, section 7), free of line ends.
  static func quoted(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{00}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
