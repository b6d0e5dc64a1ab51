import DossierModel
import EDTF

/// The conflicts of the home page, the one with the latest event first.
struct ConflictCards {
  let context: SiteContext
  let path: SitePath

  private var model: SiteModel { context.model }

  /// At most `limit` of them; their status adds its notes. O(conflicts and their events).
  func views(limit: Int, notes: inout NoteBook) -> [ConflictCardView] {
    let cards = Cards(context: context, path: path)
    let dated = model.pages(of: .conflict).map { (id: $0, last: lastEvent(of: $0)) }
    let ordered = dated.sorted { left, right in
      let first = date(left)
      let second = date(right)
      if let first, let second, first != second { return second < first }
      if (first == nil) != (second == nil) { return first != nil }
      return left.id < right.id
    }
    var views: [ConflictCardView] = []
    for (id, last) in ordered.prefix(limit) {
      views.append(
        ConflictCardView(
          card: cards.card(id), status: status(of: id, notes: &notes),
          lastEvent: last.map {
            LinkView(title: model[$0].title, href: model[$0].path.link(from: path))
          },
          lastDate: last.flatMap { model[$0].date }.map { DateView($0) },
          eventCount: context.relations.eventsOfConflict[id.index].count,
          sparkline: context.months.sparkline(of: id)))
    }
    return views
  }

  /// The latest event of a conflict and of the conflicts that are part of it.
  private func lastEvent(of id: PageID) -> PageID? {
    var last: PageID?
    for conflict in [id] + context.relations.parts[id.index] {
      // They are in order of date, undated ones last.
      let events = context.relations.eventsOfConflict[conflict.index]
      guard let event = events.last(where: { model[$0].date != nil }) else { continue }
      if let known = last.flatMap({ model[$0].date }), let date = model[event].date, date < known {
        continue
      }
      last = event
    }
    return last
  }

  /// When something last happened: its last event, else its own beginning.
  private func date(_ conflict: (id: PageID, last: PageID?)) -> EDTF? {
    conflict.last.flatMap { model[$0].date } ?? model[conflict.id].date
  }

  /// The pick of its `status`, else of its `end`; nil where an editor says neither.
  private func status(of id: PageID, notes: inout NoteBook) -> [UInt8]? {
    let page = model[id]
    let facts = FactRenderer(context: context, page: page, path: path)
    if let status = page.facts("status").first {
      guard let pick = status.pick else { return Array("disputed".utf8) }
      return facts.markup(pick) + notes.marks(pick.citations)
    }
    guard let end = page.facts("end").first?.pick, EDTF(reading: end.text)?.latest != nil else {
      return nil
    }
    return Array("ended ".utf8) + facts.markup(end) + notes.marks(end.citations)
  }
}
