/// Reads a page that is nested too deeply, or too large, to be parsed: a flat tree of blocks, cut wherever a block
/// element starts or ends. Structure is lost, text and the head's data are not.
struct TagStripper {
  /// The most texts between tags that are read: behind them a page is no page.
  static let mostTexts = 1 << 17

  private let page: SlimPage
  private let slim: [UInt8]
  private var tree = HTMLTree()
  private var body: Int32 = -1
  /// The element for the next text, and its node as soon as it has one.
  private var element = HTMLTag.p
  private var block: Int32 = -1
  private var isInLink = false
  private var link: Int32 = -1
  private var texts = 0

  /// `slim`: what `HTMLPreScan` left. O(n).
  static func tree(of page: SlimPage) -> HTMLTree {
    var stripper = TagStripper(page)
    stripper.read()
    return stripper.tree
  }

  private init(_ page: SlimPage) {
    self.page = page
    slim = page.bytes
  }

  private mutating func read() {
    let root = tree.appendElement(.html, parent: -1)
    body = tree.appendElement(.body, parent: root)
    var index = 0
    var run = 0
    while index < slim.count, texts < Self.mostTexts {
      let first = run
      while run < page.runs.count, Int(page.runs[run].place) == index {
        index = page.end(of: page.runs[run])
        run += 1
      }
      if run > first {
        text(page.runs[first..<run])
      } else {
        let end = tagEnd(index)
        tag(index..<end)
        index = max(end, index + 1)
      }
    }
    tree.closeSubtrees()
  }

  /// Behind the `>` of the tag at `start`; the scan left quotation marks only around whole values.
  private func tagEnd(_ start: Int) -> Int {
    var quote: UInt8?
    var index = nameEnd(start + 1, slim.count)
    while index < slim.count {
      let byte = slim[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x3E {
        return index + 1
      } else if byte == 0x22 || byte == 0x27, slim[index - 1] == 0x3D {
        quote = byte
      }
      index += 1
    }
    return slim.count
  }

  private func nameEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, slim[end] > 0x20, slim[end] != 0x3E, slim[end] != 0x2F { end += 1 }
    return end
  }

  private mutating func text(_ runs: ArraySlice<SlimPage.Run>) {
    guard let first = runs.first, let last = runs.last,
      runs.contains(where: { run in
        run.isStoodFor
          || (Int(run.lower)..<Int(run.upper)).contains { page.decoded[$0] > 0x20 }
      })
    else { return }
    if block < 0 { block = tree.appendElement(element, parent: body) }
    if isInLink, link < 0 { link = tree.appendElement(.a, parent: block) }
    texts += 1
    let lower = Int32(tree.text.count)
    for run in runs {
      let bytes = page.decoded[Int(run.lower)..<Int(run.upper)]
      if run.isStoodFor {
        tree.text.append(contentsOf: bytes)
      } else {
        tree.text.append(contentsOf: CharacterReferences.resolve(bytes))
      }
    }
    tree.nodes.append(
      HTMLTree.Node(
        tag: .text, parent: isInLink ? link : block, end: 0, lower: lower,
        upper: Int32(tree.text.count), sourceLower: first.lower, sourceUpper: last.upper))
  }

  private mutating func tag(_ range: Range<Int>) {
    var start = range.lowerBound + 1
    let isEnd = start < range.upperBound && slim[start] == 0x2F
    if isEnd { start += 1 }
    let tag = HTMLTag.named(slim, start..<max(nameEnd(start, range.upperBound), start))
    if tag == .a {
      isInLink = !isEnd
      link = -1
    } else if tag.isBlock || tag == .br {
      isInLink = false
      link = -1
      let keeps = !isEnd && (tag.headingLevel != nil || tag == .title || tag == .li)
      element = keeps ? tag : .p
      block = -1
    }
  }
}
