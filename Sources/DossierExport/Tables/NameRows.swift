import DossierModel
import EDTF

/// One row a name: what pages are called, and by whom.
enum NameRows {
  private struct Row {
    let page: Page
    let name: String
    let type: String
    var alias: Alias?
  }

  static func table(_ model: SiteModel) -> ExportTable {
    var columns = ColumnSet<Row>()
    columns.require("page", "The slug of the page.") { $0.page.slug.rawValue }
    columns.require("name", "The name.") { $0.name }
    columns.require("type", "`title`, `alias`, `name`, `demonym` or `surname`.") { $0.type }
    columns.add("used_by", "Slugs of those who use it.") {
      .list(model.slugs($0.alias?.usedBy ?? []))
    }
    columns.add("when", "The days on which it holds, EDTF.") { .text($0.alias?.when?.text) }
    return columns.table("names", "A name of a page.", rows: model.pages.flatMap(rows))
  }

  private static func rows(of page: Page) -> [Row] {
    [Row(page: page, name: page.title, type: "title")]
      + page.aliases.map { Row(page: page, name: $0.name, type: "alias", alias: $0) }
      + page.names.map { Row(page: page, name: $0.name, type: "name", alias: $0) }
      + page.demonyms.map { Row(page: page, name: $0.name, type: "demonym", alias: $0) }
      + (page.surname.map { [Row(page: page, name: $0.name, type: "surname", alias: $0)] } ?? [])
  }
}
