import Diagnostics
import DossierModel
import EDTF
import TemplateEngine

/// Renders the page of one act of speech: who spoke, when and where as far as anybody says so, and its
/// renderings word by word beside the first.
struct StatementRenderer {
  let context: SiteContext
  let templates: TemplateSet
  /// The index into `SpeechIndex.acts`.
  let index: Int

  private var model: SiteModel { context.model }
  private var act: SpeechAct { context.index.speech.acts[index] }

  func render() throws(TemplateError) -> Artifact {
    let act = act
    let words = StatementWords(context: context)
    let layout = Layout(context: context, path: act.path, section: StatementPages.folder)
    let speaker = words.speaker(of: act, from: act.path)
    let title = words.beginning(of: act, limit: StatementWords.titleLimit)
    var view = layout.page(
      title.map { "“\($0.text)”" } ?? "Statement by \(speaker.title)", kind: "statement")
    view.titleLanguage = title?.language ?? .own
    var values = layout.values(
      view,
      breadcrumbs: [
        layout.home(), layout.crumb(StatementPages.title, folder: StatementPages.folder),
      ])
    let cards = Cards(context: context, path: act.path)
    values += [
      speaker.value, .list(data(speaker)), .list(renderings(words)), .int(act.origins.count),
      .bool(!act.declarations.isEmpty), .bool(words.isInbox(act)),
      .list(act.about.map { cards.card($0) }), .int(act.renderings.count { $0.isWithdrawn }),
    ]
    return try TemplatePage(
      templates: templates, name: "statement.html", schema: PageSchema.statement
    ).artifact(act.path, values, inputs: inputs)
  }

  private var inputs: [InputID] {
    var inputs: [InputID] = [
      .query("statement:\(act.id)"), .query("names"), .query("sections"), .query("now"),
    ]
    for page in act.declarations.map(\.page) { inputs.append(.file(model[page].file.path)) }
    for source in act.sources + act.withdrawnSources {
      for file in [model[source].capture, model[source].sidecar] {
        if let file { inputs.append(.file(file.path)) }
      }
    }
    return inputs
  }

  // MARK: What is known

  private func data(_ speaker: LinkView) -> [DatumView] {
    let act = act
    let byEditor = "stated by the editor"
    var data = [
      DatumView(
        label: "Speaker", text: speaker.title, href: speaker.href.isEmpty ? nil : speaker.href,
        basis: !act.declarations.isEmpty
          ? byEditor
          : Self.basis(ofSpeakerBy: act.renderings.first?.rule ?? ""),
        isKnown: true)
    ]
    for declaration in act.declarations where act.speaker != .page(declaration.page) {
      let page = model[declaration.page]
      data.append(
        DatumView(
          label: page.kind == .event ? "Occasion" : "Stands in", text: page.title,
          href: page.path.link(from: act.path) + "#" + anchor(declaration), basis: byEditor,
          isKnown: true))
    }
    data.append(
      DatumView(
        label: "Spoken", text: act.spoken?.words ?? "unknown", href: nil,
        basis: act.spoken == nil ? "nobody has stated the day" : byEditor,
        isKnown: act.spoken != nil))
    data.append(published)
    return data + origins
  }

  /// How a speaker is known whom no block names: by a rule, or by a line of a review file.
  private static func basis(ofSpeakerBy rule: String) -> String {
    ReviewDecisions.isLine(rule)
      ? "accepted in review, \(rule)" : "named beside the words, read by the rule “\(rule)”"
  }

  /// Where the block stands on the editor's page.
  private func anchor(_ declaration: SpeechAct.Declaration) -> String {
    model[declaration.page].statements[declaration.statement].id
      ?? "statement.\(declaration.statement + 1)"
  }

  /// The days of publication, which say nothing of when the words were spoken.
  private var published: DatumView {
    let dates = act.sources.map { model[$0].published?.value }
    let known = dates.compactMap(\.self).sorted()
    let undated = dates.count - known.count
    var text = known.first.map(\.words) ?? "unknown"
    if let first = known.first, let last = known.last, first != last {
      text = "\(first.words) to \(last.words)"
    }
    var basis = "of the \(dates.count == 1 ? "report" : "reports"), not of the words"
    if undated > 0, !known.isEmpty { basis += "; \(undated) without a date" }
    return DatumView(
      label: "Published", text: text, href: nil, basis: basis, isKnown: !known.isEmpty)
  }

  private var origins: [DatumView] {
    let act = act
    return act.origins.map { origin in
      let sources = Set(
        act.renderings.flatMap(\.passages).filter { $0.origin == origin && !$0.isWithdrawn }.map(
          \.source))
      let report = model.source(key: origin)
      return DatumView(
        label: "Origin", text: report.map { model[$0].title.value } ?? origin,
        href: report.map { model[$0].path.link(from: act.path) },
        basis: report.map { sources == [$0] } ?? false
          ? "the report itself: no editor names another"
          : sources.count == 1 ? "of one report" : "of \(sources.count) reports, counted once",
        isKnown: true)
    }
  }

  // MARK: Renderings

  private func renderings(_ words: StatementWords) -> [ComparedRenderingView] {
    let act = act
    var first: String?
    return act.renderings.enumerated().map { index, rendering in
      let text = words.text(of: rendering)
      let compared = text.map { text in
        first.map { RenderingComparison(text, beside: $0) } ?? RenderingComparison(text)
      }
      if first == nil { first = text }
      return ComparedRenderingView(
        anchor: "rendering.\(index + 1)", number: index + 1, html: compared?.html,
        language: words.language(of: rendering), comparison: compared?.comparison,
        missing: compared?.missing ?? [], isRead: rendering.isRead, rule: rendering.rule,
        passages: rendering.passages.map(passage), isWithdrawn: rendering.isWithdrawn)
    }
  }

  private func passage(_ passage: SpeechPassage) -> PassageView {
    let source = model[passage.source]
    let address = source.path.link(from: act.path)
    return PassageView(
      href: passage.paragraph.map { address + "#" + source.article.paragraphs[$0].locator }
        ?? address,
      source: source.title.value, language: context.language(of: passage.source),
      publisher: source.publisher?.value, published: source.published.map { DateView($0.value) },
      locator: passage.locator, origin: passage.statedOrigin, grade: source.reliability,
      isInbox: source.isInbox, isWithdrawn: passage.isWithdrawn)
  }
}
