import CommonMark
import Diagnostics
import DossierModel

/// An origin that a passage names and that is almost one named elsewhere.
struct AlmostOrigin: CheckRule {
  static let id: DiagnosticID = "almost-origin"
  static let severity = Severity.warning
  static let explanation = """
    Passages count as one where they name one origin, so that a misspelt origin counts as another. \
    Reported is an origin behind `from` that no sidecar, no source and no page is called, and that \
    one citation alone names, where it is almost an origin named elsewhere.
    """

  /// How many origins are held against all others, so that a site of many takes no quadratic time.
  private static let limit = 200

  private struct Use {
    let page: Page
    let origin: String
    let range: Range<Int>
  }

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    var uses: [Use] = []
    var count: [String: Int] = [:]
    func look(_ page: Page, _ origin: String?, _ range: Range<Int>) {
      guard let origin else { return }
      uses.append(Use(page: page, origin: origin, range: range))
      count[origin, default: 0] += 1
    }
    for (page, links) in zip(model.pages, index.pages) {
      for citation in links.citations where citation.use.origin != nil {
        look(page, citation.use.origin, page.body[citation.node].source)
      }
      for fact in page.facts {
        for value in fact.values {
          for citation in value.citations { look(page, citation.origin, citation.range) }
        }
      }
      for statement in page.statements {
        for rendering in statement.renderings {
          for citation in rendering.citations { look(page, citation.origin, citation.range) }
        }
      }
    }
    guard !uses.isEmpty else { return [] }
    let declared = Set(
      model.sources.flatMap { [$0.key.rawValue] + [$0.origin].compactMap(\.self) + $0.via })
    let known = declared.union(count.filter { $0.value > 1 }.keys)
    let alone = uses.filter { use in
      !known.contains(use.origin) && model.page(slug: use.origin) == nil
    }
    return alone.prefix(Self.limit).compactMap { use in
      guard let question = NearMiss.question(for: use.origin, in: known) else { return nil }
      return Diagnostic(
        Self.severity, Self.id, "no other passage is from “\(use.origin)”",
        at: use.page.file.place(use.range), help: question)
    }
  }
}
