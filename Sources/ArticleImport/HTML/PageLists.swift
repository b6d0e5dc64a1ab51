internal import DossierModel

/// Where the items of a page's lists stand.
struct PageLists {
  let tree: HTMLTree
  /// By `li`, `dt` and `dd` element its place among those of its list; made when first asked.
  private var numbers: [Int32] = []

  init(tree: HTMLTree) { self.tree = tree }

  /// The place of an item. O(depth), and once O(nodes).
  mutating func place(of item: Int) -> Article.Paragraph.ListPlace {
    if numbers.isEmpty { count() }
    let list = Int(tree.nodes[item].parent)
    var depth = 0
    var at = list
    while at >= 0 {
      if tree.nodes[at].tag.isList { depth += 1 }
      at = Int(tree.nodes[at].parent)
    }
    return Article.Paragraph.ListPlace(
      list: max(list, 0), isOrdered: list >= 0 && tree.nodes[list].tag == .ol,
      depth: max(depth, 1), number: Int(numbers[item]))
  }

  private mutating func count() {
    numbers = Array(repeating: 0, count: tree.nodes.count)
    var last = numbers
    for index in tree.nodes.indices where tree.nodes[index].tag.isItem {
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0 else { continue }
      last[parent] += 1
      numbers[index] = last[parent]
    }
  }
}

extension HTMLTag {
  fileprivate var isList: Bool { self == .ul || self == .ol || self == .dl || self == .menu }
  fileprivate var isItem: Bool { self == .li || self == .dt || self == .dd }
}
