extension TreeBuilder {
  mutating func enterBlock(_ node: ParsedNode, _ kind: MarkdownKind) -> Bool {
    switch kind {
    case .paragraph:
      if addTable(node) { return false }
      beginLeaf(.paragraph, of: node)
    case .heading:
      beginLeaf(.heading, detail: UInt8(truncatingIfNeeded: node.headingLevel), of: node)
    case .codeBlock, .htmlBlock, .thematicBreak:
      addLiteralBlock(node, kind)
      return false
    case .blockQuote:
      separate()
      openQuote(node)
    case .list:
      separate()
      let isOrdered = node.isOrderedList
      openNode(
        .list, detail: (isOrdered ? 1 : 0) | (node.isTightList ? 2 : 0),
        source: sourceRange(of: node))
      if isOrdered {
        nodes[nodes.count - 1].payload = Int32(truncatingIfNeeded: lists.count)
        lists.append(.init(node: NodeID(nodes.count - 1), start: node.listStart))
      }
    default:
      separate()
      openNode(kind, source: sourceRange(of: node))
    }
    return true
  }

  mutating func leaveBlock(_ kind: MarkdownKind) {
    switch kind {
    case .paragraph, .heading: endLeaf()
    case .blockQuote:
      quoteDepth -= 1
      closeNode(sourceUpper: nil)
    default: closeNode(sourceUpper: nil)
    }
  }

  /// Keeps the text of the block that begins apart from what stands before it.
  mutating func separate() {
    guard needsSeparator else { return }
    needsSeparator = false
    text.append(0x0A)
  }

  /// Opens a block that holds inlines.
  private mutating func beginLeaf(_ kind: MarkdownKind, detail: UInt8 = 0, of node: ParsedNode) {
    separate()
    openNode(kind, detail: detail, source: sourceRange(of: node))
    leafEnd = kind == .heading ? headingEnd(node) : prepared.lineEnd(node.endLine)
    cursor = prepared.offset(line: node.startLine, column: node.startColumn - 1)
    linkDepth = 0
    skipBlanks()
    if kind == .heading {
      while byte(at: cursor) == UInt8(ascii: "#") { cursor += 1 }
      skipBlanks()
    }
    findFirstInline(of: node)
  }

  /// Closes a block that holds inlines.
  mutating func endLeaf() {
    guard let index = open.last?.node else { return }
    closeNode(sourceUpper: nil)
    if nodes[index].kind == .heading { addHeading(index) }
    if !nodes[index].text.isEmpty { needsSeparator = true }
    for (node, literal) in pendingHTML {
      nodes[node].textLower = UInt32(truncatingIfNeeded: text.count)
      text.append(contentsOf: literal)
      nodes[node].textUpper = UInt32(truncatingIfNeeded: text.count)
      needsSeparator = true
    }
    pendingHTML.removeAll(keepingCapacity: true)
  }

  private mutating func addHeading(_ index: Int) {
    let words = text[nodes[index].text]
    nodes[index].payload = Int32(truncatingIfNeeded: headings.count)
    headings.append(
      .init(
        node: NodeID(index), level: Int(nodes[index].detail), anchor: anchors.anchor(for: words),
        title: String(decoding: words, as: UTF8.self)))
  }

  private mutating func addLiteralBlock(_ node: ParsedNode, _ kind: MarkdownKind) {
    if kind == .htmlBlock, isSeparator(node) { return }
    separate()
    let index = addNode(kind, source: sourceRange(of: node))
    guard kind != .thematicBreak else { return }
    unsafe node.withLiteral { unsafe appendRestored($0) }
    nodes[index].textUpper = UInt32(truncatingIfNeeded: text.count)
    if !nodes[index].text.isEmpty { needsSeparator = true }
    if kind == .codeBlock {
      nodes[index].payload = Int32(truncatingIfNeeded: codeBlocks.count)
      codeBlocks.append(.init(node: NodeID(index), info: restoredString(node.info)))
    }
  }

  private func isSeparator(_ node: ParsedNode) -> Bool {
    guard !preparation.labels.isEmpty else { return false }
    return unsafe node.withLiteral { unsafe $0.starts(with: Preparation.separator) }
  }

  /// The source of a block, without line endings and blanks at its end.
  mutating func sourceRange(of node: ParsedNode) -> Range<Int> {
    let lower = prepared.offset(line: node.startLine, column: node.startColumn - 1)
    var upper =
      node.kind == .heading
      ? headingEnd(node)
      : prepared.offset(line: node.endLine, column: node.endColumn)
    upper = max(lower, trimmedEnd(upper))
    let start = prepared.source(of: lower)
    return start..<max(start, prepared.source(of: upper))
  }

  /// Where a heading ends. cmark ends it before the number signs that close it, or a line behind the
  /// line under it.
  private func headingEnd(_ node: ParsedNode) -> Int {
    let bytes = prepared.bytes
    let first = prepared.lineEnd(node.startLine)
    let start = min(first, prepared.offset(line: node.startLine, column: node.startColumn - 1))
    guard !BlockLine(bytes, text: start, end: first).isHeading(in: bytes),
      node.endLine > node.startLine
    else { return first }
    for line in (node.startLine + 1)...node.endLine {
      let end = prepared.lineEnd(line)
      let text = BlockLine(bytes, prepared.lineStart(line)..<end, quotes: quoteDepth).text
      let under = bytes[text..<end].split(whereSeparator: BlockLine.isBlank)
      if under.count == 1, let run = under.first, let byte = run.first,
        byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-"), run.allSatisfy({ $0 == byte })
      {
        return end
      }
    }
    return prepared.lineEnd(node.endLine)
  }

  /// `end` before blanks and line endings. Nested blocks end together: the last answer is kept.
  private mutating func trimmedEnd(_ end: Int) -> Int {
    if end == lastTrim.end { return lastTrim.trimmed }
    var trimmed = end
    while trimmed > 0, Self.isSpace(prepared.bytes[trimmed - 1]) { trimmed -= 1 }
    lastTrim = (end, trimmed)
    return trimmed
  }

  /// Blanks and line endings.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
