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
  /// When the name holds; nil: always.
  package var when: EDTF?
  /// Whether it is a place that stands for who governs from there: a capital.
  package var isMetonym = false
  /// Whether it is an author's mistake for the subject.
  package var isAuthorError = false

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
  package let kind: PageKind
  package let slug: Slug
  /// The Markdown file, kept for the places of diagnostics.
  package let file: SourceFile
  package let title: String
  /// UTF-8 offsets in the file.
  package let titleRange: Range<Int>
  package let summary: String?
  /// Its sort within its kind: `interstate`.
  package let sort: String?
  package let aliases: [Alias]
  /// Other names with who uses them.
  package let names: [Alias]
  package let demonyms: [Alias]
  package let surname: Alias?
  package let capital: String?
  package let partOf: PageReference?
  package let conflicts: [PageReference]
  /// Identifiers elsewhere, in the order written: `wikidata: Q159`.
  package let external: [(scheme: String, identifier: String)]
  package let reviewed: EDTF?
  package let isDraft: Bool
  package let redirects: [SitePath]
  /// Where the file says so, as UTF-8 offsets, parallel to `redirects`.
  package let redirectRanges: [Range<Int>]
  /// What it says under keys of the site's own (`extra`), in the order written.
  package let extra: [Extra]
  package let facts: [Fact]
  package let statements: [Statement]
  package let body: MarkdownTree
  /// The runs of top-level blocks that are prose: what is left without Facts and Statements.
  package let prose: [BlockRun]
  /// Where it is emitted: `actors/russia.html`.
  package let path: SitePath
  /// The page's date for lists: an event's `when`, a conflict's `start`, as picked by the editor.
  package let date: EDTF?

  /// The page that `content` describes.
  init(_ content: consuming PageContent) {
    kind = content.kind
    slug = content.slug
    file = content.file
    title = content.title
    titleRange = content.titleRange
    summary = content.summary
    sort = content.sort
    aliases = content.aliases
    names = content.names
    demonyms = content.demonyms
    surname = content.surname
    capital = content.capital
    partOf = content.partOf
    conflicts = content.conflicts
    external = content.external
    reviewed = content.reviewed
    isDraft = content.isDraft
    redirects = content.redirects
    redirectRanges = content.redirectRanges
    extra = content.extra
    facts = content.facts
    statements = content.statements
    body = content.body
    prose = content.prose
    path = content.path
    date = content.date
  }

  /// The facts with `key`, in order.
  package func facts(_ key: String) -> [Fact] { facts.filter { $0.key == key } }
}
