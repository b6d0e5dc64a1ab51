import DossierModel

/// Who stands in what relation to whom, gathered from the facts of all pages. O(facts).
struct RelationIndex: Sendable {
  /// A relation that another page states of this one.
  struct Incoming: Sendable {
    let from: PageID
    let fact: Int
    let value: Int
  }

  /// By page: the events in which it takes part, and how.
  private(set) var events: [[SiteContext.Participation]]
  /// By page: the conflicts in which it is on a side, and how.
  private(set) var conflicts: [[SiteContext.Participation]]
  /// By conflict: its events, in order of date.
  private(set) var eventsOfConflict: [[PageID]]
  /// By page: the pages of its kind that are part of it.
  private(set) var parts: [[PageID]]
  /// By place: what happened there, in order of date.
  private(set) var eventsAtPlace: [[PageID]]
  /// By page: relations that other actors' pages state of it.
  private(set) var incoming: [[Incoming]]
  /// By conflict: the relations between actors that an actor's page states of it (`in`), in the order of
  /// the pages.
  private(set) var inConflict: [[Incoming]]

  init(_ model: SiteModel) {
    let count = model.pages.count
    events = Array(repeating: [], count: count)
    conflicts = events
    eventsOfConflict = Array(repeating: [], count: count)
    parts = eventsOfConflict
    eventsAtPlace = eventsOfConflict
    incoming = Array(repeating: [], count: count)
    inConflict = incoming
    let ordered = SiteContext.byDate(model.pages.indices.map { PageID($0) }, in: model)
    for id in ordered {
      let page = model[id]
      if let whole = page.partOf?.page { parts[whole.index].append(id) }
      if page.kind == .event {
        for conflict in page.conflicts.compactMap(\.page) {
          eventsOfConflict[conflict.index].append(id)
        }
      }
      gather(page, id)
    }
  }

  private mutating func gather(_ page: Page, _ id: PageID) {
    for (factIndex, fact) in page.facts.enumerated() {
      // What names somebody beside “none” or “unknown” is shown in the fact box, not as a relation.
      let isRelation =
        page.kind == .actor && FactVocabulary.relationKeys.contains(fact.key) && !fact.namesNothing
      for (valueIndex, value) in fact.values.enumerated() {
        let named = value.pages.compactMap(\.page)
        switch (page.kind, fact.key) {
        case (.event, "participant"), (.event, "initiated-by"):
          let role =
            fact.key == "initiated-by" ? "initiator" : value.qualifier("role")?.text
          for actor in named { Self.add(id, role, to: &events[actor.index]) }
        case (.event, "where"):
          for place in named { eventsAtPlace[place.index].append(id) }
        case (.conflict, "side"):
          for actor in named {
            Self.add(id, fact.name.map { "side \($0)" }, to: &conflicts[actor.index])
          }
          let supporters = value.qualifier("supporters")?.pages.compactMap(\.page) ?? []
          for actor in supporters {
            Self.add(id, fact.name.map { "supporter of side \($0)" }, to: &conflicts[actor.index])
          }
        case (.conflict, "mediator"):
          for actor in named { Self.add(id, "mediator", to: &conflicts[actor.index]) }
        case (.actor, _) where isRelation:
          let relation = Incoming(from: id, fact: factIndex, value: valueIndex)
          for actor in named where actor != id { incoming[actor.index].append(relation) }
          for conflict in value.qualifier("in")?.pages.compactMap(\.page) ?? [] {
            inConflict[conflict.index].append(relation)
          }
        default: break
        }
      }
    }
  }

  /// Static, so that no second access to the index makes the list be copied.
  private static func add(
    _ page: PageID, _ role: String?, to list: inout [SiteContext.Participation]
  ) {
    // Entries of one page are neighbours, so that looking at the last few is enough.
    if !list.suffix(8).contains(where: { $0.page == page && $0.role == role }) {
      list.append(SiteContext.Participation(page: page, role: role))
    }
  }
}
