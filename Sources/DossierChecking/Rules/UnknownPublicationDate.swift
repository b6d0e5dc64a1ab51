import Diagnostics
import DossierModel

/// A source whose day of publication nobody knows.
struct UnknownPublicationDate: CheckRule {
  static let id: DiagnosticID = "unknown-publication-date"
  static let severity = Severity.warning
  static let explanation = """
    What a source says is weighed by when it said so, and its “yesterday” means nothing without a day. \
    Where no rule reads the date in the capture, an editor says it in the sidecar.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    model.sources.filter {
      $0.published == nil && !$0.statedUnknown.contains("published")
        && $0.reviewedUnknown[.published] == nil
    }.map { source in
      Diagnostic(
        Self.severity, Self.id, "nobody knows when “\(source.key)” was published",
        at: source.file?.whole,
        help:
          "say `published: …` in \(SidecarName.of(source)), as 2020-10, 2020-10-15? or `unknown`")
    }
  }
}
