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
  /// The pages' own addresses by their Markdown files, for links as they work in an editor.
  private let pathByFile: [String: SitePath]
  private let folding: LetterFolding
  private let drafts: [Draft]

  enum Target: Sendable {
    case page(PageID)
    case source(SourceID)
    case home
    /// A generated page or an attachment: its anchors are not known here.
    case other
  }

  /// O(total length of the names).
  init(_ model: SiteModel, generated: [SitePath], drafts: [Draft], folding: LetterFolding) {
    self.folding = folding
    self.drafts = drafts
    self.model = model
    var names: [[UInt8]: Set<PageID>] = [:]
    var paths: [SitePath: Target] = [:]
    var pathByFile: [String: SitePath] = [:]
    for path in generated { paths[path] = .other }
    if let home = model.home {
      let path = SitePath(folder: "", file: "index.html")
      paths[path] = .home
      pathByFile[home.file.path] = path
    }
    for (index, page) in model.pages.enumerated() {
      paths[page.path] = .page(PageID(index))
      pathByFile[page.file.path] = page.path
      for name in [page.title] + (page.aliases + page.names).map(\.name) {
        names[folding.folded(name), default: []].insert(PageID(index))
      }
      for redirect in page.redirects { paths[redirect] = .page(PageID(index)) }
    }
    for (index, source) in model.sources.enumerated() {
      paths[source.path] = .source(SourceID(index))
      for redirect in source.redirects { paths[redirect] = .source(SourceID(index)) }
    }
    for attachment in model.attachments { paths[attachment.path] = .other }
    pageByName = names.compactMapValues { $0.count == 1 ? $0.first : nil }
    self.paths = paths
    self.pathByFile = pathByFile
  }

  /// The same over a model of which the prose alone of some pages is another.
  func over(_ model: SiteModel) -> LinkTargets { LinkTargets(self, model) }

  private init(_ other: LinkTargets, _ model: SiteModel) {
    self.model = model
    pageByName = other.pageByName
    paths = other.paths
    pathByFile = other.pathByFile
    folding = other.folding
    drafts = other.drafts
  }

  /// The page or source that a wikilink names: by slug, by a source's key, or by title.
  func wikilink(_ name: String) -> ResolvedWikilink.Target? {
    if let page = model.page(slug: name) { return .page(page) }
    if let source = model.source(key: name) { return .source(source) }
    return pageByName[folding.folded(name)].map { .page($0) }
  }

  /// The draft that a wikilink names which leads nowhere. O(drafts): asked for errors alone.
  func draft(wikilink name: String) -> Draft? {
    if let draft = drafts.first(where: { $0.slug.rawValue == name }) { return draft }
    let folded = folding.folded(name)
    return drafts.first { draft in draft.names.contains { folding.folded($0) == folded } }
  }

  /// The draft that a link which leads to nothing would lead to. O(drafts): asked for errors alone.
  func draft(_ address: SiteAddress.Target) -> Draft? {
    switch address {
    case .samePage: nil
    case .file(let file): drafts.first { $0.file == file }
    case .paths(let candidates): drafts.first { candidates.contains($0.path) }
    }
  }

  /// What stands at an address, and where it is emitted; nil for nothing and for the page itself.
  func target(_ address: SiteAddress.Target) -> (path: SitePath, target: Target)? {
    switch address {
    case .samePage: return nil
    case .file(let file):
      guard let path = pathByFile[file], let target = paths[path] else { return nil }
      return (path, target)
    case .paths(let candidates):
      for path in candidates {
        if let target = paths[path] { return (path, target) }
      }
      return nil
    }
  }

  /// Help for a wikilink that leads nowhere.
  func help(forWikilink name: String) -> String? {
    NearMiss.question(for: name, in: model.slugs + model.sourceKeys)
      ?? NearMiss.question(for: name, in: model.pages.map(\.title))
  }

  /// The anchors that links to `target` may name.
  func anchors(of target: Target) -> Anchors {
    switch target {
    case .page(let id): return Anchors(model[id])
    case .home: return Anchors(headings: model.home?.body.headings ?? [])
    case .source(let id): return Anchors(model[id])
    case .other: return Anchors(headings: [])
    }
  }
}

/// The anchors of one page.
struct Anchors {
  /// Headings that are shown, with their words.
  private let headings: [MarkdownTree.Heading]
  /// Words for a part of the page that the theme heads itself, with its anchor.
  private var parts: [(words: String, anchor: String)] = []
  private var others: [String] = []
  /// What a finding says of an anchor that is not among them.
  private var kind = "the page has no heading"

  init(headings: [MarkdownTree.Heading]) { self.headings = headings }

  init(_ page: Page) {
    // The headings of Facts and Statements are the theme's own.
    headings = page.body.headings.filter { heading in
      page.prose.contains { run in
        run.first <= heading.node && run.end.map { heading.node < $0 } ?? true
      }
    }
    if !page.facts.isEmpty { parts.append(("Facts", "part.facts")) }
    if !page.statements.isEmpty { parts.append(("Statements", "part.statements")) }
    others = page.statements.compactMap(\.id)
  }

  init(_ source: Source) {
    headings = []
    others = source.article.paragraphs.map(\.locator)
    kind = "the source has no paragraph"
  }

  /// The anchor that `words` name: an anchor as written, or the words of a heading.
  subscript(words: String) -> String? {
    if let heading = headings.first(where: { $0.anchor == words || $0.title == words }) {
      return heading.anchor
    }
    if others.contains(words) { return words }
    let folded = words.lowercased()
    if let part = parts.first(where: { $0.words.lowercased() == folded || $0.anchor == words }) {
      return part.anchor
    }
    if let heading = headings.first(where: { $0.title.lowercased() == folded }) {
      return heading.anchor
    }
    let slug = Slug.suggested(for: words)?.rawValue
    return headings.first { $0.anchor == slug }?.anchor
  }

  private static func list(_ known: [String]) -> String {
    if known.isEmpty { return "it has none to link to; link to the page itself" }
    let first = known.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
    return "it has \(first)" + (known.count > 6 ? " and \(known.count - 6) more" : "")
  }

  /// The finding about `words` that name no anchor.
  func finding(_ words: String, at place: SourcePlace) -> Diagnostic {
    // Who writes words is told words, who writes an anchor is told anchors.
    let isWords = words.contains(" ") || words != words.lowercased()
    let known = headings.map { isWords ? $0.title : $0.anchor } + parts.map(\.words) + others
    return Diagnostic(
      .error, "dead-anchor", "\(kind) “\(words)”", at: place,
      help: NearMiss.question(for: words, in: known) ?? Self.list(known))
  }
}
