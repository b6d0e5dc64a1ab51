import TemplateEngine

/// A report on the site's own state, as a table.
struct ReportView: View {
  struct Row: View {
    /// One cell for each column, as markup.
    let cells: [[UInt8]]

    static let schema = RecordSchema(
      "ReportRow",
      [.init("cells", .list(.html), "One for each column; the first says what the row is about.")],
      documentation: "A row of a report.")

    var values: [TemplateValue] { [.list(cells.map { .markup($0) })] }
  }

  let intro: String
  let columns: [String]
  let rows: [Row]
  let count: Int

  static let schema = RecordSchema(
    "Report",
    [
      .init("intro", .string, "What it lists, and by what rule."),
      .init("columns", .list(.string), "The heads of its columns."),
      .init("rows", .list(of: Row.self), "At most 500 rows."),
      .init("count", .int, "How many there would be."),
    ], documentation: "A report on the site's own state, as a table.")

  var values: [TemplateValue] {
    [.string(intro), .list(columns.map { .string($0) }), .list(rows), .int(count)]
  }
}

/// A report as an entry of their list.
struct ReportLinkView: View {
  let title: String
  let href: String
  let intro: String
  let count: Int

  static let schema = RecordSchema(
    "ReportLink",
    [
      .init("title", .string, "Its title."),
      .init("href", .string, "Its address, relative to the page."),
      .init("intro", .string, "What it lists, and by what rule."),
      .init("count", .int, "How many rows it has."),
    ], documentation: "A report as an entry of their list.")

  var values: [TemplateValue] { [.string(title), .string(href), .string(intro), .int(count)] }
}
