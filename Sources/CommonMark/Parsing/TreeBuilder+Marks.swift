extension TreeBuilder {
  /// Adds the node of a mark, or its source as text inside a link.
  mutating func addMark(_ mark: InlineMark) {
    guard linkDepth == 0 else { return addSourceText(mark.range) }
    switch mark.kind {
    case .wikilink: addWikilink(mark.range)
    case .citation: addCitation(mark.range)
    case .footnoteReference: addFootnoteReference(mark.range)
    case .literal: addSourceText(mark.range)
    }
  }

  private mutating func addWikilink(_ range: Range<Int>) {
    let source = preparation.source
    let inside = (range.lowerBound + 2)..<(range.upperBound - 2)
    let bar = source[inside].firstIndex(of: UInt8(ascii: "|"))
    var target = inside.lowerBound..<(bar ?? inside.upperBound)
    // In a table, other readers need `\|`.
    if bar != nil, source[target].last == UInt8(ascii: "\\") {
      target = target.lowerBound..<(target.upperBound - 1)
    }
    let hash = source[target].firstIndex(of: UInt8(ascii: "#"))
    let page = trimmed(target.lowerBound..<(hash ?? target.upperBound))
    let heading = hash.map { trimmed(($0 + 1)..<target.upperBound) }
    let written = bar.map { trimmed(($0 + 1)..<inside.upperBound) }
    let hasHeading = heading.map { !$0.isEmpty } ?? false
    guard !page.isEmpty || hasHeading else { return addSourceText(range) }
    var label = trimmed(target)
    if let written, !written.isEmpty { label = written }

    let index = addNode(.wikilink, source: range)
    recordPiece(at: text.count, source: label.lowerBound)
    text.append(contentsOf: source[label])
    nodes[index].textUpper = UInt32(truncatingIfNeeded: text.count)
    nodes[index].payload = Int32(truncatingIfNeeded: wikilinks.count)
    wikilinks.append(
      .init(
        node: NodeID(index), page: string(page),
        heading: hasHeading ? heading.map { string($0) } : nil,
        hasLabel: written.map { !$0.isEmpty } ?? false))
  }

  private mutating func addCitation(_ range: Range<Int>) {
    let source = preparation.source
    let inside = (range.lowerBound + 2)..<(range.upperBound - 1)
    let end = source[inside].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? inside.upperBound
    let index = addNode(.citation, source: range)
    nodes[index].payload = Int32(truncatingIfNeeded: citations.count)
    citations.append(
      .init(
        node: NodeID(index), key: string(inside.lowerBound..<end),
        rest: string(trimmed(end..<inside.upperBound))))
  }

  private mutating func addFootnoteReference(_ range: Range<Int>) {
    let label = Preparation.label(
      preparation.source[(range.lowerBound + 2)..<(range.upperBound - 1)])
    guard let footnote = preparation.definition(labelled: label) else {
      return addSourceText(range)
    }
    let index = addNode(.footnoteReference, source: range)
    nodes[index].payload = Int32(truncatingIfNeeded: footnoteReferences.count)
    footnoteReferences.append(
      .init(node: NodeID(index), footnote: footnote, occurrence: 0))
  }

  /// `range` of the source without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, Self.isSpace(preparation.source[lower]) { lower += 1 }
    while upper > lower, Self.isSpace(preparation.source[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: preparation.source[range], as: UTF8.self)
  }

  /// Appends a literal to the text, with what stood for its placeholders.
  mutating func appendRestored(_ literal: UnsafeBufferPointer<UInt8>) {
    if preparation.marks.isEmpty {
      unsafe text.append(contentsOf: literal)
    } else {
      unsafe text.append(contentsOf: restored(Array(literal)))
    }
  }

  /// A string of cmark's, with what stood for its placeholders.
  func restoredString(_ bytes: [UInt8]) -> String {
    String(decoding: preparation.marks.isEmpty ? bytes : restored(bytes), as: UTF8.self)
  }

  /// `bytes` with the sources of its placeholders in their place.
  func restored(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0xEF) else { return bytes }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var result: [UInt8] = []
      var index = 0
      while let (range, number) = unsafe InlineMark.findPlaceholder(in: buffer, from: index),
        number < preparation.marks.count
      {
        unsafe result.append(contentsOf: buffer[index..<range.lowerBound])
        result.append(contentsOf: preparation.source[preparation.marks[number].range])
        index = range.upperBound
      }
      unsafe result.append(contentsOf: buffer[index...])
      return result
    }
  }
}
