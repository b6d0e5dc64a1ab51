import DossierExport
import TestSupport
import Testing

/// The documentation and the published schema are what the tables say.
struct ExportManualTests {
  @Test func `Export.md lists the columns`() throws {
    #expect(
      try DocumentationFile("Export.md").check("tables", is: ExportCatalogue.manual()) == .current)
  }

  @Test func `the schema is current`() throws {
    #expect(
      try DocumentationFile("schemas/export.schema.json").check(is: JSONFormat.schema()) == .current
    )
  }

  @Test func `no two tables and no two columns of a table have one name`() {
    let tables = ExportCatalogue.csvTables
    #expect(Set(tables.map(\.name)).count == tables.count)
    for table in tables {
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
    }
  }
}
