internal import CGumbo
internal import Glibc

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

  /// The flat copy of the tree, with what `page` kept from the parser. O(nodes), no recursion.
  func tree(of page: SlimPage) -> HTMLTree {
    var tree = HTMLTree()
    tree.text.reserveCapacity(page.decoded.count / 8)
    guard let root = unsafe output.pointee.root else { return tree }
    var tags = [HTMLTag?](repeating: nil, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    var next = 0
    var stack = unsafe [(node: UnsafeMutablePointer<GumboNode>, parent: Int32)]()
    unsafe stack.append((root, -1))
    while let entry = unsafe stack.popLast() {
      switch unsafe entry.node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let raw = unsafe min(Int(entry.node.pointee.v.element.tag.rawValue), tags.count - 1)
        let tag: HTMLTag
        if let known = tags[raw] {
          tag = known
        } else {
          tag = unsafe HTMLTag.named(
            String(cString: gumbo_normalized_tagname(entry.node.pointee.v.element.tag)))
          tags[raw] = tag
        }
        let index = unsafe tree.appendElement(tag, parent: entry.parent)
        if let start = unsafe entry.node.pointee.v.element.original_tag.data {
          copyKept(unsafe start - self.start, page, &next, &tree)
        }
        if unsafe entry.node.pointee.v.element.attributes.length > 0 {
          unsafe copyAttributes(entry.node.pointee.v.element.attributes, &tree)
        }
        tree.nodes[Int(index)].upper = Int32(tree.attributes.count)
        let children = unsafe entry.node.pointee.v.element.children
        var child = unsafe Int(children.length)
        while child > 0 {
          child -= 1
          if let pointer = unsafe children.data[child] {
            unsafe stack.append((pointer.assumingMemoryBound(to: GumboNode.self), index))
          }
        }
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        unsafe copyText(entry.node.pointee.v.text, entry.parent, page, &tree)
      default: break
      }
    }
    tree.closeSubtrees()
    return tree
  }

  /// The text with its runs in place of what stands for them.
  private func copyText(
    _ text: GumboText, _ parent: Int32, _ page: SlimPage, _ tree: inout HTMLTree
  ) {
    guard let characters = unsafe text.text else { return }
    let lower = Int32(tree.text.count)
    var source = 0..<0
    var run = page.runs.count
    if let data = unsafe text.original_text.data {
      let offset = unsafe data - start
      if offset >= 0, offset <= count {
        let end = unsafe min(offset + text.original_text.length, count)
        run = page.run(at: offset)
        source = page.source(of: offset..<max(end, offset), from: run) ?? source
      }
    }
    var at = unsafe characters
    while let found = unsafe strchr(at, Int32(SlimPage.standIn[0])) {
      let place = unsafe UnsafePointer(found)
      unsafe append(at, place - at, to: &tree)
      while run < page.runs.count, !page.runs[run].isStoodFor { run += 1 }
      if unsafe Self.isStandIn(place), run < page.runs.count {
        let bytes = Int(page.runs[run].lower)..<Int(page.runs[run].upper)
        tree.text.append(contentsOf: page.decoded[bytes])
        run += 1
        unsafe at = place + SlimPage.standIn.count
      } else {
        unsafe append(place, 1, to: &tree)
        unsafe at = place + 1
      }
    }
    unsafe append(at, strlen(at), to: &tree)
    tree.nodes.append(
      HTMLTree.Node(
        tag: .text, parent: parent, end: 0, lower: lower, upper: Int32(tree.text.count),
        sourceLower: Int32(source.lowerBound), sourceUpper: Int32(source.upperBound)))
  }

  /// `text` ends with a zero, so that no comparison goes past it.
  private static func isStandIn(_ text: UnsafePointer<CChar>) -> Bool {
    for index in SlimPage.standIn.indices
    where unsafe UInt8(bitPattern: text[index]) != SlimPage.standIn[index] { return false }
    return true
  }

  /// The attributes that the scan kept of the tag at a place in the slim page. `next` is where the last
  /// search ended: most tags are met in their order.
  private func copyKept(_ place: Int, _ page: SlimPage, _ next: inout Int, _ tree: inout HTMLTree) {
    var index = next
    let isBehind = index > 0 && Int(page.attributes[index - 1].tag) >= place
    if isBehind || index < page.attributes.count && Int(page.attributes[index].tag) < place {
      var lower = 0
      var upper = page.attributes.count
      while lower < upper {
        let middle = (lower + upper) / 2
        if Int(page.attributes[middle].tag) < place { lower = middle + 1 } else { upper = middle }
      }
      index = lower
    }
    while index < page.attributes.count, Int(page.attributes[index].tag) == place {
      let value = page.attributes[index].value
      if value.name == .class || value.name == .href && tree.nodes.last?.tag == .a {
        tree.attributes.append(value)
      } else {
        let lower = Int32(tree.text.count)
        tree.text.append(contentsOf: page.decoded[Int(value.lower)..<Int(value.upper)])
        tree.attributes.append(
          HTMLTree.Attribute(name: value.name, lower: lower, upper: Int32(tree.text.count)))
      }
      index += 1
    }
    next = index
  }

  private func copyAttributes(_ list: GumboVector, _ tree: inout HTMLTree) {
    for position in unsafe 0..<Int(list.length) {
      guard let pointer = unsafe list.data[position]?.assumingMemoryBound(to: GumboAttribute.self),
        let name = unsafe pointer.pointee.name, let value = unsafe pointer.pointee.value
      else { continue }
      let nameBytes = unsafe UnsafeRawBufferPointer(start: name, count: strlen(name))
      let copy = unsafe [UInt8](nameBytes)
      guard let attribute = HTMLAttribute.named(copy, copy.indices) else { continue }
      if attribute == .class {
        let words = unsafe UInt16(String(cString: value)) ?? 0
        tree.attributes.append(
          HTMLTree.Attribute(name: .class, lower: Int32(words), upper: Int32(words)))
        continue
      }
      let lower = Int32(tree.text.count)
      unsafe append(value, strlen(value), to: &tree)
      tree.attributes.append(
        HTMLTree.Attribute(name: attribute, lower: lower, upper: Int32(tree.text.count)))
    }
  }

  private func append(_ text: UnsafePointer<CChar>, _ count: Int, to tree: inout HTMLTree) {
    unsafe tree.text.append(contentsOf: UnsafeRawBufferPointer(start: text, count: count))
  }
}

extension HTMLTree {
  /// Parses a page that `HTMLPreScan` has bounded. O(n × depth).
  static func parse(_ page: SlimPage) -> HTMLTree {
    unsafe page.bytes.withUnsafeBytes { bytes in
      let characters = unsafe bytes.bindMemory(to: CChar.self)
      guard let document = unsafe GumboDocument(characters) else { return HTMLTree() }
      return document.tree(of: page)
    }
  }
}
