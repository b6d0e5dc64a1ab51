import DossierModel

extension DatedMentions {
  /// The public dated sentences of `sources` that name an actor or a conflict, once for each page that
  /// they name. O(pages + dated sentences × names in each).
  init(_ model: SiteModel, _ sources: [SourceLinks]) {
    guard sources.contains(where: { $0.dates.contains(where: \.isPublic) }) else {
      self.init()
      return
    }
    let hasTimeline = model.pages.map { $0.kind == .actor || $0.kind == .conflict }
    self.init(targetCount: model.pages.count) { add in
      for (index, source) in sources.enumerated() {
        Self.forEachMention(in: source) { target, sentence in
          guard hasTimeline[target.index] else { return }
          add(target, DatedMention(source: SourceID(index), sentence: sentence))
        }
      }
    }
  }

  private static func forEachMention(in source: SourceLinks, _ body: (PageID, Int32) -> Void) {
    var paragraph: Int32 = -1
    var first = 0
    var named: [PageID] = []
    for (index, dated) in source.dates.enumerated() where dated.isPublic {
      if dated.paragraph != paragraph {
        paragraph = dated.paragraph
        first = 0
      }
      let mentions = source.paragraphs[Int(paragraph)]
      // Dates and mentions come in the order of the text: those of earlier sentences are passed once.
      while first < mentions.count, mentions[first].sentenceUpper <= dated.sentence.lowerBound {
        first += 1
      }
      named.removeAll(keepingCapacity: true)
      var next = first
      while next < mentions.count, mentions[next].sentenceLower < dated.sentence.upperBound {
        let target = mentions[next].target
        next += 1
        guard !named.contains(target) else { continue }
        named.append(target)
        body(target, Int32(index))
      }
    }
  }
}
