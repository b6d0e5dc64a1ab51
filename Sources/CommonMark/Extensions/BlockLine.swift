/// What a line begins with: as much of CommonMark's block structure as must be known before cmark.
struct BlockLine {
  struct Fence {
    let byte: UInt8
    let length: Int
    let quotes: Int
    var isInList = false
  }

  /// Block quote marks before the text.
  let quotes: Int
  /// Columns of blanks behind the last mark; tabs reach to the next multiple of four.
  let indent: Int
  /// Where the blanks begin.
  let margin: Int
  /// Where the text begins.
  let text: Int
  /// The line's end, without line ending.
  let end: Int

  var isBlank: Bool { text == end }

  /// - Parameter limit: how many marks are read as such; nil for all.
  init(_ source: [UInt8], _ range: Range<Int>, quotes limit: Int? = nil) {
    var index = range.lowerBound
    var quotes = 0
    var margin = index
    var indent = 0
    while true {
      indent = 0
      while index < range.upperBound, Self.isBlank(source[index]) {
        indent += source[index] == 0x09 ? 4 - indent % 4 : 1
        index += 1
      }
      guard index < range.upperBound, source[index] == UInt8(ascii: ">"), indent < 4,
        quotes < limit ?? .max
      else { break }
      quotes += 1
      index += 1
      if index < range.upperBound, source[index] == 0x20 { index += 1 }
      margin = index
    }
    self.quotes = quotes
    self.indent = indent
    self.margin = margin
    text = index
    end = range.upperBound
  }

  /// A line whose text begins at `text`, blanks before it already read.
  init(_ source: [UInt8], text start: Int, end: Int) {
    var index = start
    while index < end, Self.isBlank(source[index]) { index += 1 }
    self.init(quotes: 0, indent: index - start, margin: start, text: index, end: end)
  }

  private init(quotes: Int, indent: Int, margin: Int, text: Int, end: Int) {
    self.quotes = quotes
    self.indent = indent
    self.margin = margin
    self.text = text
    self.end = end
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Where the text begins when `columns` of its indentation are taken away.
  func start(behindColumns columns: Int, in source: [UInt8]) -> Int {
    var column = 0
    var index = margin
    while index < text, column < columns {
      column += source[index] == 0x09 ? 4 - column % 4 : 1
      index += 1
    }
    return index
  }

  /// The label of `[^label]:` at the start of the text.
  func footnoteLabel(in source: [UInt8]) -> Range<Int>? {
    guard indent < 4, text + 4 < end, source[text] == UInt8(ascii: "["),
      source[text + 1] == UInt8(ascii: "^")
    else { return nil }
    var index = text + 2
    let limit = min(end, text + InlineMark.maximumLength)
    while index < limit {
      switch source[index] {
      case UInt8(ascii: "]"):
        guard index > text + 2, index + 1 < end, source[index + 1] == UInt8(ascii: ":") else {
          return nil
        }
        return (text + 2)..<index
      case UInt8(ascii: "["), UInt8(ascii: "`"), 0x20, 0x09, 0x00: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// The line behind the list markers that it begins with.
  func behindListMarkers(in source: [UInt8]) -> BlockLine {
    var index = text
    while case let length = Self.listMarkerLength(source, at: index, end: end), length > 0 {
      index += length
      while index < end, Self.isBlank(source[index]) { index += 1 }
    }
    return BlockLine(
      quotes: quotes, indent: index > text ? 0 : indent, margin: margin, text: index, end: end)
  }

  /// The length of `-`, `*`, `+`, `1.` or `1)` before a blank or the line's end; 0 for none.
  static func listMarkerLength(_ source: [UInt8], at start: Int, end: Int) -> Int {
    guard start < end else { return 0 }
    var index = start
    switch source[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): index += 1
    case 0x30...0x39:
      while index < end, index - start < 9, source[index] &- 0x30 < 10 { index += 1 }
      guard index < end, source[index] == UInt8(ascii: ".") || source[index] == UInt8(ascii: ")")
      else { return 0 }
      index += 1
    default: return 0
    }
    return index == end || isBlank(source[index]) ? index - start : 0
  }
}
