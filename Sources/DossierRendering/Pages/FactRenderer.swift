import DossierModel
import EDTF

/// Facts and statements of a page as views.
struct FactRenderer {
  let context: SiteContext
  let page: Page
  private let path: SitePath
  private let base: LinkTable.Base

  /// - Parameter path: the page that shows them, where it is another one than theirs.
  init(context: SiteContext, page: Page, path: SitePath? = nil) {
    self.context = context
    self.page = page
    self.path = path ?? page.path
    base = context.links.base(of: self.path)
  }

  private var model: SiteModel { context.model }

  func facts(notes: inout NoteBook) -> [FactView] {
    let vocabulary = FactVocabulary.of(page.kind)
    // Relations to other actors have a table of their own.
    let shown = page.facts.filter {
      page.kind != .actor || !FactVocabulary.relationKeys.contains($0.key)
    }
    return shown.map { fact in
      let key = vocabulary.key(fact.key)
      let label = [key?.label ?? fact.key, fact.name].compactMap { $0 }.joined(separator: " ")
      return FactView(
        label: label, isDisputed: fact.isDisputed,
        accounts: fact.values.enumerated().map { index, value in
          AccountView(
            html: markup(value.text, type: key?.type ?? .text, pages: value.pages),
            qualifiers: qualifiers(value.qualifiers), notes: notes.marks(value.citations),
            isPick: index == 0 && !fact.isDisputed)
        })
    }
  }

  /// Relations to other actors: this page's own, then what others state of it.
  func relations(of id: PageID, notes: inout NoteBook) -> [RelationView] {
    let vocabulary = FactVocabulary.of(.actor)
    var views: [RelationView] = []
    for fact in page.facts where FactVocabulary.relationKeys.contains(fact.key) {
      for value in fact.values {
        for other in value.pages.compactMap(\.page) {
          views.append(
            RelationView(
              label: vocabulary.key(fact.key)?.label ?? fact.key, actor: link(to: other),
              isIncoming: false, qualifiers: qualifiers(value.qualifiers),
              notes: notes.marks(value.citations)))
        }
      }
    }
    for relation in context.relations.incoming[id.index] {
      let fact = model[relation.from].facts[relation.fact]
      views.append(
        RelationView(
          label: vocabulary.key(fact.key)?.label ?? fact.key, actor: link(to: relation.from),
          isIncoming: true, qualifiers: qualifiers(fact.values[relation.value].qualifiers),
          notes: []))
    }
    return views
  }

  func statements(of id: PageID, notes: inout NoteBook) -> [StatementView] {
    page.statements.enumerated().map { index, statement in
      let speech = context.index.speech
      let act = speech.act(of: SpeechAct.Declaration(page: id, statement: index))
        .map { speech.acts[$0] }
      return StatementView(
        anchor: statement.id ?? "statement.\(index + 1)",
        href: act?.path.link(from: page.path) ?? "",
        versions: act?.renderings.count ?? statement.renderings.count,
        origins: act?.origins.count ?? 0,
        speaker: statement.speaker.page.map { link(to: $0) }
          ?? LinkView(title: statement.speaker.slug, href: "#part.statements"),
        renderings: statement.renderings.map { rendering in
          let (text, isCut) = rendering.published(in: model)
          return RenderingView(
            text: isCut ? text + " […]" : text, language: language(of: rendering),
            notes: notes.marks(rendering.citations))
        })
    }
  }

  /// The language of the words, where the sources that have them agree on a foreign one.
  private func language(of rendering: Statement.Rendering) -> QuotedLanguage {
    let sources = rendering.citations.compactMap { model.source(key: $0.key) }
    let languages = Set(sources.map { context.language(of: $0) })
    return languages.count == 1 ? languages.first ?? .own : .own
  }

  func qualifiers(_ qualifiers: [FactValue.Qualifier]) -> [QualifierView] {
    qualifiers.map { qualifier in
      let key = FactVocabulary.qualifier(qualifier.key)
      return QualifierView(
        label: key?.label ?? qualifier.key,
        html: markup(qualifier.text, type: key?.type ?? .text, pages: qualifier.pages))
    }
  }

  private func link(to id: PageID) -> LinkView {
    LinkView(
      title: model.pages[id.index].title, href: model.pages[id.index].path.link(from: path))
  }

  /// A value in the form its type has: pages as links, dates in words.
  func markup(_ text: String, type: FactValueType, pages: [PageReference]) -> [UInt8] {
    var output: [UInt8] = []
    let known = pages.compactMap(\.page)
    if !known.isEmpty, known.count == pages.count {
      for (index, id) in known.enumerated() {
        if index > 0 { output += ", ".utf8 }
        context.links.appendOpenTag(id, from: base, to: &output)
        Markup.appendEscaped(model.pages[id.index].title, to: &output)
        output += "</a>".utf8
      }
    } else if type == .date || type == .dateOrPage, let date = EDTF(reading: text) {
      if let machine = date.htmlDateTime {
        output += "<time datetime=\"".utf8
        Markup.appendEscaped(machine, to: &output)
        output += "\">".utf8
        Markup.appendEscaped(date.words, to: &output)
        output += "</time>".utf8
      } else {
        Markup.appendEscaped(date.words, to: &output)
      }
    } else {
      appendWords(text, to: &output)
    }
    return output
  }

  /// Words with their wikilinks; what none resolves to stays its label.
  private func appendWords(_ text: String, to output: inout [UInt8]) {
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      Markup.appendEscaped(String(rest[..<open.lowerBound]), to: &output)
      let parts = rest[open.upperBound..<close.lowerBound].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let slug = parts.first.map(String.init) ?? ""
      let id = model.page(slug: slug)
      let label =
        parts.count > 1 ? String(parts[1]) : id.map { model.pages[$0.index].title } ?? slug
      if let id { context.links.appendOpenTag(id, from: base, to: &output) }
      Markup.appendEscaped(label, to: &output)
      if id != nil { output += "</a>".utf8 }
      rest = rest[close.upperBound...]
    }
    Markup.appendEscaped(String(rest), to: &output)
  }
}
