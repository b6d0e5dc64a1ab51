/// One linear pass over a page before it is parsed. It leaves out what no article needs (scripts,
/// styles, comments, embedded media, every attribute but a closed list), which is most of a page's
/// bytes, and finds what would make the parser slow.
///
/// An `a` element's `href` becomes a number, its place in the page (`place << 16 | length`), and
/// `class` and `id` become one number, what their words say (`ClassWords`).
///
/// Nothing that could run survives it: no script or style element, no event handler; links are
/// judged later, when character references are resolved.
struct HTMLPreScan {
  /// The most attributes of one tag; the others are not read.
  static let mostAttributes = 256

  private let bytes: [UInt8]
  /// What is left, to be parsed.
  private(set) var slim: [UInt8] = []
  /// Where text of `slim` stood in the page.
  private(set) var map = OffsetMap.identity(from: 0)
  /// The contents of `application/ld+json` scripts in the page.
  private(set) var linkedData: [Range<Int>] = []
  private(set) var open = OpenElements()
  private(set) var hasTooManyAttributes = false
  /// Elements of which no further end tag exists.
  private var endless: Set<HTMLTag> = []
  /// For each open `span` whether its tags are kept: only those that say something are.
  private var spans: [Bool] = []
  private var index = 0

  /// O(n).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    slim.reserveCapacity(bytes.count / 2 + 16)
    scan()
  }

  private mutating func scan() {
    while index < bytes.count {
      let next = ByteScan.first(0x3C, in: bytes, from: index)
      copyText(to: next)
      guard index + 1 < bytes.count else { return copyText(to: bytes.count) }
      switch bytes[index + 1] {
      case 0x21: declaration()
      case 0x3F: skipPast(0x3E)
      case 0x2F: endTag()
      case 0x41...0x5A, 0x61...0x7A: startTag()
      default: copyText(to: index + 1)
      }
    }
  }

  private mutating func copyText(to end: Int) {
    guard end > index else { return }
    if bytes[index] <= 0x20 {
      // White space between tags is one space, wherever it is long.
      var at = index + 1
      while at < end, bytes[at] <= 0x20 { at += 1 }
      index = at - 1
    }
    var last = end
    while last - 1 > index, bytes[last - 1] <= 0x20, bytes[last - 2] <= 0x20 { last -= 1 }
    map.mark(text: slim.count, raw: index)
    slim.append(contentsOf: bytes[index..<last])
    index = end
  }

  private mutating func skipPast(_ byte: UInt8) {
    index = min(ByteScan.first(byte, in: bytes, from: index) + 1, bytes.count)
  }

  /// Comments and processing instructions go; the document type is kept, because it decides whether
  /// a table ends a paragraph.
  private mutating func declaration() {
    if ByteScan.matches([0x21, 0x2D, 0x2D], in: bytes, at: index + 1) {
      var at = index + 4
      // `<!-->` and `<!--->` are empty comments.
      if at < bytes.count, bytes[at] == 0x3E { return index = at + 1 }
      if ByteScan.matches([0x2D, 0x3E], in: bytes, at: at) { return index = at + 2 }
      while true {
        at = ByteScan.first(0x2D, in: bytes, from: at)
        guard at < bytes.count else { return index = bytes.count }
        if ByteScan.matches([0x2D, 0x3E], in: bytes, at: at + 1) { return index = at + 3 }
        if ByteScan.matches([0x2D, 0x21, 0x3E], in: bytes, at: at + 1) { return index = at + 4 }
        at += 1
      }
    }
    let start = index
    skipPast(0x3E)
    if slim.isEmpty || !slim.contains(where: { $0 > 0x20 }),
      ByteScan.matches(Array("!doctype".utf8), in: bytes, at: start + 1), index - start < 256
    {
      slim.append(contentsOf: bytes[start..<index])
    }
  }

  private mutating func endTag() {
    let start = index + 2
    guard start < bytes.count, Self.isLetter(bytes[start]) else { return skipPast(0x3E) }
    let name = start..<nameEnd(start)
    skipPast(0x3E)
    guard name.count <= 32 else { return }
    let tag = HTMLTag.named(bytes, name)
    guard !tag.isSkipped, !tag.isTransparent else { return }
    if tag == .span, !(spans.popLast() ?? false) { return }
    open.end(tag)
    slim.append(contentsOf: [0x3C, 0x2F])
    slim.append(contentsOf: bytes[name])
    slim.append(0x3E)
  }

  private mutating func startTag() {
    let name = index + 1..<nameEnd(index + 1)
    let tag = HTMLTag.named(bytes, name)
    let mark = slim.count
    slim.append(0x3C)
    // A name too long for any element stays an unknown element.
    slim.append(contentsOf: bytes[name].prefix(32))
    index = name.upperBound
    let isLinkedData = attributes(of: tag, from: mark)
    // A `meta` that is not read is gone already.
    if slim.count == mark { return }
    slim.append(0x3E)
    if tag == .plaintext {
      // What follows would be text to the end of the page.
      slim.removeSubrange(mark...)
      return
    }
    if tag == .span, spans.count < 4096 {
      let saysSomething = slim.count > mark + 6
      spans.append(saysSomething)
      if !saysSomething { return slim.removeSubrange(mark...) }
    }
    if tag.isTransparent || tag == .link && !isCanonical(mark) {
      return slim.removeSubrange(mark...)
    }
    guard tag.isSkipped else { return open.start(tag) }
    slim.removeSubrange(mark...)
    guard !endless.contains(tag) else { return }
    guard let end = ByteScan.find(tag.endTag, in: bytes, from: index) else {
      endless.insert(tag)
      if tag.isRawText { index = bytes.count }
      return
    }
    if isLinkedData { linkedData.append(index..<end) }
    index = end
    skipPast(0x3E)
  }

  private static let canonical = Array("canonical".utf8)

  private func isCanonical(_ mark: Int) -> Bool {
    ByteScan.find(Self.canonical, in: slim, from: mark) != nil
  }

  private func nameEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x2F, bytes[end] != 0x3E { end += 1 }
    return end
  }

  /// Reads to behind the tag's end, copies the attributes that count; tells whether the element holds
  /// linked data.
  private mutating func attributes(of tag: HTMLTag, from mark: Int) -> Bool {
    var isLinkedData = false
    var count = 0
    var seen: UInt32 = 0
    var words: ClassWords = []
    var isWanted = tag != .meta
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x3E {
        index += 1
        break
      }
      if byte <= 0x20 || byte == 0x2F {
        index += 1
        continue
      }
      let nameStart = index
      index += 1
      while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x3D, bytes[index] != 0x3E,
        bytes[index] != 0x2F
      { index += 1 }
      let name = nameStart..<index
      let value = attributeValue()
      count += 1
      guard count <= Self.mostAttributes else {
        hasTooManyAttributes = true
        continue
      }
      guard let attribute = HTMLAttribute.named(bytes, name),
        seen & 1 << UInt32(attribute.rawValue) == 0
      else { continue }
      seen |= 1 << UInt32(attribute.rawValue)
      if tag == .script {
        if attribute == .type, value.count < 64,
          ByteScan.find(Array("ld+json".utf8), in: Array(bytes[value]), from: 0) != nil
        {
          isLinkedData = true
        }
        continue
      }
      switch attribute {
      case .type, .itemtype: break
      case .name where tag == .meta, .property where tag == .meta, .itemprop where tag == .meta:
        if PageHead.reads(bytes[value]) { isWanted = true }
        write(attribute, value)
      case .class, .id: words.formUnion(ClassWords.read(bytes[value].prefix(256)))
      case .href where tag == .a:
        writeNumber(.href, value.lowerBound << 16 | min(value.count, 0xFFFF))
      default: write(attribute, value)
      }
    }
    if !isWanted { slim.removeSubrange(mark...) }
    if !words.isEmpty, isWanted { writeNumber(.class, Int(words.rawValue)) }
    return isLinkedData
  }

  private mutating func attributeValue() -> Range<Int> {
    var at = index
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count, bytes[at] == 0x3D else { return index..<index }
    at += 1
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count else {
      index = at
      return at..<at
    }
    if bytes[at] == 0x22 || bytes[at] == 0x27 {
      let end = ByteScan.first(bytes[at], in: bytes, from: at + 1)
      index = min(end + 1, bytes.count)
      return at + 1..<end
    }
    let start = at
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3E { at += 1 }
    index = at
    return start..<at
  }

  private mutating func write(_ attribute: HTMLAttribute, _ value: Range<Int>) {
    var attribute = attribute
    var value = value
    if attribute == .style {
      guard Self.hides(bytes[value]) else { return }
      attribute = .hidden
      value = value.lowerBound..<value.lowerBound
    }
    guard value.count <= 16_384 else { return }
    let quote: UInt8 = bytes[value].contains(0x22) ? 0x27 : 0x22
    guard !bytes[value].contains(quote) else { return }
    slim.append(contentsOf: attribute.bytes)
    slim.append(quote)
    slim.append(contentsOf: bytes[value])
    slim.append(quote)
  }

  /// Class words and places of addresses are written as numbers: the parser has less to read.
  private mutating func writeNumber(_ attribute: HTMLAttribute, _ number: Int) {
    slim.append(contentsOf: attribute.bytes)
    slim.append(contentsOf: String(number).utf8)
  }

  /// Whether an inline style says `display:none` or `visibility:hidden`.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.count <= 4096 else { return false }
    let text = style.filter { $0 > 0x20 }
    return ByteScan.find(Array("display:none".utf8), in: text, from: 0) != nil
      || ByteScan.find(Array("visibility:hidden".utf8), in: text, from: 0) != nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
