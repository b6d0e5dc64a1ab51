extension SpeechRule {
  /// What the development sets show of the rule, where it decides about one quote of them or about none;
  /// else nil. A rule of which they show so little may be general, or may not.
  package var evidence: String? {
    switch self {
    case .unlistedVerb, .sameCue, .phraseOfDocument, .passiveAgent, .opposedWording:
      "Fires on one item of the development sets."
    case .attributiveName:
      "Fires on one annotated item of the development sets; elsewhere in them scare quotes are not "
        + "annotated."
    case .namedThing, .shortUnattributed:
      "Fires on no annotated item of the development sets; elsewhere in them scare quotes are not "
        + "annotated."
    default: nil
    }
  }

  /// The rules of speech as a part of `Documentation/Rules.md`, which a test keeps as this says.
  /// Markdown: a heading and a table, without a line break at the end.
  package static var manual: String {
    let rows = allCases.map { rule in
      let text = rule.documentation
      let summary = text.summary + (rule.evidence.map { " \($0)" } ?? "")
      return "| `\(rule.id)` | \(cell(summary)) | \(cell(text.catches)) | \(cell(text.leaves)) |"
    }
    return """
      ## Speech

      What finds a quotation’s extent and its speaker, and what says that marks quote nobody. A cue of the
      quotation’s own goes before anything inferred. In examples `¶` parts paragraphs.

      | Rule | What it says | It catches | It leaves alone |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  /// Text as it may stand in a table's cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      .split(separator: "\n").joined(separator: " ¶ ")
  }
}
