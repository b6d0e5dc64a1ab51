import Diagnostics
import DossierModel

/// A capture whose paragraphs have no lasting numbers yet.
///
/// A note: nothing is wrong with the site, and whoever has just begun shall not fail for it under
/// `--strict`.
struct UnfrozenCapture: CheckRule {
  static let id: DiagnosticID = "unfrozen-capture"
  static let severity = Severity.note
  static let explanation = """
    Citations name paragraphs by numbers. As long as no reading holds them they are computed at each \
    build, and another version of the program may compute others.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    model.sources.compactMap { source in
      guard let capture = source.capture, !source.isFrozen, !source.isUnreadable else { return nil }
      return Diagnostic(
        Self.severity, Self.id, "its paragraph numbers are computed at each build",
        at: capture.whole,
        help: "`dossier ingest \(capture.path)` freezes them, and leaves the capture as it is")
    }
  }
}
