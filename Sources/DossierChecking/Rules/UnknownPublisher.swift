import Diagnostics
import DossierModel

/// A source whose publisher nobody knows.
struct UnknownPublisher: CheckRule {
  static let id: DiagnosticID = "unknown-publisher"
  static let severity = Severity.warning
  static let explanation = """
    A reader must be able to tell who published a source. Where no rule reads it in the capture, an \
    editor says it in the sidecar.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    model.sources.filter {
      $0.publisher == nil && !$0.statedUnknown.contains("publisher")
        && $0.reviewedUnknown[.publisher] == nil
    }.map { source in
      Diagnostic(
        Self.severity, Self.id, "nobody knows who published “\(source.key)”",
        at: source.file?.whole,
        help: "say `publisher: …` in \(SidecarName.of(source)), `unknown` if nobody can know")
    }
  }
}

/// The sidecar that an editor would write for a source.
enum SidecarName {
  static func of(_ source: Source) -> String {
    if let sidecar = source.sidecar { return sidecar.path }
    guard let path = source.capture?.path, let dot = path.lastIndex(of: ".") else {
      return "its sidecar"
    }
    return path[..<dot] + ".yml"
  }
}
