import DossierModel
import PhraseMatching
import TemplateEngine

/// The curation page of what rested on withdrawn sources alone. It is there as soon as a source is
/// withdrawn.
struct UnsupportedPages {
  let context: SiteContext
  let templates: TemplateSet

  static let title = "Without support"

  private struct Group {
    let title: String
    let letter: String
    let sortKey: [UInt8]
    var claims: [UnsupportedClaim]
  }

  func render() throws(TemplateError) -> [Artifact] {
    guard context.model.hasWithdrawals else { return [] }
    let claims = context.index.unsupported
    let groups = groups(claims)
    let path = SiteFiles.unsupported
    guard claims.count > ListSplitting.limit else {
      return [try page(path, Self.title, groups, parts: [], current: nil)]
    }
    var parts: [(title: String, path: SitePath, groups: [Group])] = []
    for group in groups {
      if parts.last?.title == group.letter {
        parts[parts.count - 1].groups.append(group)
      } else {
        let file = ListSplitting.addressPart(ofLetter: group.letter) + ".html"
        parts.append(
          (group.letter, SitePath(folder: "unsupported/by-letter", file: file), [group]))
      }
    }
    let links = parts.map { ($0.title, $0.path) }
    var artifacts = [try page(path, Self.title, [], parts: links, current: nil)]
    for part in parts {
      artifacts.append(
        try page(
          part.path, "\(Self.title): \(part.title)", part.groups, parts: links, current: part.path))
    }
    return artifacts
  }

  /// By page, in the order of their titles; the claims of one page are neighbours.
  private func groups(_ claims: [UnsupportedClaim]) -> [Group] {
    let folding = LetterFolding()
    let views = UnsupportedViews(context: context, path: SiteFiles.unsupported)
    var groups: [Group] = []
    for claim in claims {
      if let last = groups.last?.claims.last, last.page == claim.page {
        groups[groups.count - 1].claims.append(claim)
      } else {
        let title = views.title(of: claim)
        groups.append(
          Group(
            title: title, letter: ListSplitting.letter(of: title, folding),
            sortKey: folding.folded(title), claims: [claim]))
      }
    }
    return groups.sorted { left, right in
      if left.letter != right.letter { return left.letter < right.letter }
      if left.sortKey != right.sortKey {
        return left.sortKey.lexicographicallyPrecedes(right.sortKey)
      }
      return (left.claims.first?.page?.index ?? .max) < (right.claims.first?.page?.index ?? .max)
    }
  }

  private func page(
    _ path: SitePath, _ title: String, _ groups: [Group], parts: [(String, SitePath)],
    current: SitePath?
  ) throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: path)
    let views = UnsupportedViews(context: context, path: path)
    let cards = Cards(context: context, path: path)
    var crumbs = [layout.home()]
    if current != nil {
      crumbs.append(LinkView(title: Self.title, href: SiteFiles.unsupported.link(from: path)))
    }
    let withdrawn = context.model.sources.indices.map { SourceID($0) }
      .filter { context.model[$0].isWithdrawn }
    var values = layout.values(layout.page(title, kind: "unsupported"), breadcrumbs: crumbs)
    values += [
      .list(
        groups.enumerated().map { index, group in
          UnsupportedGroupView(
            title: group.title, anchor: "page.\(index + 1)", entries: group.claims.map(views.view))
        }),
      .list(current == nil ? withdrawn.map { cards.card($0) } : []),
      .list(
        parts.map { LinkView(title: $0.0, href: $0.1.link(from: path), isCurrent: $0.1 == current) }
      ), .int(context.index.unsupported.count),
    ]
    return try TemplatePage(
      templates: templates, name: "unsupported.html", schema: PageSchema.unsupported
    ).artifact(
      path, values,
      inputs: [
        .query("unsupported:all"), .query("sources:all"), .query("sections"), .query("now"),
      ])
  }
}
