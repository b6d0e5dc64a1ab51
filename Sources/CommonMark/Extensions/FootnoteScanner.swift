/// Finds footnote definitions by lines, before cmark, to which they are link reference definitions.
///
/// A definition is `[^label]:` behind at most three blanks, also in block quotes, not in fenced code.
/// What is indented by four belongs to it, and so do lines that continue its paragraph. It ends a
/// paragraph before it; definitions do not nest (GitHub's rules).
struct FootnoteScanner {
  struct Definition {
    let label: Range<Int>
    /// What is taken out of the text, the last line's ending included.
    var whole: Range<Int>
    /// The note's own lines without indentation and line endings.
    var lines: [Range<Int>] = []
    /// Whether it follows another one inside it, so that its place is marked already.
    let isInner: Bool
  }

  /// The definition that is being read.
  fileprivate struct Reading {
    var definition: Definition
    let quotes: Int
    /// Blank lines that belong to it if something indented follows.
    var blanks: [Range<Int>] = []
    /// Whether an unindented line may continue its last paragraph.
    var isParagraph = false
    var fence: BlockLine.Fence?
  }

  private let source: [UInt8]
  private var found: [Definition] = []
  private var reading: Reading?
  private var fence: BlockLine.Fence?
  private var isInList = false

  static func definitions(in source: [UInt8], from start: Int) -> [Definition] {
    guard mayDefine(source, from: start) else { return [] }
    var scanner = FootnoteScanner(source)
    scanner.scan(from: start)
    return scanner.found
  }

  private init(_ source: [UInt8]) { self.source = source }

  /// Whether `[^` occurs at all.
  private static func mayDefine(_ source: [UInt8], from start: Int) -> Bool {
    unsafe source.withUnsafeBufferPointer { source in
      let bracket = UInt8(ascii: "[")
      var index = unsafe ByteSearch.first(bracket, in: source, from: start, to: source.count)
      while index + 4 < source.count {
        if unsafe source[index + 1] == UInt8(ascii: "^") { return true }
        index = unsafe ByteSearch.first(bracket, in: source, from: index + 1, to: source.count)
      }
      return false
    }
  }

  private mutating func scan(from start: Int) {
    var lower = start
    while lower < source.count {
      var end = lower
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      var next = min(end + 1, source.count)
      if next < source.count, source[end] == 0x0D, source[next] == 0x0A { next += 1 }
      read(lower..<end, next: next)
      lower = next
    }
    finish()
  }

  private mutating func finish() {
    if let reading { found.append(reading.definition) }
    reading = nil
  }

  private mutating func read(_ range: Range<Int>, next: Int) {
    if reading != nil {
      if readInside(range, next: next) { return }
      finish()
    }
    let line = BlockLine(source, range)
    if let open = fence {
      if line.quotes >= open.quotes, !(open.isInList && line.indent == 0 && !line.isBlank) {
        if line.closes(open, in: source) { fence = nil }
        return
      }
      fence = nil
    }
    if let label = line.footnoteLabel(in: source) {
      begin(label, at: line.text, quotes: line.quotes, end: range.upperBound, next: next)
      return
    }
    let behind = line.behindListMarkers(in: source)
    if behind.text > line.text {
      isInList = true
    } else if line.indent == 0, !line.isBlank {
      isInList = false
    }
    guard line.indent < 4 || isInList, let opened = behind.opensFence(in: source) else { return }
    fence = opened
    fence?.isInList = isInList
  }

  /// Begins a definition whose `[` stands at `start`; more may follow on its line.
  private mutating func begin(
    _ label: Range<Int>, at start: Int, quotes: Int, end: Int, next: Int, isInner: Bool = false
  ) {
    var start = start
    var label = label
    var isInner = isInner
    var content = label.upperBound + 2
    while true {
      while content < end, BlockLine.isBlank(source[content]) { content += 1 }
      guard
        let inner = BlockLine(source, text: content, end: end).footnoteLabel(in: source)
      else { break }
      found.append(Definition(label: label, whole: start..<content, isInner: isInner))
      (start, label, isInner) = (content, inner, true)
      content = inner.upperBound + 2
    }
    var new = Reading(
      definition: Definition(label: label, whole: start..<next, isInner: isInner), quotes: quotes)
    new.add(content..<end, next: next, in: source)
    reading = new
  }

  /// Whether the line belongs to the definition that is being read.
  private mutating func readInside(_ range: Range<Int>, next: Int) -> Bool {
    guard var current = reading else { return false }
    // Taken out and put back, so that its arrays are not copied.
    reading = nil
    defer { if reading == nil { reading = current } }
    let line = BlockLine(source, range, quotes: current.quotes)
    if line.isBlank, line.quotes == current.quotes {
      current.blanks.append(line.text..<next)
      current.isParagraph = false
      return true
    }
    if line.indent >= 4, line.quotes == current.quotes {
      let content = line.start(behindColumns: 4, in: source)
      let inner = BlockLine(source, text: content, end: range.upperBound)
      if current.fence == nil, let label = inner.footnoteLabel(in: source) {
        finish(current)
        begin(
          label, at: inner.text, quotes: line.quotes, end: range.upperBound, next: next,
          isInner: true)
        return true
      }
      current.add(content..<range.upperBound, next: next, in: source)
      return true
    }
    guard current.isParagraph, current.blanks.isEmpty, current.fence == nil,
      !line.startsBlock(in: source)
    else { return false }
    current.add(line.text..<range.upperBound, next: next, in: source)
    return true
  }

  private mutating func finish(_ reading: Reading) { found.append(reading.definition) }
}

extension FootnoteScanner.Reading {
  /// Adds a line of content and the blank lines before it.
  mutating func add(_ content: Range<Int>, next: Int, in source: [UInt8]) {
    for blank in blanks { definition.lines.append(blank.lowerBound..<blank.lowerBound) }
    blanks.removeAll(keepingCapacity: true)
    definition.lines.append(content)
    definition.whole = definition.whole.lowerBound..<next
    let line = BlockLine(source, text: content.lowerBound, end: content.upperBound)
    if let open = fence {
      if line.closes(open, in: source) { fence = nil }
      isParagraph = false
    } else if let opened = line.behindListMarkers(in: source).opensFence(in: source) {
      fence = opened
      isParagraph = false
    } else {
      isParagraph = !line.isBlank && !line.isHeading(in: source)
    }
  }
}
