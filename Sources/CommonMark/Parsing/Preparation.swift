/// What is done to a source before cmark reads it: marks get placeholders, footnote definitions are
/// moved in front of the text as items of a list, so that one parse reads everything and shares its
/// link reference definitions.
struct Preparation {
  /// The source; noncharacters that we use ourselves are U+FFFD in it, so offsets are the file's.
  private(set) var source: [UInt8]
  private(set) var marks: [InlineMark] = []
  /// Lower-cased labels of the definitions in the order of their list items.
  private(set) var labels: [String] = []
  private(set) var text: PreparedText
  /// Whether cmark must repair the text.
  let hasInvalidUTF8: Bool
  private let extensions: MarkdownExtensions
  private var defined: [String: Int] = [:]
  private var guards: [InlineMark] = []

  /// An HTML block that stands where a definition stood, opens each item and ends their list.
  static let separator: [UInt8] = Array("<!--".utf8) + [0xEF, 0xB7, 0x91] + Array("-->".utf8)

  init(_ source: [UInt8], from start: Int, extensions: MarkdownExtensions) {
    self.source = source
    self.extensions = extensions
    hasInvalidUTF8 = !Self.isValid(source, from: start)
    text = PreparedText(capacity: source.count - start + 16)
    neutralise(from: start)
    guards = CostGuards.marks(in: self.source, from: start)
    let definitions =
      extensions.contains(.footnotes)
      ? FootnoteScanner.definitions(in: self.source, from: start) : []
    if !definitions.isEmpty { prepare(definitions) }
    var lower = start
    for definition in definitions {
      append(lower..<definition.whole.lowerBound)
      if !definition.isInner {
        text.append(Self.separator + [0x0A], standingFor: definition.whole.lowerBound)
      }
      lower = definition.whole.upperBound
    }
    append(lower..<source.count)
    text.end(at: source.count)
    text.findLines()
  }

  /// The definition that `label` means.
  func definition(labelled label: String) -> Int? { defined[label] }

  /// The label of a footnote mark as labels are compared.
  static func label(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private mutating func prepare(_ definitions: [FootnoteScanner.Definition]) {
    for definition in definitions {
      let label = Self.label(source[definition.label])
      if defined[label] == nil { defined[label] = labels.count }
      labels.append(label)
    }
    for definition in definitions {
      let start = definition.whole.lowerBound
      text.append(Array("-   ".utf8) + Self.separator + [0x0A], standingFor: start)
      for line in definition.lines {
        if !line.isEmpty {
          text.append(Array("    ".utf8), standingFor: line.lowerBound)
          append(line)
        }
        text.append([0x0A], standingFor: line.upperBound)
      }
    }
    text.append(Self.separator + [0x0A], standingFor: definitions[0].whole.lowerBound)
  }

  /// Appends a stretch of the source with its marks replaced.
  private mutating func append(_ range: Range<Int>) {
    let hasMarks = !extensions.isDisjoint(with: [.wikilinks, .citations, .footnotes])
    guard hasMarks || !guards.isEmpty else {
      text.append(source, range)
      return
    }
    var lower = range.lowerBound
    for mark in guarded(hasMarks ? findMarks(range) : [], range) {
      if mark.kind == .footnoteReference {
        let label = (mark.range.lowerBound + 2)..<(mark.range.upperBound - 1)
        guard !defined.isEmpty, defined[Self.label(source[label])] != nil else { continue }
      }
      text.append(source, lower..<mark.range.lowerBound)
      text.append(InlineMark.placeholder(marks.count), standingFor: mark.range.lowerBound)
      marks.append(mark)
      lower = mark.range.upperBound
    }
    text.append(source, lower..<range.upperBound)
  }

  /// `marks` of `range`, and the guards in it.
  private func guarded(_ marks: [InlineMark], _ range: Range<Int>) -> [InlineMark] {
    guard !guards.isEmpty else { return marks }
    var lower = 0
    var upper = guards.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if guards[middle].range.lowerBound < range.lowerBound {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    let inside = guards[lower...].prefix { $0.range.upperBound <= range.upperBound }
    return (marks + inside).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func findMarks(_ range: Range<Int>) -> [InlineMark] {
    var found: [InlineMark] = []
    unsafe source.withUnsafeBufferPointer { source in
      let bracket = UInt8(ascii: "[")
      let end = range.upperBound
      var index = unsafe ByteSearch.first(bracket, in: source, from: range.lowerBound, to: end)
      var behind = range.lowerBound
      while index < end {
        // An escaped bracket begins no mark.
        var slashes = 0
        while index - slashes > behind, unsafe source[index - slashes - 1] == UInt8(ascii: "\\") {
          slashes += 1
        }
        behind = index + 1
        if slashes % 2 == 0,
          let mark = unsafe InlineMark(at: index, before: end, in: source, extensions: extensions)
        {
          found.append(mark)
          behind = mark.range.upperBound
        }
        index = unsafe ByteSearch.first(bracket, in: source, from: behind, to: end)
      }
    }
    return found
  }

  /// Replaces U+FDD0-U+FDDF, which no text may use, by U+FFFD: three bytes as well.
  private mutating func neutralise(from start: Int) {
    var found: [Int] = []
    unsafe source.withUnsafeBufferPointer { source in
      var index = unsafe ByteSearch.first(0xEF, in: source, from: start, to: source.count)
      while index + 2 < source.count {
        if unsafe source[index + 1] == 0xB7, unsafe source[index + 2] & 0xF0 == 0x90 {
          found.append(index)
        }
        index = unsafe ByteSearch.first(0xEF, in: source, from: index + 1, to: source.count)
      }
    }
    for index in found {
      source[index + 1] = 0xBF
      source[index + 2] = 0xBD
    }
  }

  private static func isValid(_ source: [UInt8], from start: Int) -> Bool {
    // An all-ASCII answer is quick; the rest is the standard library's validation.
    (try? UTF8Span(validating: source.span.extracting(start..<source.count))) != nil
  }
}
