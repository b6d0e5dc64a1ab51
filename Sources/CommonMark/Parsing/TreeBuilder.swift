/// Makes a `MarkdownTree` out of cmark's: flat, with the extensions, text in one arena and positions in
/// the source. Walks with explicit state, so depth costs nothing.
struct TreeBuilder {
  let extensions: MarkdownExtensions
  let preparation: Preparation
  /// What the nodes that are being read were parsed from.
  var prepared: PreparedText
  var anchors: HeadingAnchors

  var nodes: [MarkdownNode] = []
  var text: [UInt8] = []
  var textPieces: [TextPiece] = []
  var links: [MarkdownTree.Link] = []
  var wikilinks: [MarkdownTree.Wikilink] = []
  var citations: [MarkdownTree.CitationMark] = []
  var headings: [MarkdownTree.Heading] = []
  var codeBlocks: [MarkdownTree.CodeBlock] = []
  var lists: [MarkdownTree.ListStart] = []
  var footnotes: [MarkdownTree.Footnote] = []
  var footnoteReferences: [MarkdownTree.FootnoteReference] = []
  var callouts: [MarkdownTree.Callout] = []

  /// The nodes whose children are being read, and the last child of each.
  var open: [(node: Int, lastChild: Int)] = []
  /// Offset in `prepared` behind what has been read of the current leaf block, and the block's end.
  var cursor = 0
  var leafEnd = 0
  var quoteDepth = 0
  /// Links and images around the current inline: there, marks are text.
  var linkDepth = 0
  /// Whether the next block's text must be kept apart from the last one's.
  var needsSeparator = false
  /// Inline HTML, whose literals are stored behind their block's running text.
  var pendingHTML: [(node: Int, literal: [UInt8])] = []
  /// The tables, and their cells as paragraphs of another document.
  var tables: [Int: TableSource] = [:]
  var cellText = PreparedText(capacity: 0)
  var cellNodes: [ParsedNode?] = []
  var cellLines: [Int] = []
  var lastTrim = (end: -1, trimmed: -1)
  /// How many bytes the search for lost positions may still read.
  var searchBudget: Int

  init(_ preparation: Preparation, extensions: MarkdownExtensions, anchors: HeadingAnchors) {
    self.preparation = preparation
    self.extensions = extensions
    self.anchors = anchors
    prepared = preparation.text
    let size = preparation.text.bytes.count
    searchBudget = 4 * size + 4096
    nodes.reserveCapacity(size / 24 + 16)
    text.reserveCapacity(size + size / 16)
    textPieces.reserveCapacity(size / 48 + 16)
  }

  /// Reads a whole document.
  mutating func read(_ root: ParsedNode) {
    openNode(.document, source: 0..<0)
    var first = root.firstChild
    var notes: ParsedNode?
    if !preparation.labels.isEmpty, first?.kind == .list {
      notes = first
      first = first?.next
    }
    walk(first)
    if let notes { readFootnotes(notes) }
    closeNode(sourceUpper: nil)
    numberFootnotes()
  }

  /// Reads `first` and its siblings to the last.
  mutating func walk(_ first: ParsedNode?) {
    guard var node = first else { return }
    var depth = 0
    while true {
      if enter(node) {
        if let child = node.firstChild {
          node = child
          depth += 1
          continue
        }
        leave(node)
      }
      while true {
        if let next = node.next {
          node = next
          break
        }
        guard depth > 0, let parent = node.parent else { return }
        depth -= 1
        node = parent
        leave(node)
      }
    }
  }

  /// Makes the node; true if its children are to be read and `leave` called.
  private mutating func enter(_ node: ParsedNode) -> Bool {
    guard let kind = node.kind else { return false }
    return kind.isInline ? enterInline(node, kind) : enterBlock(node, kind)
  }

  private mutating func leave(_ node: ParsedNode) {
    guard let kind = node.kind else { return }
    if kind.isInline { leaveInline(kind) } else { leaveBlock(kind) }
  }

  /// Adds a node under the innermost open one and opens it.
  mutating func openNode(_ kind: MarkdownKind, detail: UInt8 = 0, source: Range<Int>) {
    let index = addNode(kind, detail: detail, source: source)
    open.append((node: index, lastChild: -1))
  }

  /// Closes the innermost open node.
  /// - Parameter sourceUpper: where it ends in the source; nil keeps what it has.
  mutating func closeNode(sourceUpper: Int?) {
    guard let (node, _) = open.popLast() else { return }
    nodes[node].textUpper = UInt32(truncatingIfNeeded: text.count)
    if let sourceUpper {
      nodes[node].sourceUpper = max(
        nodes[node].sourceLower, UInt32(truncatingIfNeeded: sourceUpper))
    }
  }

  /// Adds a node without children under the innermost open one, with no text yet.
  @discardableResult
  mutating func addNode(_ kind: MarkdownKind, detail: UInt8 = 0, source: Range<Int>) -> Int {
    let index = nodes.count
    var parent = NodeID.none
    if let last = open.indices.last {
      parent = NodeID(open[last].node)
      let sibling = open[last].lastChild
      if sibling >= 0 {
        nodes[sibling].nextSibling = NodeID(index)
      } else {
        nodes[open[last].node].firstChild = NodeID(index)
      }
      open[last].lastChild = index
    }
    let textOffset = UInt32(truncatingIfNeeded: text.count)
    nodes.append(
      MarkdownNode(
        kind: kind, detail: detail, parent: parent, firstChild: .none, nextSibling: .none,
        textLower: textOffset, textUpper: textOffset,
        sourceLower: UInt32(truncatingIfNeeded: source.lowerBound),
        sourceUpper: UInt32(truncatingIfNeeded: source.upperBound), payload: -1))
    return index
  }

  /// The finished tree of a document whose text is `source` of the file.
  mutating func tree(source: Range<Int>) -> MarkdownTree {
    if nodes.isEmpty {
      openNode(.document, source: source)
      closeNode(sourceUpper: nil)
    }
    nodes[0].sourceLower = UInt32(truncatingIfNeeded: source.lowerBound)
    nodes[0].sourceUpper = UInt32(truncatingIfNeeded: source.upperBound)
    return MarkdownTree(
      nodes: nodes, text: text, links: links, wikilinks: wikilinks, citations: citations,
      headings: headings, codeBlocks: codeBlocks, lists: lists, footnotes: footnotes,
      footnoteReferences: footnoteReferences, callouts: callouts, textPieces: textPieces)
  }
}
