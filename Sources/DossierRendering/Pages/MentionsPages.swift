import Diagnostics
import DossierModel
import EDTF
import TemplateEngine

/// All mentions of a page that has more of them than fit on it.
struct MentionsPages {
  let context: SiteContext
  let templates: TemplateSet

  /// `mentions/russia.html`; slugs are unique over all kinds of page.
  static func path(of page: Page) -> SitePath {
    SitePath(folder: "mentions", file: page.slug.rawValue + ".html")
  }

  func render(_ id: PageID) throws(TemplateError) -> [Artifact] {
    let renderer = MentionRenderer(context: context)
    let origins = renderer.origins(of: id)
    guard origins.count > MentionRenderer.shown else { return [] }
    let page = context.model.pages[id.index]
    let path = Self.path(of: page)
    guard origins.count > ListSplitting.limit else {
      return [try artifact(id, path, origins, parts: [], current: nil, count: origins.count)]
    }
    // By year of what names the page, newest first, undated last.
    let years = Dictionary(grouping: origins) { year(of: $0) }
    let order = years.keys.sorted { ($0 ?? Int.min) > ($1 ?? Int.min) }
    let parts = order.map { year in
      let name = year.map { String($0) } ?? "Undated"
      return (
        name, SitePath(folder: "mentions/\(page.slug)", file: name.lowercased() + ".html"),
        years[year] ?? []
      )
    }
    let links = parts.map { ($0.0, $0.1) }
    var artifacts = [try artifact(id, path, [], parts: links, current: nil, count: origins.count)]
    for part in parts {
      artifacts.append(
        try artifact(id, part.1, part.2, parts: links, current: part.0, count: origins.count))
    }
    return artifacts
  }

  private func year(of origin: MentionRenderer.Origin) -> Int? {
    switch origin.kind {
    case .page(let page): return context.links.year(of: page)
    case .source(let source):
      return context.model.sources[source.index].published?.value.start.date?.year
    }
  }

  private func artifact(
    _ id: PageID, _ path: SitePath, _ origins: [MentionRenderer.Origin],
    parts: [(String, SitePath)], current: String?, count: Int
  ) throws(TemplateError) -> Artifact {
    let page = context.model[id]
    let layout = Layout(context: context, path: path, section: page.kind.folder)
    let subject = LinkView(title: page.title, href: page.path.link(from: path))
    let title = "Mentions of \(page.title)" + (current.map { ": \($0)" } ?? "")
    var values = layout.values(
      layout.page(title, kind: "mentions"),
      breadcrumbs: [
        layout.home(), layout.crumb(Labels.plural(page.kind), folder: page.kind.folder), subject,
      ])
    values += [
      subject.value, .list(MentionRenderer(context: context).groups(origins, from: path)),
      .list(
        parts.map {
          LinkView(title: $0.0, href: $0.1.link(from: path), isCurrent: $0.0 == current)
        }), .int(count),
    ]
    return try TemplatePage(
      templates: templates, name: "mentions.html", schema: PageSchema.mentions
    )
    .artifact(
      path, values,
      inputs: [
        .file(page.file.path), .query("mentions-of:\(page.slug)"), .query("sections"),
        .query("now"),
      ])
  }
}
