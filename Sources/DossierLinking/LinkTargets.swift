import CommonMark
import Diagnostics
import DossierModel
import PhraseMatching

/// Everything that links of a site may lead to.
struct LinkTargets: Sendable {
  let model: SiteModel
  /// Pages by folded title or other name, where one page alone has it.
  private let pageByName: [[UInt8]: PageID]
  /// What stands at each address, for ordinary links.
  private let paths: [SitePath: Target]
  private let folding = LetterFolding()

  enum Target: Sendable {
    case page(PageID)
    case source(SourceID)
    /// A generated page or an attachment: its anchors are not known here.
    case other
  }

  /// O(total length of the names).
  init(_ model: SiteModel, generated: [SitePath]) {
    self.model = model
    var names: [[UInt8]: Set<PageID>] = [:]
    var paths: [SitePath: Target] = [:]
    for path in generated { paths[path] = .other }
    for (index, page) in model.pages.enumerated() {
      paths[page.path] = .page(PageID(index))
      for name in [page.title] + (page.aliases + page.names).map(\.name) {
        names[folding.folded(name), default: []].insert(PageID(index))
      }
      for redirect in page.redirects { paths[redirect] = .page(PageID(index)) }
    }
    for (index, source) in model.sources.enumerated() {
      paths[source.path] = .source(SourceID(index))
    }
    for attachment in model.attachments { paths[attachment.path] = .other }
    pageByName = names.compactMapValues { $0.count == 1 ? $0.first : nil }
    self.paths = paths
  }

  /// The page or source that a wikilink names: by slug, by a source's key, or by title.
  func wikilink(_ name: String) -> ResolvedWikilink.Target? {
    if let page = model.page(slug: name) { return .page(page) }
    if let source = model.source(key: name) { return .source(source) }
    return pageByName[folding.folded(name)].map { .page($0) }
  }

  /// What stands at an address of the site.
  subscript(path: SitePath) -> Target? { paths[path] }

  /// Help for a wikilink that leads nowhere.
  func help(forWikilink name: String) -> String? {
    NearMiss.question(for: name, in: model.slugs)
      ?? NearMiss.question(for: name, in: model.pages.map(\.title))
  }

  /// The anchors of a page's own words.
  func anchors(of page: PageID) -> [String] {
    let page = model[page]
    return page.body.headings.map(\.anchor) + page.statements.compactMap(\.id)
      + ["facts", "notes", "mentions", "statements"]
  }

  /// The anchors of a source's page.
  func anchors(of source: SourceID) -> [String] {
    model[source].article.paragraphs.map(\.locator)
  }
}
