package import Diagnostics

/// A value on its way into a program: a node with the name that messages call it by.
///
/// Every reader returns nil and appends one error at the value's place when the value is of the
/// wrong type (`wrong-type`) or says nothing (`empty-value`).
package struct YAMLValue: Sendable {
  package let node: YAMLNode
  /// What messages call it: “title” with its quotes, or a phrase such as `an item of “names”`.
  package let label: String
  package let file: SourceFile

  package init(_ node: YAMLNode, label: String, file: SourceFile) {
    self.node = node
    self.label = label
    self.file = file
  }

  /// The place of the value, for findings of the caller's own.
  package var place: SourcePlace { file.place(node.range) }

  /// A text as written: `1991` and `no` are texts like any other. Surrounding white space of a
  /// quoted or block text is kept.
  package func string(
    reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> String? {
    guard let text = node.text else { return wrong("text", &diagnostics) }
    guard !node.isNull, text.utf8.contains(where: { $0 > 0x20 }) else {
      return allowsEmpty ? nil : empty(&diagnostics)
    }
    return text
  }

  /// `true` or `false`, without quotes. The other truth values of YAML 1.1 are errors.
  package func bool(
    reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> Bool? {
    guard case .scalar(let text, let style) = node.content else {
      return wrong("true or false", &diagnostics)
    }
    if node.isNull { return allowsEmpty ? nil : empty(&diagnostics) }
    let word = text.lowercased()
    let meant: Bool? =
      switch word {
      case "true", "yes", "on", "y": true
      case "false", "no", "off", "n": false
      default: nil
      }
    if style == .plain, text == "true" || text == "false" { return meant }
    let help = meant.map { "write \($0)" + (style == .plain ? "" : " without quotes") }
    return wrong("true or false", &diagnostics, help: help)
  }

  /// A whole number in decimal digits, with an optional minus sign, without quotes.
  package func int(
    reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> Int? {
    guard case .scalar(let text, let style) = node.content else {
      return wrong("a whole number", &diagnostics)
    }
    if node.isNull { return allowsEmpty ? nil : empty(&diagnostics) }
    let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isDecimal, let number = Int(text) else {
      let digits = text.filter { $0 != "," && $0 != "_" && $0 != " " }
      return wrong("a whole number", &diagnostics, help: Int(digits).map { "write \($0)" })
    }
    guard style == .plain else {
      return wrong("a whole number", &diagnostics, help: "write it without quotes")
    }
    return number
  }

  /// The items of a list. A single scalar or mapping is taken as a list of one.
  package func values(
    reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> [YAMLValue]? {
    if node.isNull { return allowsEmpty ? [] : empty(&diagnostics) }
    guard case .list(let items) = node.content else { return [self] }
    return items.map { YAMLValue($0, label: "an item of \(label)", file: file) }
  }

  /// A list of texts. A single text is taken as a list of one; items that are no texts are reported
  /// and left out.
  package func strings(
    reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> [String]? {
    if case .mapping = node.content { return wrong("text or a list of texts", &diagnostics) }
    guard let values = values(reporting: &diagnostics, allowsEmpty: allowsEmpty) else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(values.count)
    for value in values {
      if let text = value.string(reporting: &diagnostics) { texts.append(text) }
    }
    return texts
  }

  /// A mapping, to be read key by key.
  package func mapping(
    reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> YAMLMapping? {
    if node.isNull { return allowsEmpty ? nil : empty(&diagnostics) }
    guard case .mapping(let entries) = node.content else {
      return wrong("“key: value” entries", &diagnostics)
    }
    return YAMLMapping(entries: entries, range: node.range, file: file)
  }

  /// Appends an error about this value, in the words of its reader: `“kind” …`.
  package func report(
    _ id: DiagnosticID, _ predicate: String, help: String? = nil,
    to diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(Diagnostic(.error, id, "\(label) \(predicate)", at: place, help: help))
  }

  private func wrong<Value>(
    _ expected: String, _ diagnostics: inout [Diagnostic], help: String? = nil
  ) -> Value? {
    let found =
      switch node.content {
      case .scalar(let text, .plain): "“\(Self.shortened(text))”"
      case .scalar(_, .quoted): "a text in quotes"
      default: node.kind
      }
    report("wrong-type", "must be \(expected), not \(found)", help: help, to: &diagnostics)
    return nil
  }

  private func empty<Value>(_ diagnostics: inout [Diagnostic]) -> Value? {
    let isWord = node.isNull && node.range.count > 1
    report(
      "empty-value", "is empty",
      help: isWord
        ? "to mean the word, put it in quotes" : "give it a value, or leave it out",
      to: &diagnostics)
    return nil
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 40 else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(40))) + "…"
  }
}
