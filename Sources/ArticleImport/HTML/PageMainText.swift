/// Chooses the part of a page that is its article, and of it the blocks that are its text.
///
/// By structure and density, not by site: running text gains an element its length, links and labels
/// cost, and the element with the greatest sum holds the article.
struct PageMainText {
  /// A block that is kept.
  struct Kept: Sendable {
    let block: Int
    /// Whether it stands between title and text: a standfirst.
    var isStandfirst: Bool
  }

  private let tree: HTMLTree
  private let text: PageText
  private let furniture: PageFurniture
  /// The element that holds the article.
  private(set) var top = 0
  /// The smallest element within `top` that holds seven tenths of its running text: outside it less
  /// is believed.
  private(set) var core = 0

  /// O(nodes + blocks). Teasers must be marked.
  init(tree: HTMLTree, text: PageText, furniture: PageFurniture) {
    self.tree = tree
    self.text = text
    self.furniture = furniture
    guard !tree.nodes.isEmpty else { return }
    top = chooseTop()
    core = chooseCore()
  }

  /// What a block adds to the element that holds it.
  private func value(_ block: PageBlock) -> Int {
    if block.isTeaser { return -25 }
    if block.isProse { return block.length - block.linked }
    let tag = tree.nodes[block.node].tag
    if tag.headingLevel != nil { return 0 }
    if block.linkDensity >= 0.5 { return -20 - block.linked / 2 }
    // A short paragraph among long ones is speech; a short block elsewhere is a label.
    if tag == .p, block.endsSentence { return block.length / 2 }
    return -15
  }

  /// The element with the greatest value; the inner one of equals; then up to an element that is named
  /// the text, if it holds at most twice as much.
  private func chooseTop() -> Int {
    let values = BlockSums(text.blocks, tree, value)
    var best = 0
    var bestScore = Int.min
    for index in tree.nodes.indices {
      guard tree.nodes[index].tag.isBlock, !furniture.dropped[index] else { continue }
      var score = values.sum(of: index, tree)
      if score > 0 {
        if furniture.words[index].contains(.body) { score += score / 4 }
        if tree.nodes[index].tag == .article { score += score / 10 }
      }
      if score >= bestScore {
        best = index
        bestScore = score
      }
    }
    let mass = BlockSums(text.blocks, tree) { $0.length - $0.linked }
    var ancestor = best
    while ancestor >= 0, tree.nodes[ancestor].tag != .body, tree.nodes[ancestor].tag != .html {
      if furniture.words[ancestor].contains(.body) {
        return mass.sum(of: ancestor, tree) <= 2 * mass.sum(of: best, tree) ? ancestor : best
      }
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    return best
  }

  private func chooseCore() -> Int {
    if furniture.words[top].contains(.body) { return top }
    let mass = BlockSums(text.blocks, tree) {
      $0.isProse && !$0.isTeaser ? $0.length - $0.linked : 0
    }
    let total = mass.sum(of: top, tree)
    var core = top
    var index = top + 1
    while index < Int(tree.nodes[top].end) {
      if tree.nodes[index].tag != .text, mass.sum(of: index, tree) * 10 >= total * 7 {
        core = index
        index += 1
      } else {
        index = Int(tree.nodes[index].end)
      }
    }
    return core
  }

  private func isInCore(_ block: PageBlock) -> Bool {
    block.first >= core && block.first < Int(tree.nodes[core].end)
  }

  /// The blocks that are the article's text, in order.
  func kept() -> [Kept] {
    guard !tree.nodes.isEmpty else { return [] }
    let end = Int(tree.nodes[top].end)
    let inside = text.blocks.filter { $0.first >= top && $0.first < end }
    let proseNodes = Set(inside.lazy.filter(\.isProse).map(\.node))
    let titles = PageTitleKeys(of: tree)
    let firstProse = inside.firstIndex { $0.isProse && isInCore($0) } ?? 0
    let offset = text.blocks.firstIndex { $0.first >= top } ?? 0
    var kept: [Kept] = []
    var prose = 0
    for (position, block) in inside.enumerated() {
      guard block.words > 0, !block.isTeaser, tree.nodes[block.node].tag != .h1,
        !titles.contains(text.bytes, block.start..<block.end),
        text.bytes[block.start] != 0x3C
      else { continue }
      let isBefore = position < firstProse || prose == 0
      guard keeps(block, isBefore: isBefore, isMate: proseNodes.contains(block.node)) else {
        continue
      }
      let isStandfirst = isBefore && standsBetweenTitleAndText(block)
      kept.append(Kept(block: offset + position, isStandfirst: isStandfirst))
      if block.isProse, !isStandfirst { prose += 1 }
    }
    return withoutBareHeadings(kept)
  }

  /// `isMate`: running text stands in the same element.
  private func keeps(_ block: PageBlock, isBefore: Bool, isMate: Bool) -> Bool {
    let tag = tree.nodes[block.node].tag
    let isInCore = isInCore(block)
    if !isInCore, ConsentWords.isNotice(text.bytes, block.start..<block.end) { return false }
    if block.words <= 35, SignUpWords.isInvitation(text.bytes, block.start..<block.end) {
      return false
    }
    if tag.headingLevel != nil {
      return block.linkDensity < 0.5 && (isInCore || !isBefore || block.isProse)
    }
    if block.isProse { return true }
    if block.linkDensity >= 0.5 { return false }
    guard isInCore else { return tag == .p && block.endsSentence }
    switch tag {
    case .p, .li, .blockquote, .dd, .dt, .pre, .td, .th: return true
    default: return (block.endsSentence || isMate) && block.freeWords >= 3
    }
  }

  /// Whether the block, or an element around it and within the article, is a header or is named a
  /// standfirst.
  private func standsBetweenTitleAndText(_ block: PageBlock) -> Bool {
    var at = block.node
    while at >= 0, at != top {
      // An element around the core is no part of its head.
      if at < core, core < Int(tree.nodes[at].end) { return false }
      if tree.nodes[at].tag == .header || furniture.words[at].contains(.standfirst) { return true }
      at = Int(tree.nodes[at].parent)
    }
    return false
  }

  /// Headings with no text before the next one of their level, or at the end, head nothing.
  private func withoutBareHeadings(_ kept: [Kept]) -> [Kept] {
    var result: [Kept] = []
    for entry in kept.reversed() {
      if !entry.isStandfirst,
        let level = tree.nodes[text.blocks[entry.block].node].tag.headingLevel
      {
        guard let next = result.last else { continue }
        let following = tree.nodes[text.blocks[next.block].node].tag.headingLevel
        if let following, following <= level { continue }
      }
      result.append(entry)
    }
    // Before the text, only running text is a standfirst.
    return result.reversed().filter { !$0.isStandfirst || text.blocks[$0.block].isProse }
  }
}
