import DossierModel

/// Compares the editors' statements of two states, by id; those without one by speaker and first words.
struct StatementComparison {
  let comparison: SiteComparison

  private struct Key: Hashable {
    let id: String
    /// Of statements without an id; empty for others.
    let words: String
  }

  private struct Entry {
    let page: PageID
    let id: String?
    let speaker: String
    /// The words of each rendering with the sources that carry them, sorted.
    var renderings: [String: Set<String>]
  }

  func changes(into changes: inout SiteChanges) {
    let (old, new) = (comparison.old.model, comparison.new.model)
    let was = entries(of: old) { slug in
      guard let id = old.page(slug: slug), let target = comparison.pairs.target(of: id) else {
        return slug
      }
      return new[target].slug.rawValue
    }
    let now = entries(of: new) { $0 }
    for (key, entry) in now.order.map({ ($0, now.entries[$0]) }) {
      guard let entry, comparison.isComparable(entry.page) else { continue }
      var kind = SiteChanges.StatementChange.Kind.new
      if let before = was.entries[key] {
        let gone = before.renderings.keys.count { entry.renderings[$0] == nil }
        let added = entry.renderings.keys.count { before.renderings[$0] == nil }
        let other = entry.renderings.count { words, sources in
          before.renderings[words].map { $0 != sources } ?? false
        }
        if gone + added + other == 0 { continue }
        kind = .altered(new: added, gone: gone, otherSources: other)
      }
      changes.statements.append(
        .init(
          page: SiteComparison.name(new[entry.page]), id: entry.id, speaker: entry.speaker,
          kind: kind))
    }
    for (key, entry) in was.order.map({ ($0, was.entries[$0]) }) where now.entries[key] == nil {
      guard let entry, comparison.isComparable(old: entry.page) else { continue }
      changes.statements.append(
        .init(
          page: SiteComparison.name(old[entry.page]), id: entry.id, speaker: entry.speaker,
          kind: .withdrawn))
    }
  }

  /// In the order of the pages; blocks with one id are one statement.
  private func entries(
    of model: SiteModel, slug: (String) -> String
  ) -> (order: [Key], entries: [Key: Entry]) {
    var order: [Key] = []
    var entries: [Key: Entry] = [:]
    for (index, page) in model.pages.enumerated() {
      for statement in page.statements {
        let speaker = slug(statement.speaker.slug)
        let key =
          statement.id.map { Key(id: $0, words: "") }
          ?? Key(id: speaker, words: statement.renderings.first?.text ?? "-")
        if entries[key] == nil {
          order.append(key)
          entries[key] = Entry(
            page: PageID(index), id: statement.id, speaker: speaker, renderings: [:])
        }
        for rendering in statement.renderings {
          entries[key]?.renderings[rendering.text, default: []]
            .formUnion(rendering.citations.map { "\($0.key) \($0.origin ?? "")" })
        }
      }
    }
    return (order, entries)
  }
}
