import DossierModel

/// One row a passage that something rests on.
enum CitationRows {
  private struct Row {
    /// The page that cites; nil: the home page, or a statement that rules read.
    var page: Page?
    var claim: String?
    var statement: String?
    var rendering: Int?
    let source: Source
    let locator: String?
    let from: String?
    let origin: String
  }

  static func table(
    _ model: SiteModel, _ index: LinkIndex, _ claims: ClaimRows, _ statements: StatementRows
  ) -> ExportTable {
    var columns = ColumnSet<Row>()
    columns.add("page", "The slug of the page that cites; empty for the home page.") {
      .text($0.page?.slug.rawValue)
    }
    columns.add("claim", "The id of the claim that rests on the passage.") { .text($0.claim) }
    columns.add("statement", "The id of the statement that it carries.") { .text($0.statement) }
    columns.add("rendering", "The number of the rendering.", .integer) { .integer($0.rendering) }
    columns.require("source", "The key of the source.") { $0.source.key.rawValue }
    columns.add("locator", "The paragraphs: `p4`, `p4-6`, `fn2`; empty for the whole source.") {
      .text($0.locator)
    }
    columns.add("from", "Where the citation says that the passage has its words from.") {
      .text($0.from)
    }
    columns.require("origin", "Where they come from in the end, as origins are counted.") {
      $0.origin
    }
    columns.require("url", "The address of the passage on the source's page.") {
      let fragment = $0.locator.map {
        "#" + ($0.split(separator: "-").first.map(String.init) ?? $0)
      }
      return model.address(of: $0.source.path) + (fragment ?? "")
    }
    let rows =
      prose(model, index) + claims.rows.flatMap { of($0, model) }
      + statements.renderingRows.flatMap { of($0, model) }
    return columns.table(
      "citations", "A passage that prose, a claim or a statement rests on.", rows: rows)
  }

  private static func prose(_ model: SiteModel, _ index: LinkIndex) -> [Row] {
    var rows: [Row] = []
    for (page, links) in [(nil, index.home)] + zip(model.pages.map(Optional.some), index.pages) {
      for (_, use) in links.citations {
        rows.append(
          Row(
            page: page, source: model[use.source], locator: use.locator?.text, from: use.origin,
            origin: model.origin(of: use.source, passage: use.origin)))
      }
    }
    return rows
  }

  private static func of(_ claim: ClaimRows.Row, _ model: SiteModel) -> [Row] {
    claim.value.citations.compactMap { citation in
      guard let source = model.source(key: citation.key) else { return nil }
      return Row(
        page: claim.page, claim: claim.id, source: model[source], locator: citation.locator?.text,
        from: citation.origin, origin: model.origin(of: source, passage: citation.origin))
    }
  }

  private static func of(_ row: StatementRows.Rendering, _ model: SiteModel) -> [Row] {
    var page: Page?
    if case .declared(let declaration, _) = row.rendering.words { page = model[declaration.page] }
    return row.rendering.passages.map { passage in
      let locator =
        passage.locator
        ?? passage.paragraph.map { index in
          let paragraph = model[passage.source].article.paragraphs[index]
          return (paragraph.layer == .footnote ? "fn" : "p") + String(paragraph.number)
        }
      return Row(
        page: page, statement: row.act.id, rendering: row.number, source: model[passage.source],
        locator: locator, from: passage.statedOrigin, origin: passage.origin)
    }
  }
}
