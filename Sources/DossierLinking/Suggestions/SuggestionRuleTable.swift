import DossierModel

/// The rules of `dossier suggest` as a part of `Documentation/Rules.md`, which a test keeps as this says.
package enum SuggestionRuleTable {
  /// Markdown: a heading and a table, without a line break at the end.
  package static var markdown: String {
    let rows = SuggestionRule.allCases.map { rule in
      "| `\(rule.id)` | \(cell(rule.summary)) | \(cell(rule.catches)) | \(cell(rule.leaves)) |"
    }
    return """
      ## Suggestions

      What `dossier suggest` takes for a name that no page has, for another name of a page, or for an
      event; what it takes stands in `«»`. Of rules that read one name differently the first in the table
      says what it is. An editor decides: nothing of it is published.

      | Rule | What it says | It catches | It leaves alone |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  /// Text as it may stand in a table’s cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
