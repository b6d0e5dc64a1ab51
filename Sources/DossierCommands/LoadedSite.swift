import Diagnostics
import DossierLoading
import DossierModel
import FileTree

/// A site's model for commands that ask it and render nothing.
enum LoadedSite {
  /// Reads dossier.yml, seeds/ and Content/. Prints the errors and throws when there are any: what a
  /// half-read site answers would be taken for the truth. With `namesOnly` what is wrong with captures
  /// is left aside: names come from Content, and a capture at fault is what somebody wants to look at.
  static func model(
    in files: DiskFileSystem, includesDrafts: Bool, namesOnly: Bool = false, format: FindingsFormat
  ) throws(CommandFailure) -> SiteModel {
    let loaded = SiteLoader(
      files: files,
      options: .init(width: Environment.processorCount, includesDrafts: includesDrafts)
    ).load()
    let errors = loaded.diagnostics.filter {
      $0.severity == .error && !(namesOnly && $0.place?.path.hasPrefix("seeds/") == true)
    }
    guard errors.isEmpty, let model = loaded.model else {
      FindingsPrinter(format).print(errors.sorted(by: Diagnostic.inReadingOrder))
      throw .content
    }
    return model
  }
}
