import CommonMark
import Diagnostics
import DossierModel
import EDTF
import TemplateEngine

/// The home page, the page for missing pages, and redirects.
struct HomePages {
  let context: SiteContext
  let templates: TemplateSet

  /// How many entries a list on the home page has.
  static let shown = 12
  /// How many statements.
  static let statementsShown = 5

  private var model: SiteModel { context.model }

  func home() throws(TemplateError) -> Artifact {
    let path = SiteFiles.home
    let layout = Layout(context: context, path: path)
    let cards = Cards(context: context, path: path)
    var body: [UInt8] = []
    var notes = NoteBook(context: context, path: path)
    if let home = model.home {
      var writer = PageLinkWriter(
        context: context, path: path, links: context.index.home, notes: notes)
      MarkdownHTMLRenderer.render(
        home.body, from: home.body.blocks.first, upTo: nil, spans: writer.spans, writer: &writer,
        anchors: true, into: &body)
      MarkdownHTMLRenderer.renderFootnotes(
        home.body, spans: writer.spans, writer: &writer, into: &body)
      notes = writer.notes
    }
    let title = model.home?.title ?? model.configuration.title
    var page = layout.page(
      title, kind: "home", description: model.home?.summary ?? model.configuration.description)
    page.summary = page.description
    page.reviewed = model.home?.reviewed.map { DateView($0) }
    var values = layout.values(page, breadcrumbs: [])
    let events = SiteContext.byDate(model.pages(of: .event), in: model)
      .filter { model[$0].date != nil }.reversed().prefix(Self.shown)
    let conflicts = ConflictCards(context: context, path: path)
      .views(limit: Self.shown, notes: &notes)
    values += [
      .markup(body), .list(notes.views()), .list(conflicts),
      .list(events.map { cards.card($0) }), .list(actors.map { cards.card($0) }),
      .list(model.pages(of: .page).prefix(Self.shown).map { cards.card($0) }),
      .list(sources.map { cards.card($0) }), coverage.value, .list(statements(path)),
    ]
    var inputs: [InputID] = [
      .query("pages:all"), .query("sources:all"), .query("mentions:all"), .query("names"),
      .query("sections"), .query("now"),
    ]
    if let home = model.home { inputs.append(.file(home.file.path)) }
    return try TemplatePage(templates: templates, name: "home.html", schema: PageSchema.home)
      .artifact(path, values, inputs: inputs)
  }

  /// The latest statements of which somebody says when they were spoken.
  private func statements(_ path: SitePath) -> [StatementEntryView] {
    let words = StatementWords(context: context)
    let acts = context.index.speech.acts
    let dated = acts.indices.filter { acts[$0].spoken != nil }
    return dated.sorted { left, right in
      guard let a = acts[left].spoken, let b = acts[right].spoken, a != b else {
        return left < right
      }
      return b < a
    }.prefix(Self.statementsShown).map { words.entry($0, from: path) }
  }

  /// The actors named in most sentences.
  private var actors: [PageID] {
    Array(
      model.pages(of: .actor).map { ($0, context.index.backlinks[$0].count) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.shown).map(\.0))
  }

  private var sources: [SourceID] {
    let dated = standing.map { ($0, model[$0].published?.value) }
    return Array(
      dated.sorted { left, right in
        switch (left.1, right.1) {
        case (let a?, let b?) where a != b: return b < a
        case (.some, nil): return true
        case (nil, .some): return false
        default: return left.0 < right.0
        }
      }.prefix(Self.shown).map(\.0))
  }

  /// The sources that are not withdrawn.
  private var standing: [SourceID] {
    model.sources.indices.filter { !model.sources[$0].isWithdrawn }.map { SourceID($0) }
  }

  private var coverage: CoverageView {
    let standing = standing
    let origins = Set(standing.map { model.origin(of: $0) })
    let dates = standing.compactMap { model[$0].published?.value }
    let first = dates.min { ($0.earliest ?? .max) < ($1.earliest ?? .max) }
    let last = dates.max { ($0.latest ?? .min) < ($1.latest ?? .min) }
    var period: String?
    if let first, let last {
      period = first == last ? first.words : "\(first.words) to \(last.words)"
    }
    return CoverageView(
      sources: standing.count, origins: origins.count,
      actors: model.pages(of: .actor).count, conflicts: model.pages(of: .conflict).count,
      events: model.pages(of: .event).count, period: period,
      undated: model.sources.count - dates.count,
      unreviewed: model.sources.count(where: \.isInbox), gap: CoverageGap.longest(of: dates))
  }

  func notFound() throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: SiteFiles.notFound, isAbsolute: true)
    var page = layout.page("Page not found", kind: "not-found")
    page.canonical = nil
    return try TemplatePage(
      templates: templates, name: "404.html", schema: PageSchema.notFound
    ).artifact(
      SiteFiles.notFound, layout.values(page, breadcrumbs: []),
      inputs: [.query("sections"), .query("now")])
  }

  /// The old addresses of a page.
  func redirects(_ page: Page) throws(TemplateError) -> [Artifact] {
    var artifacts: [Artifact] = []
    for old in page.redirects {
      artifacts.append(
        try redirect(
          old, to: page.path, title: page.title, section: page.kind.folder,
          inputs: [.file(page.file.path)]))
    }
    return artifacts
  }

  /// The old addresses of a source.
  func redirects(_ source: Source) throws(TemplateError) -> [Artifact] {
    var artifacts: [Artifact] = []
    for old in source.redirects {
      artifacts.append(
        try redirect(
          old, to: source.path, title: source.title.value, section: "sources",
          inputs: source.sidecar.map { [.file($0.path)] } ?? []))
    }
    return artifacts
  }

  /// A page at `old` that leads on to `path`.
  func redirect(
    _ old: SitePath, to path: SitePath, title: String, section: String?, inputs: [InputID]
  ) throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: old, section: section)
    var view = layout.page(title, kind: "redirect")
    view.canonical = model.configuration.baseURL.map { $0 + path.percentEncoded }
    let values = layout.values(view, breadcrumbs: []) + [.string(path.link(from: old))]
    return try TemplatePage(
      templates: templates, name: "redirect.html", schema: PageSchema.redirect
    ).artifact(old, values, inputs: inputs + [.query("sections"), .query("now")])
  }
}
