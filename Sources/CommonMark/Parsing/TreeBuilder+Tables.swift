extension TreeBuilder {
  /// Takes the cells' paragraphs, parsed as `root`.
  mutating func take(_ cells: TableCells, parsedAs root: ParsedNode) {
    tables = cells.tables
    cellText = cells.text
    cellNodes = []
    cellNodes.reserveCapacity(cells.lines.count)
    var node = root.firstChild
    for line in cells.lines {
      while let current = node, current.startLine < line { node = current.next }
      // Link reference definitions before a table may leave no paragraph.
      cellNodes.append(node?.startLine == line && node?.kind == .paragraph ? node : nil)
    }
    cellLines = cells.lines
  }

  /// Adds the table that is written as the paragraph, if it is one.
  mutating func addTable(_ paragraph: ParsedNode) -> Bool {
    guard !tables.isEmpty, let table = tables[paragraph.startLine] else { return false }
    let quotes = quoteDepth
    quoteDepth = 0
    defer { quoteDepth = quotes }
    if let lead = table.lead, let entry = lead.entry, cellNodes[entry] != nil {
      addCell(lead, as: .paragraph, detail: 0)
    }
    separate()
    let lower = table.rows.first?.range.lowerBound ?? 0
    let upper = table.rows.last?.range.upperBound ?? lower
    openNode(.table, source: sourceRange(lower..<upper))
    for (number, row) in table.rows.enumerated() {
      openNode(.tableRow, detail: number == 0 ? 1 : 0, source: sourceRange(row.range))
      for (column, cell) in row.cells.enumerated() {
        addCell(cell, as: .tableCell, detail: table.alignments[column] | (number == 0 ? 4 : 0))
      }
      closeNode(sourceUpper: nil)
    }
    closeNode(sourceUpper: nil)
    return true
  }

  private mutating func addCell(_ cell: TableSource.Cell, as kind: MarkdownKind, detail: UInt8) {
    separate()
    openNode(kind, detail: detail, source: sourceRange(cell.range))
    if let entry = cell.entry, let node = cellNodes[entry] {
      swap(&prepared, &cellText)
      cursor = prepared.lineStart(cellLines[entry])
      if kind == .tableCell { cursor += TableCells.guardBytes.count }
      leafEnd = prepared.lineEnd(node.endLine)
      linkDepth = 0
      walk(node.firstChild)
      swap(&prepared, &cellText)
    }
    endLeaf()
  }
}
