internal import CGumbo

/// Owns a tree of libgumbo, the only use of that library; its memory is freed when the owner goes.
///
/// The tree points into the bytes it was made of, so an owner must not outlive them: `HTMLTree.parse`
/// is the only one who makes one.
@safe struct GumboDocument: ~Copyable {
  private let arena: UnsafeMutablePointer<GumboArena>
  private let output: UnsafeMutablePointer<GumboOutput>
  private let start: UnsafePointer<CChar>
  private let count: Int

  /// nil when the library gives no tree.
  init?(_ bytes: UnsafeBufferPointer<CChar>) {
    guard let start = bytes.baseAddress else { return nil }
    var options = unsafe kGumboDefaultOptions
    // Errors are not asked for, and recording them would cost as much as the tree.
    unsafe options.max_errors = 0
    let arena = UnsafeMutablePointer<GumboArena>.allocate(capacity: 1)
    unsafe arena.initialize(to: GumboArena())
    unsafe options.userdata = UnsafeMutableRawPointer(arena)
    unsafe options.allocator = { arena, size in
      unsafe arena?.assumingMemoryBound(to: GumboArena.self).pointee.allocate(size)
    }
    unsafe options.deallocator = { _, _ in }
    guard let output = unsafe gumbo_parse_with_options(&options, start, bytes.count) else {
      unsafe Self.free(arena)
      return nil
    }
    unsafe self.arena = arena
    unsafe self.output = output
    unsafe self.start = start
    count = bytes.count
  }

  deinit { unsafe Self.free(arena) }

  private static func free(_ arena: UnsafeMutablePointer<GumboArena>) {
    unsafe arena.pointee.free()
    unsafe arena.deinitialize(count: 1)
    unsafe arena.deallocate()
  }

  /// The flat copy of the tree. O(nodes), no recursion.
  func tree() -> HTMLTree {
    var tree = HTMLTree()
    tree.text.reserveCapacity(count)
    guard let root = unsafe output.pointee.root else { return tree }
    var tags = [HTMLTag?](repeating: nil, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    var stack = unsafe [(node: UnsafeMutablePointer<GumboNode>, parent: Int32)]()
    unsafe stack.append((root, -1))
    while let entry = unsafe stack.popLast() {
      switch unsafe entry.node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = unsafe entry.node.pointee.v.element
        let raw = unsafe min(Int(element.tag.rawValue), tags.count - 1)
        let tag: HTMLTag
        if let known = tags[raw] {
          tag = known
        } else {
          tag = unsafe HTMLTag.named(String(cString: gumbo_normalized_tagname(element.tag)))
          tags[raw] = tag
        }
        let index = unsafe tree.appendElement(tag, parent: entry.parent)
        unsafe copyAttributes(element, index, &tree)
        let children = unsafe element.children
        var child = unsafe Int(children.length)
        while child > 0 {
          child -= 1
          if let pointer = unsafe children.data[child] {
            unsafe stack.append((pointer.assumingMemoryBound(to: GumboNode.self), index))
          }
        }
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        unsafe copyText(entry.node.pointee.v.text, entry.parent, &tree)
      default: break
      }
    }
    tree.closeSubtrees()
    return tree
  }

  private func copyText(_ text: GumboText, _ parent: Int32, _ tree: inout HTMLTree) {
    guard let characters = unsafe text.text else { return }
    let lower = Int32(tree.text.count)
    unsafe append(characters, to: &tree)
    var node = HTMLTree.Node(
      tag: .text, parent: parent, end: 0, lower: lower, upper: Int32(tree.text.count))
    if let data = unsafe text.original_text.data {
      let offset = unsafe data - start
      if offset >= 0, offset <= count {
        node.sourceLower = Int32(offset)
        node.sourceUpper = unsafe Int32(min(offset + text.original_text.length, count))
      }
    }
    tree.nodes.append(node)
  }

  private func copyAttributes(_ element: GumboElement, _ index: Int32, _ tree: inout HTMLTree) {
    let list = unsafe element.attributes
    for position in unsafe 0..<Int(list.length) {
      guard let pointer = unsafe list.data[position]?.assumingMemoryBound(to: GumboAttribute.self),
        let name = unsafe pointer.pointee.name, let value = unsafe pointer.pointee.value
      else { continue }
      let length = unsafe Self.length(name)
      let nameBytes = unsafe UnsafeRawBufferPointer(start: name, count: length)
      let copy = unsafe [UInt8](nameBytes)
      guard let attribute = HTMLAttribute.named(copy, copy.indices) else { continue }
      let lower = Int32(tree.text.count)
      unsafe append(value, to: &tree)
      tree.attributes.append(
        HTMLTree.Attribute(name: attribute, lower: lower, upper: Int32(tree.text.count)))
    }
    tree.nodes[Int(index)].upper = Int32(tree.attributes.count)
  }

  private static func length(_ text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while unsafe text[length] != 0 { length += 1 }
    return length
  }

  private func append(_ text: UnsafePointer<CChar>, to tree: inout HTMLTree) {
    let length = unsafe Self.length(text)
    unsafe tree.text.append(contentsOf: UnsafeRawBufferPointer(start: text, count: length))
  }
}

extension HTMLTree {
  /// Parses a page that `HTMLPreScan` has bounded. O(n × depth), 30 MB/s of what the scan leaves.
  static func parse(_ slim: [UInt8]) -> HTMLTree {
    unsafe slim.withUnsafeBytes { bytes in
      let characters = unsafe bytes.bindMemory(to: CChar.self)
      guard let document = unsafe GumboDocument(characters) else { return HTMLTree() }
      return document.tree()
    }
  }
}
