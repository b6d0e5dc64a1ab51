/// The captions of a page's pictures and tables, a layer of their own beside the running text.
struct PageCaptions {
  let tree: HTMLTree
  let furniture: PageFurniture

  /// A caption stands in a `figcaption` or `caption` element, or in one whose class says so and that
  /// holds four words or more. A credit alone is none. It belongs to the article between its title and its
  /// last paragraph; one that is said twice is kept once. O(nodes) where the page has any.
  ///
  /// `kept`: the first and last node of what is kept; `core`: the element that holds most of it.
  func text(between kept: Range<Int>, core: Int) -> PageText {
    let title = tree.nodes.firstIndex { $0.tag == .h1 } ?? kept.lowerBound
    let from = min(title, kept.lowerBound)
    let coreEnd = tree.nodes.indices.contains(core) ? Int(tree.nodes[core].end) : 0
    let until = max(kept.upperBound, coreEnd)
    let subtrees = furniture.captions.filter { $0 >= from && $0 < until }
    guard !subtrees.isEmpty else { return PageText() }
    var dropped = Array(repeating: false, count: tree.nodes.count)
    for subtree in subtrees {
      for node in subtree..<Int(tree.nodes[subtree].end) {
        dropped[node] = furniture.isNoCaption(node)
      }
    }
    var text = PageBlockBuilder.text(of: tree, within: subtrees, dropping: dropped)
    var seen: Set<String> = []
    text.blocks = text.blocks.filter { block in
      guard block.words > 0, block.linkDensity < 0.5 || block.freeWords >= 4 else { return false }
      return (block.words >= 4 || isCaptionElement(above: block)) && !isCredit(block, text)
        && seen.insert(text.string(block)).inserted
    }
    return text
  }

  /// Whether the block is at most eight words that end no sentence and only say whose the picture is:
  /// they open with a label or a sign, or have a stroke between names.
  private func isCredit(_ block: PageBlock, _ text: PageText) -> Bool {
    guard block.words <= 8, !block.endsSentence else { return false }
    let bytes = text.bytes[block.start..<block.end]
    if block.words == 1 || bytes.first == 0x40 || bytes.first == 0x28 { return true }
    if bytes.contains(0x2F) || bytes.starts(with: [0xC2, 0xA9]) { return true }
    let first = WordHash.phrase(String(decoding: bytes.prefix(64), as: UTF8.self)).first
    return first.map(Self.labels.contains) ?? false
  }

  private static let labels = Set(
    """
    photo photos photograph picture image images credit credits courtesy illustration getty reuters \
    ap afp foto fotos bild crédit crédits фото фотография fotoğraf լուսանկար صورة عکس
    """.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })

  private func isCaptionElement(above block: PageBlock) -> Bool {
    var at = block.first
    for _ in 0..<16 where at >= 0 {
      if tree.nodes[at].tag == .figcaption || tree.nodes[at].tag == .caption { return true }
      at = Int(tree.nodes[at].parent)
    }
    return false
  }
}
