import DossierModel
import GitHistory

/// What `dossier changes` prints for people.
struct ChangesText {
  let base: GitCommit
  /// Nil: the folder as it is.
  let head: GitCommit?
  let changes: SiteChanges

  var text: String {
    var output = "From \(Self.name(base))\nto \(head.map(Self.name) ?? "the folder as it is")\n"
    guard !changes.isEmpty else { return output + "\nNothing is told otherwise.\n" }
    // Sources first, then page by page in the order in which they come.
    var order: [String] = []
    var groups: [String: [ChangeRow]] = [:]
    for row in changes.rows {
      let name =
        row.subject == .source
        ? "Sources" : row.page.map { "\($0.kind.folder)/\($0.slug)  \($0.title)" } ?? "index"
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(row)
    }
    for name in order.filter({ $0 == "Sources" }) + order.filter({ $0 != "Sources" }) {
      output += "\n\(name)\n"
      for row in groups[name] ?? [] { output += "  \(Self.line(row))\n" }
    }
    return output
  }

  private static func name(_ commit: GitCommit) -> String {
    "\(commit.id.prefix(12)) of \(commit.day), \(clean(commit.subject))"
  }

  private static func line(_ row: ChangeRow) -> String {
    var parts: [String] = [row.kind]
    switch row.subject {
    case .page: parts.append("page")
    case .prose: parts.append("prose")
    case .source: parts.append("\(row.source?.key ?? "")  \(row.source?.title ?? "")")
    case .statement:
      parts.append("statement" + (row.id.map { " {#\($0)}" } ?? "") + " of \(row.label)")
    case .fact: parts.append(row.label)
    }
    var line = parts.joined(separator: " ")
    switch (row.was, row.now) {
    case (let was?, let now?): line += ": \(was.text) → \(now.text)"
    case (let claim?, nil), (nil, let claim?): line += ": \(claim.text)"
    case (nil, nil): break
    }
    if !row.detail.isEmpty { line += " (\(row.detail))" }
    return clean(line)
  }

  /// Without what a terminal would obey.
  private static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch (scalar.properties.generalCategory, scalar.value) {
          case (.control, _), (.lineSeparator, _), (.paragraphSeparator, _), (_, 0x202A...0x202E),
            (_, 0x2066...0x2069):
            "\u{FFFD}"
          default: scalar
          }
        }))
  }
}
