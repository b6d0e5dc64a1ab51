/// Columns with the way to their cells, so that a cell cannot stand in another column.
struct ColumnSet<Row> {
  private var columns: [(column: ExportColumn, cell: (Row) -> ExportValue)] = []

  /// Adds a column whose cell may be empty.
  mutating func add(
    _ name: String, _ meaning: String, _ kind: ExportColumn.Kind = .text,
    _ cell: @escaping (Row) -> ExportValue
  ) {
    columns.append((ExportColumn(name, meaning, kind), cell))
  }

  /// Adds a column that every row has.
  mutating func require(_ name: String, _ meaning: String, _ cell: @escaping (Row) -> String) {
    columns.append((ExportColumn(name, meaning, isRequired: true), { .text(cell($0)) }))
  }

  /// The table of `rows`. O(rows · columns).
  func table(_ name: String, _ meaning: String, rows: [Row]) -> ExportTable {
    ExportTable(
      name: name, meaning: meaning, columns: columns.map(\.column),
      rows: rows.map { row in columns.map { $0.cell(row) } })
  }
}
