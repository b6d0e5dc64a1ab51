import DossierModel
import EDTF

/// The markup of an event in timelines, made once and copied wherever the event stands: in a large wiki
/// each event stands in several.
struct EventMarkup: Sendable {
  /// Behind the opening tag of the link up to the role: title and sort.
  let head: [UInt8]
  /// What stands behind the role, by the event's dated facts: what the event is, and where from. One more
  /// without a date for an event that has none.
  let tails: [[UInt8]]
  /// The sources that it leads to.
  let sources: [SourceID]

  /// - Parameter root: the way to the site's root: `../`.
  init(_ page: Page, _ facts: [TimelineIndex.DatedFact], in model: SiteModel, root: String) {
    var head: [UInt8] = []
    TimelineMarkup.appendIsolated(page.title, to: &head)
    head += "</a>".utf8
    if let sort = page.sort {
      head += " <span class=\"meta\">".utf8
      Markup.appendEscaped(Labels.sort(sort), to: &head)
      head += "</span>".utf8
    }
    self.head = head
    var summary: [UInt8] = []
    if let text = page.summary {
      summary += "<p dir=\"auto\">".utf8
      Markup.appendEscaped(text, to: &summary)
      summary += "</p>\n".utf8
    }
    sources = facts.flatMap { page.facts[Int($0.fact)].values[Int($0.value)].citations }
      .compactMap { model.source(key: $0.key) }
    guard !facts.isEmpty else {
      tails = [summary]
      return
    }
    tails = facts.map { dated in
      let fact = page.facts[Int(dated.fact)]
      var tail: [UInt8] = []
      TimelineMarkup.appendStanding(of: fact, value: Int(dated.value), to: &tail)
      TimelineMarkup.appendTime(dated.date, to: &tail)
      tail += summary
      TimelineMarkup.appendSources(
        fact.values[Int(dated.value)].citations, in: model, root: root, to: &tail)
      return tail
    }
  }
}
