/// A table that stands in a paragraph of cmark's. Ranges are offsets in the prepared text.
struct TableSource {
  struct Cell {
    let range: Range<Int>
    /// Its number among the paragraphs of `TableCells`; nil for an empty cell.
    let entry: Int?
  }
  struct Row {
    let range: Range<Int>
    var cells: [Cell]
  }

  /// The lines before the table, which stay a paragraph.
  let lead: Cell?
  let alignments: [UInt8]
  /// The first is the head.
  var rows: [Row]
}

/// The cells of all tables of a text as paragraphs of their own, to be parsed together.
struct TableCells {
  /// Tables by the line on which their paragraph begins.
  fileprivate(set) var tables: [Int: TableSource] = [:]
  fileprivate(set) var text = PreparedText(capacity: 0)
  /// The line in `text` on which each paragraph begins.
  fileprivate(set) var lines: [Int] = []

  /// U+FDD2 and a space stand before each cell, so that it begins no block.
  static let guardBytes: [UInt8] = [0xEF, 0xB7, 0x92, 0x20]
}

/// Finds the tables in a parsed document.
struct TableScanner {
  private let prepared: PreparedText
  private var cells = TableCells()
  /// Lines that may be delimiter rows, in order.
  private var candidates: [Int] = []
  private var nextLine = 2
  /// How many empty cells may still be added to short rows. A short text must not make a huge table.
  private var padding = 100_000

  /// The tables below `root`, whose text is `prepared`. O(text).
  static func scan(_ root: ParsedNode, _ prepared: PreparedText) -> TableCells {
    var scanner = TableScanner(prepared)
    guard !scanner.candidates.isEmpty else { return scanner.cells }
    scanner.walk(root)
    scanner.finish()
    return scanner.cells
  }

  private init(_ prepared: PreparedText) {
    self.prepared = prepared
    // So that a cell does not begin the text, where cmark takes away U+FEFF.
    cells.text.append([0x0A], standingFor: 0)
    for (index, start) in prepared.lines.enumerated() {
      var lower = start
      let end = index + 1 < prepared.lines.count ? prepared.lines[index + 1] : prepared.bytes.count
      while lower < end, BlockLine.isBlank(prepared.bytes[lower]) || prepared.bytes[lower] == 0x3E {
        lower += 1
      }
      guard lower < end else { continue }
      let first = prepared.bytes[lower]
      guard first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":"),
        TableGrammar.isCandidate(lower..<prepared.lineEnd(index + 1), in: prepared.bytes)
      else { continue }
      candidates.append(index + 1)
    }
  }

  /// Visits the blocks, not what is inside paragraphs.
  private mutating func walk(_ root: ParsedNode) {
    var node = root
    var quotes = 0
    while true {
      let kind = node.kind
      if kind == .paragraph { read(node, quotes: quotes) }
      if kind == .document || kind == .blockQuote || kind == .list || kind == .listItem,
        let child = node.firstChild
      {
        if kind == .blockQuote { quotes += 1 }
        node = child
        continue
      }
      while node.next == nil, node != root, let parent = node.parent {
        node = parent
        if node.kind == .blockQuote { quotes -= 1 }
      }
      guard node != root, let next = node.next else { return }
      node = next
    }
  }

  private mutating func read(_ paragraph: ParsedNode, quotes: Int) {
    let first = paragraph.startLine
    let last = paragraph.endLine
    var index = candidates.partitionPoint { $0 > first }
    while index < candidates.count, candidates[index] <= last {
      let line = candidates[index]
      index += 1
      let head = content(of: line - 1, in: paragraph, quotes: quotes)
      guard
        let alignments = TableGrammar.alignments(
          of: content(of: line, in: paragraph, quotes: quotes), in: prepared.bytes),
        case let titles = TableGrammar.cells(of: head, in: prepared.bytes),
        titles.count == alignments.count
      else { continue }
      let lead =
        line - 1 > first ? addLead(first..<(line - 1), in: paragraph, quotes: quotes) : nil
      var table = TableSource(lead: lead, alignments: alignments, rows: [])
      table.rows.append(row(head, titles, columns: alignments.count))
      if line < last {
        for row in (line + 1)...last {
          let range = content(of: row, in: paragraph, quotes: quotes)
          let fields = TableGrammar.cells(of: range, in: prepared.bytes)
          table.rows.append(self.row(range, fields, columns: alignments.count))
        }
      }
      cells.tables[first] = table
      return
    }
  }

  /// The text of a line of a paragraph, without the marks of block quotes before it.
  private func content(of line: Int, in paragraph: ParsedNode, quotes: Int) -> Range<Int> {
    let end = prepared.lineEnd(line)
    if line == paragraph.startLine {
      return min(prepared.offset(line: line, column: paragraph.startColumn - 1), end)..<end
    }
    let line = BlockLine(prepared.bytes, prepared.lineStart(line)..<end, quotes: quotes)
    return line.text..<end
  }

  private mutating func row(
    _ range: Range<Int>, _ fields: [Range<Int>], columns: Int
  ) -> TableSource.Row {
    var row = TableSource.Row(range: TableGrammar.trimmed(range, in: prepared.bytes), cells: [])
    for field in fields.prefix(columns) {
      row.cells.append(.init(range: field, entry: field.isEmpty ? nil : add(field)))
    }
    while row.cells.count < columns, padding > 0 {
      padding -= 1
      row.cells.append(.init(range: row.range.upperBound..<row.range.upperBound, entry: nil))
    }
    return row
  }

  private mutating func addLead(
    _ lines: Range<Int>, in paragraph: ParsedNode, quotes: Int
  ) -> TableSource.Cell {
    let start = content(of: lines.lowerBound, in: paragraph, quotes: quotes).lowerBound
    var end = start
    cells.lines.append(nextLine)
    for line in lines {
      let range = content(of: line, in: paragraph, quotes: quotes)
      // Indented, a line can only go on with the paragraph.
      if line > lines.lowerBound {
        cells.text.append(
          Array("    ".utf8), standingFor: prepared.sourceSlow(of: range.lowerBound))
      }
      cells.text.append(prepared, range)
      endLine(at: range.upperBound)
      end = range.upperBound
    }
    endLine(at: end)
    return .init(range: start..<end, entry: cells.lines.count - 1)
  }

  /// Adds a cell as a paragraph; `\|` in it is `|`. Returns its number.
  private mutating func add(_ field: Range<Int>) -> Int {
    cells.lines.append(nextLine)
    cells.text.append(
      TableCells.guardBytes, standingFor: prepared.sourceSlow(of: field.lowerBound))
    var lower = field.lowerBound
    for index in field
    where prepared.bytes[index] == UInt8(ascii: "\\") && index + 1 < field.upperBound
      && prepared.bytes[index + 1] == UInt8(ascii: "|")
    {
      cells.text.append(prepared, lower..<index)
      lower = index + 1
    }
    cells.text.append(prepared, lower..<field.upperBound)
    endLine(at: field.upperBound)
    endLine(at: field.upperBound)
    return cells.lines.count - 1
  }

  private mutating func endLine(at offset: Int) {
    cells.text.append([0x0A], standingFor: prepared.sourceSlow(of: offset))
    nextLine += 1
  }

  /// Whether `]:` occurs.
  private var mayDefineLinks: Bool {
    unsafe prepared.bytes.withUnsafeBufferPointer { bytes in
      var index = unsafe ByteSearch.first(0x5D, in: bytes, from: 0, to: bytes.count)
      while index + 1 < bytes.count {
        if unsafe bytes[index + 1] == UInt8(ascii: ":") { return true }
        index = unsafe ByteSearch.first(0x5D, in: bytes, from: index + 1, to: bytes.count)
      }
      return false
    }
  }

  /// Puts the text behind the cells if it may define links that they use.
  private mutating func finish() {
    guard !cells.lines.isEmpty else { return }
    if mayDefineLinks { cells.text.append(prepared, 0..<prepared.bytes.count) }
    cells.text.findLines()
  }
}

extension [Int] {
  /// The index of the first element for which `isBehind` is true, in an array where it is true from
  /// somewhere on. O(log n).
  fileprivate func partitionPoint(_ isBehind: (Int) -> Bool) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      if isBehind(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
