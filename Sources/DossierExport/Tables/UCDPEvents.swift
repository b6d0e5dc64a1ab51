import DossierModel
import EDTF

/// Events in the columns of UCDP's Georeferenced Event Dataset (UCDP GED Codebook, version 22.1).
///
/// Only events with at least one death, which is UCDP's own rule. What the site does not know is an
/// empty cell, never 0. It is our reading of our sources: no row comes from UCDP.
struct UCDPEvents {
  let table: ExportTable
  /// What was left out and why: sentences for people.
  let dropped: [String]

  private struct Row {
    let id: Int
    let page: Page
    let conflict: Page?
    let sides: [String]
    let toll: Toll
    let first: CivilDate
    let last: CivilDate
    let precision: Int
    let coordinates: Coordinates?
    let citations: [Citation]
  }

  init(_ model: SiteModel) {
    var rows: [Row] = []
    var (inWords, undated) = (0, 0)
    for id in model.pages(of: .event) {
      let page = model[id]
      let tolls = page.facts("killed").compactMap(\.pick)
      guard !tolls.isEmpty else { continue }
      guard let toll = tolls.lazy.compactMap(\.toll).first(where: { $0.high > 0 }) else {
        inWords += 1
        continue
      }
      guard let date = page.date(of: "when"), let precision = UCDPCodes.datePrecision(of: date),
        let first = date.earliest.flatMap(CivilDate.init(dayNumber:)),
        let last = date.latest.flatMap(CivilDate.init(dayNumber:))
      else {
        undated += 1
        continue
      }
      let conflict = page.conflicts.lazy.compactMap(\.page).first.map { model[$0] }
      let sides = conflict?.facts("side").compactMap(\.pick) ?? []
      rows.append(
        Row(
          id: rows.count + 1, page: page, conflict: conflict,
          sides: sides.map { side in
            side.pages.compactMap { $0.page.map { model[$0].title } }.joined(separator: ", ")
          }, toll: toll, first: first, last: last, precision: precision,
          coordinates: Coordinates(ofEvent: page, in: model),
          citations: page.facts.flatMap(\.citations)))
    }
    table = Self.columns(model).table(
      "events-ucdp", "An event with at least one death, in the columns of UCDP GED.", rows: rows)
    dropped = [
      inWords == 0 ? nil : "\(Self.events(inWords)) whose deaths are told in words",
      undated == 0 ? nil : "\(Self.events(undated)) with deaths and no day, month or year",
    ].compactMap(\.self)
  }

  private static func events(_ count: Int) -> String {
    "\(count) \(count == 1 ? "event" : "events")"
  }

  private static func columns(_ model: SiteModel) -> ColumnSet<Row> {
    var columns = ColumnSet<Row>()
    columns.add("id", "A number, from 1 in the order of slugs: it is not UCDP's.", .integer) {
      .integer($0.id)
    }
    columns.require("relid", "The slug of the event's page.") { $0.page.slug.rawValue }
    columns.add("year", "Of the first day.", .integer) { .integer($0.first.year) }
    columns.add("type_of_violence", "1 state-based, 2 non-state, 3 one-sided.", .integer) {
      .integer(UCDPCodes.typeOfViolence(event: $0.page.sort, conflict: $0.conflict?.sort))
    }
    columns.add("conflict_name", "The first conflict that it belongs to.") {
      .text($0.conflict?.title)
    }
    columns.add("dyad_name", "Both sides of the conflict.") {
      $0.sides.count == 2 ? .text($0.sides.joined(separator: " - ")) : .none
    }
    columns.add("side_a", "The conflict's first side.") { .text($0.sides.first) }
    columns.add("side_b", "Its second.") { .text($0.sides.dropFirst().first) }
    columns.add("number_of_sources", "How many sources the facts cite.", .integer) {
      .integer(OriginCount($0.citations, in: model).sources)
    }
    columns.add(
      "number_of_origins", "How many origins these have; UCDP has no such column.", .integer
    ) {
      .integer(OriginCount($0.citations, in: model).origins)
    }
    columns.add("source_article", "The titles of the sources.") { row in
      var seen: Set<SourceID> = []
      let sources = row.citations.compactMap { model.source(key: $0.key) }
        .filter { seen.insert($0).inserted }
      return .list(sources.map { model[$0].title.value })
    }
    columns.add("where_prec", "1 the place itself, 3 a district, 4 a region, 7 waters.", .integer) {
      .integer($0.coordinates?.precision)
    }
    columns.add("where_coordinates", "The slug of the place that has the point.") {
      .text($0.coordinates?.place)
    }
    columns.add("latitude", "Decimal degrees, WGS 84.", .decimal) {
      .decimal($0.coordinates?.latitude)
    }
    columns.add("longitude", "Decimal degrees, WGS 84.", .decimal) {
      .decimal($0.coordinates?.longitude)
    }
    columns.add("date_prec", "1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year.", .integer)
    {
      .integer($0.precision)
    }
    columns.require("date_start", "The first day, ISO 8601.") { $0.first.text }
    columns.require("date_end", "The last day, ISO 8601.") { $0.last.text }
    columns.add("best", "Best estimate of deaths; empty where only a range is given.", .integer) {
      .integer($0.toll.best)
    }
    columns.add("high", "High estimate.", .integer) { .integer($0.toll.high) }
    columns.add("low", "Low estimate.", .integer) { .integer($0.toll.low) }
    return columns
  }
}
