package import DossierModel

/// Comma-separated values (RFC 4180): a file for each table, and the events in UCDP's columns.
package enum CSVFormat {
  /// All tables of `model`. O(model).
  package static func export(_ model: SiteModel, _ index: LinkIndex) -> ExportResult {
    let tables = ExportTables(model, index)
    let events = UCDPEvents(model.withholdingUnreviewed())
    return ExportResult(
      files: (tables.tables + [events.table]).map {
        ExportFile(name: $0.name + ".csv", bytes: bytes(of: $0))
      }, dropped: tables.dropped + events.dropped.map { "from events-ucdp.csv: \($0)" })
  }

  static func bytes(of table: ExportTable) -> [UInt8] {
    var bytes: [UInt8] = []
    append(table.columns.map { .text($0.name) }, to: &bytes)
    for row in table.rows { append(row, to: &bytes) }
    return bytes
  }

  private static func append(_ row: [ExportValue], to bytes: inout [UInt8]) {
    for (index, value) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch value {
      case .none: break
      case .integer(let number): bytes += String(number).utf8
      case .decimal(let text): bytes += text.utf8
      case .flag(let flag): bytes += (flag ? "true" : "false").utf8
      case .text(let text): append(text, to: &bytes)
      }
    }
    bytes += [0x0D, 0x0A]
  }

  /// A cell of text. What a spreadsheet would take for a formula gets an apostrophe before it (OWASP,
  /// “CSV Injection”): content is hostile, and people open these files by a double click.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = text.utf8
    let isFormula = utf8.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
    let isQuoted =
      isFormula || utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || utf8.first == 0x20 || utf8.last == 0x20
    guard isQuoted else {
      bytes += utf8
      return
    }
    bytes.append(0x22)
    if isFormula { bytes.append(0x27) }
    for byte in utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
