import CommonMark
import Diagnostics
import DossierModel
import YAML

/// Reads one Markdown file of Content/ into a page.
struct PageReader {
  let file: SourceFile
  let kind: PageKind
  /// The keys of the site's own that front matter may have.
  var extraKeys: [ExtraKey] = []

  /// Anchors that the theme uses itself; headings keep clear of them.
  static let reservedAnchors: Set<String> = [
    "main", "facts", "notes", "mentions", "statements", "contents", "events", "relations",
  ]

  /// The page, whatever is wrong with it: all that is wrong is reported in one run, and whoever refers
  /// to the page does so rightly. Without a title it is called by its slug.
  func page(slug: Slug, reporting diagnostics: inout [Diagnostic]) -> PageContent {
    let (range, bodyStart, problems) = FrontMatter.split(file)
    diagnostics += problems
    var reader: FrontMatterReader?
    if let range {
      let (mapping, findings) = YAMLDocument.parseMapping(file, in: range)
      diagnostics += findings
      reader = mapping.map { FrontMatterReader(mapping: $0, kind: kind, extraKeys: extraKeys) }
    } else if problems.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, "missing-front-matter", "the page has no front matter", at: file.place(0..<0),
          help: "begin the file with a line `---`, a line `title: …` and a line `---`"))
    }
    let title = reader?.title(reporting: &diagnostics)
    let body = MarkdownTree.parse(
      file.bytes, from: bodyStart, extensions: .all, reservedAnchors: Self.reservedAnchors)
    var page = PageContent(
      kind: kind, slug: slug, file: file, title: title?.text ?? slug.rawValue,
      titleRange: title?.range ?? 0..<0, body: body)
    reader?.read(into: &page, reporting: &diagnostics)
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
  private func readSections(into page: inout PageContent, reporting diagnostics: inout [Diagnostic])
  {
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
      if kind != .page, tree[block].kind == .heading, let (level, title) = titles[block], level <= 2
      {
        let next: Section =
          switch title.lowercased() {
          case "facts": .facts
          case "statements": .statements
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
          diagnostics.append(
            outOfPlace("fact-syntax", block, in: tree, "a list of facts", "Facts"))
          continue
        }
        for node in tree.children(of: block) {
          if let item = item(node, in: tree, reporting: &diagnostics) { items.append(item) }
        }
      case .statements:
        guard tree[block].kind == .blockQuote else {
          diagnostics.append(
            outOfPlace("statement-syntax", block, in: tree, "block quotes", "Statements"))
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
    reportRepeatedIDs(of: page, reporting: &diagnostics)
  }

  /// A statement's id is an anchor of the page, and an anchor has one place.
  private func reportRepeatedIDs(of page: PageContent, reporting diagnostics: inout [Diagnostic]) {
    var owners: Set<String> = []
    let headings = Set(page.body.headings.map(\.anchor))
    for statement in page.statements {
      guard let id = statement.id, let first = statement.renderings.first else { continue }
      let isRepeated = !owners.insert(id).inserted
      // The theme's own anchors, and those of footnotes, begin like this.
      let isTheme = ["part.", "fn-", "fnref-"].contains { id.hasPrefix($0) }
      guard isRepeated || isTheme || headings.contains(id) || Self.reservedAnchors.contains(id)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .error, "duplicate-id",
          isRepeated
            ? "two statements of the page are called “\(id)”"
            : "a section of the page is called “\(id)” as well",
          at: file.place(first.range), help: "give the statement another {#id}"))
    }
  }

  private func firstFootnote(of tree: MarkdownTree) -> NodeID? {
    tree.blocks.first { tree[$0].kind == .footnoteDefinition }
  }

  private func outOfPlace(
    _ id: DiagnosticID, _ block: NodeID, in tree: MarkdownTree, _ wanted: String,
    _ section: String
  ) -> Diagnostic {
    let range = tree[block].source
    return Diagnostic(
      .error, id, "“## \(section)” holds \(wanted) and nothing else",
      at: file.place(range.lowerBound..<range.lowerBound),
      help: "put a heading before what does not belong there")
  }

  /// The source ranges of a list item's own paragraph and of its indented items.
  private func item(
    _ item: NodeID, in tree: MarkdownTree, reporting diagnostics: inout [Diagnostic]
  ) -> FactReader.Item? {
    var text: Range<Int>?
    var below: [Range<Int>] = []
    func report(_ node: NodeID) {
      let range = tree[node].source
      diagnostics.append(
        Diagnostic(
          .error, "fact-syntax", "a fact is one line, with its other accounts indented below it",
          at: file.place(range.lowerBound..<range.lowerBound),
          help: "write `- key: value`, and other accounts as `  - value`"))
    }
    for child in tree.children(of: item) {
      switch tree[child].kind {
      case .paragraph where text == nil: text = tree[child].source
      case .list where text != nil:
        for rival in tree.children(of: child) {
          let parts = tree.children(of: rival)
          if let first = parts.first, tree[first].kind == .paragraph {
            below.append(tree[first].source)
            parts.dropFirst().prefix(1).forEach(report)
          } else {
            report(rival)
          }
        }
      default: report(child)
      }
    }
    if tree.firstChild(of: item) == nil { report(item) }
    return text.map { FactReader.Item(text: $0, below: below) }
  }
}
