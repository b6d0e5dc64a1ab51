package import CommonMark
package import Diagnostics
package import EDTF
import FileTree

/// Everything that was read: the pages and sources of a site, in an order that does not depend on the
/// order in which files were found.
///
/// A class: threads share it, and copies of a struct of arrays would make them fight over the reference
/// counts of its parts.
package final class SiteModel: Sendable {
  package let configuration: SiteConfiguration
  /// By kind, then slug.
  package let pages: [Page]
  /// By key.
  package let sources: [Source]
  /// Content/index.md, the home page's own words.
  package let home: HomePage?
  /// Images and documents under Content/, copied as they are.
  package let attachments: [Attachment]
  /// Captures that are left out, by path.
  package let heldBack: [HeldBackSource]
  /// What editors decided in Content/review/.
  package let decisions: ReviewDecisions

  private let pageBySlug: [String: PageID]
  private let sourceByKey: [String: SourceID]

  /// Sorts what it is given and looks up the references that pages make; `pages` are used up by it. Of two pages with one slug the
  /// first in order is found by slug; that there are two is the loader's finding.
  ///
  /// - Parameter width: how many threads work.
  package init(
    configuration: SiteConfiguration, pages: [UnresolvedPage], sources: [Source], home: HomePage?,
    attachments: [Attachment], heldBack: [HeldBackSource] = [],
    decisions: ReviewDecisions = ReviewDecisions(), width: Int = 1
  ) {
    self.configuration = configuration
    self.decisions = decisions
    let pages = Self.sorted(pages) {
      ($0.kind, $0.slug, $0.file.path) < ($1.kind, $1.slug, $1.file.path)
    }
    self.sources = Self.sorted(sources) { $0.key < $1.key }
    self.home = home
    self.attachments = attachments.sorted { $0.path < $1.path }
    self.heldBack = heldBack.sorted { $0.path < $1.path }
    let pageBySlug = Dictionary(
      pages.enumerated().map { ($1.slug.rawValue, PageID($0)) }, uniquingKeysWith: { a, _ in a })
    self.pageBySlug = pageBySlug
    sourceByKey = Dictionary(
      self.sources.enumerated().map { ($1.key.rawValue, SourceID($0)) },
      uniquingKeysWith: { a, _ in a })
    self.pages = concurrentMap(pages, width: width) { page in
      page.resolved { pageBySlug[$0] }
    }.compactMap(\.self)
  }

  private init(
    _ other: SiteModel, configuration: SiteConfiguration, sources: [Source], pages: [Page]? = nil
  ) {
    self.configuration = configuration
    self.pages = pages ?? other.pages
    self.sources = sources
    home = other.home
    attachments = other.attachments
    heldBack = other.heldBack
    decisions = other.decisions
    pageBySlug = other.pageBySlug
    sourceByKey = other.sourceByKey
  }

  /// Sorted, without moving the large values about when they are in order already, as they mostly are.
  private static func sorted<Value>(
    _ values: [Value], by precedes: (Value, Value) -> Bool
  ) -> [Value] {
    let isInOrder = values.indices.dropFirst().allSatisfy { !precedes(values[$0], values[$0 - 1]) }
    guard !isInOrder else { return values }
    return values.indices.sorted { precedes(values[$0], values[$1]) }.map { values[$0] }
  }

  package func page(slug: String) -> PageID? { pageBySlug[slug] }
  package func source(key: String) -> SourceID? { sourceByKey[key] }
  /// The capture that is left out and would be cited by `key`. O(those left out): asked where no source has the key.
  package func heldBack(key: String) -> HeldBackSource? {
    heldBack.first { $0.key?.rawValue == key }
  }
  package subscript(id: PageID) -> Page { pages[id.index] }
  // Lent, not copied: a source is a large value, and mostly one field of it is wanted.
  package subscript(id: SourceID) -> Source { _read { yield sources[id.index] } }
  package var slugs: [String] { pages.map(\.slug.rawValue) }
  package var sourceKeys: [String] { sources.map(\.key.rawValue) }

  /// The pages of a kind: neighbours, since pages are sorted.
  package func pages(of kind: PageKind) -> [PageID] {
    pages.indices.filter { self.pages[$0].kind == kind }.map { PageID($0) }
  }

  /// The model with some pages read anew; each has the slug and kind of the one whose place it takes.
  /// Nil where one has not, or was used up. O(pages).
  package func replacing(_ read: [(id: PageID, page: UnresolvedPage)]) -> SiteModel? {
    var pages = pages
    for (id, page) in read {
      guard page.slug == pages[id.index].slug, page.kind == pages[id.index].kind,
        let page = page.resolved({ pageBySlug[$0] })
      else { return nil }
      pages[id.index] = page
    }
    return SiteModel(self, configuration: configuration, sources: sources, pages: pages)
  }

  /// The model with another configuration.
  package func configured(_ change: (inout SiteConfiguration) -> Void) -> SiteModel {
    var configuration = configuration
    change(&configuration)
    return SiteModel(self, configuration: configuration, sources: sources)
  }

  /// The model without the words of withdrawn captures, for who proposes pages by what captures say.
  /// O(sources) where there are such.
  package func withholdingWithdrawn() -> SiteModel {
    guard hasWithdrawals else { return self }
    let sources = sources.map { source in
      var source = source
      if source.isWithdrawn { source.article.paragraphs = [] }
      return source
    }
    return SiteModel(self, configuration: configuration, sources: sources)
  }

  /// The model as it may be shown: without the data that rules read in captures of which nothing that a
  /// machine read is shown. Paragraphs stay, since people cite them. O(sources) where there are such.
  package func withholdingUnreviewed() -> SiteModel {
    guard sources.contains(where: withholdsData) else { return self }
    return SiteModel(
      self, configuration: configuration,
      sources: sources.map { withholdsData(of: $0) ? $0.withholdingReadData() : $0 })
  }
}

/// The words at the top of the home page.
package struct HomePage: Sendable {
  package let file: SourceFile
  package var title: String?
  package var summary: String?
  package var reviewed: EDTF?
  package var body: MarkdownTree

  package init(file: SourceFile) {
    self.file = file
    body = MarkdownTree.parse([], from: 0, extensions: .none)
  }
}

/// A file under Content/ that is copied as it is.
package struct Attachment: Sendable {
  /// Its path in the site's folder: `Content/pages/map.png`.
  package let file: String
  /// Where it is emitted: `pages/map.png`.
  package let path: SitePath
  package let bytes: [UInt8]

  package init(file: String, path: SitePath, bytes: [UInt8]) {
    self.file = file
    self.path = path
    self.bytes = bytes
  }
}

extension Fact {
  func resolvingReferences(_ find: (String) -> PageID?) -> Fact {
    func resolved(_ references: [PageReference]) -> [PageReference] {
      references.map { PageReference(slug: $0.slug, range: $0.range, page: find($0.slug)) }
    }
    let values = values.map { value in
      FactValue(
        text: value.text, range: value.range, type: value.type,
        qualifiers: value.qualifiers.map {
          .init(
            key: $0.key, text: $0.text, range: $0.range, type: $0.type, pages: resolved($0.pages))
        }, citations: value.citations, pages: resolved(value.pages))
    }
    return Fact(
      key: key, name: name, keyRange: keyRange, values: values, isDisputed: isDisputed,
      corrections: corrections)
  }
}
