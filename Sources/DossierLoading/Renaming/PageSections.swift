import CommonMark
import Diagnostics
import DossierModel

/// A page's file cut into what is prose, the items of its facts, and the blocks of its statements, as
/// `PageReader` takes them. All ranges are UTF-8 offsets in the file.
struct PageSections {
  /// A fact with the lines that it stands in.
  struct FactItem {
    let fact: Fact
    let lines: Range<Int>
    /// Its own paragraph, and those of its indented items, in order.
    let text: Range<Int>
    let below: [Range<Int>]
    /// Where the first indented item's marker stands, or would.
    let indent: Int
  }

  /// A statement with the lines of its block.
  struct StatementItem {
    let statement: Statement
    let lines: Range<Int>
  }

  let page: PageContent
  private(set) var facts: [FactItem] = []
  private(set) var statements: [StatementItem] = []
  /// What is neither facts nor statements nor their headings, in order; definitions that stand among
  /// those are in it.
  private(set) var prose: [Range<Int>] = []
  /// Where prose, facts and statements are added: at the beginning of a line, or the end of the file.
  private(set) var proseEnd: Int
  private(set) var factsEnd: Int?
  private(set) var statementsEnd: Int?

  private var bytes: [UInt8] { page.file.bytes }

  /// Nil where the file has errors of its own. O(file).
  init?(_ file: SourceFile, kind: PageKind, slug: Slug, extraKeys: [ExtraKey]) {
    var problems: [Diagnostic] = []
    page = PageReader(file: file, kind: kind, extraKeys: extraKeys)
      .page(slug: slug, reporting: &problems)
    guard !problems.contains(where: { $0.severity == .error }) else { return nil }
    proseEnd = file.bytes.count
    guard read() else { return nil }
  }

  private enum Section { case prose, facts, statements }

  private mutating func read() -> Bool {
    let tree = page.body
    let titles = Dictionary(
      tree.headings.map { ($0.node, ($0.level, $0.title)) }, uniquingKeysWith: { first, _ in first }
    )
    var section = Section.prose
    var taken: [Range<Int>] = []
    var facts = page.facts[...]
    var statements = page.statements[...]
    // Where the run of Facts and Statements begins that the file ends in.
    var tail: Int?
    for block in tree.blocks where tree[block].kind != .footnoteDefinition {
      let source = tree[block].source
      if page.kind != .page, tree[block].kind == .heading, let (level, title) = titles[block],
        level <= 2
      {
        section =
          switch title.lowercased() {
          case "facts": .facts
          case "statements": .statements
          default: .prose
          }
        tail = section == .prose ? nil : tail ?? lineStart(source.lowerBound)
        if section != .prose {
          let lines = self.lines(source)
          taken.append(lines)
          if section == .facts { factsEnd = lines.upperBound }
          if section == .statements { statementsEnd = lines.upperBound }
        }
        continue
      }
      switch section {
      case .prose: continue
      case .facts:
        for node in tree.children(of: block) {
          guard let fact = facts.popFirst(), let item = item(node, fact) else { return false }
          self.facts.append(item)
          taken.append(item.lines)
          factsEnd = item.lines.upperBound
        }
      case .statements:
        guard let statement = statements.popFirst() else { return false }
        let lines = self.lines(source)
        self.statements.append(StatementItem(statement: statement, lines: lines))
        taken.append(lines)
        statementsEnd = lines.upperBound
      }
    }
    guard facts.isEmpty, statements.isEmpty else { return false }
    proseEnd = tail ?? bytes.count
    var start = tree.nodes.first?.source.lowerBound ?? bytes.count
    for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard range.lowerBound >= start else { return false }
      if range.lowerBound > start { prose.append(start..<range.lowerBound) }
      start = range.upperBound
    }
    if start < bytes.count { prose.append(start..<bytes.count) }
    return true
  }

  private func item(_ node: NodeID, _ fact: Fact) -> FactItem? {
    let tree = page.body
    let source = tree[node].source
    var text: Range<Int>?
    var below: [Range<Int>] = []
    var indent: Int?
    for child in tree.children(of: node) {
      if text == nil, tree[child].kind == .paragraph {
        text = tree[child].source
      } else {
        for item in tree.children(of: child) {
          let start = tree[item].source.lowerBound
          indent = indent ?? start - lineStart(start)
          guard let first = tree.firstChild(of: item) else { return nil }
          below.append(tree[first].source)
        }
      }
    }
    guard let text else { return nil }
    let start = lineStart(source.lowerBound)
    return FactItem(
      fact: fact, lines: lines(trimmed(source)), text: trimmed(text), below: below.map(trimmed),
      indent: indent ?? text.lowerBound - start)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    FactLine.trimmed(range, in: bytes)
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return start
  }

  /// The whole lines that a range stands in, with the last one's end.
  private func lines(_ range: Range<Int>) -> Range<Int> {
    let range = trimmed(range)
    var end = range.upperBound
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return lineStart(range.lowerBound)..<end
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A range on one line.
  func words(_ range: Range<Int>) -> String { FactLine.words(trimmed(range), in: bytes) }
}
