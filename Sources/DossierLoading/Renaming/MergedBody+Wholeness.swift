import CommonMark
import DossierModel

extension MergedBody {
  /// Whether `merged` says all that both pages said, and nothing means something else now.
  static func isWhole(
    _ merged: PageSections, of from: PageSections, and into: PageSections
  ) -> Bool {
    let parts = [from.page, into.page]
    let whole = merged.page
    func holds<Value: Hashable>(_ values: (PageContent) -> [Value]) -> Bool {
      Set(values(whole)) == Set(parts.flatMap(values))
    }
    func counts(_ count: (PageContent) -> Int) -> Bool {
      count(whole) == parts.map(count).reduce(0, +)
    }
    let citations = holds { page in
      page.body.citations.map { "\($0.key) \($0.rest)" }
        + page.facts.flatMap(\.citations).map {
          "\($0.key) \($0.locator?.text ?? "") \($0.origin ?? "")"
        }
    }
    let values = holds { page in
      page.facts.flatMap { fact in
        fact.values.map { "\(fact.key) \(fact.name ?? ""): \($0.text)" }
          + fact.corrections.map { "\(fact.key) was \($0.was)" }
      }
    }
    let statements = holds { page in
      page.statements.flatMap { statement in
        statement.renderings.map { "\(statement.speaker.slug): \($0.text)" }
      }
    }
    return citations && values && statements
      && holds { page in page.statements.compactMap(\.id) }
      && holds { page in page.body.links.map(\.destination) }
      && holds { page in page.body.wikilinks.map { "\($0.page)#\($0.heading ?? "")" } }
      && counts { $0.body.footnotes.count } && counts { $0.body.footnoteReferences.count }
      && counts { $0.body.codeBlocks.count } && counts { $0.body.callouts.count }
  }
}
