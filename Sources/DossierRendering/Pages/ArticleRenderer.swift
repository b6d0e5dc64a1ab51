import CommonMark
import Diagnostics
import DossierModel
import EDTF
import TemplateEngine

/// Renders one hand-written page: actor, conflict, event, place or plain page.
struct ArticleRenderer {
  let context: SiteContext
  let templates: TemplateSet
  let id: PageID
  private let page: Page

  init(context: SiteContext, templates: TemplateSet, id: PageID) {
    self.context = context
    self.templates = templates
    self.id = id
    page = context.model.pages[id.index]
  }

  private var model: SiteModel { context.model }

  /// The page's artifact.
  func render() throws(TemplateError) -> Artifact {
    let (name, schema) = template
    let (values, notes, timeline) = values()
    return try TemplatePage(templates: templates, name: name, schema: schema)
      .artifact(page.path, values, inputs: inputs(notes, timeline))
  }

  /// The template and what it is rendered with.
  var templateAndRecord: (template: String, record: TemplateRecord) {
    let (name, schema) = template
    return (name, TemplateRecord(schema, values().values))
  }

  /// The values of the template's variables in the order of its schema, the notes they refer to, and the
  /// sources that the timeline leads to.
  private func values() -> (
    values: [TemplateValue], notes: NoteBook, timeline: Set<SourceID>
  ) {
    let layout = Layout(context: context, path: page.path, section: page.kind.folder)
    var view = layout.page(page.title, kind: page.kind.rawValue, description: summary)
    view.summary = page.summary
    view.reviewed = page.reviewed.map { DateView($0) }
    view.isStale = Staleness.isStale(page, in: context)
    var values = layout.values(
      view,
      breadcrumbs: [
        layout.home(), layout.crumb(Labels.plural(page.kind), folder: page.kind.folder),
      ])
    var notes = NoteBook(context: context, path: page.path)
    let facts = FactRenderer(context: context, page: page)
    let factViews = facts.facts(notes: &notes)
    var writer = PageLinkWriter(
      context: context, path: page.path, links: context.index.pages[id.index], notes: notes)
    let body = body(&writer)
    notes = writer.notes
    // In the order in which the page shows them, or the notes would not be numbered as one reads.
    let relations = page.kind == .actor ? facts.relations(of: id, notes: &notes) : []
    let hasAccounts = page.kind == .conflict || page.kind == .event
    let disputes = hasAccounts ? facts.disputes(notes: &notes) : []
    let matrix = page.kind == .conflict ? RelationMatrix(context: context, conflict: id) : nil
    let matrixView = matrix.flatMap { $0.view(facts: facts, notes: &notes) }
    let notKnown = facts.notKnown(notes: &notes)
    let statements = facts.statements(of: id, notes: &notes)
    let mentions = MentionRenderer(context: context)
    let origins = mentions.origins(of: id)
    let all =
      origins.count > MentionRenderer.shown
      ? LinkView(
        title: "All \(origins.count)", href: MentionsPages.path(of: page).link(from: page.path))
      : nil
    values += [
      .optional(page.sort.map(Labels.sort)), .list(page.aliases.map { .string($0.name) }),
      .list(names), .markup(body), .list(contents), .list(factViews), .list(statements),
      .list(notes.views()),
      .list(mentions.groups(origins.prefix(MentionRenderer.shown), from: page.path)),
      .int(origins.count), .optional(all), .list(external), .optional(page.capital),
      .list(page.extra.map { ExtraView($0) }), .list(notKnown),
    ]
    values += kindValues(relations, disputes)
    guard page.kind == .actor || page.kind == .conflict else { return (values, notes, []) }
    let timeline = TimelinePages.view(of: id, in: context)
    values.append(.optional(timeline?.view))
    if let matrix {
      values += [
        .optional(matrixView), .optional(RelationNetwork.view(of: matrix, path: page.path)),
        .optional(context.months.sparkline(of: id)),
      ]
    } else {
      values.append(.optional(RelationNetwork.view(of: id, in: context)))
    }
    return (values, notes, timeline?.sources ?? [])
  }

  private var template: (name: String, schema: RecordSchema) {
    switch page.kind {
    case .actor: ("actor.html", PageSchema.actor)
    case .conflict: ("conflict.html", PageSchema.conflict)
    case .event: ("event.html", PageSchema.event)
    case .place: ("place.html", PageSchema.place)
    case .page: ("page.html", PageSchema.page)
    }
  }

  private func body(_ writer: inout PageLinkWriter) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(page.body.text.count * 2)
    let spans = writer.spans
    for run in page.prose {
      MarkdownHTMLRenderer.render(
        page.body, from: run.first, upTo: run.end, spans: spans, writer: &writer, anchors: true,
        into: &output)
    }
    MarkdownHTMLRenderer.renderFootnotes(page.body, spans: spans, writer: &writer, into: &output)
    return output
  }

  /// The summary, else the first sentence of the first paragraph.
  private var summary: String? { Summaries.summary(of: page) }

  private var names: [NameView] {
    page.names.map { name in
      NameView(
        name: name.name,
        usedBy: name.usedBy.compactMap(\.page).map {
          LinkView(title: model[$0].title, href: model[$0].path.link(from: page.path))
        })
    }
  }

  private var contents: [ContentsEntryView] {
    let inProse = Set(
      page.body.headings.map(\.node).filter { node in
        page.prose.contains { $0.first <= node && ($0.end.map { node < $0 } ?? true) }
      })
    return page.body.headings.filter { inProse.contains($0.node) }.map {
      ContentsEntryView(title: $0.title, href: "#" + $0.anchor, level: $0.level)
    }
  }

  /// Links for the identifiers whose catalogue shows each; others show as they are.
  private var external: [LinkView] {
    page.external.map { entry in
      let scheme = IdentifierScheme.named(entry.scheme)
      return LinkView(
        title: "\(scheme?.label ?? entry.scheme) \(entry.identifier)",
        href: scheme?.address(of: entry.identifier) ?? "")
    }
  }

  // MARK: What a kind has beyond the others

  private func kindValues(
    _ relations: [RelationView], _ disputes: [FactView]
  ) -> [TemplateValue] {
    let index = id.index
    let cards = Cards(context: context, path: page.path)
    switch page.kind {
    case .actor:
      return [
        .list(context.relations.conflicts[index].map { cards.card($0.page, role: $0.role) }),
        .list(context.relations.events[index].map { cards.card($0.page, role: $0.role) }),
        .list(relations),
      ] + statementLists
    case .conflict:
      return [
        page.partOf?.page.map { cards.link($0) } ?? .none,
        .list(context.relations.parts[index].map { cards.card($0) }),
        .list(context.relations.eventsOfConflict[index].map { cards.card($0) }),
        .list(disputes),
      ]
    case .event:
      let conflicts = page.conflicts.compactMap(\.page)
      let siblings = conflicts.first.map { context.relations.eventsOfConflict[$0.index] } ?? []
      let position = siblings.firstIndex(of: id)
      let earlier = position.flatMap { $0 > 0 ? siblings[$0 - 1] : nil }
      let later = position.flatMap { $0 + 1 < siblings.count ? siblings[$0 + 1] : nil }
      return [
        .list(conflicts.map { cards.link($0) }), earlier.map { cards.card($0) } ?? .none,
        later.map { cards.card($0) } ?? .none, .list(disputes),
      ]
    case .place:
      return [.list(context.relations.eventsAtPlace[index].map { cards.card($0) })]
    case .page: return []
    }
  }

  /// What an actor said, a link to all of it where there is more, and what others said of it.
  private var statementLists: [TemplateValue] {
    let words = StatementWords(context: context)
    let spoken = context.index.speech.acts(by: id)
    let all =
      spoken.count > StatementPages.shown
      ? LinkView(
        title: "All \(spoken.count)",
        href: StatementPages.address(of: id, in: context, from: page.path)) : nil
    return [
      .list(spoken.suffix(StatementPages.shown).map { words.entry($0, from: page.path) }),
      .optional(all),
      .list(
        context.index.speech.acts(naming: id).suffix(StatementPages.shown)
          .map { words.entry($0, from: page.path) }),
    ]
  }

  /// Everything that was read to make the page.
  private func inputs(_ notes: NoteBook, _ timeline: Set<SourceID>) -> [InputID] {
    var inputs: [InputID] = [
      .file(page.file.path), .query("names"),
      .query("mentions-of:\(page.slug)"), .query("relations-of:\(page.slug)"),
      .query("sections"), .query("now"), .query("statements-of:\(page.slug)"),
    ]
    if page.kind == .actor || page.kind == .conflict {
      inputs.append(.query("timeline-of:\(page.slug)"))
    }
    let sources = timeline.isEmpty ? notes.sources : notes.sources.union(timeline)
    return inputs + TimelinePages.inputs(sources, model)
  }
}
