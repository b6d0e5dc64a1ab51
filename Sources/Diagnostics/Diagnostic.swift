/// The stable name of a kind of finding, in kebab case, as it stands in brackets behind a message
/// (`[unknown-key]`) and in the catalogue.
package struct DiagnosticID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(stringLiteral value: String) { self.rawValue = value }
  package var description: String { rawValue }
}

/// How grave a finding is. An error fails the build; a warning does so only under `--strict`.
package enum Severity: Int, Sendable, Comparable, CaseIterable {
  case note, warning, error

  /// The word printed before the message.
  package var word: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// One finding about the input: a value, ready to print, that needs no file to be read again.
///
/// What is wrong with *content* is a diagnostic; what is wrong with the *environment* is thrown.
package struct Diagnostic: Hashable, Sendable {
  /// A remark at another place that belongs to the finding ("the other page is here").
  package struct Note: Hashable, Sendable {
    package let text: String
    package let place: SourcePlace?

    package init(_ text: String, at place: SourcePlace? = nil) {
      self.text = text
      self.place = place
    }
  }

  package let id: DiagnosticID
  package var severity: Severity
  /// One line, lower case, without a full stop at its end.
  package let summary: String
  /// Where it is; nil for a finding about the site as a whole.
  package let place: SourcePlace?
  /// What to do about it, as a sentence part: `did you mean “title”?`
  package let help: String?
  package let notes: [Note]

  package init(
    _ severity: Severity, _ id: DiagnosticID, _ summary: String, at place: SourcePlace? = nil,
    help: String? = nil, notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.place = place
    self.help = help
    self.notes = notes
  }
}

extension Diagnostic {
  /// The order in which findings are printed: by file, line and column, then by id and text, so that
  /// the order in which threads found them never shows.
  package static func inReadingOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let leftPath = left.place?.path ?? ""
    let rightPath = right.place?.path ?? ""
    if leftPath != rightPath { return leftPath < rightPath }
    let leftLine = left.place?.line ?? 0
    let rightLine = right.place?.line ?? 0
    if leftLine != rightLine { return leftLine < rightLine }
    let leftColumn = left.place?.column ?? 0
    let rightColumn = right.place?.column ?? 0
    if leftColumn != rightColumn { return leftColumn < rightColumn }
    if left.id != right.id { return left.id.rawValue < right.id.rawValue }
    if left.summary != right.summary { return left.summary < right.summary }
    // Whoever finds them in another order shall print them in the same.
    if left.severity != right.severity { return left.severity > right.severity }
    if left.help != right.help { return (left.help ?? "") < (right.help ?? "") }
    return left.notes.lexicographicallyPrecedes(right.notes) { left, right in
      (left.text, left.place?.path ?? "", left.place?.line ?? 0, left.place?.column ?? 0)
        < (right.text, right.place?.path ?? "", right.place?.line ?? 0, right.place?.column ?? 0)
    }
  }
}
