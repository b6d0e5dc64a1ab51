import DossierModel
import EDTF

/// Gathers what the reports say. O(pages + facts + names), and for terminology what is said below.
struct ReportMaker {
  let context: SiteContext
  let cells: ReportCells

  init(context: SiteContext) {
    self.context = context
    cells = ReportCells(context: context)
  }

  var model: SiteModel { context.model }

  /// In the order of `Report.names`.
  func reports() -> [Report] {
    [
      coverage(), terminology(), contradictory(), singleOrigin(), uncited(), stale(), wanted(),
      orphans(), ambiguousNames(), licences(),
    ]
  }

  // MARK: What pages lack

  /// Facts of which sources say different things.
  private func contradictory() -> Report {
    var rows: [[[UInt8]]] = []
    for (index, page) in model.pages.enumerated() {
      for fact in page.facts where fact.values.count > 1 {
        let accounts = fact.values.map { value in
          cells.text(PreviewText.words(value, in: model) + speakers(of: value))
        }
        rows.append([
          cells.page(PageID(index)), cells.text(label(fact, page)),
          cells.lines(accounts), cells.text(fact.isDisputed ? "no" : "the first"),
        ])
      }
    }
    return Report(
      name: "contradictory", title: "Conflicting accounts",
      intro:
        "Facts of which there is more than one account. None is averaged; where an editor picks one, the others stay.",
      columns: ["Page", "Fact", "Accounts", "Picked"], rows: rows)
  }

  private func speakers(of value: FactValue) -> String {
    let keys = ["claimed by", "counted by"]
    let who = value.qualifiers.filter { keys.contains($0.key) }.map { qualifier in
      let known = qualifier.pages.compactMap(\.page)
      return qualifier.key + " "
        + (known.isEmpty ? qualifier.text : known.map { model[$0].title }.joined(separator: ", "))
    }
    return who.isEmpty ? "" : " (\(who.joined(separator: "; ")))"
  }

  private func label(_ fact: Fact, _ page: Page) -> String {
    let label = FactVocabulary.of(page.kind).key(fact.key)?.label ?? fact.key
    return fact.name.map { "\(label) \($0)" } ?? label
  }

  /// Facts without a citation, and pages whose prose has none.
  private func uncited() -> Report {
    var rows: [[[UInt8]]] = []
    for (index, page) in model.pages.enumerated() {
      let bare = page.facts.filter { fact in
        fact.key != "not-known"
          && fact.values.contains { $0.citations.isEmpty && !$0.isUnknown }
      }
      let hasBareProse =
        page.kind != .page && !page.prose.isEmpty && context.index.pages[index].citations.isEmpty
      guard !bare.isEmpty || hasBareProse else { continue }
      var what = bare.map { cells.text(label($0, page)) }
      if hasBareProse { what.append(cells.text("the prose as a whole")) }
      rows.append([cells.page(PageID(index)), cells.lines(what)])
    }
    return Report(
      name: "uncited", title: "Without a source",
      intro:
        "Facts that name no passage, and pages whose prose cites nothing. What is unknown needs no source.",
      columns: ["Page", "What has none"], rows: rows)
  }

  private func stale() -> Report {
    var rows: [[[UInt8]]] = []
    for (index, page) in model.pages.enumerated() {
      guard Staleness.isStale(page, in: context) else { continue }
      rows.append([
        cells.page(PageID(index)), cells.text(page.reviewed?.words ?? "never"),
      ])
    }
    let limit = model.configuration.staleAfter
    return Report(
      name: "stale", title: "Not reviewed for long",
      intro: limit.map {
        "Pages last reviewed more than \($0) days before the day the data go up to, but for conflicts that have ended."
      } ?? "This site sets no limit (stale-after in dossier.yml).",
      columns: ["Page", "Last reviewed"], rows: rows)
  }

  /// Names that stand in facts and statements and have no page.
  private func wanted() -> Report {
    var uses: [String: [PageID]] = [:]
    var spoken: [String: Int] = [:]
    for (index, page) in model.pages.enumerated() {
      for fact in page.facts {
        for value in fact.values where value.type == .pageOrText && Self.isName(value.text) {
          if value.pages.allSatisfy({ $0.page == nil }) {
            uses[value.text, default: []].append(PageID(index))
          }
        }
      }
    }
    for act in context.index.speech.acts {
      if case .name(let name) = act.speaker { spoken[name, default: 0] += 1 }
    }
    let names = Set(uses.keys).union(spoken.keys).filter { model.page(slug: $0) == nil }
    let counts = names.map { ($0, (uses[$0]?.count ?? 0) + (spoken[$0] ?? 0)) }
    let rows = counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { name, count in
      [
        cells.text(name), cells.number(count), cells.number(spoken[name] ?? 0),
        cells.pages(uses[name] ?? []),
      ]
    }
    return Report(
      name: "wanted", title: "Wanted pages",
      intro:
        "Names in facts and speakers of statements that have no page, the most frequent first.",
      columns: ["Name", "Uses", "As speaker", "Named by facts of"], rows: rows)
  }

  /// Whether a value looks like a name: it begins with a capital and has at most four words.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isUppercase else { return false }
    return text.split(separator: " ").count <= 4
  }

  /// Pages that no other page and no capture names.
  private func orphans() -> Report {
    var named: Set<PageID> = []
    for (index, page) in model.pages.enumerated() {
      var found: [PageReference] = page.conflicts + [page.partOf].compactMap { $0 }
      for value in page.facts.flatMap(\.values) {
        found += value.pages
        for qualifier in value.qualifiers { found += qualifier.pages }
      }
      for case let page? in found.map(\.page) where page.index != index { named.insert(page) }
    }
    let rows = model.pages.indices.map { PageID($0) }.filter { id in
      model[id].kind != .page && !named.contains(id) && context.index.backlinks[id].isEmpty
        && context.relations.eventsOfConflict[id.index].isEmpty && model[id].conflicts.isEmpty
    }.map { [cells.page($0), cells.text(model[$0].kind.rawValue)] }
    return Report(
      name: "orphans", title: "Pages that nobody names",
      intro: "Pages to which no sentence, no capture and no fact leads.",
      columns: ["Page", "Kind"], rows: rows)
  }

  /// Names that more than one page has.
  private func ambiguousNames() -> Report {
    var owners: [String: [PageID]] = [:]
    for (index, page) in model.pages.enumerated() where page.kind != .page {
      let names =
        [page.title] + (page.aliases + page.names + page.demonyms).map(\.name)
        + [page.surname?.name].compactMap { $0 }
      for name in Set(names) { owners[name, default: []].append(PageID(index)) }
    }
    let rows = owners.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
      [cells.text($0.key), cells.pages($0.value)]
    }
    return Report(
      name: "ambiguous-names", title: "Ambiguous names",
      intro:
        "Names that more than one page has. Where the words around do not decide, they are not linked.",
      columns: ["Name", "Pages"], rows: rows)
  }
}
