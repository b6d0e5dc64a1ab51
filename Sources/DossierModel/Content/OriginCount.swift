/// How many sources some passages are from, and how many origins these have: three articles about one
/// interview are three sources and one origin.
package struct OriginCount: Sendable, Hashable {
  package let sources: Int
  package let origins: Int

  package init(sources: Int, origins: Int) {
    self.sources = sources
    self.origins = origins
  }

  /// Counts what `citations` lead to; citations of unknown and of withdrawn sources do not count.
  /// O(citations).
  package init(_ citations: some Collection<Citation>, in model: SiteModel) {
    // Most values rest on one passage.
    if citations.count < 2 {
      let source = citations.first.flatMap { model.source(key: $0.key) }
      let count = source.map { model[$0].isWithdrawn ? 0 : 1 } ?? 0
      self.init(sources: count, origins: count)
      return
    }
    var sources: Set<SourceID> = []
    var origins: Set<String> = []
    for citation in citations {
      guard let source = model.source(key: citation.key), !model[source].isWithdrawn else {
        continue
      }
      sources.insert(source)
      origins.insert(model.origin(of: source, passage: citation.origin))
    }
    self.init(sources: sources.count, origins: origins.count)
  }
}

extension SiteModel {
  /// Where a source's passage has its words from in the end: what the passage itself names (`from X`),
  /// else what the sidecar does (`origin`), else the source. An origin that is a source of the site is
  /// followed to that source's own; a circle is one origin.
  /// O(length of the chain).
  package func origin(of source: SourceID, passage: String? = nil) -> String {
    let own = sources[source.index]
    guard let first = passage ?? own.origin else { return own.key.rawValue }
    var chain = [first]
    while let last = chain.last, let next = self.source(key: last),
      let further = sources[next.index].origin, further != last
    {
      // The least of a circle, so that all that lead into it have one origin.
      if let start = chain.firstIndex(of: further) { return chain[start...].min() ?? further }
      guard chain.count < Self.longestOriginChain else { return last }
      chain.append(further)
    }
    return chain[chain.count - 1]
  }

  /// How far origins are followed: no report has passed through more hands.
  private static var longestOriginChain: Int { 16 }
}
