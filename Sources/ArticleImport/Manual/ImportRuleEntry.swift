/// What the documentation says of one rule by which a capture is read.
package struct ImportRuleEntry: Sendable {
  /// What output calls the rule, in kebab case.
  package let id: String
  /// What it does, in one or two sentences.
  package let summary: String
  /// A case that it catches.
  package let catches: String
  /// A case beside it that it leaves alone.
  package let leaves: String
  /// On how many of the annotated captures and pages it fires.
  package let seen: Seen

  /// What speaks for a rule beside its tests.
  package enum Seen: Sendable { case never, once, often }

  init(_ id: String, _ summary: String, _ catches: String, not leaves: String, seen: Seen = .often)
  {
    self.id = id
    self.summary = summary
    self.catches = catches
    self.leaves = leaves
    self.seen = seen
  }
}

/// The rules by which captures are read, as a part of `Documentation/Rules.md`, which a test keeps as
/// this says.
package enum ImportRuleTable {
  /// All entries, in the order of the documentation.
  package static let all =
    lineRules + textRules + titleRules + publisherRules + authorRules + dateRules + otherRules
    + pageRules

  /// Markdown: a heading and tables, without a line break at the end.
  package static var markdown: String {
    """
    ## Captures

    What reads a capture. A line of a text or Markdown capture is what the first of the ordered rules \
    that fires on it says; `dossier extract --format text` prints the rule of each. A datum that no rule \
    finds stays unknown, with the reason. The development sets are 98 annotated text captures and 93 \
    annotated pages.

    ### What is no part of the text

    \(table(lineRules))

    ### What is

    \(table(textRules))

    ### Title

    \(table(titleRules))

    ### Publisher

    \(table(publisherRules))

    ### Author

    \(table(authorRules))

    ### Date of publication

    \(table(dateRules))

    ### Language, encoding, cited outlets, address

    \(table(otherRules))

    ### The text of a saved page

    What is left out of a page is not listed line by line, so that these stand in no output.

    \(table(pageRules))
    """
  }

  private static func table(_ rules: [ImportRuleEntry]) -> String {
    (["| Rule | What it says | It catches | It leaves alone |", "|---|---|---|---|"]
      + rules.map {
        "| `\($0.id)` | \(cell($0.summary))\(evidence($0.seen)) | \(cell($0.catches)) | "
          + "\(cell($0.leaves)) |"
      })
      .joined(separator: "\n")
  }

  private static func evidence(_ seen: ImportRuleEntry.Seen) -> String {
    switch seen {
    case .never: " Fires on no item of the development sets."
    case .once: " Fires on one item of the development sets."
    case .often: ""
    }
  }

  /// Text as it may stand in a table's cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
