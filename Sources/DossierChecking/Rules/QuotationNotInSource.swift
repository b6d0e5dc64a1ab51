import Diagnostics
import DossierModel

/// A quotation, as a rendering of a statement or in prose, that does not stand in the paragraph it cites.
struct QuotationNotInSource: CheckRule {
  static let id: DiagnosticID = "quotation-not-in-source"
  static let severity = Severity.error
  static let explanation = """
    A quotation with a locator stands in that paragraph to the letter. Quotation marks, dashes and \
    spaces are folded, `[…]` may cut; nothing else may differ.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (page, links) in zip(model.pages, index.pages) {
      for quotation in ProseQuotation.all(in: page.body, links.citations) {
        findings += finding(
          quotation.text, quotation.use.source, quotation.use.locator, model,
          at: page.file.place(quotation.range))
      }
      for rendering in page.statements.flatMap(\.renderings) {
        for citation in rendering.citations {
          guard let id = model.source(key: citation.key) else { continue }
          findings += finding(
            rendering.text, id, citation.locator, model, at: page.file.place(rendering.range))
        }
      }
    }
    if let home = model.home {
      for quotation in ProseQuotation.all(in: home.body, index.home.citations) {
        findings += finding(
          quotation.text, quotation.use.source, quotation.use.locator, model,
          at: home.file.place(quotation.range))
      }
    }
    return findings
  }

  private func finding(
    _ words: String, _ id: SourceID, _ locator: Citation.Locator?, _ model: SiteModel,
    at place: SourcePlace
  ) -> [Diagnostic] {
    guard let locator else { return [] }
    let source = model[id]
    let paragraphs = locator.numbers.compactMap { source.paragraph(locator.series, $0) }
    guard paragraphs.count == locator.numbers.count else { return [] }
    let text = paragraphs.map { source.article.paragraphs[$0].text }.joined(separator: " ")
    guard !QuotationText(text).contains(QuotationText(words)) else { return [] }
    return [
      Diagnostic(
        Self.severity, Self.id,
        "these words do not stand in \(locator.text) of “\(source.key)”", at: place,
        help: Self.help(for: words, in: source))
    ]
  }

  private static func help(for words: String, in source: Source) -> String {
    let wanted = QuotationText(words)
    let found = source.article.paragraphs.filter { QuotationText($0.text).contains(wanted) }
    guard let first = found.first else {
      return "quote to the letter, or mark what is left out with […]"
    }
    return "they stand in \(first.locator)"
  }
}
