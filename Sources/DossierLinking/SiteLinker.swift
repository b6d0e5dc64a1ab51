import CommonMark
package import Diagnostics
package import DossierModel
import EDTF
import FileTree
import PhraseMatching

/// Links a whole site: names, wikilinks and citations of all pages, names and dates in all captures, backlinks.
package struct SiteLinker: Sendable {
  private let model: SiteModel
  private let width: Int
  private let generated: [SitePath]
  private let drafts: [Draft]

  /// - Parameters:
  ///   - width: how many threads link.
  ///   - generated: addresses that the renderer makes itself, so that links to them are known.
  ///   - drafts: pages that are left out, so that links to them are told so.
  package init(
    model: SiteModel, width: Int = 1, generated: [SitePath] = [], drafts: [Draft] = []
  ) {
    self.model = model
    self.width = width
    self.generated = generated
    self.drafts = drafts
  }

  /// O(length of all text + mentions).
  package func link() -> (index: LinkIndex, diagnostics: [Diagnostic]) {
    let linked = linkedSite()
    return (linked.index, linked.diagnostics)
  }

  /// The same with what is needed to link some pages again. O(length of all text + mentions).
  package func linkedSite() -> LinkedSite {
    let folding = LetterFolding()
    let (names, targets) = concurrently(width: width) {
      NameIndex(model, folding: folding)
    } _: {
      LinkTargets(model, generated: generated, drafts: drafts, folding: folding)
    }
    let finder = MentionFinder(names: names)
    let linker = PageLinker(targets: targets, finder: finder)
    let pageIDs = model.pages.indices.map { PageID($0) }
    let pages = concurrentMap(pageIDs, width: width) { linker.link($0) }
    let home = model.home.map { linker.link($0) }
    let speech = model.sources.isEmpty ? nil : SpeechReader(model: model, names: names)
    let read = concurrentMap(model.sources, width: width) { [model] source in
      // Names and quotations that may not be shown are no links, backlinks or statements anywhere.
      model.visibility(in: source) == .hidden
        ? (links: SourceLinks(paragraphs: source.article.paragraphs.map { _ in [] }), quotes: [])
        : Self.link(source, finder, speech, model)
    }
    let sources = read.map { $0.links }

    var diagnostics = names.findings
    var uses: [SourceUse] = []
    for page in pages {
      diagnostics += page.diagnostics
      uses += page.uses
    }
    if let home {
      diagnostics += home.diagnostics
      uses += home.uses
    }
    var citedBy = [[SourceUse]](repeating: [], count: model.sources.count)
    for use in uses { citedBy[use.source.index].append(use) }
    let links = pages.map(\.links)
    let backlinks = Backlinks(targetCount: model.pages.count) { add in
      for (index, source) in sources.enumerated() {
        for (paragraph, found) in source.paragraphs.enumerated() {
          let origin = Backlink.Origin.source(SourceID(index), paragraph: Int32(paragraph))
          Self.forEachBacklink(found, origin, add)
        }
      }
      for (index, links) in links.enumerated() {
        Self.forEachBacklink(links.mentions, .page(PageID(index)), add)
      }
    }
    let (spoken, findings) = SpeechIndexer(
      model: model, names: names, mentions: sources, citedBy: citedBy
    ).index(read.map { $0.quotes })
    diagnostics += findings
    let index = LinkIndex(
      pages: links, home: home?.links ?? PageLinks(), sources: sources, backlinks: backlinks,
      citedBy: citedBy, speech: spoken, dated: DatedMentions(model, sources),
      unsupported: UnsupportedClaims.all(
        in: model, links: links, home: home?.links ?? PageLinks(), speech: spoken))
    return LinkedSite(
      index: index, diagnostics: diagnostics, nameFindings: names.findings,
      movableFindings: (home?.diagnostics ?? []) + findings, pages: pages, linker: linker)
  }

  /// One backlink for each sentence and page that it names.
  static func forEachBacklink(
    _ found: [Mention], _ origin: Backlink.Origin, _ add: (PageID, Backlink) -> Void
  ) {
    // Mentions come in the order of the text, so that those of one sentence are neighbours.
    var sentence: UInt32?
    var named: [PageID] = []
    for mention in found {
      if mention.sentenceLower != sentence {
        sentence = mention.sentenceLower
        named.removeAll(keepingCapacity: true)
      }
      guard !named.contains(mention.target) else { continue }
      named.append(mention.target)
      add(
        mention.target,
        Backlink(
          origin: origin, sentence: mention.sentenceLower..<mention.sentenceUpper,
          name: mention.lower..<mention.upper))
    }
  }

  /// Names in a capture, linked at their first mention in each paragraph, since a reader arrives there;
  /// and what is said in it.
  private static func link(
    _ source: Source, _ finder: MentionFinder, _ speech: SpeechReader?, _ model: SiteModel
  ) -> (links: SourceLinks, quotes: [ReadQuote]) {
    var memory = MentionFinder.Memory(date: source.published.map { DaySpan($0.value) })
    memory.decided = model.settledNames(in: source)
    var found = [[MentionFinder.Found]](repeating: [], count: source.article.paragraphs.count)
    let paragraphs = read(source, finder, memory: &memory) { found[$0] = $1.found }
    return (
      SourceLinks(
        paragraphs: paragraphs,
        dates: DatedSentenceFinder.dates(in: source, mentions: paragraphs)
          .decided(by: model.decisions, in: source)),
      speech?.quotes(in: source, found: found) ?? []
    )
  }

  /// What becomes of each name in a capture, by paragraph.
  static func notes(
    in source: Source, _ finder: MentionFinder, _ model: SiteModel
  ) -> [[MentionFinder.Note]] {
    var memory = MentionFinder.Memory(date: source.published.map { DaySpan($0.value) })
    memory.decided = model.settledNames(in: source)
    memory.notesAbstentions = true
    memory.notes = []
    var notes = [[MentionFinder.Note]](repeating: [], count: source.article.paragraphs.count)
    _ = read(source, finder, memory: &memory) { index, memory in
      notes[index] = (memory.notes ?? []).sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
      memory.notes = []
    }
    return notes
  }

  private static func read(
    _ source: Source, _ finder: MentionFinder, memory: inout MentionFinder.Memory,
    each: (Int, inout MentionFinder.Memory) -> Void
  ) -> [[Mention]] {
    let article = source.article
    var missing: [Int] = []
    func link(_ index: Int) -> [Mention] {
      let paragraph = article.paragraphs[index]
      memory.isHeadline = paragraph.isHeadline
      memory.missesSurname = false
      memory.linked.removeAll()
      let text = Array(paragraph.text.utf8)
      var mentions: [Mention] = []
      finder.mentions(
        in: text, 0..<text.count, blocked: [], linking: true, own: nil, memory: &memory,
        into: &mentions)
      if paragraph.isHeadline, memory.missesSurname { missing.append(index) }
      each(index, &memory)
      return mentions
    }
    var paragraphs = article.paragraphs.indices.map { link($0) }
    // What stands above the text may give a surname alone: now the text has said whose it is.
    for index in missing { paragraphs[index] = link(index) }
    return paragraphs
  }
}

extension Article.Paragraph {
  /// Whether it stands outside the running text, above it or under a picture.
  var isHeadline: Bool { layer == .standfirst || layer == .caption }
}
