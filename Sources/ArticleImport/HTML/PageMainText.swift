/// Chooses the part of a page that is its article, and of it the blocks that are its text.
struct PageMainText {
  private let tree: HTMLTree
  private let text: PageText
  private let furniture: PageFurniture
  /// The element that holds the article.
  private(set) var top = 0

  init(tree: HTMLTree, text: PageText, furniture: PageFurniture) {
    self.tree = tree
    self.text = text
    self.furniture = furniture
    top = chooseTop()
  }

  /// What a block adds to the element that holds it: running text its length, everything else a loss.
  static func value(_ block: PageBlock, _ tag: HTMLTag) -> Int {
    if block.isProse { return block.length - block.linked }
    if tag.headingLevel != nil { return 0 }
    if block.linkDensity >= 0.5 { return -20 - block.linked / 2 }
    // A short paragraph among long ones is speech; a short block elsewhere is a label.
    if tag == .p, block.endsSentence { return block.length / 2 }
    return -15
  }

  /// The element with the greatest value; within it, the smallest that keeps nearly all of it.
  private func chooseTop() -> Int {
    guard !tree.nodes.isEmpty else { return 0 }
    var value = [Int](repeating: 0, count: tree.nodes.count + 1)
    for block in text.blocks { value[block.first + 1] += Self.value(block, tree.nodes[block.node].tag) }
    for index in 1..<value.count { value[index] += value[index - 1] }
    var best = 0
    var bestScore = Int.min
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      guard node.tag.isBlock, !furniture.dropped[index] else { continue }
      var score = value[Int(node.end)] - value[index]
      if score > 0 {
        if furniture.words[index].contains(.body) { score += score / 4 }
        if node.tag == .article { score += score / 10 }
      }
      // Deeper elements come later, so that equals go to the inner one.
      if score >= bestScore {
        best = index
        bestScore = score
      }
    }
    return best
  }

  /// The blocks that are the article's text, as indices.
  func kept() -> [Int] {
    let end = Int(tree.nodes[top].end)
    let inside = text.blocks.indices.filter { text.blocks[$0].first >= top && text.blocks[$0].first < end }
    var kept: [Int] = []
    for index in inside where keeps(index) { kept.append(index) }
    return withoutBareHeadings(kept)
  }

  func keeps(_ index: Int) -> Bool {
    let block = text.blocks[index]
    let tag = tree.nodes[block.node].tag
    if tag == .h1 { return false }
    if tag.headingLevel != nil { return block.linkDensity < 0.5 }
    if block.isProse { return true }
    if block.linkDensity >= 0.5 { return false }
    switch tag {
    case .p, .li, .blockquote, .dd, .dt, .pre: return true
    case .td, .th: return true
    default: return block.endsSentence && block.freeWords >= 3
    }
  }

  /// Headings with no text before the next one of their level, or at the end, head nothing.
  private func withoutBareHeadings(_ kept: [Int]) -> [Int] {
    var result: [Int] = []
    for index in kept.reversed() {
      let level = tree.nodes[text.blocks[index].node].tag.headingLevel
      if let level {
        guard let next = result.last else { continue }
        let following = tree.nodes[text.blocks[next].node].tag.headingLevel
        if let following, following <= level { continue }
      }
      result.append(index)
    }
    return result.reversed()
  }
}
