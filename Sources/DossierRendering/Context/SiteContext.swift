import DossierModel
import EDTF
import FileTree
import TemplateEngine

/// What many pages ask of the whole model, answered once. Immutable while pages are rendered. A class:
/// copies of a struct of a dozen arrays would make the threads fight over their reference counts.
final class SiteContext: Sendable {
  let model: SiteModel
  let index: LinkIndex
  /// The day the data go up to; nil when nothing in the input says one.
  let now: EDTF?
  let ledgers: [ExtractLedger]
  let relations: RelationIndex
  let timelines: TimelineIndex
  let months: MonthCounts
  /// By page: what lists and links show of it, made once.
  let glances: [PageGlance]
  /// What lists of mentions and links in prose need of each page.
  let links: LinkTable
  let sections: [SiteFiles.Section]
  let hasFeed: Bool
  /// How many files the previews are in.
  let previewShards: Int
  /// What the site took back, newest first.
  let corrections: [Correction]
  let hasCorrectionsFeed: Bool
  /// What changed since the revision that dossier.yml names; nil where it names none or it is unknown.
  let report: ChangeReport?
  let changes: [Change]
  /// Whether the changes have a feed: it needs the site's address, and a change with a day.
  let hasChangesFeed: Bool
  /// The navigation of the pages of each section's folder, made once: a list of `LinkView`s.
  let navigation: [String: TemplateValue]

  /// An event or conflict with the role in which a page stands in it.
  struct Participation: Sendable {
    let page: PageID
    let role: String?
  }

  /// - Parameter last: what was known of the site before the prose of some pages changed, and nothing else
  ///   (`Page.hasFace(of:)`, the same citations): what does not depend on prose is taken from it.
  init(
    model: SiteModel, index: LinkIndex, now: EDTF?, report: ChangeReport? = nil, width: Int,
    last: SiteContext? = nil
  ) {
    self.model = model
    self.index = index
    self.now = now
    ledgers =
      last?.ledgers
      ?? concurrentMap(Array(model.sources.indices), width: width) {
        let (quotations, renderings) = SpokenParts.of(SourceID($0), index.speech, model)
        return ExtractLedger(
          model.sources[$0], uses: index.citedBy[$0], links: index.sources[$0],
          quotations: quotations, renderings: renderings)
      }
    if let last {
      relations = last.relations
      links = LinkTable(last.links, model.pages)
    } else {
      (relations, links) = concurrently(width: width) {
        RelationIndex(model)
      } _: {
        LinkTable(model.pages)
      }
    }
    if let last {
      timelines = last.timelines
    } else {
      timelines = TimelineIndex(model, relations: relations, width: width)
    }
    months = MonthCounts(model)
    glances =
      last?.glances
      ?? concurrentMap(Array(model.pages.indices), width: width) {
        PageGlance(model.pages[$0])
      }
    let sections = SiteFiles.sections(of: model, index.speech)
    self.sections = sections
    hasFeed = SiteFiles.hasFeed(model)
    previewShards = PreviewShards.count(model)
    corrections = Correction.all(in: model)
    hasCorrectionsFeed =
      model.configuration.baseURL != nil && corrections.contains { $0.date.latest != nil }
    self.report = report
    let changes = report.map { Change.all($0, in: model, now: now) } ?? []
    self.changes = changes
    hasChangesFeed = model.configuration.baseURL != nil && changes.contains { $0.day != nil }
    navigation = Dictionary(
      uniqueKeysWithValues: sections.map { section in
        let path = SitePath(folder: section.name, file: "index.html")
        let links = Layout.navigation(sections, section: section.name) { $0.link(from: path) }
        return (section.name, .list(links))
      })
  }

  /// The language in which to announce what is quoted from a source.
  func language(of source: SourceID) -> QuotedLanguage {
    QuotedLanguage(model.sources[source.index].language?.value, on: model.configuration.language)
  }

  /// The pages sorted by date, undated ones last, then by title.
  static func byDate(_ pages: [PageID], in model: SiteModel) -> [PageID] {
    pages.map { (id: $0, date: model[$0].date) }.sorted { left, right in
      switch (left.date, right.date) {
      case (let a?, let b?) where a != b: return a < b
      case (.some, nil): return true
      case (nil, .some): return false
      default: return left.id < right.id
      }
    }.map(\.id)
  }
}
