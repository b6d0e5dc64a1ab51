/// The rules for names as a part of `Documentation/Rules.md`, which a test keeps as this says.
package enum NameRuleTable {
  /// Markdown: a heading and two tables, without a line break at the end.
  package static var markdown: String {
    let rules = MentionRule.allCases.map { ($0.id, $0.summary, $0.example) }
    let reasons = NameAbstention.allCases.map { ($0.id, $0.summary, $0.example) }
    return """
      ## Names

      What reads a name as what it denotes. In examples the name stands in `«»`.

      \(table("Rule", rules))

      Why a name is left alone:

      \(table("Reason", reasons))
      """
  }

  private static func table(
    _ heading: String, _ rows: [(id: String, summary: String, example: String)]
  ) -> String {
    (["| \(heading) | What it says | Example |", "|---|---|---|"]
      + rows.map { "| `\($0.id)` | \(cell($0.summary)) | \(cell($0.example)) |" })
      .joined(separator: "\n")
  }

  /// Text as it may stand in a table's cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
