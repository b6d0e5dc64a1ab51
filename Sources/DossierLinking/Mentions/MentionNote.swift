import DossierModel

extension MentionFinder {
  /// What became of a name in a text, noted where somebody asks why.
  struct Note: Sendable {
    enum Outcome: Sendable, Hashable {
      /// The first mention of its section: a link.
      case linked
      /// The section has the link already.
      case repeated
      /// A heading: no link is made there.
      case inHeading
      /// Part of a link, of code or of markup.
      case inLink
      /// The page's own name.
      case own
      /// A state of the built-in list that has no page.
      case noPage
      /// An editor's link.
      case wikilink
      case leftAlone(NameAbstention)
    }

    /// UTF-8 offsets in the text.
    let lower: Int
    let upper: Int
    let outcome: Outcome
    /// What it denotes, or who claims it.
    let entities: [EntityID]
    let rule: MentionRule?
  }
}

extension MentionFinder.Memory {
  /// Notes what became of a name, where somebody asks.
  @inline(__always)
  mutating func note(_ found: MentionFinder.Found, _ outcome: MentionFinder.Note.Outcome) {
    guard notes != nil else { return }
    notes?.append(
      MentionFinder.Note(
        lower: found.lower, upper: found.upper, outcome: outcome, entities: [found.entity],
        rule: found.rule))
  }

  /// Notes what of the last text can never be a link.
  mutating func noteUnlinked(own: PageID?, pageCount: Int) {
    for left in leftAlone {
      notes?.append(
        MentionFinder.Note(
          lower: left.lower, upper: left.upper, outcome: .leftAlone(left.reason),
          entities: left.candidates, rule: nil))
    }
    for name in found {
      if name.entity.index >= pageCount {
        note(name, .noPage)
      } else if let own, name.entity == EntityID(own) {
        note(name, .own)
      }
    }
  }
}
