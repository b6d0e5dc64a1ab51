/// Which nodes of a page cannot be part of its article, by element, attribute, role and class words.
struct PageFurniture {
  private let tree: HTMLTree
  /// By node: itself or an ancestor is furniture.
  private(set) var dropped: [Bool]
  /// By element: what its class, id and role say.
  private(set) var words: [ClassWords]
  /// By node, bytes of text outside links in runs long enough to be prose, before it in the document.
  private var mass: [Int]

  /// A text node shorter than this is a label rather than a piece of prose.
  private static let labelBytes = 30

  /// O(nodes + attributes).
  init(_ tree: HTMLTree) {
    self.tree = tree
    dropped = Array(repeating: false, count: tree.nodes.count)
    words = Array(repeating: [], count: tree.nodes.count)
    mass = Array(repeating: 0, count: tree.nodes.count + 1)
    weigh()
    drop()
  }

  /// Bytes of prose below a node.
  func mass(of node: Int) -> Int { mass[Int(tree.nodes[node].end)] - mass[node] }

  private mutating func weigh() {
    var inLink = [Bool](repeating: false, count: tree.nodes.count)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let parent = Int(node.parent)
      if parent >= 0 {
        dropped[index] = dropped[parent]
        inLink[index] = inLink[parent]
      }
      var weight = 0
      if node.tag == .text {
        let length = Int(node.upper - node.lower)
        if !dropped[index], !inLink[index], length >= Self.labelBytes { weight = length }
      } else {
        if node.tag == .a { inLink[index] = true }
        readAttributes(index)
        if isHidden(index) { dropped[index] = true }
      }
      mass[index + 1] = mass[index] + weight
    }
  }

  private mutating func readAttributes(_ index: Int) {
    let node = tree.nodes[index]
    var found: ClassWords = []
    for at in Int(node.lower)..<Int(node.upper) {
      let attribute = tree.attributes[at]
      switch attribute.name {
      case .class:
        found.formUnion(ClassWords(rawValue: UInt16(truncatingIfNeeded: attribute.lower)))
      case .itemprop:
        let value = tree.text[Int(attribute.lower)..<Int(attribute.upper)]
        if value.elementsEqual("articleBody".utf8) { found.insert(.body) }
      case .role:
        let value = tree.text[Int(attribute.lower)..<Int(attribute.upper)]
        if Self.furnitureRoles.contains(where: { value.elementsEqual($0.utf8) }) {
          found.insert(.furniture)
        }
      default: break
      }
    }
    words[index] = found
  }

  private static let furnitureRoles = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog",
    "menu",
    "menubar", "toolbar", "tablist", "alert", "tooltip",
  ]

  private func isHidden(_ index: Int) -> Bool {
    switch tree.nodes[index].tag {
    case .head, .nav, .footer, .button, .dialog, .input, .textarea, .select, .menu, .progress:
      return true
    default: break
    }
    if tree.value(.hidden, of: index) != nil { return true }
    return tree.value(.ariaHidden, of: index)?.elementsEqual("true".utf8) ?? false
  }

  /// An element that holds most of a page's prose is no furniture, whatever it is called: themes put
  /// words such as `has-sidebar` on the whole page.
  private mutating func drop() {
    let total = max(mass[tree.nodes.count], 1)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.parent >= 0, dropped[Int(node.parent)] { dropped[index] = true }
      guard !dropped[index], node.tag != .text else { continue }
      let share = mass(of: index) * 100 / total
      switch node.tag {
      case .html, .body, .main: continue
      case .aside, .form: if share < 35 { dropped[index] = true }
      case .figcaption, .caption: dropped[index] = true
      default: break
      }
      let found = words[index]
      if found.contains(.hidden), share < 20 { dropped[index] = true }
      if found.contains(.furniture), !found.contains(.body), share < 35 { dropped[index] = true }
      if found.contains(.caption) || found.contains(.particulars), !found.contains(.body),
        share < 15
      {
        dropped[index] = true
      }
    }
  }
}
