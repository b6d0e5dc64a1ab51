/// Finds teasers: a lone paragraph beside a link, in an element of a kind that holds three or more
/// such pairs on the page. They read as prose and would outweigh a short article.
enum PageTeasers {
  /// The most words of a teaser.
  private static let longest = 100
  /// How far the element that holds a link and its paragraph is above the paragraph.
  private static let reach = 4

  /// Marks them. O(nodes + blocks).
  static func mark(_ text: inout PageText, in tree: HTMLTree, _ furniture: PageFurniture) {
    let prose = BlockSums(text.blocks, tree) { $0.isProse ? 1 : 0 }
    let links = BlockSums(text.blocks, tree) { $0.linkDensity >= 0.5 && $0.words >= 3 ? 1 : 0 }
    var candidates: [(block: Int, tag: HTMLTag)] = []
    for index in text.blocks.indices where text.blocks[index].isProse {
      let block = text.blocks[index]
      guard block.words < longest else { continue }
      var holder = block.node
      for _ in 0..<reach {
        let parent = Int(tree.nodes[holder].parent)
        guard parent >= 0, prose.sum(of: parent, tree) == 1 else { break }
        holder = parent
      }
      if holder != block.node, links.sum(of: holder, tree) > 0,
        !furniture.words[holder].contains(.body)
      {
        candidates.append((index, tree.nodes[holder].tag))
      }
    }
    var counts = [Int](repeating: 0, count: HTMLTag.allCases.count)
    for candidate in candidates { counts[Int(candidate.tag.rawValue)] += 1 }
    for candidate in candidates where counts[Int(candidate.tag.rawValue)] >= 3 {
      text.blocks[candidate.block].isTeaser = true
    }
  }
}

/// Sums over the blocks below any node.
struct BlockSums {
  private var before: [Int]

  /// O(nodes + blocks).
  init(_ blocks: [PageBlock], _ tree: HTMLTree, _ value: (PageBlock) -> Int) {
    before = Array(repeating: 0, count: tree.nodes.count + 1)
    for block in blocks { before[block.first + 1] += value(block) }
    for index in 1..<before.count { before[index] += before[index - 1] }
  }

  /// O(1).
  func sum(of node: Int, _ tree: HTMLTree) -> Int {
    before[Int(tree.nodes[node].end)] - before[node]
  }
}
