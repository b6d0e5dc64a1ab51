import CommonMark
import DossierModel

/// Finds what rested on withdrawn sources alone: values of facts, blocks of statements, sentences of
/// prose.
enum UnsupportedClaims {
  /// Nothing without a withdrawn source; else O(citations + prose of the pages that cite one).
  ///
  /// - Parameter links: of the pages, in their order.
  static func all(
    in model: SiteModel, links: [PageLinks], home: PageLinks, speech: SpeechIndex
  ) -> [UnsupportedClaim] {
    guard model.hasWithdrawals else { return [] }
    var claims: [UnsupportedClaim] = []
    for (index, page) in model.pages.enumerated() {
      let id = PageID(index)
      claims += sentences(of: page.body, links[index], id, model)
      claims += facts(of: page, id, model)
      claims += statements(of: page, id, model, speech)
    }
    if let page = model.home { claims += sentences(of: page.body, home, nil, model) }
    return claims
  }

  private static func facts(
    of page: Page, _ id: PageID, _ model: SiteModel
  ) -> [UnsupportedClaim] {
    var claims: [UnsupportedClaim] = []
    for (factIndex, fact) in page.facts.enumerated() {
      for (valueIndex, value) in fact.values.enumerated() where model.isWithdrawn(value.citations) {
        claims.append(
          UnsupportedClaim(
            page: id, subject: .fact(factIndex, value: valueIndex),
            sources: sources(value.citations, model), range: value.range))
      }
    }
    return claims
  }

  private static func statements(
    of page: Page, _ id: PageID, _ model: SiteModel, _ speech: SpeechIndex
  ) -> [UnsupportedClaim] {
    page.statements.enumerated().compactMap { index, statement in
      let declaration = SpeechAct.Declaration(page: id, statement: index)
      guard let act = speech.act(of: declaration).map({ speech.acts[$0] }), act.isUnsupported
      else { return nil }
      return UnsupportedClaim(
        page: id, subject: .statement(index), sources: act.withdrawnSources,
        range: statement.speaker.range)
    }
  }

  private static func sources(_ citations: [Citation], _ model: SiteModel) -> [SourceID] {
    Set(citations.compactMap { model.source(key: $0.key) }).sorted()
  }

  // MARK: Prose

  /// A citation in a block, with the place in the text that it stands behind.
  private struct Mark {
    let node: NodeID
    let source: SourceID?
    /// A UTF-8 offset in the tree's text, of the last byte before the citation that is no space.
    let anchor: Int
  }

  private static func sentences(
    of tree: MarkdownTree, _ links: PageLinks, _ page: PageID?, _ model: SiteModel
  ) -> [UnsupportedClaim] {
    guard links.citations.contains(where: { model[$0.use.source].isWithdrawn }) else { return [] }
    let resolved = Dictionary(
      links.citations.map { ($0.node.index, $0.use.source) },
      uniquingKeysWith: { first, _ in first })
    var claims: [UnsupportedClaim] = []
    var marks: [Mark] = []
    var block: NodeID?
    func close() {
      if let block { claims += sentences(in: tree[block].text, marks, of: tree, page, model) }
      marks.removeAll()
    }
    for citation in tree.citations {
      let owner = owner(of: citation.node, in: tree)
      if owner != block {
        close()
        block = owner
      }
      guard let owner else { continue }
      var anchor = tree[citation.node].text.lowerBound
      let lower = tree[owner].text.lowerBound
      while anchor > lower, tree.text[anchor - 1] == 0x20 || tree.text[anchor - 1] == 0x0A {
        anchor -= 1
      }
      marks.append(
        Mark(
          node: citation.node, source: resolved[citation.node.index], anchor: max(lower, anchor - 1)
        ))
    }
    close()
    return claims
  }

  /// The paragraph, heading or cell that an inline stands in. O(depth of inlines).
  private static func owner(of node: NodeID, in tree: MarkdownTree) -> NodeID? {
    var current = tree.parent(of: node)
    while let id = current, tree[id].kind.isInline { current = tree.parent(of: id) }
    return current
  }

  private static func sentences(
    in range: Range<Int>, _ marks: [Mark], of tree: MarkdownTree, _ page: PageID?,
    _ model: SiteModel
  ) -> [UnsupportedClaim] {
    guard marks.contains(where: { $0.source.map { model[$0].isWithdrawn } ?? false }) else {
      return []
    }
    let sentences = Sentences(tree.text, range)
    var claims: [UnsupportedClaim] = []
    var start = 0
    while start < marks.count {
      let sentence = sentences.sentence(at: marks[start].anchor, in: tree.text)
      var end = start + 1
      while end < marks.count,
        sentences.sentence(at: marks[end].anchor, in: tree.text) == sentence
      {
        end += 1
      }
      let group = marks[start..<end]
      let sources = group.compactMap(\.source)
      // What is not resolved is another finding, and may be a support.
      if sources.count == group.count, sources.allSatisfy({ model[$0].isWithdrawn }) {
        claims.append(
          UnsupportedClaim(
            page: page, subject: .sentence(sentence), sources: Set(sources).sorted(),
            range: tree[marks[start].node].source))
      }
      start = end
    }
    return claims
  }
}
