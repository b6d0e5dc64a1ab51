import CommonMark
import Diagnostics
import DossierModel
import YAML

/// Reads one Markdown file of Content/ into a page.
struct PageReader {
  let file: SourceFile
  let kind: PageKind

  /// Anchors that the theme uses itself; headings keep clear of them.
  static let reservedAnchors: Set<String> = [
    "main", "facts", "notes", "mentions", "statements", "contents", "events", "relations",
  ]

  /// Nil when the file has no readable identity.
  func page(slug: Slug, reporting diagnostics: inout [Diagnostic]) -> Page? {
    let (range, bodyStart, problems) = FrontMatter.split(file)
    diagnostics += problems
    guard problems.allSatisfy({ $0.severity < .error }) else { return nil }
    guard let range else {
      diagnostics.append(
        Diagnostic(
          .error, "missing-front-matter", "the page has no front matter", at: file.place(0..<0),
          help: "begin the file with a line `---`, a line `title: …` and a line `---`"))
      return nil
    }
    let (mapping, findings) = YAMLDocument.parseMapping(file, in: range)
    diagnostics += findings
    guard let mapping else { return nil }
    let reader = FrontMatterReader(mapping: mapping, kind: kind)
    // Everything else is read even without a title, so that one run reports all that is wrong.
    let title = reader.title(reporting: &diagnostics)
    let body = MarkdownTree.parse(
      file.bytes, from: bodyStart, extensions: .all, reservedAnchors: Self.reservedAnchors)
    var page = Page(
      kind: kind, slug: slug, file: file, title: title?.text ?? slug.rawValue,
      titleRange: title?.range ?? 0..<0, body: body)
    reader.read(into: &page, reporting: &diagnostics)
    readSections(into: &page, reporting: &diagnostics)
    return page
  }

  /// The home page's words. Front matter is optional there.
  func home(reporting diagnostics: inout [Diagnostic]) -> HomePage {
    let (range, bodyStart, problems) = FrontMatter.split(file)
    diagnostics += problems
    var home = HomePage(file: file)
    if let range {
      let (mapping, findings) = YAMLDocument.parseMapping(file, in: range)
      diagnostics += findings
      mapping?.reportUnknownKeys(known: ["title", "summary", "reviewed"], reporting: &diagnostics)
      home.title = mapping?.string("title", reporting: &diagnostics)
      home.summary = mapping?.string("summary", reporting: &diagnostics)
      home.reviewed = mapping?.value(for: "reviewed").flatMap {
        DateReader.date($0, reporting: &diagnostics)
      }
    }
    home.body = MarkdownTree.parse(
      file.bytes, from: bodyStart, extensions: .all, reservedAnchors: Self.reservedAnchors)
    return home
  }

  /// Cuts the body at its headings into prose, `## Facts` and `## Statements`.
  private func readSections(into page: inout Page, reporting diagnostics: inout [Diagnostic]) {
    enum Section { case prose, facts, statements }
    let tree = page.body
    let titles = Dictionary(
      tree.headings.map { ($0.node, ($0.level, $0.title)) }, uniquingKeysWith: { a, _ in a })
    var section = Section.prose
    var start: NodeID?
    var items: [FactReader.Item] = []
    var statements: [Statement] = []
    let statementReader = StatementReader(file: file, tree: tree)
    for block in tree.blocks where tree[block].kind != .footnoteDefinition {
      // A plain page is about nothing that could have facts: there the words are a heading as any.
      if kind != .page, tree[block].kind == .heading, let (level, title) = titles[block], level <= 2 {
        let next: Section =
          switch title {
          case "Facts": .facts
          case "Statements": .statements
          default: .prose
          }
        if section == .prose, next != .prose, let first = start {
          page.prose.append(BlockRun(first: first, end: block))
          start = nil
        }
        section = next
        if next != .prose { continue }
      }
      switch section {
      case .prose: start = start ?? block
      case .facts:
        guard tree[block].kind == .list else {
          diagnostics.append(outOfPlace(block, in: tree, "a list of facts", "Facts"))
          continue
        }
        items += tree.children(of: block).compactMap { item($0, in: tree) }
      case .statements:
        guard tree[block].kind == .blockQuote else {
          diagnostics.append(outOfPlace(block, in: tree, "block quotes", "Statements"))
          continue
        }
        if let statement = statementReader.read(block, reporting: &diagnostics) {
          statements.append(statement)
        }
      }
    }
    if section == .prose, let first = start {
      page.prose.append(BlockRun(first: first, end: firstFootnote(of: tree)))
    }
    page.facts = FactReader(file: file, kind: kind).read(items, reporting: &diagnostics)
    page.statements = statements
  }

  private func firstFootnote(of tree: MarkdownTree) -> NodeID? {
    tree.blocks.first { tree[$0].kind == .footnoteDefinition }
  }

  private func outOfPlace(
    _ block: NodeID, in tree: MarkdownTree, _ wanted: String, _ section: String
  ) -> Diagnostic {
    let range = tree[block].source
    return Diagnostic(
      .error, "fact-syntax", "“## \(section)” holds \(wanted) and nothing else",
      at: file.place(range.lowerBound..<range.lowerBound),
      help: "put a heading before what does not belong there")
  }

  /// The source ranges of a list item's own paragraph and of its indented items.
  private func item(_ item: NodeID, in tree: MarkdownTree) -> FactReader.Item? {
    var text: Range<Int>?
    var rivals: [Range<Int>] = []
    for child in tree.children(of: item) {
      switch tree[child].kind {
      case .paragraph: text = text ?? tree[child].source
      case .list:
        for rival in tree.children(of: child) {
          if let paragraph = tree.children(of: rival).first(where: { tree[$0].kind == .paragraph })
          {
            rivals.append(tree[paragraph].source)
          }
        }
      default: break
      }
    }
    return text.map { FactReader.Item(text: $0, rivals: rivals) }
  }
}
