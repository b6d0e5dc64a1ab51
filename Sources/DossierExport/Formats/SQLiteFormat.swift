package import DossierModel
import GRDB

/// A SQLite database with a table for each of the export's tables, views for common questions, and a
/// full-text table. It opens in Datasette and in any client.
package enum SQLiteFormat {
  /// What the file is called.
  package static let fileName = "dossier.sqlite"

  /// Writes the database into the file at `path`, which must not be there. Two exports of one input by
  /// one version of SQLite are the same, byte for byte. O(model · log model).
  ///
  /// - Returns: what the site has and the database lacks.
  package static func export(
    _ model: SiteModel, _ index: LinkIndex, to path: String
  ) throws -> [String] {
    let tables = ExportTables(model, index)
    var configuration = Configuration()
    // Nobody else reads the file before it is whole.
    configuration.journalMode = .default
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try database.inTransaction(.immediate) {
        for table in tables.tables { try write(table, to: database) }
        try writeMetadata(model, to: database)
        try writeSearch(tables.tables, to: database)
        for (name, query) in views {
          try database.execute(sql: "CREATE VIEW \"\(name)\" AS \(query)")
        }
        return .commit
      }
      try database.execute(sql: "VACUUM")
    }
    try queue.close()
    return tables.dropped
  }

  /// What the database at `path` answers to a query: the first column of each row.
  package static func answer(_ query: String, in path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: query) }
  }

  private static func write(_ table: ExportTable, to database: Database) throws {
    let columns = table.columns.map { column in
      "\"\(column.name)\" \(type(of: column.kind))\(column.isRequired ? " NOT NULL" : "")"
    }
    try database.execute(
      sql: "CREATE TABLE \"\(table.name)\" (\(columns.joined(separator: ", ")))")
    let places = repeatElement("?", count: table.columns.count).joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \"\(table.name)\" VALUES (\(places))")
    for row in table.rows {
      try statement.execute(arguments: StatementArguments(row.map(databaseValue)))
    }
    for column in table.columns where keys.contains(column.name) {
      try database.execute(
        sql:
          "CREATE INDEX \"\(table.name)_\(column.name)\" ON \"\(table.name)\" (\"\(column.name)\")")
    }
  }

  /// The columns that rows are looked up by.
  private static let keys: Set<String> = [
    "slug", "page", "key", "claim", "statement", "source", "id", "speaker", "subject", "object",
  ]

  private static func writeMetadata(_ model: SiteModel, to database: Database) throws {
    try database.execute(sql: "CREATE TABLE site (name TEXT NOT NULL PRIMARY KEY, value TEXT)")
    for (name, value) in [
      ("format", JSONFormat.version), ("title", model.configuration.title),
      ("base_url", model.configuration.baseURL), ("language", model.configuration.language),
      ("licence", model.configuration.licence),
    ] {
      try database.execute(sql: "INSERT INTO site VALUES (?, ?)", arguments: [name, value])
    }
  }

  /// Titles and prose, found without regard to case and accents, as the site's own search folds them.
  private static func writeSearch(_ tables: [ExportTable], to database: Database) throws {
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE search USING fts5(
          slug UNINDEXED, title, prose, tokenize = 'unicode61 remove_diacritics 2')
        """)
    try database.execute(sql: "INSERT INTO search SELECT slug, title, prose FROM pages")
  }

  private static let views: [(name: String, query: String)] = [
    (
      "claims_on_one_origin",
      "SELECT page, key, value, sources FROM claims WHERE origins = 1 ORDER BY page, key, value"
    ),
    (
      "claims_without_source",
      """
      SELECT page, key, value FROM claims WHERE sources = 0 AND key NOT IN ('not-known', 'note')
      ORDER BY page, key, value
      """
    ),
    (
      "disputed",
      """
      SELECT page, key, value, claimed_by, denied_by FROM claims
      WHERE disputed OR denied_by IS NOT NULL ORDER BY page, key, value
      """
    ),
    (
      "statements_by_speaker",
      """
      SELECT s.speaker_name, s.spoken, s.published, r.text, s.origins, s.url FROM statements s
      JOIN renderings r ON r.statement = s.id WHERE r.text IS NOT NULL
      ORDER BY s.speaker_name, s.published, s.id, r.number
      """
    ),
    (
      "events_by_date",
      "SELECT when_first, title, kind, conflicts, url FROM events ORDER BY when_first, slug"
    ),
  ]

  private static func type(of kind: ExportColumn.Kind) -> String {
    switch kind {
    case .text: "TEXT"
    case .integer, .flag: "INTEGER"
    case .decimal: "REAL"
    }
  }

  private static func databaseValue(_ value: ExportValue) -> (any DatabaseValueConvertible)? {
    switch value {
    case .none: nil
    case .text(let text): text
    case .integer(let number): number
    case .decimal(let text): Double(text)
    case .flag(let flag): flag
    }
  }
}
