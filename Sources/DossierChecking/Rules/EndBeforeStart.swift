import Diagnostics
import DossierModel

/// Something that ended before it began.
struct EndBeforeStart: CheckRule {
  static let id: DiagnosticID = "end-before-start"
  static let severity = Severity.error
  static let explanation = """
    What began on one day ends on that day or later. Compared are the editor's picks of `start` and \
    `end`, and of `founded` and `dissolved`, where no day of the one can come before the other.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    model.pages.flatMap { page in
      [("start", "end"), ("founded", "dissolved")].compactMap { finding(page, $0, $1) }
    }
  }

  private func finding(_ page: Page, _ first: String, _ last: String) -> Diagnostic? {
    guard let start = page.facts(first).first?.pick, let end = page.facts(last).first?.pick,
      let began = start.days?.first, let ended = end.days?.last, ended < began
    else { return nil }
    return Diagnostic(
      Self.severity, Self.id, "“\(last)” is before “\(first)”", at: page.file.place(end.range),
      help: "which of the two is right?",
      notes: [.init("“\(first)” is here", at: page.file.place(start.range))])
  }
}
