/// Which nodes of a page cannot be part of its article, by element, attribute, role and class words.
struct PageFurniture {
  private let tree: HTMLTree
  /// By node: itself or an ancestor is furniture.
  private(set) var dropped: [Bool]
  /// By element: what its class, id and role say.
  private(set) var words: [ClassWords]
  /// The outermost elements that hold the caption of a picture or table, in order of the page. They are
  /// dropped from the running text.
  private(set) var captions: [Int] = []
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

  /// Whether a node is no part even of the caption that holds it: hidden, or a button beside it.
  func isNoCaption(_ node: Int) -> Bool {
    guard tree.nodes[node].tag != .text else { return false }
    return isHidden(node) || words[node].contains(.hidden) || words[node].contains(.furniture)
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
      case .aside: if share < 35 { dropped[index] = true }
      case .form:
        if share < 35 {
          dropped[index] = true
          dropBox(around: index)
        }
      case .figcaption, .caption:
        dropped[index] = true
        captions.append(index)
        continue
      default: break
      }
      let found = words[index]
      if found.contains(.hidden), share < 20 { dropped[index] = true }
      if found.contains(.furniture), !found.contains(.body), share < 35 { dropped[index] = true }
      if found.contains(.caption) || found.contains(.particulars), !found.contains(.body),
        share < 15
      {
        let isCaption = found.isDisjoint(with: [.furniture, .hidden, .particulars])
        if !dropped[index], isCaption { captions.append(index) }
        dropped[index] = true
      }
    }
  }

  /// A form's field and button are gone; what invites to fill it in goes as well: the element around
  /// the form, and the one around that, if they hold at most 400 bytes of prose, a tenth of the page's,
  /// and no `h1`.
  private mutating func dropBox(around form: Int) {
    let total = max(mass[tree.nodes.count], 1)
    var box = form
    for _ in 0..<2 {
      let parent = Int(tree.nodes[box].parent)
      guard parent >= 0, !dropped[parent] else { break }
      switch tree.nodes[parent].tag {
      case .div, .section, .p, .aside, .span, .li, .td, .fieldset, .center: break
      default: return
      }
      let size = Int(tree.nodes[parent].end) - parent
      guard mass(of: parent) <= 400, mass(of: parent) * 10 <= total, size <= 60,
        words[parent].isDisjoint(with: [.body, .article]),
        !(parent..<parent + size).contains(where: { tree.nodes[$0].tag == .h1 })
      else { return }
      for node in parent..<parent + size { dropped[node] = true }
      box = parent
    }
  }
}
