import Diagnostics
import DossierModel
import TemplateEngine

/// Timelines as pages show them: on the page of their subject, or from 501 entries on at addresses of
/// their own, by year.
struct TimelinePages {
  let context: SiteContext
  let templates: TemplateSet

  /// `timelines/russia.html`; slugs are unique over all kinds of page.
  static func path(of page: Page) -> SitePath {
    SitePath(folder: "timelines", file: page.slug.rawValue + ".html")
  }

  /// The timeline as the page of its subject shows it, with the sources that it leads to; nil where
  /// nothing is dated.
  static func view(
    of id: PageID, in context: SiteContext
  ) -> (view: TimelineView, sources: Set<SourceID>)? {
    let page = context.model.pages[id.index]
    let timeline = Timeline(of: id, in: context)
    guard timeline.count > 0 else { return nil }
    guard timeline.count <= ListSplitting.limit else {
      let link = LinkView(
        title: "All \(timeline.count)", href: path(of: page).link(from: page.path))
      return (
        TimelineView(
          count: timeline.count, hasRead: timeline.hasSentences, years: [], undated: nil,
          ahead: nil, background: nil, backgroundCount: 0, all: link), []
      )
    }
    var writer = TimelineWriter(context, of: id, at: page.path)
    let view = TimelineView(
      count: timeline.count, hasRead: timeline.hasSentences, years: writer.years(timeline.entries),
      undated: writer.undated(timeline.undated),
      ahead: writer.list(timeline.ahead, prefix: "ahead."),
      background: writer.list(timeline.background, prefix: "background."),
      backgroundCount: timeline.background.count, all: nil)
    return (view, writer.sources)
  }

  /// A page of its own and one for each year, where the timeline is too long for the page of its subject.
  func render(_ id: PageID) throws(TemplateError) -> [Artifact] {
    guard Timeline.bound(of: id, in: context) > ListSplitting.limit else { return [] }
    let timeline = Timeline(of: id, in: context)
    guard timeline.count > ListSplitting.limit else { return [] }
    let page = context.model.pages[id.index]
    let path = Self.path(of: page)
    let folder = "timelines/\(page.slug)"
    var parts: [(title: String, path: SitePath)] = []
    var years: [(TimelineYearView, Set<SourceID>)] = []
    var start = 0
    while start < timeline.entries.count {
      let slot = timeline.entries[start].slot
      var end = start + 1
      while end < timeline.entries.count, timeline.entries[end].slot.year == slot.year { end += 1 }
      let file = SitePath(folder: folder, file: slot.yearAnchor.lowercased() + ".html")
      var writer = TimelineWriter(context, of: id, at: file)
      for year in writer.years(Array(timeline.entries[start..<end])) {
        parts.append((year.title, file))
        years.append((year, writer.sources))
      }
      start = end
    }
    // What has no place among the years stands on the page itself.
    var writer = TimelineWriter(context, of: id, at: path)
    let rest = TimelineView(
      count: timeline.count, hasRead: timeline.hasSentences, years: [],
      undated: writer.undated(timeline.undated),
      ahead: writer.list(timeline.ahead, prefix: "ahead."),
      background: writer.list(timeline.background, prefix: "background."),
      backgroundCount: timeline.background.count, all: nil)
    var artifacts = [try artifact(page, path, rest, parts, current: nil, sources: writer.sources)]
    for (part, year) in zip(parts, years) {
      let view = TimelineView(
        count: timeline.count, hasRead: timeline.hasSentences, years: [year.0], undated: nil,
        ahead: nil, background: nil, backgroundCount: 0, all: nil)
      artifacts.append(
        try artifact(page, part.path, view, parts, current: part.title, sources: year.1))
    }
    return artifacts
  }

  private func artifact(
    _ page: Page, _ path: SitePath, _ timeline: TimelineView,
    _ parts: [(title: String, path: SitePath)], current: String?, sources: Set<SourceID>
  ) throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: path, section: page.kind.folder)
    let subject = LinkView(title: page.title, href: page.path.link(from: path))
    let title = "Timeline of \(page.title)" + (current.map { ": \($0)" } ?? "")
    var values = layout.values(
      layout.page(title, kind: "timeline"),
      breadcrumbs: [
        layout.home(), layout.crumb(Labels.plural(page.kind), folder: page.kind.folder), subject,
      ])
    values += [
      subject.value, timeline.value,
      .list(
        parts.map {
          LinkView(title: $0.title, href: $0.path.link(from: path), isCurrent: $0.title == current)
        }),
    ]
    return try TemplatePage(
      templates: templates, name: "timeline.html", schema: PageSchema.timeline
    )
    .artifact(
      path, values,
      inputs: [
        .file(page.file.path), .query("timeline-of:\(page.slug)"), .query("sections"),
        .query("now"),
      ] + Self.inputs(sources, context.model))
  }

  /// What entries that lead to `sources` were made from.
  static func inputs(_ sources: Set<SourceID>, _ model: SiteModel) -> [InputID] {
    var inputs: [InputID] = []
    inputs.reserveCapacity(sources.count * 3)
    // In the order of a set: an artifact's inputs are sorted in the end. A source is a large value, and
    // copied once.
    for id in sources {
      let source = model.sources[id.index]
      if let file = source.capture { inputs.append(.file(file.path)) }
      if let file = source.sidecar { inputs.append(.file(file.path)) }
      inputs.append(.query("extracts-of:" + source.key.rawValue))
    }
    return inputs
  }
}
