package import YAML

/// Writes YAML values on one line, so that they read back as the same texts.
package enum YAMLText {
  /// How a text is to be quoted.
  package enum Quotes: Sendable {
    /// None where it needs none.
    case asNeeded
    case single
    case double
  }

  /// `text` as a scalar: without quotes where it may stand so, else in double quotes.
  ///
  /// - Parameter inFlow: whether it stands between brackets or braces, where commas and colons cut.
  package static func scalar(
    _ text: String, _ quotes: Quotes = .asNeeded, inFlow: Bool = true
  ) -> String {
    let isPrintable = text.unicodeScalars.allSatisfy { escape($0) == nil }
    switch quotes {
    case .asNeeded where isPrintable && isPlain(text, inFlow: inFlow): return text
    case .single where isPrintable: return "'" + text.replacing("'", with: "''") + "'"
    case .asNeeded, .single, .double: break
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      if let escaped = escape(scalar) {
        result += escaped
      } else {
        if scalar == "\"" || scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A whole value in flow style: `[a, {name: b, used-by: [c]}]`, with quotes where they are needed. What
  /// stood without quotes, a truth value say, does so again.
  /// Recursion is bounded by `YAMLLimits.depth`.
  package static func flow(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let style):
      if node.isNull { return "~" }
      let isWord = style == .plain && words.contains(text.lowercased())
      return isWord ? text : scalar(text)
    case .list(let items):
      return "[" + items.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      let pairs = entries.map { "\(flow($0.key)): \(flow($0.value))" }
      return "{" + pairs.joined(separator: ", ") + "}"
    }
  }

  /// What `scalar` is written as between double quotes where it cannot stand there itself (YAML 1.1,
  /// sections 4.1.1 and 4.1.6).
  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: return "\\t"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
      let hex = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
    default: return nil
    }
  }

  /// Words that mean a truth value or nothing to some reader of YAML.
  private static let words: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null",
  ]

  /// Stricter than YAML itself, so that no reader can take it otherwise.
  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.utf8.last,
      last != UInt8(ascii: " "), last != UInt8(ascii: ":"),
      first.value >= 0x80 || first == "(" || isLetterOrDigit(first)
    else { return false }
    guard !words.contains(text.lowercased()) else { return false }
    var before: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "#") where before == UInt8(ascii: " "): return false
      case UInt8(ascii: " ") where before == UInt8(ascii: ":"): return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "?"):
        if inFlow { return false }
      default: break
      }
      before = byte
    }
    return true
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }
}
