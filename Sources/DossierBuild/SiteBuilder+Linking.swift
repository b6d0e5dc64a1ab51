package import Diagnostics
import DossierChecking
import DossierLinking
import DossierLoading
package import DossierModel
import DossierRendering

extension SiteBuilder {
  /// A site as far as commands need it that render nothing.
  package struct Linked: Sendable {
    /// Nil when there are errors: what a half-read site says would be taken for the truth.
    package let site: (model: SiteModel, index: LinkIndex)?
    /// In reading order.
    package let diagnostics: [Diagnostic]
  }

  /// Loads, links and checks, and renders nothing.
  package func link() -> Linked {
    let loaded = SiteLoader(
      files: files,
      options: .init(width: options.width, includesDrafts: options.includesDrafts)
    ).load()
    guard let model = loaded.model.map(configured) else {
      return Linked(
        site: nil, diagnostics: loaded.diagnostics.sorted(by: Diagnostic.inReadingOrder))
    }
    let (index, findings) = SiteLinker(
      model: model, width: options.width,
      // Whether the history can be read is asked by none of these commands.
      generated: SiteFiles.generated(
        for: model, hasChanges: model.configuration.changesSince != nil),
      drafts: loaded.drafts
    ).link()
    var diagnostics =
      loaded.diagnostics + findings + CheckRules.findings(in: model, index, width: options.width)
    if !options.includesNotes { diagnostics.removeAll { $0.severity == .note } }
    let isWhole = !diagnostics.contains { $0.severity == .error }
    return Linked(
      site: isWhole ? (model, index) : nil,
      diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }
}
