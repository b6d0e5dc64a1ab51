import DossierModel

extension LinkExplainer {
  /// At most so many pages are offered for one name.
  private static let choices = 4

  /// Names of a capture of which only a person can say what they mean: those that several pages claim, and
  /// seats of government that a built-in list takes for their state. Each name once, one line a page.
  /// O(length of the capture).
  func meanings(of id: SourceID) -> [ReviewProposal] {
    let source = model[id]
    guard source.capture != nil else { return [] }
    var asked: Set<String> = []
    var proposals: [ReviewProposal] = []
    for (paragraph, found) in SiteLinker.notes(in: source, linker.finder, model).enumerated() {
      let text = source.article.paragraphs[paragraph].text
      var bytes: [UInt8]?
      for note in found {
        let pages = candidates(of: note)
        guard !pages.isEmpty else { continue }
        let all = bytes ?? Array(text.utf8)
        bytes = all
        let words = String(decoding: all[note.lower..<note.upper], as: UTF8.self)
        guard asked.insert(ReviewWords.folded(words)).inserted else { continue }
        let subject = ReviewProposal.Subject(source.key, source.locator(of: paragraph), words)
        for page in pages.prefix(Self.choices) {
          proposals.append(
            ReviewProposal(
              .meaning, [subject], value: "[[\(model[page].slug)]]",
              evidence: [ReviewExcerpt.text(text, around: note.lower..<note.upper)]))
        }
      }
    }
    return proposals
  }

  /// The pages among which a person is to choose; none where there is nothing to choose.
  private func candidates(of note: MentionFinder.Note) -> [PageID] {
    let isOpen =
      switch note.outcome {
      case .leftAlone(.ambiguousName), .leftAlone(.sharedSurname): true
      case .linked, .repeated: note.rule == .stateMetonym
      default: false
      }
    guard isOpen else { return [] }
    var seen: Set<EntityID> = []
    return note.entities.filter { $0.index < model.pages.count && seen.insert($0).inserted }
      .map { PageID(rawValue: $0.rawValue) }
  }
}
