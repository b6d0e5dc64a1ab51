/// The rules for names as a part of `Documentation/Rules.md`, which a test keeps as this says.
package enum NameRuleTable {
  /// Markdown: a heading and two tables, without a line break at the end.
  package static var markdown: String {
    let rules = MentionRule.allCases.map { rule in
      let summary = rule.summary + (rule.evidence.map { " \($0)" } ?? "")
      return ["`\(rule.id)`", summary, rule.example, rule.counterexample]
    }
    let reasons = NameAbstention.allCases.map { ["`\($0.id)`", $0.summary, $0.example] }
    return """
      ## Names

      What reads a name as what it denotes. In examples the name stands in `«»`.

      \(table(["Rule", "What it says", "It catches", "It leaves alone"], rules))

      Why a name is left alone:

      \(table(["Reason", "What it says", "Example"], reasons))
      """
  }

  private static func table(_ heading: [String], _ rows: [[String]]) -> String {
    ([heading, heading.map { _ in "---" }] + rows.map { $0.map(cell) })
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// Text as it may stand in a table's cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
