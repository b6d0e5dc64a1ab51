import DossierModel
import EDTF
import TemplateEngine

/// The page of all corrections and withdrawals, newest first; by year where there are many.
struct CorrectionPages {
  let context: SiteContext
  let templates: TemplateSet

  static let title = "Corrections"

  private struct Group {
    let year: String
    var corrections: [Correction]
  }

  func render() throws(TemplateError) -> [Artifact] {
    let corrections = context.corrections
    guard !corrections.isEmpty else { return [] }
    let groups = Self.groups(corrections)
    guard corrections.count > ListSplitting.limit else {
      return [try page(SiteFiles.corrections, Self.title, groups, parts: [], current: nil)]
    }
    let parts = groups.map { ($0.year, Self.part(of: $0.year)) }
    var artifacts = [
      try page(SiteFiles.corrections, Self.title, [], parts: parts, current: nil)
    ]
    for (group, part) in zip(groups, parts) {
      artifacts.append(
        try page(
          part.1, "\(Self.title): \(group.year)", [group], parts: parts, current: part.1))
    }
    return artifacts
  }

  /// The page that shows `correction`.
  static func path(of correction: Correction, in context: SiteContext) -> SitePath {
    context.corrections.count > ListSplitting.limit
      ? part(of: year(of: correction)) : SiteFiles.corrections
  }

  private static func part(of year: String) -> SitePath {
    SitePath(folder: "corrections/by-year", file: year.lowercased() + ".html")
  }

  private static func year(of correction: Correction) -> String {
    correction.date.start.date.map { String($0.year) } ?? "Undated"
  }

  /// By year; years are in the order in which they come first.
  private static func groups(_ corrections: [Correction]) -> [Group] {
    var groups: [Group] = []
    var positions: [String: Int] = [:]
    for correction in corrections {
      let year = year(of: correction)
      if let position = positions[year] {
        groups[position].corrections.append(correction)
      } else {
        positions[year] = groups.count
        groups.append(Group(year: year, corrections: [correction]))
      }
    }
    return groups
  }

  private func page(
    _ path: SitePath, _ title: String, _ groups: [Group], parts: [(String, SitePath)],
    current: SitePath?
  ) throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: path)
    var crumbs = [layout.home()]
    if current != nil {
      crumbs.append(LinkView(title: Self.title, href: SiteFiles.corrections.link(from: path)))
    }
    let views = CorrectionViews(context: context, path: path)
    var values = layout.values(layout.page(title, kind: "corrections"), breadcrumbs: crumbs)
    values += [
      .list(
        groups.map {
          CorrectionGroupView(
            title: $0.year, anchor: "year.\($0.year.lowercased())",
            entries: $0.corrections.map(views.view))
        }),
      .list(
        parts.map { LinkView(title: $0.0, href: $0.1.link(from: path), isCurrent: $0.1 == current) }
      ), .int(context.corrections.count),
      .optional(
        context.hasCorrectionsFeed ? SiteFiles.correctionsFeed.link(from: path) : nil),
      .optional(
        context.model.hasWithdrawals ? SiteFiles.unsupported.link(from: path) : nil),
    ]
    return try TemplatePage(
      templates: templates, name: "corrections.html", schema: PageSchema.corrections
    ).artifact(
      path, values, inputs: [.query("corrections:all"), .query("sections"), .query("now")])
  }
}

/// Corrections as a page shows them.
struct CorrectionViews {
  let context: SiteContext
  let path: SitePath

  private var model: SiteModel { context.model }

  func view(_ correction: Correction) -> CorrectionEntryView {
    switch correction.subject {
    case .fact(let id, let factIndex, let number, let next):
      let page = model[id]
      let fact = page.facts[factIndex]
      let renderer = FactRenderer(context: context, page: page, path: path)
      let type = FactVocabulary.of(page.kind).key(fact.key)?.type
      let now =
        next.map { Markup.escaped(FactRenderer.words(fact.corrections[$0].was, type)) }
        ?? fact.pick.map(renderer.markup) ?? Markup.escaped(FactVocabulary.disputed)
      return CorrectionEntryView(
        anchor: correction.anchor, date: DateView(correction.date), kind: "fact",
        page: LinkView(title: page.title, href: page.path.link(from: path)),
        label: FactRenderer.label(of: fact, on: page.kind),
        was: FactRenderer.words(fact.corrections[number].was, type), now: now,
        why: fact.corrections[number].why)
    case .withdrawal(let id):
      let source = model[id]
      return CorrectionEntryView(
        anchor: correction.anchor, date: DateView(correction.date), kind: "withdrawal",
        page: LinkView(title: source.title.value, href: source.path.link(from: path)), label: "",
        was: nil, now: [], why: source.withdrawn?.reason)
    }
  }

  /// What it says in words alone, for the feed.
  func words(of correction: Correction) -> (title: String, summary: String) {
    switch correction.subject {
    case .fact(let id, let factIndex, let number, let next):
      let page = model[id]
      let fact = page.facts[factIndex]
      let type = FactVocabulary.of(page.kind).key(fact.key)?.type
      let was = FactRenderer.words(fact.corrections[number].was, type)
      let now =
        next.map { FactRenderer.words(fact.corrections[$0].was, type) }
        ?? fact.pick.map { FactRenderer.words(of: $0, in: model) } ?? FactVocabulary.disputed
      let why = fact.corrections[number].why.map { " Why: \($0)" } ?? ""
      return (
        "Corrected: \(page.title), \(FactRenderer.label(of: fact, on: page.kind))",
        "Was “\(was)”, now “\(now)”.\(why)"
      )
    case .withdrawal(let id):
      let source = model[id]
      return ("Withdrawn: \(source.title.value)", source.withdrawn?.reason ?? "")
    }
  }
}
