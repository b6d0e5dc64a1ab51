/// A page as a flat list of nodes in document order: a node's subtree is the nodes from it to its
/// `end`, so that every walk is a loop.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    var tag: HTMLTag
    /// The index of the parent; -1 for the root.
    var parent: Int32
    /// Behind the last node of the subtree.
    var end: Int32
    /// For text its bytes in `text`, for elements its entries in `attributes`.
    var lower: Int32
    var upper: Int32
    /// For text its bytes in the decoded page; a text made by the parser has none.
    var sourceLower: Int32 = 0
    var sourceUpper: Int32 = 0
  }

  struct Attribute: Sendable {
    let name: HTMLAttribute
    /// Its value in `text`. Of `class` and `id` together what their words say, as the raw value of
    /// `ClassWords`; of an `a`'s `href` its bytes in the decoded page.
    let lower: Int32
    let upper: Int32
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// Texts and attribute values with their character references resolved, as UTF-8.
  var text: [UInt8] = []

  /// The bytes of an attribute's value; nil when the element has no such attribute. O(attributes).
  func value(_ name: HTMLAttribute, of node: Int) -> ArraySlice<UInt8>? {
    let entry = nodes[node]
    guard entry.tag != .text else { return nil }
    for index in Int(entry.lower)..<Int(entry.upper) where attributes[index].name == name {
      return text[Int(attributes[index].lower)..<Int(attributes[index].upper)]
    }
    return nil
  }

  /// The bytes of an `a`'s address in the decoded page. O(attributes).
  func address(of node: Int) -> Range<Int>? {
    let entry = nodes[node]
    guard entry.tag == .a else { return nil }
    for index in Int(entry.lower)..<Int(entry.upper) where attributes[index].name == .href {
      return Int(attributes[index].lower)..<Int(attributes[index].upper)
    }
    return nil
  }

  func string(_ name: HTMLAttribute, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All text below a node with white space folded. O(subtree).
  func text(of node: Int) -> String {
    var bytes: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
      bytes.append(contentsOf: text[Int(nodes[index].lower)..<Int(nodes[index].upper)])
    }
    return String(decoding: CleanText.folded(bytes, 0, bytes.count), as: UTF8.self)
  }

  mutating func appendElement(_ tag: HTMLTag, parent: Int32) -> Int32 {
    let here = Int32(attributes.count)
    nodes.append(Node(tag: tag, parent: parent, end: 0, lower: here, upper: here))
    return Int32(nodes.count - 1)
  }

  /// Sets every node's `end` from the parents. O(nodes).
  mutating func closeSubtrees() {
    for index in nodes.indices { nodes[index].end = Int32(index + 1) }
    for index in nodes.indices.reversed() where nodes[index].parent >= 0 {
      let parent = Int(nodes[index].parent)
      nodes[parent].end = max(nodes[parent].end, nodes[index].end)
    }
  }
}
