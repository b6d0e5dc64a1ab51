/// A name to look for.
package struct Phrase: Sendable, Hashable {
  /// How much of the spelling must agree. Accents and quotation marks are folded in all but `exact`.
  package enum CasePolicy: Sendable, Hashable {
    /// To the letter: acronyms and short names (`US`, `March`).
    case exact
    /// Upper and lower case are one, but a name that begins with a capital must do so in the text.
    case capitalised
    /// Upper and lower case are one.
    case folded
  }

  package let text: String
  package let policy: CasePolicy
  /// The caller's own number for what the phrase denotes; several phrases may share it.
  package let identifier: Int32

  package init(_ text: String, policy: CasePolicy, identifier: Int32) {
    self.text = text
    self.policy = policy
    self.identifier = identifier
  }
}

/// A phrase found in a text.
package struct PhraseMatch: Sendable, Hashable {
  /// UTF-8 offsets in the text that was searched.
  package let lower: Int
  package let upper: Int
  /// The spelling that was found: an index into `PhraseMatcher.forms`.
  package let form: Int32

  package init(lower: Int, upper: Int, form: Int32) {
    self.lower = lower
    self.upper = upper
    self.form = form
  }
}
