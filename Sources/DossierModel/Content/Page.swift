package import CommonMark
package import Diagnostics
package import EDTF

/// The position of a page in `SiteModel.pages`; pages are sorted, so ids are the same in every run.
package struct PageID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }
  package init(_ index: Int) { rawValue = Int32(truncatingIfNeeded: index) }

  /// The index into `SiteModel.pages`.
  package var index: Int { Int(rawValue) }

  package static func < (left: PageID, right: PageID) -> Bool { left.rawValue < right.rawValue }
}

/// Another name of a page's subject, as an editor declared it.
package struct Alias: Sendable, Hashable {
  package let name: String
  /// UTF-8 offsets in the file.
  package let range: Range<Int>
  /// Whether the page claims the name for itself alone.
  package let isExclusive: Bool
  /// The slugs of those who use the name, where front matter's `names` says so.
  package var usedBy: [PageReference]

  package init(
    name: String, range: Range<Int>, isExclusive: Bool = false, usedBy: [PageReference] = []
  ) {
    self.name = name
    self.range = range
    self.isExclusive = isExclusive
    self.usedBy = usedBy
  }
}

/// One hand-written page: its identity, its facts and statements, and its prose as a tree.
///
/// A class: a page is a large value that every stage hands about, and as a struct each handing on would
/// count some twenty references.
package final class Page: Sendable {
  private let content: PageContent
  /// Where it is emitted: `actors/russia.html`.
  package let path: SitePath
  /// The page's date for lists: an event's `when`, a conflict's `start`, as picked by the editor.
  package let date: EDTF?

  package init(_ content: PageContent) {
    self.content = content
    path = SitePath(folder: content.kind.folder, file: content.slug.rawValue + ".html")
    date = content.date
  }

  package var kind: PageKind { content.kind }
  package var slug: Slug { content.slug }
  /// The Markdown file, kept for the places of diagnostics.
  package var file: SourceFile { content.file }
  package var title: String { content.title }
  /// UTF-8 offsets in the file.
  package var titleRange: Range<Int> { content.titleRange }
  package var summary: String? { content.summary }
  /// Its sort within its kind: `interstate`.
  package var sort: String? { content.sort }
  package var aliases: [Alias] { content.aliases }
  /// Other names with who uses them.
  package var names: [Alias] { content.names }
  package var demonyms: [Alias] { content.demonyms }
  package var surname: Alias? { content.surname }
  package var capital: String? { content.capital }
  package var partOf: PageReference? { content.partOf }
  package var conflicts: [PageReference] { content.conflicts }
  /// Identifiers elsewhere, in the order written: `wikidata: Q159`.
  package var external: [(scheme: String, identifier: String)] { content.external }
  package var reviewed: EDTF? { content.reviewed }
  package var isDraft: Bool { content.isDraft }
  package var redirects: [SitePath] { content.redirects }
  package var facts: [Fact] { content.facts }
  package var statements: [Statement] { content.statements }
  package var body: MarkdownTree { content.body }
  /// The runs of top-level blocks that are prose: what is left without Facts and Statements.
  package var prose: [BlockRun] { content.prose }

  /// The facts with `key`, in order.
  package func facts(_ key: String) -> [Fact] { facts.filter { $0.key == key } }

  /// The page with the references that front matter, facts and statements make looked up.
  func resolvingReferences(_ find: (String) -> PageID?) -> Page {
    var content = content
    content.resolveReferences(find)
    return Page(content)
  }
}
