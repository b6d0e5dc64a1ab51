import DossierModel
import EDTF

/// The timeline of one actor or conflict, gathered from facts and from dated sentences of captures, and
/// put in order.
struct Timeline {
  /// What an entry tells.
  enum Content {
    /// An event, the index of its dated fact, and how the page took part.
    case event(PageID, fact: Int, role: String?)
    /// A dated fact, of this page or of another.
    case fact(TimelineIndex.Reference)
    /// A sentence of a capture that a rule read.
    case sentence(DatedMention)

    /// Of one date events come first, then facts, then what was read.
    fileprivate var rank: Int {
      switch self {
      case .event: 0
      case .fact: 1
      case .sentence: 2
      }
    }
  }

  struct Entry {
    let slot: TimelineSlot
    let content: Content
  }

  /// What is dated and no background, in order.
  private(set) var entries: [Entry] = []
  /// Sentences that date something far from the page's own conflicts.
  private(set) var background: [Entry] = []
  /// Sentences that spoke of a day to come.
  private(set) var ahead: [Entry] = []
  /// Events without a date.
  private(set) var undated: [Content] = []

  /// How many entries it has in all its parts.
  var count: Int { entries.count + background.count + ahead.count + undated.count }

  /// Whether an entry was read by a rule.
  var hasSentences: Bool {
    !background.isEmpty || !ahead.isEmpty
      || entries.contains { if case .sentence = $0.content { true } else { false } }
  }

  /// O(entries × log entries).
  init(of id: PageID, in context: SiteContext) {
    let page = context.model.pages[id.index]
    guard page.kind == .actor || page.kind == .conflict else { return }
    let index = context.timelines
    let relations = context.relations
    if page.kind == .actor {
      add(relations.events[id.index], index)
      addStartAndEnd(of: relations.conflicts[id.index].map(\.page), context)
    } else {
      add(relations.eventsOfConflict[id.index].map { .init(page: $0, role: nil) }, index)
      addStartAndEnd(of: relations.parts[id.index], context)
    }
    for number in index.facts[id.index].indices {
      add(TimelineIndex.Reference(page: id, fact: Int32(number)), index)
    }
    for reference in index.naming[id.index] { add(reference, index) }
    let sentences = context.index.dated[id]
    if !sentences.isEmpty { add(sentences, on: id, page.kind, context) }
    Self.sort(&entries)
    Self.sort(&background)
    Self.sort(&ahead)
  }

  /// At most this many entries stand in the timeline: a bound that costs little to ask for.
  static func bound(of id: PageID, in context: SiteContext) -> Int {
    guard [.actor, .conflict].contains(context.links.kind(of: id)) else { return 0 }
    let relations = context.relations
    let facts = context.timelines.facts
    var bound = facts[id.index].count + context.timelines.naming[id.index].count
    bound += context.index.dated[id].count
    func count(_ page: PageID) { bound += max(1, facts[page.index].count) }
    for event in relations.events[id.index] { count(event.page) }
    for conflict in relations.conflicts[id.index] { count(conflict.page) }
    for event in relations.eventsOfConflict[id.index] { count(event) }
    for part in relations.parts[id.index] { count(part) }
    return bound
  }

  // MARK: Facts

  /// Events of one page are neighbours, once for each role.
  private mutating func add(_ events: [SiteContext.Participation], _ index: TimelineIndex) {
    var next = 0
    while next < events.count {
      let event = events[next].page
      var role = events[next].role
      next += 1
      while next < events.count, events[next].page == event {
        role = [role, events[next].role].compactMap(\.self).joined(separator: ", ")
        next += 1
      }
      let facts = index.facts[event.index]
      if facts.isEmpty { undated.append(.event(event, fact: 0, role: role)) }
      for number in facts.indices {
        entries.append(
          Entry(slot: facts[number].slot, content: .event(event, fact: number, role: role)))
      }
    }
  }

  /// When the conflicts began and ended.
  private mutating func addStartAndEnd(of conflicts: [PageID], _ context: SiteContext) {
    var seen: Set<PageID> = []
    for conflict in conflicts where seen.insert(conflict).inserted {
      for (number, dated) in context.timelines.facts[conflict.index].enumerated() {
        let key = context.model.pages[conflict.index].facts[Int(dated.fact)].key
        guard dated.qualifier == nil, key == "start" || key == "end" else { continue }
        add(TimelineIndex.Reference(page: conflict, fact: Int32(number)), context.timelines)
      }
    }
  }

  private mutating func add(_ reference: TimelineIndex.Reference, _ index: TimelineIndex) {
    let dated = index.facts[reference.page.index][Int(reference.fact)]
    entries.append(Entry(slot: dated.slot, content: .fact(reference)))
  }

  // MARK: Sentences

  private mutating func add(
    _ sentences: ArraySlice<DatedMention>, on id: PageID, _ kind: PageKind, _ context: SiteContext
  ) {
    let told = ToldDates(entries.lazy.map(\.content), context)
    let window = context.timelines.window(of: id, kind, context.relations)
    for mention in sentences {
      let dated = context.index.sources[mention.source.index].dates[Int(mention.sentence)]
      guard let slot = TimelineSlot(dated.date), !told.contains(dated, in: mention.source) else {
        continue
      }
      let entry = Entry(slot: slot, content: .sentence(mention))
      if dated.isAhead {
        ahead.append(entry)
      } else if let window, !Self.lies(dated.date, in: window) {
        background.append(entry)
      } else {
        entries.append(entry)
      }
    }
  }

  private static func lies(_ date: EDTF, in window: ClosedRange<Int32>) -> Bool {
    (date.earliest ?? .min) <= window.upperBound && (date.latest ?? .max) >= window.lowerBound
  }

  /// The order of two entries of one key.
  private static func precede(_ left: Int, _ right: Int, in entries: [Entry]) -> Bool {
    let (a, b) = (entries[left], entries[right])
    if a.slot.date != b.slot.date { return a.slot.date.text < b.slot.date.text }
    let (first, second) = (a.content.rank, b.content.rank)
    return first != second ? first < second : left < right
  }

  /// By slot, then by rank; what is equal keeps its order.
  private static func sort(_ entries: inout [Entry]) {
    let order = entries.indices.sorted { left, right in
      let (first, second) = (entries[left].slot.key, entries[right].slot.key)
      return first != second ? first < second : precede(left, right, in: entries)
    }
    entries = order.map { entries[$0] }
  }
}
