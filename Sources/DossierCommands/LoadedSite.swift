import Diagnostics
import DossierLoading
import DossierModel
import FileTree

/// A site's model for commands that ask it and render nothing.
enum LoadedSite {
  /// Reads dossier.yml, seeds/ and Content/. Prints the errors and throws when there are any: what a
  /// half-read site answers would be taken for the truth.
  static func model(
    in files: DiskFileSystem, includesDrafts: Bool, format: FindingsFormat
  ) throws(CommandFailure) -> SiteModel {
    let loaded = SiteLoader(
      files: files,
      options: .init(width: Environment.processorCount, includesDrafts: includesDrafts)
    ).load()
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let model = loaded.model else {
      FindingsPrinter(format).print(errors.sorted(by: Diagnostic.inReadingOrder))
      throw .content
    }
    return model
  }
}
