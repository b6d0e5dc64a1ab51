import Diagnostics
import DossierModel
import EDTF

/// A change with what lists and the feed show of it beside its words.
struct Change: Sendable {
  let row: ChangeRow
  /// Its id on the page and in the feed: made of what it says, not of where it stands.
  let anchor: String
  /// As `EDTF.latest` counts days: of the newest commit that touched its file, else those of the sources
  /// that it rests on; of what is not committed the day that the data go up to. Nil where that lies before
  /// the revision that is compared with: then nobody knows.
  let day: Int32?

  /// In the order of `SiteChanges.rows`. O(changes).
  static func all(_ report: ChangeReport, in model: SiteModel, now: EDTF?) -> [Change] {
    let base = EDTF(reading: report.base.day)?.latest ?? .max
    let uncommitted = now?.latest.flatMap { $0 >= base ? $0 : nil }
    let stems = Self.stems(report.days)
    var seen: [String: Int] = [:]
    return report.changes.rows.map { row in
      let words = [
        row.subject.rawValue, row.kind, row.page?.slug ?? row.source?.key ?? "", row.label,
        row.id ?? "", row.was?.text ?? "", row.now?.text ?? "", row.detail,
      ]
      let digest = words.joined(separator: "\u{0}").utf8
        .reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
      let anchor = "change." + String(digest, radix: 16)
      let count = seen[anchor, default: 0] + 1
      seen[anchor] = count
      let committed =
        stems[stem(of: row)]
        ?? [row.now, row.was].compactMap(\.self).flatMap(\.sources).flatMap { key in
          model.source(key: key).map { files(of: model[$0]) } ?? []
        }.compactMap { report.days[$0] }.max()
      let own = row.source.flatMap { model.source(key: $0.key) }.map { files(of: model[$0]) } ?? []
      let day = own.compactMap { report.days[$0] }.max() ?? committed
      return Change(
        row: row, anchor: count == 1 ? anchor : "\(anchor).\(count)",
        day: day.flatMap { EDTF(reading: $0)?.latest } ?? uncommitted)
    }
  }

  /// The newest day of the files of `seeds/`, or of `Content/`, that are called so without their endings.
  private static func stems(_ days: [String: String]) -> [String: String] {
    var stems: [String: String] = [:]
    for (path, day) in days {
      guard let root = path.split(separator: "/").first, let file = path.split(separator: "/").last
      else { continue }
      // A slug may hold full stops, and the page's file ends in one ending alone.
      let stem =
        file.hasSuffix(".md") && root == "Content" ? file.dropLast(3) : file.prefix { $0 != "." }
      stems["\(root)/\(stem)", default: day] = max(stems["\(root)/\(stem)"] ?? day, day)
    }
    return stems
  }

  /// What the file that says it is called: a page's is its slug, a source's mostly its key.
  private static func stem(of row: ChangeRow) -> String {
    row.source.map { "seeds/\($0.key)" } ?? "Content/\(row.page?.slug ?? "index")"
  }

  private static func files(of source: Source) -> [String] {
    [source.capture, source.sidecar].compactMap { $0?.path }
  }

  /// The page that shows it, or the source; nil where it is gone.
  func target(in model: SiteModel) -> SitePath? {
    if let source = row.source { return model.source(key: source.key).map { model[$0].path } }
    if let page = row.page { return model.page(slug: page.slug).map { model[$0].path } }
    return SiteFiles.home
  }

  func title(in model: SiteModel) -> String {
    row.source?.title ?? row.page?.title ?? model.home?.title ?? model.configuration.title
  }

  /// The fact's key, or who made the statement, for people.
  func label(in model: SiteModel) -> String {
    switch row.subject {
    case .fact:
      guard let claim = row.now ?? row.was, let page = row.page else { return row.label }
      let key = FactVocabulary.of(page.kind).key(claim.key)
      return [key?.label ?? claim.key, claim.name].compactMap(\.self).joined(separator: " ")
    case .statement: return model.page(slug: row.label).map { model[$0].title } ?? row.label
    case .page, .source, .prose: return ""
    }
  }

  /// A claim as one reads it: dates, numbers and slugs in words.
  func words(of claim: SiteChanges.Claim?, in model: SiteModel) -> String {
    guard let claim, let page = row.page else { return "" }
    let type = FactVocabulary.of(page.kind).key(claim.key)?.type ?? .text
    var words = Self.words(claim.value, type, model)
    for qualifier in claim.qualifiers {
      let parts = qualifier.split(separator: ":", maxSplits: 1)
      let key = FactVocabulary.qualifier(String(parts.first ?? ""))
      let text = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
      words += "; \(key?.label ?? qualifier): \(Self.words(text, key?.type ?? .text, model))"
    }
    return words
  }

  private static func words(
    _ text: String, _ type: FactValueType, _ model: SiteModel
  ) -> String {
    guard type.isReference else { return FactRenderer.words(text, type) }
    return text.split(separator: ",").map { part in
      let slug = part.drop { $0 == " " }
      return model.page(slug: String(slug)).map { model[$0].title } ?? String(slug)
    }.joined(separator: ", ")
  }
}
