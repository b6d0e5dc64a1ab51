/// One linear pass over a page before it is parsed. It leaves out what no article needs (scripts,
/// styles, comments, embedded media, every attribute but a closed list), which is most of a page's
/// bytes, keeps text and attributes from the parser (`SlimPage`), and finds what would make the parser
/// slow or large.
///
/// Of `class` and `id` only what their words say is kept (`ClassWords`).
///
/// Nothing that could run survives it: no script or style element, no event handler; links are
/// judged later, when character references are resolved.
struct HTMLPreScan {
  /// The most attributes of one tag; the others are not read.
  static let mostAttributes = 256
  /// The most tags of a page that is parsed: half a kilobyte each, and news pages have 5,000.
  static let mostTags = 1 << 17
  /// The most runs of text that are read.
  static let mostRuns = 1 << 19

  private let bytes: [UInt8]
  /// What is left, to be parsed.
  private(set) var slim: SlimPage
  /// The contents of `application/ld+json` scripts in the page.
  private(set) var linkedData: [Range<Int>] = []
  private(set) var open = OpenElements()
  private(set) var hasTooManyAttributes = false
  private var tags = 0
  /// Elements of which no further end tag exists.
  private var endless: Set<HTMLTag> = []
  /// For each open `span` whether its tags are kept: only those that say something are.
  private var spans: [Bool] = []
  private var memo = ClassWordsMemo()
  private var index = 0

  /// O(n).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    slim = SlimPage(decoded: bytes)
    scan()
  }

  /// Whether the page has more tags or runs of text than are parsed.
  var isTooLarge: Bool { tags > Self.mostTags || slim.runs.count >= Self.mostRuns }

  private mutating func scan() {
    while index < bytes.count, slim.runs.count < Self.mostRuns {
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
    // White space at the ends is the parser's to judge.
    var lower = index
    var upper = last
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    if slim.standsIn, upper - lower >= SlimPage.shortest,
      !ByteClass.all(of: bytes, lower..<upper).contains(.parsed)
    {
      if lower > index { write(text: index..<lower) }
      write(text: lower..<upper, isStoodFor: true)
      if last > upper { write(text: upper..<last) }
    } else {
      write(text: index..<last)
    }
    index = end
  }

  private mutating func write(text: Range<Int>, isStoodFor: Bool = false) {
    slim.runs.append(
      SlimPage.Run(
        place: Int32(slim.bytes.count), lower: Int32(text.lowerBound),
        upper: Int32(text.upperBound), isStoodFor: isStoodFor))
    slim.bytes.append(contentsOf: isStoodFor ? SlimPage.standIn[...] : bytes[text])
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
    if !slim.bytes.contains(where: { $0 > 0x20 }),
      ByteScan.matches(Array("!doctype".utf8), in: bytes, at: start + 1), index - start < 256
    {
      slim.bytes.append(contentsOf: bytes[start..<index])
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
    tags += 1
    slim.bytes.append(0x3C)
    slim.bytes.append(0x2F)
    slim.bytes.append(contentsOf: bytes[name])
    slim.bytes.append(0x3E)
  }

  private mutating func startTag() {
    let name = index + 1..<nameEnd(index + 1)
    let tag = HTMLTag.named(bytes, name)
    index = name.upperBound
    if tag.isSkipped { return skip(tag) }
    if tag.isTransparent || tag == .plaintext {
      // Behind `plaintext` all would be text to the end of the page.
      _ = attributes(of: tag)
      return
    }
    let mark = slim.bytes.count
    let attributeMark = slim.attributes.count
    slim.bytes.append(0x3C)
    // A name too long for any element stays an unknown element.
    slim.bytes.append(contentsOf: bytes[name].prefix(32))
    let nameMark = slim.bytes.count
    var isKept = attributes(of: tag, at: mark)
    if tag == .span, spans.count < 4096 {
      isKept = slim.bytes.count > nameMark || slim.attributes.count > attributeMark
      spans.append(isKept)
    }
    guard isKept else {
      slim.bytes.removeLast(slim.bytes.count - mark)
      slim.attributes.removeLast(slim.attributes.count - attributeMark)
      return
    }
    slim.bytes.append(0x3E)
    tags += 1
    open.start(tag)
  }

  /// Passes over an element whose content is not read.
  private mutating func skip(_ tag: HTMLTag) {
    let isLinkedData = attributes(of: tag) && tag == .script
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

  private func nameEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x2F, bytes[end] != 0x3E { end += 1 }
    return end
  }

  /// Reads to behind the tag's end and keeps the attributes that count. `place`: where the tag stands
  /// in the slim page; nil when it is left out.
  ///
  /// Tells whether the tag says something that is read: whether a `meta` has a name that counts, a
  /// `link` the page's address, a `script` linked data.
  private mutating func attributes(of tag: HTMLTag, at place: Int? = nil) -> Bool {
    var count = 0
    var seen: UInt32 = 0
    var words: ClassWords = []
    var isWanted = tag != .meta && tag != .link && tag != .script
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
      guard place != nil || tag == .script, let attribute = HTMLAttribute.named(bytes, name),
        seen & 1 << UInt32(attribute.rawValue) == 0
      else { continue }
      seen |= 1 << UInt32(attribute.rawValue)
      guard let place else {
        if attribute == .type, value.count < 64, has(Self.linkedDataType, value) { isWanted = true }
        continue
      }
      switch attribute {
      case .type, .itemtype: continue
      case .name where tag == .meta, .property where tag == .meta, .itemprop where tag == .meta:
        if PageHead.reads(bytes[value]) { isWanted = true }
      case .rel where tag == .link: if has(Self.canonical, value) { isWanted = true }
      case .class, .id:
        words.formUnion(memo.words(bytes, value.prefix(256)))
        continue
      default: break
      }
      write(attribute, value, of: tag, at: place)
    }
    if let place, !words.isEmpty { write(words, of: tag, at: place) }
    return isWanted
  }

  private static let canonical = Array("canonical".utf8)
  private static let linkedDataType = Array("ld+json".utf8)

  private func has(_ needle: [UInt8], _ value: Range<Int>) -> Bool {
    ByteScan.find(needle, in: Array(bytes[value]), from: 0) != nil
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

  private mutating func write(
    _ attribute: HTMLAttribute, _ value: Range<Int>, of tag: HTMLTag, at place: Int
  ) {
    if attribute == .href, tag == .a {
      guard value.count < 0xFFFF else { return }
      return keep(attribute, value, place)
    }
    var attribute = attribute
    var value = value
    if attribute == .style {
      guard Self.hides(bytes[value]) else { return }
      attribute = .hidden
      value = value.lowerBound..<value.lowerBound
    }
    guard value.count <= 16_384 else { return }
    let classes = ByteClass.all(of: bytes, value)
    guard !classes.contains([.doubleQuote, .singleQuote]) else { return }
    guard classes.contains(.parsed) || Self.isMerged(tag) else {
      return keep(attribute, value, place)
    }
    let quote: UInt8 = classes.contains(.doubleQuote) ? 0x27 : 0x22
    slim.bytes.append(contentsOf: attribute.bytes)
    slim.bytes.append(quote)
    slim.bytes.append(contentsOf: bytes[value])
    slim.bytes.append(quote)
  }

  private mutating func write(_ words: ClassWords, of tag: HTMLTag, at place: Int) {
    guard Self.isMerged(tag) else {
      let number = Int(words.rawValue)
      return keep(.class, number..<number, place)
    }
    slim.bytes.append(contentsOf: HTMLAttribute.class.bytes)
    slim.bytes.append(contentsOf: String(words.rawValue).utf8)
  }

  private mutating func keep(_ attribute: HTMLAttribute, _ value: Range<Int>, _ place: Int) {
    // A page that is not parsed needs none.
    guard tags <= Self.mostTags else { return }
    slim.attributes.append(
      SlimPage.Attribute(
        tag: Int32(place),
        value: HTMLTree.Attribute(
          name: attribute, lower: Int32(value.lowerBound), upper: Int32(value.upperBound))))
  }

  /// Elements of which there is one, to which a parser adds the attributes of a second tag.
  private static func isMerged(_ tag: HTMLTag) -> Bool { tag == .html || tag == .body }

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
