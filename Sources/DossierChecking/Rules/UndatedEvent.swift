import Diagnostics
import DossierModel

/// An event without a date.
struct UndatedEvent: CheckRule {
  static let id: DiagnosticID = "undated-event"
  static let severity = Severity.warning
  static let explanation = """
    An event stands in timelines by its `when`. A date that is not known well is written with the \
    precision it has: 2020-07, 2020-07-12?, 2020-07-12/2020-07-14.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    model.pages.filter { $0.kind == .event && $0.facts("when").isEmpty }.map { page in
      Diagnostic(
        Self.severity, Self.id, "the event “\(page.slug)” has no date",
        at: page.file.place(page.titleRange),
        help: "add a fact `- when: …` with its source, `unknown` if none says it")
    }
  }
}
