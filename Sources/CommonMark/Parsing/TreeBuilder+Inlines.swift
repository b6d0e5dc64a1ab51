extension TreeBuilder {
  mutating func enterInline(_ node: ParsedNode, _ kind: MarkdownKind) -> Bool {
    switch kind {
    case .text:
      unsafe node.withLiteral { unsafe addText($0) }
      return false
    case .softBreak, .hardBreak:
      let lower = cursor
      skipLineEnding()
      addNode(kind, source: sourceRange(lower..<cursor))
      recordPiece(at: text.count, source: prepared.source(of: lower))
      text.append(0x20)
      nodes[nodes.count - 1].textUpper = UInt32(truncatingIfNeeded: text.count)
      return false
    case .code:
      unsafe node.withLiteral { unsafe addCode($0) }
      return false
    case .htmlInline:
      addInlineHTML(node)
      return false
    case .emphasis, .strong:
      let lower = cursor
      skipDelimiters(kind == .strong ? 2 : 1)
      openNode(kind, source: sourceRange(lower..<cursor))
    case .link, .image:
      openLink(node, kind)
    default: return false
    }
    return true
  }

  mutating func leaveInline(_ kind: MarkdownKind) {
    switch kind {
    case .emphasis, .strong: skipDelimiters(kind == .strong ? 2 : 1)
    case .link, .image:
      skipLinkTail()
      linkDepth -= 1
    default: break
    }
    closeNode(sourceUpper: prepared.source(of: cursor))
  }

  private mutating func openLink(_ node: ParsedNode, _ kind: MarkdownKind) {
    let lower = cursor
    skipLinkOpening(isImage: kind == .image)
    openNode(kind, source: sourceRange(lower..<cursor))
    linkDepth += 1
    let index = nodes.count - 1
    nodes[index].payload = Int32(truncatingIfNeeded: links.count)
    links.append(
      .init(
        node: NodeID(index), destination: restoredString(node.destination),
        title: restoredString(node.title)))
  }

  private mutating func addInlineHTML(_ node: ParsedNode) {
    let lower = cursor
    var literal = node.literal
    skipVerbatim(literal)
    let index = addNode(.htmlInline, source: sourceRange(lower..<cursor))
    if !preparation.marks.isEmpty { literal = restored(literal) }
    pendingHTML.append((node: index, literal: literal))
  }

  /// Adds a text literal, which may hold placeholders.
  private mutating func addText(_ literal: UnsafeBufferPointer<UInt8>) {
    var index = 0
    if !cellNodes.isEmpty, unsafe literal.starts(with: TableCells.guardBytes) {
      index = TableCells.guardBytes.count
    }
    if !preparation.marks.isEmpty {
      while let (range, number) = unsafe InlineMark.findPlaceholder(in: literal, from: index),
        number < preparation.marks.count
      {
        unsafe addRun(UnsafeBufferPointer(rebasing: literal[index..<range.lowerBound]))
        let start = unsafe position(of: UnsafeBufferPointer(rebasing: literal[range]))
        cursor = min(max(cursor, leafEnd), start + range.count)
        addMark(preparation.marks[number])
        index = range.upperBound
      }
    }
    unsafe addRun(UnsafeBufferPointer(rebasing: literal[index...]))
  }

  /// Adds text to the text node before it or as a new one.
  private mutating func addRun(_ literal: UnsafeBufferPointer<UInt8>) {
    guard !literal.isEmpty else { return }
    let start = unsafe position(of: literal)
    let index = textNode(source: prepared.source(of: start))
    let textStart = text.count
    unsafe text.append(contentsOf: literal)
    cursor = unsafe align(literal, at: start, textStart: textStart)
    extend(index, sourceUpper: prepared.source(of: cursor))
  }

  /// Adds bytes of the source as text: a mark where none can stand.
  mutating func addSourceText(_ range: Range<Int>) {
    let index = textNode(source: range.lowerBound)
    recordPiece(at: text.count, source: range.lowerBound)
    text.append(contentsOf: preparation.source[range])
    extend(index, sourceUpper: range.upperBound)
  }

  /// The text node to append to: the last child if it is one.
  private mutating func textNode(source: Int) -> Int {
    if let last = open.last?.lastChild, last >= 0, nodes[last].kind == .text { return last }
    return addNode(.text, source: source..<source)
  }

  private mutating func extend(_ index: Int, sourceUpper: Int) {
    nodes[index].textUpper = UInt32(truncatingIfNeeded: text.count)
    nodes[index].sourceUpper = max(
      nodes[index].sourceLower, UInt32(truncatingIfNeeded: sourceUpper))
  }

  /// Notes where running text comes from.
  mutating func recordPiece(at offset: Int, source: Int) {
    if let last = textPieces.last, Int(last.source) + offset - Int(last.text) == source { return }
    textPieces.append(
      TextPiece(
        text: UInt32(truncatingIfNeeded: offset), source: UInt32(truncatingIfNeeded: source)))
  }

  /// Source offsets of offsets in the prepared text.
  mutating func sourceRange(_ range: Range<Int>) -> Range<Int> {
    let lower = prepared.source(of: range.lowerBound)
    return lower..<max(lower, prepared.source(of: range.upperBound))
  }
}
