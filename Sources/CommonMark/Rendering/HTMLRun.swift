/// One rendering of a run of blocks: the walk, and what must be remembered on the way.
struct HTMLRun {
  let tree: MarkdownTree
  let spans: [TextSpan]
  let anchors: Bool
  /// Raw HTML and unsafe addresses pass: conformance tests only.
  let passesAll: Bool

  /// The first span that is not behind us.
  var nextSpan = 0
  /// The span we are in; it is not open while something stands in it that cannot be in a link.
  var span: TextSpan?
  var isSpanOpen = false
  /// `inlineDepth` where the span was opened.
  var spanDepth = 0
  var inlineDepth = 0
  /// Inside a link there is no other link; `isLinkWritten` says whether it has a tag at all.
  var isInLink = false
  var isLinkWritten = false

  init(tree: MarkdownTree, spans: [TextSpan], anchors: Bool, passesAll: Bool) {
    self.tree = tree
    self.spans = spans
    self.anchors = anchors
    self.passesAll = passesAll
  }

  mutating func render(
    from first: NodeID?, upTo end: NodeID?, writer: inout some MarkdownLinkWriter,
    into output: inout [UInt8]
  ) {
    guard var id = first, id != end else { return }
    seekSpan(from: Int(tree[id].textLower))
    let parent = tree[id].parent
    while true {
      if enter(id, writer: &writer, into: &output) {
        if let child = tree.firstChild(of: id) {
          id = child
          continue
        }
        leave(id, into: &output)
      }
      while true {
        if let next = tree.nextSibling(of: id) {
          if next == end { return }
          id = next
          break
        }
        guard tree[id].parent != parent, let container = tree.parent(of: id) else { return }
        id = container
        leave(id, into: &output)
      }
    }
  }

  /// Writes the start of a node; true if its children are to be written and `leave` called.
  private mutating func enter(
    _ id: NodeID, writer: inout some MarkdownLinkWriter, into output: inout [UInt8]
  ) -> Bool {
    let node = tree[id]
    switch node.kind {
    case .text:
      writeText(node.text, writer: &writer, into: &output)
      return false
    case .softBreak:
      output.append(0x0A)
      return false
    case .hardBreak:
      output.append(contentsOf: "<br />\n".utf8)
      return false
    case .emphasis, .strong:
      enterEmphasis(node, into: &output)
      return true
    case .code, .htmlInline, .wikilink, .citation, .footnoteReference:
      closeSpan(into: &output)
      writeInline(node, writer: &writer, into: &output)
      return false
    case .link:
      closeSpan(into: &output)
      openLink(node, writer: &writer, into: &output)
      return true
    case .image:
      closeSpan(into: &output)
      writeImage(id, writer: &writer, into: &output)
      return false
    default: return enterBlock(id, into: &output)
    }
  }

  private mutating func leave(_ id: NodeID, into output: inout [UInt8]) {
    let node = tree[id]
    switch node.kind {
    case .emphasis, .strong:
      if isSpanOpen, spanDepth == inlineDepth { closeSpan(into: &output) }
      inlineDepth -= 1
      output.append(contentsOf: (node.kind == .strong ? "</strong>" : "</em>").utf8)
    case .link:
      if isLinkWritten { output.append(contentsOf: "</a>".utf8) }
      isInLink = false
      isLinkWritten = false
    default: leaveBlock(id, into: &output)
    }
  }

  private mutating func enterEmphasis(_ node: MarkdownNode, into output: inout [UInt8]) {
    // A span that ends inside is cut at the border, so that tags nest.
    if isSpanOpen, let span, span.upper < node.textUpper { closeSpan(into: &output) }
    inlineDepth += 1
    output.append(contentsOf: (node.kind == .strong ? "<strong>" : "<em>").utf8)
  }

  // MARK: Spans

  /// Moves to the first span that ends behind `offset`.
  private mutating func seekSpan(from offset: Int) {
    var lower = 0
    var upper = spans.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if Int(spans[middle].upper) <= offset { lower = middle + 1 } else { upper = middle }
    }
    nextSpan = lower
    span = nil
  }

  /// Ends the tag of the span; the span goes on behind what follows.
  mutating func closeSpan(into output: inout [UInt8]) {
    guard isSpanOpen else { return }
    output.append(contentsOf: "</a>".utf8)
    isSpanOpen = false
  }

  private mutating func writeText(
    _ range: Range<Int>, writer: inout some MarkdownLinkWriter, into output: inout [UInt8]
  ) {
    var lower = range.lowerBound
    while lower < range.upperBound {
      if let current = span {
        let end = min(Int(current.upper), range.upperBound)
        if end > lower, !isInLink {
          if !isSpanOpen {
            writer.openSpan(current.link, into: &output)
            isSpanOpen = true
            spanDepth = inlineDepth
          }
          HTMLEscaping.append(tree.text[lower..<end], to: &output)
          lower = end
        }
        if Int(current.upper) <= lower || isInLink {
          closeSpan(into: &output)
          span = nil
        }
        continue
      }
      // A span that did not begin in text is none.
      while nextSpan < spans.count, Int(spans[nextSpan].lower) < lower { nextSpan += 1 }
      var end = range.upperBound
      if !isInLink, nextSpan < spans.count, Int(spans[nextSpan].lower) < end {
        end = Int(spans[nextSpan].lower)
        if spans[nextSpan].upper > spans[nextSpan].lower { span = spans[nextSpan] }
        nextSpan += 1
      }
      HTMLEscaping.append(tree.text[lower..<end], to: &output)
      lower = end
    }
  }
}
