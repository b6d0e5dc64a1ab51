extension TreeBuilder {
  /// GitHub's five types, in the order of a callout node's `detail`.
  static let calloutTypes = ["note", "tip", "important", "warning", "caution"]

  /// The type and title of a block quote that begins with `[!type] title`, whose line is taken out of
  /// it; nil for an ordinary block quote.
  mutating func takeCallout(from quote: ParsedNode) -> (type: Int, title: String)? {
    guard extensions.contains(.callouts), let paragraph = quote.firstChild,
      paragraph.kind == .paragraph, let first = paragraph.firstChild, first.kind == .text,
      let (type, rest) = calloutMark(first.literal)
    else { return nil }
    var title = rest
    var taken = [first]
    var node = first.next
    while let current = node {
      taken.append(current)
      if current.kind == .softBreak || current.kind == .hardBreak { break }
      appendWords(of: current, to: &title)
      node = current.next
    }
    for node in taken { node.remove() }
    if paragraph.firstChild == nil { paragraph.remove() }
    return (type, restoredString(title).trimmedBlanks)
  }

  /// The index of the type in `[!type]` and what follows it.
  private func calloutMark(_ literal: [UInt8]) -> (type: Int, rest: [UInt8])? {
    guard literal.starts(with: "[!".utf8), literal.count < 10_000,
      let close = literal.prefix(16).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let name = String(decoding: literal[2..<close], as: UTF8.self).lowercased()
    guard let type = Self.calloutTypes.firstIndex(of: name) else { return nil }
    return (type, Array(literal[(close + 1)...]))
  }

  /// Appends the words of an inline and of what is below it.
  private func appendWords(of top: ParsedNode, to words: inout [UInt8]) {
    var node = top
    while true {
      switch node.kind {
      case .text, .code: words += node.literal
      case .softBreak, .hardBreak: words.append(0x20)
      default: break
      }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != top, node.next == nil, let parent = node.parent { node = parent }
      guard node != top, let next = node.next else { return }
      node = next
    }
  }

  /// Opens the node of a block quote, a callout if it is one.
  mutating func openQuote(_ node: ParsedNode) {
    let source = sourceRange(of: node)
    if let (type, title) = takeCallout(from: node) {
      openNode(.callout, detail: UInt8(truncatingIfNeeded: type), source: source)
      nodes[nodes.count - 1].payload = Int32(truncatingIfNeeded: callouts.count)
      callouts.append(
        .init(node: NodeID(nodes.count - 1), type: Self.calloutTypes[type], title: title))
    } else {
      openNode(.blockQuote, source: source)
    }
    quoteDepth += 1
  }
}

extension String {
  fileprivate var trimmedBlanks: String {
    let bytes = utf8.drop(while: TreeBuilder.isSpace)
    guard let last = bytes.lastIndex(where: { !TreeBuilder.isSpace($0) }) else { return "" }
    return String(decoding: bytes[...last], as: UTF8.self)
  }
}
