package import CommonMark
package import Diagnostics
package import EDTF

/// What one Markdown file says of a page, while it is read. `Page` is what stages share.
package struct PageContent: Sendable {
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
  /// Where the file says so, as UTF-8 offsets, parallel to `redirects`.
  package var redirectRanges: [Range<Int>] = []
  /// What it says under keys of the site's own, in the order written.
  package var extra: [Extra] = []

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

  /// An event's `when`, a conflict's `start`, as picked by the editor.
  var date: EDTF? {
    let key = kind == .conflict ? "start" : "when"
    guard kind == .event || kind == .conflict,
      let value = facts.first(where: { $0.key == key })?.pick
    else { return nil }
    return EDTF(reading: value.text)
  }

  /// Looks up the pages that front matter, facts and statements name.
  mutating func resolveReferences(_ find: (String) -> PageID?) {
    if let slug = partOf?.slug { partOf?.page = find(slug) }
    for index in conflicts.indices { conflicts[index].page = find(conflicts[index].slug) }
    for index in names.indices {
      for other in names[index].usedBy.indices {
        names[index].usedBy[other].page = find(names[index].usedBy[other].slug)
      }
    }
    facts = facts.map { $0.resolvingReferences(find) }
    statements = statements.map { statement in
      var speaker = statement.speaker
      speaker.page = find(speaker.slug)
      return Statement(id: statement.id, speaker: speaker, renderings: statement.renderings)
    }
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
