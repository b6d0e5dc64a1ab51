import Diagnostics
import DossierModel

/// A rendering of a statement with more words than may be quoted of its source.
struct LongQuotation: CheckRule {
  static let id: DiagnosticID = "long-quotation"
  static let severity = Severity.warning
  static let explanation = """
    Direct quotations of a named speaker are not counted among the extracts of a source as long as each \
    has at most 100 words. A longer one is cut where it is shown, unless the source's `rights` are full.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for page in model.pages {
      for rendering in page.statements.flatMap(\.renderings)
      where rendering.published(in: model).isCut {
        findings.append(
          Diagnostic(
            Self.severity, Self.id,
            "the quotation has \(Words.ranges(in: rendering.text).count) words; "
              + "\(Statement.Rendering.wordLimit) of them are shown",
            at: page.file.place(rendering.range),
            help: "cut it with […], or say `rights: full` of the source where they are"))
      }
    }
    return findings
  }
}
