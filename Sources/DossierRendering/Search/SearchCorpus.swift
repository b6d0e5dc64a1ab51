import CommonMark
import DossierModel
import EDTF
import SearchIndexing

/// What search finds: the pages of the site in the order of the index, each with what it publishes.
///
/// Ordered by kind, then by date, then by path, so that filtering by kind is a range and dates compress.
struct SearchCorpus: Sendable {
  enum Subject: Sendable {
    case page(PageID), statement(Int), source(SourceID), home
  }

  private let context: SiteContext
  let subjects: [Subject]
  let groups: [SearchGroup]
  /// The titles of conflicts, by which readers filter.
  let tags: [String]
  /// By page: its conflicts as indexes into `tags`, ascending.
  private let tagsOfPage: [[Int]]
  /// By source: the conflicts of the pages that cite it.
  private let tagsOfSource: [[Int]]

  private var model: SiteModel { context.model }

  init(_ context: SiteContext) {
    self.context = context
    let model = context.model
    var subjects: [Subject] = []
    var groups: [SearchGroup] = []
    for section in context.sections {
      let start = subjects.count
      if let kind = section.kind {
        subjects += SiteContext.byDate(model.pages(of: kind), in: model).map { .page($0) }
        if kind == .page, model.home != nil { subjects.append(.home) }
      } else if section.name == StatementPages.folder {
        subjects += SpeechIndex.byDate(context.index.speech.acts).map { .statement($0) }
      } else {
        subjects += Self.byDate(model).map { .source($0) }
      }
      groups.append(SearchGroup(label: section.title, count: subjects.count - start))
    }
    self.subjects = subjects
    self.groups = groups
    let conflicts = model.pages(of: .conflict)
    tags = conflicts.map { model[$0].title }
    let ofPage = Self.tags(of: context, first: conflicts.first?.index ?? 0)
    tagsOfPage = ofPage
    tagsOfSource = context.index.citedBy.map { uses in
      // Actors stand in many conflicts of which a source that they are cited from says nothing.
      let pages = uses.compactMap(\.page).filter {
        model[$0].kind == .conflict || model[$0].kind == .event
      }
      return Set(pages.flatMap { ofPage[$0.index] }).sorted()
    }
  }

  private static func byDate(_ model: SiteModel) -> [SourceID] {
    model.sources.indices.sorted { left, right in
      switch (model.sources[left].published?.value, model.sources[right].published?.value) {
      case (let a?, let b?) where a != b: a < b
      case (.some, nil): true
      case (nil, .some): false
      default: left < right
      }
    }.map { SourceID($0) }
  }

  // MARK: Conflicts

  private static func tags(of context: SiteContext, first: Int) -> [[Int]] {
    let model = context.model
    return model.pages.indices.map { index in
      var tags: Set<Int> = []
      func add(_ conflict: PageID?) {
        // What belongs to a conflict belongs to what that is part of; a circle ends where it closes.
        var next = conflict
        while let id = next, model[id].kind == .conflict, tags.insert(id.index - first).inserted {
          next = model[id].partOf?.page
        }
      }
      let page = model.pages[index]
      switch page.kind {
      case .conflict: add(PageID(index))
      case .actor: context.relations.conflicts[index].forEach { add($0.page) }
      case .place:
        for event in context.relations.eventsAtPlace[index] {
          model[event].conflicts.forEach { add($0.page) }
        }
      case .event, .page: page.conflicts.forEach { add($0.page) }
      }
      return tags.sorted()
    }
  }

  // MARK: Documents

  /// The document of a subject. O(length of what it publishes).
  func document(_ index: Int) -> SearchDocument {
    switch subjects[index] {
    case .page(let id): document(of: id)
    case .statement(let act): document(ofStatement: act)
    case .source(let id): document(of: id)
    case .home: homeDocument
    }
  }

  private func document(of id: PageID) -> SearchDocument {
    let page = model[id]
    var document = SearchDocument(
      title: page.title, address: page.path.percentEncoded, date: page.date?.words,
      days: Self.days(page.date), names: [.init(page.title, isTitle: true)],
      tags: tagsOfPage[id.index])
    document.names += (page.aliases + page.names + page.demonyms).map { .init($0.name) }
    if let surname = page.surname { document.names.append(.init(surname.name)) }
    if let summary = page.summary { document.passages.append(.init(summary)) }
    addProse(page.body, page.prose.map { ($0.first, $0.end) }, to: &document)
    addFacts(of: page, to: &document)
    return document
  }

  private var homeDocument: SearchDocument {
    let title = model.home?.title ?? model.configuration.title
    var document = SearchDocument(
      title: title, address: SiteFiles.home.percentEncoded, names: [.init(title, isTitle: true)])
    if let home = model.home, let first = home.body.blocks.first {
      addProse(home.body, [(first, nil)], to: &document)
    }
    return document
  }

  /// The paragraphs, headings, cells and code of runs of blocks, each at the heading above it, and the
  /// notes that something refers to.
  private func addProse(
    _ tree: MarkdownTree, _ runs: [(first: NodeID, end: NodeID?)],
    to document: inout SearchDocument
  ) {
    var heading = 0
    var anchor: Int?
    let notes = tree.footnotes.map(\.node.index).min() ?? tree.nodes.count
    for run in runs {
      let end = min(run.end?.index ?? notes, notes)
      for index in run.first.index..<max(end, run.first.index) {
        let node = tree.nodes[index]
        if node.kind == .heading {
          while heading < tree.headings.count, tree.headings[heading].node.index < index {
            heading += 1
          }
          if heading < tree.headings.count, tree.headings[heading].node.index == index {
            document.anchors.append(tree.headings[heading].anchor)
            anchor = document.anchors.count - 1
          }
        }
        if Self.isText(node.kind) {
          document.passages.append(.init(tree.text, node.text, anchor: anchor))
        }
      }
    }
    for note in tree.footnotes where note.number > 0 {
      document.anchors.append("fn-\(note.number)")
      for index in note.node.index..<tree.subtreeEnd(of: note.node).index
      where Self.isText(tree.nodes[index].kind) {
        document.passages.append(
          .init(tree.text, tree.nodes[index].text, anchor: document.anchors.count - 1))
      }
    }
  }

  private static func isText(_ kind: MarkdownKind) -> Bool {
    kind == .heading || kind == .paragraph || kind == .tableCell || kind == .codeBlock
  }

  private func addFacts(of page: Page, to document: inout SearchDocument) {
    guard !page.facts.isEmpty || !page.statements.isEmpty || page.sort != nil else { return }
    document.anchors.append("part.facts")
    let facts = document.anchors.count - 1
    if let sort = page.sort { document.passages.append(.init("Kind: " + Labels.sort(sort))) }
    let vocabulary = FactVocabulary.of(page.kind)
    for fact in page.facts {
      var text = vocabulary.key(fact.key)?.label ?? fact.key
      if let name = fact.name { text += " " + name }
      for (index, value) in fact.values.enumerated() {
        text += index == 0 ? ": " : "; "
        text += words(value.text, value.type, value.pages)
        for qualifier in value.qualifiers {
          text += ", " + qualifier.key + ": "
          text += words(qualifier.text, qualifier.type, qualifier.pages)
        }
      }
      document.passages.append(.init(text, anchor: facts))
    }
    for (index, statement) in page.statements.enumerated() {
      document.anchors.append(statement.id ?? "statement.\(index + 1)")
      let anchor = document.anchors.count - 1
      for rendering in statement.renderings {
        let (text, isCut) = rendering.published(in: model)
        document.passages.append(.init(isCut ? text + " […]" : text, anchor: anchor))
      }
    }
  }

  /// A value as its page shows it: pages by their titles, dates and numbers in words.
  private func words(_ text: String, _ type: FactValueType, _ pages: [PageReference]) -> String {
    guard pages.isEmpty else {
      return pages.map { $0.page.map { model[$0].title } ?? $0.slug }.joined(separator: ", ")
    }
    switch type {
    case .date: return EDTF(reading: text)?.words ?? text
    case .toll:
      if case .toll(let toll) = Toll.reading(text) { return toll.words } else { return text }
    default: return text
    }
  }

  private func document(ofStatement index: Int) -> SearchDocument {
    let act = context.index.speech.acts[index]
    let words = StatementWords(context: context)
    let speaker: String
    switch act.speaker {
    case .page(let id): speaker = model[id].title
    case .name(let name): speaker = name
    }
    let beginning = words.beginning(of: act, limit: StatementWords.titleLimit)
    let date = act.spoken ?? act.published
    var document = SearchDocument(
      title: beginning.map { "\(speaker): “\($0.text)”" } ?? "Statement by \(speaker)",
      address: act.path.percentEncoded, date: Self.label(date, isMarked: words.isInbox(act)),
      days: Self.days(date),
      names: [.init(speaker)],
      tags: Set(
        act.declarations.flatMap { tagsOfPage[$0.page.index] }
          + act.sources.flatMap { tagsOfSource[$0.index] }
      ).sorted())
    for (number, rendering) in act.renderings.enumerated() {
      guard let text = words.text(of: rendering) else { continue }
      document.anchors.append("rendering.\(number + 1)")
      document.passages.append(.init(text, anchor: document.anchors.count - 1))
    }
    return document
  }

  /// The page of a source, with the words that its account of extracts grants and no others.
  private func document(of id: SourceID) -> SearchDocument {
    let source = model[id]
    let date = source.published?.value
    var document = SearchDocument(
      title: source.title.value, address: source.path.percentEncoded,
      date: Self.label(date, isMarked: model.visibility(in: id) == .marked), days: Self.days(date),
      names: [.init(source.title.value, isTitle: true)],
      tags: tagsOfSource[id.index])
    if let publisher = source.publisher { document.names.append(.init(publisher.value)) }
    let ledger = context.ledgers[id.index]
    for (index, paragraph) in source.article.paragraphs.enumerated() {
      let text = Array(paragraph.text.utf8)
      let ranges = ledger.grantedRanges(index, length: text.count)
      guard !ranges.isEmpty else { continue }
      document.anchors.append(paragraph.locator)
      for range in ranges {
        document.passages.append(.init(text, range, anchor: document.anchors.count - 1))
      }
    }
    return document
  }

  /// What stands behind the title: the date, and that nobody has looked at what a rule read.
  private static func label(_ date: EDTF?, isMarked: Bool) -> String? {
    let parts = [date?.words, isMarked ? MachineReading.mark : nil].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  private static func days(_ date: EDTF?) -> ClosedRange<Int32>? {
    guard let date, let first = date.earliest ?? date.latest,
      let last = date.latest ?? date.earliest,
      first <= last
    else { return nil }
    return first...last
  }
}
