import DossierModel
import EDTF
import FileTree

/// What the timelines of all pages are made of: the dated facts of each page, who else names it in one,
/// and the years that a conflict is about.
struct TimelineIndex: Sendable {
  /// A value of a fact with its date.
  struct DatedFact: Sendable {
    let date: EDTF
    /// Where it stands.
    let slot: TimelineSlot
    /// The index into `Page.facts`, and into its values.
    let fact: Int32
    let value: Int32
    /// The qualifier that gives the date; nil when the value is the date.
    let qualifier: String?

    init?(_ date: EDTF, fact: Int, value: Int, qualifier: String? = nil) {
      guard let slot = TimelineSlot(date) else { return nil }
      self.date = date
      self.slot = slot
      self.fact = Int32(fact)
      self.value = Int32(value)
      self.qualifier = qualifier
    }
  }

  /// A dated fact of a page.
  struct Reference: Sendable, Hashable {
    let page: PageID
    /// The index into that page's `facts`.
    let fact: Int32
  }

  /// By page, in the order of its facts: of an event when it was, of conflicts and actors every value
  /// that is a date or has one. Places and other pages have none.
  let facts: [[DatedFact]]
  /// By page: the facts on pages of actors and conflicts that name it.
  let naming: [[Reference]]
  /// By page: of events the entry in timelines on pages one folder below the root, in two parts.
  let events: [EventMarkup?]
  /// The keys of the facts that timelines show, looked up once for each entry.
  private let actorKeys = FactVocabulary.of(.actor)
  private let conflictKeys = FactVocabulary.of(.conflict)
  /// By page: of conflicts the days that they are about.
  private let spans: [ClosedRange<Int32>?]

  /// How far before and behind a conflict a sentence about it is still part of its story: two years, in
  /// which a crisis leads up to a war and a settlement is carried out. What lies further away is
  /// background that every account repeats. A choice of this program; UCDP's yearly data let a conflict
  /// episode end after one year without fighting.
  static let margin: Int32 = 730

  /// O(pages + facts).
  init(_ model: SiteModel, relations: RelationIndex, width: Int) {
    let pages = model.pages
    let gathered = concurrentMap(Array(pages.indices), width: width) { index in
      let page = pages[index]
      let facts = Self.facts(of: page)
      return (
        facts: facts, span: page.kind == .conflict ? Self.span(of: page, facts) : nil,
        markup: page.kind == .event ? EventMarkup(page, facts, in: model, root: "../") : nil
      )
    }
    let facts = gathered.map(\.facts)
    var naming = [[Reference]](repeating: [], count: pages.count)
    for (index, facts) in facts.enumerated()
    where pages[index].kind != .event && !facts.isEmpty {
      Self.addReferences(PageID(index), pages[index], facts, to: &naming)
    }
    spans = gathered.indices.map { index in
      guard pages[index].kind == .conflict else { return nil }
      return gathered[index].span
        ?? Self.hull(relations.eventsOfConflict[index].flatMap { facts[$0.index] }.map(\.date))
    }
    self.facts = facts
    self.naming = naming
    events = gathered.map(\.markup)
  }

  /// What a fact's key means on the page of an actor or a conflict.
  func key(_ name: String, on kind: PageKind) -> FactVocabulary.Key? {
    (kind == .actor ? actorKeys : conflictKeys).key(name)
  }

  /// The days outside of which a sentence about the page is background; nil when nothing says. For an
  /// actor those of all conflicts and events in which it takes part.
  func window(of id: PageID, _ kind: PageKind, _ relations: RelationIndex) -> ClosedRange<Int32>? {
    let span: ClosedRange<Int32>?
    if kind == .conflict {
      span = spans[id.index]
    } else {
      let conflicts = relations.conflicts[id.index].compactMap { spans[$0.page.index] }
      let events = Self.hull(
        relations.events[id.index].lazy.flatMap { facts[$0.page.index] }.map(\.date))
      span = (conflicts + (events.map { [$0] } ?? [])).reduce(nil) { Self.union($0, $1) }
    }
    return span.map {
      $0.lowerBound.clampedAdding(-Self.margin)...$0.upperBound.clampedAdding(Self.margin)
    }
  }

  // MARK: Gathering

  private static func facts(of page: Page) -> [DatedFact] {
    switch page.kind {
    case .event:
      var dated: [DatedFact] = []
      for (index, fact) in page.facts.enumerated() where fact.key == "when" {
        for (number, value) in fact.values.enumerated() {
          // The first of them was read when the page was.
          let known = dated.isEmpty && number == 0 && !fact.isDisputed ? page.date : nil
          guard let date = known ?? EDTF(reading: value.text),
            let found = DatedFact(date, fact: index, value: number)
          else { continue }
          dated.append(found)
        }
      }
      return dated
    case .actor, .conflict:
      guard !page.facts.isEmpty else { return [] }
      let vocabulary = FactVocabulary.of(page.kind)
      var dated: [DatedFact] = []
      for (index, fact) in page.facts.enumerated() {
        let isDate = vocabulary.key(fact.key)?.type == .date
        for (number, value) in fact.values.enumerated() {
          guard let (date, qualifier) = date(of: value, isDate: isDate),
            let found = DatedFact(date, fact: index, value: number, qualifier: qualifier)
          else { continue }
          dated.append(found)
        }
      }
      return dated
    case .place, .page: return []
    }
  }

  private static func date(
    of value: FactValue, isDate: Bool
  ) -> (date: EDTF, qualifier: String?)? {
    if isDate { return EDTF(reading: value.text).map { ($0, nil) } }
    for qualifier in value.qualifiers where qualifier.key == "when" || qualifier.key == "in" {
      if let date = EDTF(reading: qualifier.text) { return (date, qualifier.key) }
    }
    return nil
  }

  private static func addReferences(
    _ id: PageID, _ page: Page, _ facts: [DatedFact], to naming: inout [[Reference]]
  ) {
    for (number, dated) in facts.enumerated() {
      let value = page.facts[Int(dated.fact)].values[Int(dated.value)]
      let reference = Reference(page: id, fact: Int32(number))
      for named in value.pages + value.qualifiers.flatMap(\.pages) {
        guard let target = named.page, target != id else { continue }
        // What one fact names twice stands at the list's end.
        if naming[target.index].last != reference { naming[target.index].append(reference) }
      }
    }
  }

  // MARK: Spans

  /// From the first day of `start` to the last of `end`; for good when nobody gives an end.
  private static func span(of page: Page, _ facts: [DatedFact]) -> ClosedRange<Int32>? {
    func dates(_ key: String) -> [EDTF] {
      facts.filter { $0.qualifier == nil && page.facts[Int($0.fact)].key == key }.map(\.date)
    }
    guard let first = dates("start").compactMap(\.earliest).min() else { return nil }
    let ends = dates("end").compactMap(\.latest)
    return first...max(first, ends.max() ?? .max)
  }

  private static func hull(_ dates: some Sequence<EDTF>) -> ClosedRange<Int32>? {
    dates.reduce(nil) { result, date in
      guard let first = date.earliest ?? date.latest else { return result }
      return union(result, first...max(first, date.latest ?? first))
    }
  }

  private static func union(
    _ left: ClosedRange<Int32>?, _ right: ClosedRange<Int32>
  ) -> ClosedRange<Int32> {
    guard let left else { return right }
    return min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
  }
}

extension Int32 {
  /// The sum, at most the limits.
  fileprivate func clampedAdding(_ other: Int32) -> Int32 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other < 0 ? .min : .max) : sum
  }
}
