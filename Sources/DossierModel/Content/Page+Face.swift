import CommonMark
import Diagnostics

extension Page {
  /// Whether all that other pages, lists and names may take from this page is what they may take from
  /// `other`, an earlier reading of the same file: everything but its prose, and of that its headings and,
  /// where no summary is given, its first paragraph. Compared as written, so that no property of a page can be forgotten here.
  ///
  /// What other pages take from the prose besides, they take as sentences of `Backlinks`. Whoever lets
  /// them take more must widen this. O(bytes of what is compared).
  package func hasFace(of other: Page) -> Bool {
    kind == other.kind && slug == other.slug && file.path == other.file.path
      && frontMatter.elementsEqual(other.frontMatter)
      && prose.count == other.prose.count
      && unproseBlocks.elementsEqual(other.unproseBlocks, by: ==)
      && statements.map(\.words) == other.statements.map(\.words)
      && body.headings.map(\.face) == other.body.headings.map(\.face)
      && shownHeadings == other.shownHeadings && firstParagraph == other.firstParagraph
  }

  /// Everything before the first block.
  private var frontMatter: ArraySlice<UInt8> {
    let start = body.blocks.map { body[$0].source.lowerBound }.min() ?? file.bytes.count
    return file.bytes[..<min(start, file.bytes.count)]
  }

  /// The blocks that are no prose, as written: Facts and Statements with their headings.
  private var unproseBlocks: [ArraySlice<UInt8>] {
    body.blocks.filter { block in
      body[block].kind != .footnoteDefinition && !prose.contains { $0.contains(block) }
    }.map { file.bytes[body[$0].source] }
  }

  /// Which headings stand in prose.
  private var shownHeadings: [Bool] {
    body.headings.map { heading in prose.contains { $0.contains(heading.node) } }
  }

  /// What stands in for a summary: the running text of the first paragraphs up to one with words.
  private var firstParagraph: [UInt8] {
    guard summary == nil, let first = prose.first?.first else { return [] }
    var block: NodeID? = first
    while let current = block {
      if body[current].kind == .paragraph { return Array(body.text[body[current].text]) }
      block = body.nextSibling(of: current)
    }
    return []
  }
}

extension BlockRun {
  /// Whether a node stands in the run.
  fileprivate func contains(_ node: NodeID) -> Bool {
    first <= node && end.map { node < $0 } ?? true
  }
}

extension Statement {
  /// What a reader of its words reads, wherever it stands in the file.
  fileprivate var words: [String] {
    [id ?? "", speaker.slug] + renderings.flatMap { [$0.text] + $0.citations.map(\.key) }
  }
}

extension MarkdownTree.Heading {
  fileprivate var face: [String] { [String(level), anchor, title] }
}
