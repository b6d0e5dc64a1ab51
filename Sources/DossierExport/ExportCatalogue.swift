import DossierModel

/// The tables without their rows: what the documentation and the schema are made from.
package enum ExportCatalogue {
  /// The tables of every format that has rows.
  package static var tables: [ExportTable] { ExportTables(empty, LinkIndex.empty).tables }

  /// The tables of csv, with the events in UCDP's columns.
  package static var csvTables: [ExportTable] { tables + [UCDPEvents(empty).table] }

  private static var empty: SiteModel {
    SiteModel(
      configuration: SiteConfiguration(title: ""), pages: [], sources: [], home: nil,
      attachments: [])
  }

  /// `Documentation/Export.md` from the first table on.
  package static func manual() -> String {
    csvTables.map { table in
      """
      ### \(table.name)

      \(table.meaning)

      | Column | Type | Meaning |
      |---|---|---|

      """
        + table.columns.map { column in
          "| `\(column.name)`\(column.isRequired ? "" : " ?") | \(column.kind.rawValue) | \(column.meaning) |\n"
        }.joined()
    }.joined(separator: "\n")
  }
}

extension LinkIndex {
  /// Of a site without pages.
  static var empty: LinkIndex {
    LinkIndex(
      pages: [], home: PageLinks(), sources: [], backlinks: Backlinks(targetCount: 0) { _ in },
      citedBy: [])
  }
}
