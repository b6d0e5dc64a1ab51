/// A line that `dossier review` would write: a question with the answer that rules propose.
package struct ReviewProposal: Sendable, Hashable {
  /// A passage with words of it.
  package struct Subject: Sendable, Hashable {
    package let key: Slug
    package let locator: Citation.Locator?
    package let words: String

    package init(_ key: Slug, _ locator: Citation.Locator? = nil, _ words: String = "") {
      self.key = key
      self.locator = locator
      self.words = words
    }
  }

  package let kind: ReviewKind
  package let subjects: [Subject]
  /// As it stands behind the colon; empty for kinds without a value.
  package let value: String
  /// What helps to decide, in one line each: the sentence, or what a rule has to say.
  package let evidence: [String]

  package init(
    _ kind: ReviewKind, _ subjects: [Subject], value: String = "", evidence: [String] = []
  ) {
    self.kind = kind
    self.subjects = subjects
    self.value = value
    self.evidence = evidence
  }

  /// What it asks about, as `ReviewItem.identity` has it.
  package var identity: ReviewIdentity {
    ReviewIdentity(
      kind,
      subjects.map {
        ($0.key.rawValue, $0.locator, ReviewWords.folded(ReviewText.quoted($0.words)))
      })
  }

  /// The line with the evidence below it, ended by a line break.
  package var text: String {
    var text = "- [ ] \(kind.rawValue)"
    for subject in subjects {
      text += " [@\(subject.key)\(subject.locator.map { " \($0.text)" } ?? "")]"
      if kind.hasWords { text += " " + ReviewText.quoted(subject.words) }
    }
    if kind.hasValue { text += ": \(value)" }
    text += "\n"
    for line in evidence { text += "  > \(ReviewText.escaped(line))\n" }
    return text
  }
}
