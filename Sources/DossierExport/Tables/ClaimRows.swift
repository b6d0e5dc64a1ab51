import DossierModel
import EDTF
import FileTree

/// One row a claim: a value of a fact with its qualifiers.
struct ClaimRows {
  /// A claim.
  struct Row {
    let page: Page
    let fact: Fact
    let value: FactValue
    /// Its place among the values of the fact, from 0.
    let position: Int
    let id: String

    /// `preferred` for the editor's pick, else `normal`, as Wikidata ranks claims.
    var rank: String { !fact.isDisputed && position == 0 ? "preferred" : "normal" }
  }

  let rows: [Row]
  let table: ExportTable
  let relations: ExportTable

  init(_ model: SiteModel) {
    let rows = model.pages.flatMap(Self.rows)
    self.rows = rows
    var columns = ColumnSet<Row>()
    columns.require(
      "id",
      "`page.key.digest`: the digest is of key, name, value and qualifiers, so that neither order "
        + "nor other claims change it."
    ) { $0.id }
    columns.require("page", "The slug of the page whose fact it is.") { $0.page.slug.rawValue }
    columns.require("key", "The fact's key: `killed`.") { $0.fact.key }
    columns.add("name", "What stands behind the key: `Azerbaijan` of `side Azerbaijan`.") {
      .text($0.fact.name)
    }
    columns.require("value", "The value as written; `unknown` and `none` are values.") {
      $0.value.text
    }
    columns.add("pages", "Slugs of the pages that the value names.") {
      .list(model.slugs($0.value.pages))
    }
    columns.require("rank", "`preferred` for the editor's pick, else `normal`.") { $0.rank }
    columns.add("disputed", "Whether the editor picked none of the fact's values.", .flag) {
      .flag($0.fact.isDisputed)
    }
    for (name, key) in Self.qualifiers {
      columns.add(name, "The qualifier `\(key)`, as written.") {
        .text($0.value.qualifier(key)?.text)
      }
    }
    columns.add("first_day", "The first day that a value which is a date may mean, ISO 8601.") {
      .text($0.value.days.flatMap { CivilDate(dayNumber: $0.first)?.text })
    }
    columns.add("last_day", "The last day that it may mean.") {
      .text($0.value.days.flatMap { CivilDate(dayNumber: $0.last)?.text })
    }
    columns.add("low", "Of a number of people: the low estimate.", .integer) {
      .integer($0.value.toll?.low)
    }
    columns.add("best", "The best estimate.", .integer) { .integer($0.value.toll?.best) }
    columns.add("high", "The high estimate.", .integer) { .integer($0.value.toll?.high) }
    columns.add("sources", "How many sources it cites.", .integer) {
      .integer(OriginCount($0.value.citations, in: model).sources)
    }
    columns.add("origins", "How many origins these have.", .integer) {
      .integer(OriginCount($0.value.citations, in: model).origins)
    }
    table = columns.table("claims", "A value of a fact: a claim.", rows: rows)
    relations = Self.relations(model, rows)
  }

  /// Columns of qualifiers, by name.
  private static let qualifiers = FactVocabulary.qualifiers.map(\.name).filter { $0 != "says" }
    .map { ($0.split(separator: " ").joined(separator: "_"), $0) }

  private static func rows(of page: Page) -> [Row] {
    var seen: [String: Int] = [:]
    return page.facts.flatMap { fact in
      fact.values.enumerated().map { position, value in
        let words =
          [fact.key, fact.name ?? "", value.text]
          + value.qualifiers.flatMap { [$0.key, $0.text] }
        let digest = Digest.of(words.joined(separator: "\u{1F}")).hex.prefix(8)
        var id = "\(page.slug.rawValue).\(fact.key).\(digest)"
        // Two claims that say the same are told apart by their order.
        seen[id, default: 0] += 1
        if let count = seen[id], count > 1 { id += "-\(count)" }
        return Row(page: page, fact: fact, value: value, position: position, id: id)
      }
    }
  }

  /// A claim about how one actor stands to another.
  private struct Relation {
    let claim: Row
    let object: String
  }

  private static func relations(_ model: SiteModel, _ rows: [Row]) -> ExportTable {
    let relations = rows.filter {
      $0.page.kind == .actor && FactVocabulary.relationKeys.contains($0.fact.key)
    }.flatMap { row in model.slugs(row.value.pages).map { Relation(claim: row, object: $0) } }
    var columns = ColumnSet<Relation>()
    columns.require("claim", "The id of the claim.") { $0.claim.id }
    columns.require("subject", "The slug of the actor of whom it is said.") {
      $0.claim.page.slug.rawValue
    }
    columns.require("type", "How it stands to the other: `supports-with-arms`.") {
      $0.claim.fact.key
    }
    columns.require("object", "The slug of the other.") { $0.object }
    columns.require("rank", "`preferred` for the editor's pick, else `normal`.") { $0.claim.rank }
    for (name, key) in [
      ("in", "in"), ("when", "when"), ("claimed_by", "claimed by"), ("denied_by", "denied by"),
    ] {
      columns.add(name, "The qualifier `\(key)`, as written.") {
        .text($0.claim.value.qualifier(key)?.text)
      }
    }
    return columns.table(
      "relations", "How one actor stands to another, as somebody says: never from a mention alone.",
      rows: relations)
  }
}
