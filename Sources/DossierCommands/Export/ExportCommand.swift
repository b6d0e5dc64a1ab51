import ArgumentParser
import DossierBuild
import DossierExport
import DossierModel

/// `dossier export FORMAT`: the site's data for other programs.
struct ExportCommand: ParsableCommand {
  /// A format that other programs read.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, json, geojson, sqlite
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the site's data for other programs.",
    discussion: """
      csv writes a file for each table, json one document, geojson the places and events that have a \
      point, sqlite a database. What a format lacks is said. Documentation/Export.md lists all columns.
      """)

  @Argument(help: "csv, json, geojson or sqlite.")
  var type: Format

  @OptionGroup var site: SiteOptions

  @Option(name: .shortAndLong, help: "The folder to write into; export/ in the site's folder.")
  var output: String?

  func run() throws {
    let options = try site.buildOptions()
    let linked = SiteBuilder(files: try site.files(), options: options).link()
    FindingsPrinter(site.format).print(linked.diagnostics)
    guard let (model, index) = linked.site, site.isClean(linked.diagnostics) else {
      throw CommandFailure.content
    }
    let folder = ExportFolder(path: output ?? site.path("export"))
    let dropped: [String]
    switch type {
    case .csv: dropped = try folder.write(CSVFormat.export(model, index))
    case .json: dropped = try folder.write(JSONFormat.export(model, index))
    case .geojson: dropped = try folder.write(GeoJSONFormat.export(model))
    case .sqlite: dropped = try folder.write(database: model, index)
    }
    guard !site.quiet else { return }
    for sentence in dropped { Terminal.standardError.write("not exported: \(sentence)\n") }
  }
}
