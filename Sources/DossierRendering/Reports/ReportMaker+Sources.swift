import DossierModel
import EDTF

/// The reports on what the site rests on.
extension ReportMaker {
  /// The sources of each outlet, with their origins and when they were published.
  func coverage() -> Report {
    let outlets = byOutlet()
    let rows = outlets.map { outlet in
      let dates = outlet.sources.compactMap { model[$0].published?.value }
      let first = dates.min { ($0.earliest ?? .max) < ($1.earliest ?? .max) }
      let last = dates.max { ($0.latest ?? .min) < ($1.latest ?? .min) }
      let graded = Set(outlet.sources.compactMap { model[$0].reliability }).sorted()
      return [
        cells.text(outlet.name ?? "outlet not known"), cells.number(outlet.sources.count),
        cells.number(Set(outlet.sources.map { model.origin(of: $0) }).count),
        cells.text(first?.words ?? "unknown"), cells.text(last?.words ?? "unknown"),
        cells.text(graded.joined(separator: ", ")),
        cells.number(outlet.sources.count { model[$0].isInbox }),
      ]
    }
    let dates = model.sources.compactMap { $0.published?.value }
    let gap = CoverageGap.longest(of: dates).map { " Nothing was published in \($0)." } ?? ""
    return Report(
      name: "coverage", title: "Coverage",
      intro:
        "What the site rests on, outlet by outlet. Reports of one interview or read-out have one origin."
        + gap,
      columns: [
        "Outlet", "Sources", "Origins", "First published", "Last published", "Reliability",
        "Not reviewed",
      ], rows: rows)
  }

  private struct Outlet {
    let name: String?
    var sources: [SourceID]
  }

  /// Sources by their outlet, in the order of names, those without one last. O(sources log sources).
  private func byOutlet() -> [Outlet] {
    var groups: [String: [SourceID]] = [:]
    var nameless: [SourceID] = []
    for index in model.sources.indices {
      if let name = model.sources[index].publisher?.value {
        groups[name, default: []].append(SourceID(index))
      } else {
        nameless.append(SourceID(index))
      }
    }
    let named = groups.sorted { $0.key < $1.key }.map { Outlet(name: $0.key, sources: $0.value) }
    return nameless.isEmpty ? named : named + [Outlet(name: nil, sources: nameless)]
  }

  /// Which outlet calls what has several names by which of them, counted in the captures, and who uses
  /// which as an editor says. Only of pages with `names`: of every other mention one flag is asked.
  func terminology() -> Report {
    var isWanted = [Bool](repeating: false, count: model.pages.count)
    var subjects: [PageID] = []
    for (index, page) in model.pages.enumerated() where !page.names.isEmpty {
      isWanted[index] = true
      subjects.append(PageID(index))
    }
    // By page: by spelling: by outlet, how often.
    var counts: [PageID: [String: [String: Int]]] = [:]
    if !subjects.isEmpty {
      for (index, links) in context.index.sources.enumerated() {
        let source = model.sources[index]
        let outlet = source.publisher?.value ?? source.title.value
        for (number, mentions) in links.paragraphs.enumerated() {
          for mention in mentions where isWanted[mention.target.index] {
            let text = source.article.paragraphs[number].text.utf8
            let lower = text.index(text.startIndex, offsetBy: Int(mention.lower))
            let upper = text.index(text.startIndex, offsetBy: Int(mention.upper))
            let words = String(decoding: text[lower..<upper], as: UTF8.self)
            counts[mention.target, default: [:]][words, default: [:]][outlet, default: 0] += 1
          }
        }
      }
    }
    var rows: [[[UInt8]]] = []
    for id in subjects {
      let page = model[id]
      let users = Dictionary(
        page.names.map { ($0.name, $0.usedBy.compactMap(\.page)) }, uniquingKeysWith: +)
      let found = counts[id] ?? [:]
      let house = [page.title]
      let spellings =
        house + page.names.map(\.name).filter { $0 != page.title }
        + Set(found.keys).subtracting(house + page.names.map(\.name)).sorted()
      for spelling in spellings {
        let outlets = (found[spelling] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        rows.append([
          spelling == page.title ? cells.page(id) : cells.text(spelling),
          cells.text(spelling == page.title ? "the name of this site" : "for \(page.title)"),
          cells.pages(users[spelling] ?? []),
          cells.text(outlets.map { "\($0.key) \($0.value)×" }.joined(separator: ", ")),
        ])
      }
    }
    return Report(
      name: "terminology", title: "Terminology",
      intro:
        "Which name is whose: for every subject with contested names, who uses which as an editor states, and how often each outlet’s captures have each spelling.",
      columns: ["Name", "Meaning", "Used by", "In captures"], rows: rows)
  }

  /// What rests on one origin alone, origin by origin.
  func singleOrigin() -> Report {
    var facts: [String: Int] = [:]
    var pages: [String: [PageID]] = [:]
    var statements: [String: Int] = [:]
    for (index, page) in model.pages.enumerated() {
      for value in page.facts.flatMap(\.values) {
        let origins = Set(
          value.citations.compactMap { citation in
            model.source(key: citation.key).map {
              model.origin(of: $0, passage: citation.origin)
            }
          })
        guard origins.count == 1, let origin = origins.first else { continue }
        facts[origin, default: 0] += 1
        if pages[origin]?.last != PageID(index) {
          pages[origin, default: []].append(PageID(index))
        }
      }
    }
    for act in context.index.speech.acts {
      let origins = act.origins
      if origins.count == 1, let origin = origins.first { statements[origin, default: 0] += 1 }
    }
    let origins = Set(facts.keys).union(statements.keys)
    let weighed = origins.map { ($0, (facts[$0] ?? 0) + (statements[$0] ?? 0)) }
    let rows = weighed.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { origin, _ in
      [
        model.source(key: origin).map { cells.source($0) } ?? cells.text(origin),
        cells.number(facts[origin] ?? 0), cells.number(statements[origin] ?? 0),
        cells.pages(pages[origin] ?? []),
      ]
    }
    return Report(
      name: "single-origin", title: "Resting on one origin",
      intro:
        "What would fall if one origin were wrong: facts and statements that no second origin carries.",
      columns: ["Origin", "Facts", "Statements", "On pages"], rows: rows)
  }

  /// Under what terms the site and what it rests on may be used.
  func licences() -> Report {
    var rows: [[[UInt8]]] = [
      [
        cells.text("This site’s own words"),
        cells.text(model.configuration.licence ?? "no licence stated"),
      ]
    ]
    for index in model.sources.indices {
      let source = model.sources[index]
      rows.append([
        cells.source(SourceID(index)),
        cells.text(
          source.rights == .full
            ? "published in full, as its sidecar allows"
            : "quoted: short extracts, at most \(ExtractLedger.floor) words or a tenth"),
      ])
    }
    return Report(
      name: "licences", title: "Data and licences",
      intro:
        "Under what terms the words on this site stand. The captures themselves belong to their publishers.",
      columns: ["What", "Terms"], rows: rows)
  }
}
