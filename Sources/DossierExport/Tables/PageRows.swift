import DossierModel
import EDTF

/// One row a page, by kind.
enum PageRows {
  static func actors(_ model: SiteModel) -> ExportTable {
    var columns = identity(model)
    columns.add("demonyms", "Words for its people and things; `;` between them.") {
      .list($0.demonyms.map(\.name))
    }
    columns.add("surname", "What a person is called alone.") { .text($0.surname?.name) }
    columns.add("capital", "Of a state.") { .text($0.capital) }
    return columns.table(
      "actors", "A state, body, group, office or person.", rows: pages(.actor, model))
  }

  static func conflicts(_ model: SiteModel) -> ExportTable {
    var columns = identity(model)
    days("start", "When the fighting began", &columns) { $0.date(of: "start") }
    days("end", "When it ended", &columns) { $0.date(of: "end") }
    columns.add("status", "Where it stands: the editor's pick.") { .text($0.pick("status")?.text) }
    columns.add("issue", "What is at stake: the editor's pick.") { .text($0.pick("issue")?.text) }
    columns.add("sides", "Slugs of the primary parties, all sides.") {
      .list(model.slugs($0.facts("side").compactMap(\.pick).flatMap(\.pages)))
    }
    tolls(&columns)
    return columns.table("conflicts", "A conflict or war.", rows: pages(.conflict, model))
  }

  static func events(_ model: SiteModel) -> ExportTable {
    var columns = identity(model)
    columns.add("conflicts", "Slugs of the conflicts that it belongs to.") {
      .list(model.slugs($0.conflicts))
    }
    days("when", "When it happened", &columns) { $0.date(of: "when") }
    columns.add("date_prec", "How exactly: UCDP's 1 (day) to 5 (year).", .integer) {
      .integer($0.date(of: "when").flatMap(UCDPCodes.datePrecision(of:)))
    }
    columns.add("where", "Where it happened: the editor's pick, a slug or words.") {
      .text($0.pick("where")?.text)
    }
    point(&columns) { Coordinates(ofEvent: $0, in: model) }
    columns.add("participants", "Slugs of who took part, `slug: role` where a role is given.") {
      .list(participants($0, model))
    }
    columns.add("outcome", "What came of it: the editor's pick.") {
      .text($0.pick("outcome")?.text)
    }
    tolls(&columns)
    return columns.table("events", "Something that happened.", rows: pages(.event, model))
  }

  static func places(_ model: SiteModel) -> ExportTable {
    var columns = identity(model)
    point(&columns) { Coordinates(of: $0) }
    return columns.table("places", "A place.", rows: pages(.place, model))
  }

  static func pages(_ model: SiteModel) -> ExportTable {
    var columns = identity(model)
    columns.add("prose", "Its own words without Markdown, facts and statements.") {
      .text(ProseText.of($0))
    }
    return columns.table("pages", "Every page of Content/, of any kind.", rows: model.pages)
  }

  // MARK: Columns

  private static func pages(_ kind: PageKind, _ model: SiteModel) -> [Page] {
    model.pages(of: kind).map { model[$0] }
  }

  /// What every page has.
  private static func identity(_ model: SiteModel) -> ColumnSet<Page> {
    var columns = ColumnSet<Page>()
    columns.require("slug", "The page's name in addresses: its key in all tables.") {
      $0.slug.rawValue
    }
    columns.require("title", "What the site calls it.") { $0.title }
    columns.require("section", "The kind of page: `actor`, `event`.") { $0.kind.rawValue }
    columns.add("kind", "Its sort within that: `state`, `ceasefire`.") { .text($0.sort) }
    columns.add("summary", "One sentence, where an editor wrote one.") { .text($0.summary) }
    columns.add("part_of", "The slug of the larger one.") {
      .text($0.partOf.flatMap { model.slugs([$0]).first })
    }
    columns.add("external", "Identifiers elsewhere, `catalogue:identifier`.") {
      .list($0.external.map { "\($0.scheme):\($0.identifier)" })
    }
    columns.add("reviewed", "The day of the last review, EDTF.") { .text($0.reviewed?.text) }
    columns.require(
      "url", "Its address; a path from the site's root where the site has no address."
    ) {
      model.address(of: $0.path)
    }
    return columns
  }

  /// A date as it was written, and the first and last day that it may mean.
  private static func days(
    _ name: String, _ meaning: String, _ columns: inout ColumnSet<Page>,
    _ date: @escaping (Page) -> EDTF?
  ) {
    columns.add(name, "\(meaning): the editor's pick, EDTF.") { .text(date($0)?.text) }
    columns.add("\(name)_first", "The first day that it may mean, ISO 8601.") {
      .text(date($0)?.earliest.flatMap { CivilDate(dayNumber: $0)?.text })
    }
    columns.add("\(name)_last", "The last day that it may mean, ISO 8601.") {
      .text(date($0)?.latest.flatMap { CivilDate(dayNumber: $0)?.text })
    }
  }

  /// The picked number of people killed; words are in the table of claims alone.
  private static func tolls(_ columns: inout ColumnSet<Page>) {
    let toll: (Page) -> Toll? = { $0.pick("killed")?.toll }
    columns.add("killed_low", "Deaths, low estimate of the editor's first pick.", .integer) {
      .integer(toll($0)?.low)
    }
    columns.add("killed_best", "Best estimate; empty where only a range is given.", .integer) {
      .integer(toll($0)?.best)
    }
    columns.add("killed_high", "High estimate.", .integer) { .integer(toll($0)?.high) }
  }

  private static func point(
    _ columns: inout ColumnSet<Page>, _ coordinates: @escaping (Page) -> Coordinates?
  ) {
    columns.add("latitude", "Decimal degrees, WGS 84.", .decimal) {
      .decimal(coordinates($0)?.latitude)
    }
    columns.add("longitude", "Decimal degrees, WGS 84.", .decimal) {
      .decimal(coordinates($0)?.longitude)
    }
  }

  private static func participants(_ page: Page, _ model: SiteModel) -> [String] {
    page.facts("participant").flatMap(\.values).flatMap { value in
      let role = value.qualifier("role").map { ": \($0.text)" } ?? ""
      return model.slugs(value.pages).map { $0 + role }
    }
  }
}

extension Page {
  /// The editor's pick of the first fact with `key` that has one.
  func pick(_ key: String) -> FactValue? { facts(key).lazy.compactMap(\.pick).first }

  /// The date that an editor picked for `key`; nil where it is disputed, unknown or in words.
  func date(of key: String) -> EDTF? { pick(key).flatMap { EDTF(reading: $0.text) } }
}
