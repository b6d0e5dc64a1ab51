package import DossierModel

/// What one build ended in, as the preview needs it.
package enum PreviewBuild: Sendable {
  /// Every file of the site. The preview keeps them in memory until the next good build.
  case built([Artifact])
  /// The findings as they are printed on a terminal: plain text, lines ended by `\n`, no colours.
  case failed(report: String)
}
