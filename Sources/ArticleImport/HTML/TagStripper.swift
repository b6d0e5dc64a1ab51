/// Reads a page that is nested too deeply to be parsed: a flat tree of blocks, cut wherever a block
/// element starts or ends. Structure is lost, text and the head's data are not.
struct TagStripper {
  private let slim: [UInt8]
  private var tree = HTMLTree()
  private var body: Int32 = -1
  private var block: Int32 = -1
  private var link: Int32 = -1

  /// `slim`: what `HTMLPreScan` left. O(n).
  static func tree(of slim: [UInt8]) -> HTMLTree {
    var stripper = TagStripper(slim: slim)
    stripper.read()
    return stripper.tree
  }

  private init(slim: [UInt8]) { self.slim = slim }

  private mutating func read() {
    let root = tree.appendElement(.html, parent: -1)
    body = tree.appendElement(.body, parent: root)
    block = tree.appendElement(.p, parent: body)
    var index = 0
    while index < slim.count {
      let next = ByteScan.first(0x3C, in: slim, from: index)
      text(index..<next)
      guard next < slim.count else { break }
      let end = tagEnd(next)
      tag(next..<end)
      // A `<` that opens no tag, or a tag cut off, is passed over byte by byte.
      index = max(end, next + 1)
    }
    tree.closeSubtrees()
  }

  /// Behind the `>` of the tag at `start`; the scan left quotation marks only around whole values.
  private func tagEnd(_ start: Int) -> Int {
    var quote: UInt8?
    var index = start
    while index < slim.count {
      let byte = slim[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x3E {
        return index + 1
      } else if byte == 0x22 || byte == 0x27, index > start, slim[index - 1] == 0x3D {
        quote = byte
      }
      index += 1
    }
    return slim.count
  }

  private mutating func text(_ range: Range<Int>) {
    guard range.contains(where: { slim[$0] > 0x20 }) else { return }
    let lower = Int32(tree.text.count)
    tree.text.append(contentsOf: CharacterReferences.resolve(slim[range]))
    tree.nodes.append(
      HTMLTree.Node(
        tag: .text, parent: link >= 0 ? link : block, end: 0, lower: lower,
        upper: Int32(tree.text.count), sourceLower: Int32(range.lowerBound),
        sourceUpper: Int32(range.upperBound)))
  }

  private mutating func tag(_ range: Range<Int>) {
    var start = range.lowerBound + 1
    let isEnd = start < range.upperBound && slim[start] == 0x2F
    if isEnd { start += 1 }
    var end = start
    while end < range.upperBound, slim[end] > 0x20, slim[end] != 0x3E, slim[end] != 0x2F {
      end += 1
    }
    let tag = HTMLTag.named(slim, start..<end)
    if tag == .a {
      link = isEnd ? -1 : tree.appendElement(.a, parent: block)
    } else if tag.isBlock || tag == .br {
      link = -1
      let keeps = !isEnd && (tag.headingLevel != nil || tag == .title || tag == .li)
      block = tree.appendElement(keeps ? tag : .p, parent: body)
    }
  }
}
