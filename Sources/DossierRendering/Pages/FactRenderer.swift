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

  /// The lines of the fact box.
  func facts(notes: inout NoteBook) -> [FactView] {
    // Relations to other actors have a table of their own; what says that there is none has not.
    let shown = page.facts.filter {
      $0.key != Self.notKnown && (!isRelation($0) || $0.namesNothing)
    }
    return shown.map { view($0, notes: &notes, showsWho: false) }
  }

  /// The facts of which the editor picks no account, for a table of accounts.
  func disputes(notes: inout NoteBook) -> [FactView] {
    page.facts.filter(\.isDisputed).map { view($0, notes: &notes, showsWho: true) }
  }

  private static let notKnown = "not-known"

  /// What the sources leave open, for a section of its own.
  func notKnown(notes: inout NoteBook) -> [AccountView] {
    var accounts: [AccountView] = []
    for fact in page.facts where fact.key == Self.notKnown {
      accounts += view(fact, notes: &notes, showsWho: false).accounts
    }
    return accounts
  }

  /// Whether it stands in the table of relations, unless it names nobody.
  func isRelation(_ fact: Fact) -> Bool {
    page.kind == .actor && FactVocabulary.relationKeys.contains(fact.key)
  }

  /// The fact's key and name, for people: `Side Azerbaijan`.
  static func label(of fact: Fact, on kind: PageKind) -> String {
    let key = FactVocabulary.of(kind).key(fact.key)
    return [key?.label ?? fact.key, fact.name].compactMap { $0 }.joined(separator: " ")
  }

  private func view(_ fact: Fact, notes: inout NoteBook, showsWho: Bool) -> FactView {
    let label = Self.label(of: fact, on: page.kind)
    var accounts: [AccountView] = []
    for (index, value) in fact.values.enumerated() {
      accounts.append(
        AccountView(
          html: markup(value), who: showsWho ? who(says: value) : [],
          qualifiers: qualifiers(showsWho ? Self.others(of: value) : value.qualifiers),
          // The fact box has these accounts, too, so that their notes are there.
          notes: showsWho
            ? notes.repeatedMarks(value.citations) : notes.marks(value.citations),
          isPick: index == 0 && !fact.isDisputed,
          isUnknown: value.isUnknown, origins: OriginCount(value.citations, in: model)))
    }
    return FactView(
      label: label, isDisputed: fact.isDisputed, accounts: accounts,
      // In a table of accounts they would stand there a second time.
      corrections: showsWho ? [] : corrections(of: fact, notes: &notes))
  }

  private func corrections(of fact: Fact, notes: inout NoteBook) -> [CorrectionView] {
    let type = FactVocabulary.of(page.kind).key(fact.key)?.type
    var views: [CorrectionView] = []
    for correction in fact.corrections {
      views.append(
        CorrectionView(
          date: DateView(correction.date), was: Self.words(correction.was, type),
          why: correction.why,
          notes: notes.marks(correction.citations)))
    }
    return views
  }

  /// What stood there, as one reads it.
  static func words(_ text: String, _ type: FactValueType?) -> String {
    switch type {
    case .date: EDTF(reading: text)?.words ?? text
    case .toll: if case .toll(let toll) = Toll.reading(text) { toll.words } else { text }
    default: text
    }
  }

  /// A value as one reads it, without links.
  static func words(of value: FactValue, in model: SiteModel) -> String {
    let named = value.pages.compactMap(\.page)
    guard !named.isEmpty, named.count == value.pages.count else {
      return words(value.text, value.type)
    }
    return named.map { model[$0].title }.joined(separator: ", ")
  }

  /// The qualifiers that name who says or counts a value.
  private static let speakers: Set<String> = ["claimed by", "counted by"]

  private func who(says value: FactValue) -> [UInt8] {
    var output: [UInt8] = []
    for qualifier in value.qualifiers where Self.speakers.contains(qualifier.key) {
      if !output.isEmpty { output += ", ".utf8 }
      output += markup(qualifier.text, type: qualifier.type, pages: qualifier.pages)
    }
    return output
  }

  private static func others(of value: FactValue) -> [FactValue.Qualifier] {
    value.qualifiers.filter { !speakers.contains($0.key) }
  }

  /// Relations to other actors: this page's own, then what others state of it.
  func relations(of id: PageID, notes: inout NoteBook) -> [RelationView] {
    let vocabulary = FactVocabulary.of(.actor)
    var views: [RelationView] = []
    for fact in page.facts where isRelation(fact) && !fact.namesNothing {
      for (index, value) in fact.values.enumerated() {
        for (position, other) in value.pages.compactMap(\.page).enumerated() {
          let isFirst = index == 0 && position == 0
          views.append(
            RelationView(
              label: vocabulary.key(fact.key)?.label ?? fact.key, actor: link(to: other),
              isIncoming: false, qualifiers: qualifiers(value.qualifiers),
              notes: notes.marks(value.citations), isDisputed: fact.isDisputed,
              isPick: index == 0 && !fact.isDisputed,
              corrections: isFirst ? corrections(of: fact, notes: &notes) : [],
              origins: OriginCount(value.citations, in: model)))
        }
      }
    }
    for relation in context.relations.incoming[id.index] {
      let fact = model[relation.from].facts[relation.fact]
      views.append(
        RelationView(
          label: vocabulary.key(fact.key)?.label ?? fact.key, actor: link(to: relation.from),
          isIncoming: true, qualifiers: qualifiers(fact.values[relation.value].qualifiers),
          notes: [], isDisputed: fact.isDisputed,
          isPick: relation.value == 0 && !fact.isDisputed))
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
            notes: notes.marks(rendering.citations),
            isWithdrawn: model.isWithdrawn(rendering.citations))
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
      QualifierView(
        label: FactVocabulary.qualifier(qualifier.key)?.label ?? qualifier.key,
        html: markup(qualifier.text, type: qualifier.type, pages: qualifier.pages))
    }
  }

  func link(to id: PageID) -> LinkView {
    LinkView(
      title: model.pages[id.index].title, href: model.pages[id.index].path.link(from: path))
  }

  /// A value in words: pages as links, dates and numbers as one reads them.
  func markup(_ value: FactValue) -> [UInt8] {
    if let toll = value.toll {
      var output: [UInt8] = []
      Markup.appendEscaped(toll.words, to: &output)
      return output
    }
    return markup(value.text, type: value.type, pages: value.pages)
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
