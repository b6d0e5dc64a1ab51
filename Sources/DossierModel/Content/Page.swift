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
package struct Page: Sendable {
  package let kind: PageKind
  package let slug: Slug
  /// The Markdown file, kept for the places of diagnostics.
  package let file: SourceFile

  // Identity, from front matter.
  package var title: String
  package var titleRange: Range<Int>
  package var summary: String?
  /// Its sort within its kind: `interstate`.
  package var sort: String?
  package var aliases: [Alias] = []
  /// Other names with who uses them.
  package var names: [Alias] = []
  package var demonyms: [Alias] = []
  package var surname: Alias?
  package var capital: String?
  package var partOf: PageReference?
  package var conflicts: [PageReference] = []
  /// Identifiers elsewhere, in the order written: `wikidata: Q159`.
  package var external: [(scheme: String, identifier: String)] = []
  package var reviewed: EDTF?
  package var isDraft = false
  package var redirects: [SitePath] = []

  package var facts: [Fact] = []
  package var statements: [Statement] = []
  package var body: MarkdownTree
  /// The runs of top-level blocks that are prose: what is left without Facts and Statements.
  package var prose: [BlockRun] = []

  package init(
    kind: PageKind, slug: Slug, file: SourceFile, title: String, titleRange: Range<Int>,
    body: MarkdownTree
  ) {
    self.kind = kind
    self.slug = slug
    self.file = file
    self.title = title
    self.titleRange = titleRange
    self.body = body
  }

  /// Where it is emitted: `actors/russia.html`.
  package var path: SitePath { SitePath(folder: kind.folder, file: slug.rawValue + ".html") }

  /// The facts with `key`, in order.
  package func facts(_ key: String) -> [Fact] { facts.filter { $0.key == key } }

  /// The page's date for lists: an event's `when`, a conflict's `start`, as picked by the editor.
  package var date: EDTF? {
    let key = kind == .conflict ? "start" : "when"
    guard kind == .event || kind == .conflict, let fact = facts.first(where: { $0.key == key }),
      !fact.isDisputed, let value = fact.values.first
    else { return nil }
    return EDTF(reading: value.text)
  }
}

/// Neighbouring top-level blocks of a tree: from `first` up to, without, `end` (nil: to the last).
package struct BlockRun: Sendable {
  package let first: NodeID
  package let end: NodeID?

  package init(first: NodeID, end: NodeID?) {
    self.first = first
    self.end = end
  }
}
