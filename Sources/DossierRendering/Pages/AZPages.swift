import DossierModel
import PhraseMatching
import TemplateEngine

/// Every name of every actor, conflict, event and place, by letter; other names say whose they are.
struct AZPages {
  let context: SiteContext
  let templates: TemplateSet

  private struct Entry {
    let name: String
    let sortKey: [UInt8]
    let letter: String
    let page: PageID
    let isAlias: Bool
  }

  func render() throws(TemplateError) -> [Artifact] {
    let groups = Dictionary(grouping: entries()) { $0.letter }
    let letters = groups.keys.sorted()
    let count = groups.values.reduce(0) { $0 + $1.count }
    guard count > ListSplitting.limit else {
      return [
        try artifact(
          SiteFiles.aToZ, letters.map { ($0, groups[$0] ?? []) }, parts: [], current: nil)
      ]
    }
    let parts = letters.map {
      ($0, SitePath(folder: "a-z", file: ListSplitting.addressPart(ofLetter: $0) + ".html"))
    }
    var artifacts = [try artifact(SiteFiles.aToZ, [], parts: parts, current: nil)]
    for (letter, path) in parts {
      artifacts.append(
        try artifact(path, [(letter, groups[letter] ?? [])], parts: parts, current: letter))
    }
    return artifacts
  }

  private func artifact(
    _ path: SitePath, _ groups: [(String, [Entry])], parts: [(String, SitePath)], current: String?
  ) throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: path, section: "a-z")
    let cards = Cards(context: context, path: path)
    let title = "A–Z" + (current.map { ": \($0)" } ?? "")
    var crumbs = [layout.home()]
    if current != nil {
      crumbs.append(LinkView(title: "A–Z", href: SiteFiles.aToZ.link(from: path)))
    }
    var values = layout.values(layout.page(title, kind: "a-z"), breadcrumbs: crumbs)
    values += [
      .list(
        groups.map { letter, entries in
          CardGroupView(
            title: letter, anchor: "letter-" + ListSplitting.addressPart(ofLetter: letter),
            cards: entries.map {
              cards.card(
                $0.page, named: $0.name,
                role: $0.isAlias ? context.model.pages[$0.page.index].title : nil)
            })
        }),
      .list(
        parts.map {
          LinkView(title: $0.0, href: $0.1.link(from: path), isCurrent: $0.0 == current)
        }),
    ]
    return try TemplatePage(templates: templates, name: "a-z.html", schema: PageSchema.aToZ)
      .artifact(path, values, inputs: [.query("names"), .query("sections"), .query("now")])
  }

  private func entries() -> [Entry] {
    let folding = LetterFolding()
    var entries: [Entry] = []
    for (index, page) in context.model.pages.enumerated() where page.kind != .page {
      var seen: Set<String> = []
      let others = (page.aliases + page.names).map(\.name)
      for (position, name) in ([page.title] + others).enumerated()
      where seen.insert(name).inserted {
        entries.append(
          Entry(
            name: name, sortKey: folding.folded(name),
            letter: ListSplitting.letter(of: name, folding), page: PageID(index),
            isAlias: position > 0))
      }
    }
    return entries.sorted { left, right in
      if left.sortKey != right.sortKey {
        return left.sortKey.lexicographicallyPrecedes(right.sortKey)
      }
      return (left.name, left.page) < (right.name, right.page)
    }
  }
}
