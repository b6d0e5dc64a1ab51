package import CommonMark

/// What names, wikilinks and citations of a site turned out to mean, for rendering and checking.
package struct LinkIndex: Sendable {
  /// By page, in the order of `SiteModel.pages`.
  package let pages: [PageLinks]
  /// Of the home page's own words.
  package let home: PageLinks
  /// By source, in the order of `SiteModel.sources`.
  package let sources: [SourceLinks]
  package let backlinks: Backlinks
  /// By source: who cites it, in page order.
  package let citedBy: [[SourceUse]]
  /// What was said, by whom, and where it stands.
  package let speech: SpeechIndex
  /// By actor and conflict: the dated sentences of captures that name it.
  package let dated: DatedMentions
  /// What rested on withdrawn sources alone, in the order of the pages, the home page last.
  package let unsupported: [UnsupportedClaim]

  package init(
    pages: [PageLinks], home: PageLinks, sources: [SourceLinks], backlinks: Backlinks,
    citedBy: [[SourceUse]], speech: SpeechIndex = SpeechIndex(),
    dated: DatedMentions = DatedMentions(), unsupported: [UnsupportedClaim] = []
  ) {
    self.pages = pages
    self.home = home
    self.sources = sources
    self.backlinks = backlinks
    self.citedBy = citedBy
    self.speech = speech
    self.dated = dated
    self.unsupported = unsupported
  }
}

extension LinkIndex {
  /// The same with other links of some pages, and the backlinks that follow.
  package func replacing(pages: [PageLinks], backlinks: Backlinks) -> LinkIndex {
    LinkIndex(
      pages: pages, home: home, sources: sources, backlinks: backlinks, citedBy: citedBy,
      speech: speech, dated: dated)
  }
}

/// A name in running text that denotes a page. Offsets are UTF-8 offsets into the text it was found in:
/// a tree's `text`, or a paragraph of a capture.
package struct Mention: Sendable, Hashable {
  package let target: PageID
  package let lower: UInt32
  package let upper: UInt32
  /// The sentence around it.
  package let sentenceLower: UInt32
  package let sentenceUpper: UInt32
  /// Whether it becomes a link: the first mention of its section, outside links, code and headings.
  package let isLinked: Bool
  /// The rule that read it.
  package let rule: MentionRule

  package init(
    target: PageID, lower: UInt32, upper: UInt32, sentenceLower: UInt32, sentenceUpper: UInt32,
    isLinked: Bool, rule: MentionRule = .name
  ) {
    self.target = target
    self.lower = lower
    self.upper = upper
    self.sentenceLower = sentenceLower
    self.sentenceUpper = sentenceUpper
    self.isLinked = isLinked
    self.rule = rule
  }
}

/// What a hand-written page's links are.
package struct PageLinks: Sendable {
  /// In the order of the text.
  package var mentions: [Mention] = []
  /// Wikilinks by node, in document order; only those that were resolved.
  package var wikilinks: [(node: NodeID, link: ResolvedWikilink)] = []
  /// Citations in prose by node, in document order; only those that were resolved.
  package var citations: [(node: NodeID, use: SourceUse)] = []
  /// Ordinary links to files of the site, by node, with the address to write; those that leave the
  /// site are not listed.
  package var destinations: [(node: NodeID, target: SitePath, fragment: String?)] = []

  package init() {}
}

/// Where a wikilink leads.
package struct ResolvedWikilink: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case page(PageID)
    case source(SourceID)
  }

  package let target: Target
  /// The anchor on the target's page.
  package let fragment: String?

  package init(target: Target, fragment: String?) {
    self.target = target
    self.fragment = fragment
  }
}

/// One place that rests on a passage of a source.
package struct SourceUse: Sendable, Hashable {
  package let source: SourceID
  package let locator: Citation.Locator?
  package let origin: String?
  /// The page that cites; nil: the home page.
  package let page: PageID?

  package init(source: SourceID, locator: Citation.Locator?, origin: String?, page: PageID?) {
    self.source = source
    self.locator = locator
    self.origin = origin
    self.page = page
  }
}

/// The names and dates found in a capture.
package struct SourceLinks: Sendable {
  /// Names, parallel to `Article.paragraphs`.
  package let paragraphs: [[Mention]]
  /// The sentences that say a date, also those that no page may show, in the order of the text.
  package let dates: [DatedSentence]

  package init(paragraphs: [[Mention]], dates: [DatedSentence] = []) {
    self.paragraphs = paragraphs
    self.dates = dates
  }
}

/// A sentence elsewhere that names a page.
package struct Backlink: Sendable, Hashable {
  package enum Origin: Sendable, Hashable {
    case page(PageID)
    /// A paragraph of a capture, by its index.
    case source(SourceID, paragraph: Int32)
  }

  package let origin: Origin
  /// UTF-8 offsets of the sentence and of the name in it, in the origin's text.
  package let sentence: Range<UInt32>
  package let name: Range<UInt32>

  package init(origin: Origin, sentence: Range<UInt32>, name: Range<UInt32>) {
    self.origin = origin
    self.sentence = sentence
    self.name = name
  }
}

/// All backlinks of a site in one array, grouped by target.
package struct Backlinks: Sendable {
  private let starts: [Int32]
  private let entries: [Backlink]

  /// Groups the backlinks that `each` hands out, in the order of their origins, by target. `each` is
  /// called twice, to count and to place: half a million of them are not held twice.
  /// O(targets + backlinks).
  package init(targetCount: Int, each: ((PageID, Backlink) -> Void) -> Void) {
    var starts = [Int32](repeating: 0, count: targetCount + 1)
    var first: Backlink?
    each { target, backlink in
      starts[target.index + 1] += 1
      if first == nil { first = backlink }
    }
    for index in 0..<targetCount { starts[index + 1] += starts[index] }
    guard let first else {
      self.starts = starts
      entries = []
      return
    }
    var cursor = starts
    var entries = [Backlink](repeating: first, count: Int(starts[targetCount]))
    each { target, backlink in
      entries[Int(cursor[target.index])] = backlink
      cursor[target.index] += 1
    }
    self.starts = starts
    self.entries = entries
  }

  private init(starts: [Int32], entries: [Backlink]) {
    self.starts = starts
    self.entries = entries
  }

  /// The same with other lists for some targets, given in the order of the targets. O(backlinks), but
  /// as cheaply as memory is copied.
  package func replacing(_ lists: [(target: PageID, backlinks: [Backlink])]) -> Backlinks {
    var starts = starts
    var entries: [Backlink] = []
    entries.reserveCapacity(self.entries.count + lists.reduce(0) { $0 + $1.backlinks.count })
    var copied = 0
    var next = 0
    var shift: Int32 = 0
    for (target, backlinks) in lists {
      let old = Int(self.starts[target.index])..<Int(self.starts[target.index + 1])
      entries += self.entries[copied..<old.lowerBound]
      entries += backlinks
      copied = old.upperBound
      while next <= target.index {
        starts[next] += shift
        next += 1
      }
      shift += Int32(backlinks.count - old.count)
    }
    entries += self.entries[copied...]
    while next < starts.count {
      starts[next] += shift
      next += 1
    }
    return Backlinks(starts: starts, entries: entries)
  }

  /// The sentences that name `page`, in the order of their origins.
  package subscript(page: PageID) -> ArraySlice<Backlink> {
    entries[Int(starts[page.index])..<Int(starts[page.index + 1])]
  }
}
