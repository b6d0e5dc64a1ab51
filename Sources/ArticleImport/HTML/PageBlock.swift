/// A run of text that a reader sees as one paragraph: the text under one block element between other
/// blocks.
struct PageBlock: Sendable {
  /// A link in the block's text.
  struct Link: Sendable {
    /// UTF-8 offsets in the block's own text.
    var range: Range<Int>
    /// The `a` element.
    let node: Int
  }

  /// The nearest block element.
  let node: Int
  /// Its first and last node of text.
  let first: Int
  var last: Int
  /// Its text in `PageText.bytes`, white space folded.
  var start: Int
  var end: Int
  /// Its bytes in the slim page.
  var sourceLower: Int
  var sourceUpper: Int
  /// Bytes of text within links.
  var linked = 0
  var words = 0
  /// Words outside links.
  var freeWords = 0
  var commas = 0
  /// Scalars of scripts that write no spaces.
  var ideographs = 0
  var endsSentence = false
  /// Whether it is the description below a link to another article.
  var isTeaser = false
  var links: [Link] = []

  var length: Int { end - start }
  var linkDensity: Double { length == 0 ? 0 : Double(linked) / Double(length) }

  /// Whether it reads as running text.
  var isProse: Bool {
    guard linkDensity < 0.5 else { return false }
    let words = max(freeWords, ideographs / 2)
    return endsSentence ? words >= 7 : words >= 18 || words >= 10 && commas > 0
  }
}

/// The blocks of a page and their text.
struct PageText: Sendable {
  var bytes: [UInt8] = []
  var blocks: [PageBlock] = []

  func string(_ block: PageBlock) -> String {
    String(decoding: bytes[block.start..<block.end], as: UTF8.self)
  }
}

/// Cuts a tree into blocks.
struct PageBlockBuilder {
  private let tree: HTMLTree
  private var text = PageText()
  private var current = PageBlock(
    node: 0, first: 0, last: 0, start: 0, end: 0, sourceLower: 0, sourceUpper: 0)
  private var isOpen = false
  private var pendingSpace = false
  private var lastScalar: UInt32 = 0
  private var inWord = false
  private var lineBreaks = 0
  /// The nearest block element and the nearest link, handed down from parent to child.
  private var block: [Int32]
  private var link: [Int32]

  /// The blocks of what is not dropped. O(nodes + text).
  static func text(of tree: HTMLTree, dropping dropped: [Bool]) -> PageText {
    var builder = PageBlockBuilder(tree: tree)
    builder.text.bytes.reserveCapacity(tree.text.count)
    builder.read(0..<tree.nodes.count, dropped)
    builder.flush()
    return builder.text
  }

  /// The blocks of some subtrees alone, in rising order and none within another. O(their nodes), and
  /// O(all nodes) where there is one.
  static func text(
    of tree: HTMLTree, within subtrees: [Int], dropping dropped: [Bool]
  ) -> PageText {
    var builder = PageBlockBuilder(tree: tree)
    for node in subtrees {
      builder.read(node..<Int(tree.nodes[node].end), dropped)
      builder.flush()
    }
    return builder.text
  }

  private init(tree: HTMLTree) {
    self.tree = tree
    block = Array(repeating: 0, count: tree.nodes.count)
    link = Array(repeating: -1, count: tree.nodes.count)
  }

  private mutating func read(_ range: Range<Int>, _ dropped: [Bool]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let node = tree.nodes[index]
      if dropped[index] {
        if node.tag.isBlock { flush() }
        index = Int(node.end)
        continue
      }
      let parent = Int(node.parent)
      block[index] = parent >= 0 ? block[parent] : Int32(index)
      link[index] = parent >= 0 ? link[parent] : -1
      switch node.tag {
      case .text: append(index, block: Int(block[index]), link: Int(link[index]))
      case .br:
        lineBreaks += 1
        pendingSpace = true
        if lineBreaks >= 2 { flush() }
      case .a: link[index] = Int32(index)
      default:
        if node.tag.isBlock {
          flush()
          block[index] = Int32(index)
        }
      }
      index += 1
    }
  }

  private mutating func flush() {
    lineBreaks = 0
    pendingSpace = false
    inWord = false
    guard isOpen else { return }
    isOpen = false
    current.end = text.bytes.count
    current.endsSentence = endsSentence(current)
    text.blocks.append(current)
  }

  private func endsSentence(_ block: PageBlock) -> Bool {
    var end = block.end
    for _ in 0..<8 where end > block.start {
      let start = UTF8Bytes.start(text.bytes, before: end, from: block.start)
      let scalar = UTF8Bytes.scalar(text.bytes, start).value
      if ScalarClass.isCloser(scalar) || scalar == 0x20 {
        end = start
        continue
      }
      return ScalarClass.endsSentence(scalar) || scalar == 0x3A || scalar == 0x3B
    }
    return false
  }

  private mutating func append(_ index: Int, block: Int, link: Int) {
    let node = tree.nodes[index]
    if isOpen, current.node != block { flush() }
    var at = Int(node.lower)
    let end = Int(node.upper)
    while at < end {
      let plain = plainEnd(at, end)
      if plain > at {
        if !isOpen { open(index, block) }
        appendPlain(at..<plain, link)
        at = plain
        continue
      }
      let (scalar, width) = UTF8Bytes.scalar(tree.text, at)
      if ScalarClass.isSpace(scalar) || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029 {
        pendingSpace = true
        inWord = false
        at += width
        continue
      }
      // Soft hyphens are no letters.
      if scalar == 0xAD {
        at += width
        continue
      }
      if !isOpen { open(index, block) }
      if ScalarClass.isLetter(scalar) || ScalarClass.isDigit(scalar) {
        startWord(link)
      } else {
        inWord = inWord && (scalar == 0x27 || scalar == 0x2019 || scalar == 0x2D)
        startSpace()
      }
      let here = text.bytes.count
      if scalar == 0x2C || scalar == 0x60C || scalar == 0x3001 || scalar == 0xFF0C {
        current.commas += 1
      }
      if (0x3040..<0xA000).contains(scalar), link < 0 { current.ideographs += 1 }
      if width == 1 {
        text.bytes.append(UInt8(truncatingIfNeeded: scalar))
      } else {
        text.bytes.append(contentsOf: tree.text[at..<at + width])
      }
      if link >= 0 { extend(link, from: here, width) }
      at += width
    }
    if isOpen, node.sourceUpper > 0 {
      current.last = index
      current.sourceLower = min(current.sourceLower, Int(node.sourceLower))
      current.sourceUpper = max(current.sourceUpper, Int(node.sourceUpper))
    }
  }

  /// What an ASCII byte is to words.
  private enum Plain: UInt8 { case no, word, space, comma, joiner, mark }

  private static let plain: [Plain] = (0..<256).map { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
    case 0x20: .space
    case 0x2C: .comma
    case 0x27, 0x2D: .joiner
    case 0x21...0x7E: .mark
    default: .no
    }
  }

  /// The end of a stretch of ASCII text from `start` on with nothing to fold: most text is that, and
  /// it is taken whole.
  private func plainEnd(_ start: Int, _ end: Int) -> Int {
    let (bytes, table) = (tree.text.span, Self.plain.span)
    var at = start
    while at < end {
      switch table[Int(bytes[at])] {
      case .no: return at
      case .space:
        guard at > start, at + 1 < end else { return at }
        let next = table[Int(bytes[at + 1])]
        if next == .no || next == .space { return at }
      default: break
      }
      at += 1
    }
    return at
  }

  private mutating func appendPlain(_ range: Range<Int>, _ link: Int) {
    startSpace()
    let here = text.bytes.count
    let source = tree.text
    text.bytes.append(contentsOf: source[range])
    let (bytes, table) = (source.span, Self.plain.span)
    var (words, commas, spaces) = (0, 0, 0)
    var inWord = inWord
    for at in range {
      switch table[Int(bytes[at])] {
      case .word:
        if !inWord { words += 1 }
        inWord = true
      case .joiner: break
      case .space:
        spaces += 1
        inWord = false
      case .comma:
        commas += 1
        inWord = false
      default: inWord = false
      }
    }
    self.inWord = inWord
    current.words += words
    current.commas += commas
    if link < 0 {
      current.freeWords += words
    } else {
      extend(link, from: here, range.count)
      // The spaces of a link are not its text.
      current.linked -= spaces
    }
  }

  private mutating func open(_ index: Int, _ block: Int) {
    isOpen = true
    let node = tree.nodes[index]
    current = PageBlock(
      node: block, first: index, last: index, start: text.bytes.count, end: 0,
      sourceLower: Int(node.sourceLower), sourceUpper: Int(node.sourceUpper))
    pendingSpace = false
  }

  /// Before a letter.
  private mutating func startWord(_ link: Int) {
    startSpace()
    if !inWord {
      current.words += 1
      if link < 0 { current.freeWords += 1 }
    }
    inWord = true
  }

  private mutating func startSpace() {
    lineBreaks = 0
    guard pendingSpace else { return }
    text.bytes.append(0x20)
    pendingSpace = false
  }

  private mutating func extend(_ link: Int, from here: Int, _ width: Int) {
    current.linked += width
    let range = here - current.start..<here - current.start + width
    let last = current.links.count - 1
    if last >= 0, current.links[last].node == link {
      current.links[last].range = current.links[last].range.lowerBound..<range.upperBound
    } else {
      current.links.append(PageBlock.Link(range: range, node: link))
    }
  }
}
