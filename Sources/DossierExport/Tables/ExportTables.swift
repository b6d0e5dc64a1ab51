package import DossierModel

/// All tables of a site.
///
/// Words of captures are not exported, but for what editors quote in statements, which pages show as
/// well: an export can publish nothing that the site does not.
package struct ExportTables: Sendable {
  package let tables: [ExportTable]
  /// What the site has and the tables lack: sentences for people.
  package let dropped: [String]

  /// Makes the tables of everything in `model` that may be shown. O(model).
  ///
  /// - Parameter index: what linking found in it.
  package init(_ model: SiteModel, _ index: LinkIndex) {
    let model = model.withholdingUnreviewed()
    let claims = ClaimRows(model)
    let statements = StatementRows(model, index.speech)
    tables = [
      PageRows.actors(model), PageRows.conflicts(model), PageRows.events(model),
      PageRows.places(model), PageRows.pages(model), NameRows.table(model), claims.table,
      claims.relations, statements.table, statements.renderings,
      CitationRows.table(model, index, claims, statements), SourceRows.table(model),
    ]
    dropped = statements.dropped
  }
}

extension SiteModel {
  /// The address of a file of the site: absolute where dossier.yml or the command says `base-url`, else
  /// its path from the site's root.
  func address(of path: SitePath) -> String {
    (configuration.baseURL ?? "") + path.rawValue
  }

  /// The slugs of pages that exist.
  func slugs(_ references: [PageReference]) -> [String] {
    references.compactMap { $0.page.map { self[$0].slug.rawValue } }
  }
}
