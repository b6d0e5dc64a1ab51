/// What a line of a review file decides. The cases are the words that stand behind the tick box.
package enum ReviewKind: String, Sendable, CaseIterable, Hashable {
  case title, publisher, author, published
  /// A name that no page has: a page of its own, another name of a page, or nothing.
  case name
  /// Which page a name means in one capture.
  case meaning
  /// Who spoke the words of a quotation that no cue of its own ascribes.
  case speaker
  /// Whether two quotations render one statement.
  case same
  /// A date that a sentence says by what stands before it.
  case date
  /// Whether two captures are one report.
  case duplicate

  /// The datum of a source that it decides; nil for other things.
  package var datum: Article.Datum? {
    switch self {
    case .title: .title
    case .publisher: .publisher
    case .author: .author
    case .published: .published
    case .name, .meaning, .speaker, .same, .date, .duplicate: nil
    }
  }

  /// How many passages a line names.
  package var subjectCount: Int { self == .same || self == .duplicate ? 2 : 1 }
  /// Whether words of the capture belong to each passage.
  package var hasWords: Bool { datum == nil && self != .duplicate }
  /// Whether a paragraph belongs to each passage, and to what the decision is about.
  package var hasParagraph: Bool { self == .speaker || self == .same || self == .date }
  /// Whether a value stands behind a colon.
  package var hasValue: Bool { subjectCount == 1 }
  /// Whether several lines may offer different answers, of which one at most is accepted.
  package var hasAlternatives: Bool { self == .name || self == .meaning }
}
