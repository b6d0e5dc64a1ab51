import DossierModel
import EDTF

/// The dates that facts of a timeline have from paragraphs of captures: a sentence there with the same
/// date is told already, and the fact stands for it.
struct ToldDates {
  private struct Place: Hashable {
    let source: SourceID
    let paragraph: Int
  }

  /// What a fact cites beyond so many paragraphs, and what more facts have from one paragraph, is not
  /// looked at, so that the cost stays linear.
  private static let paragraphsOfCitation = 16
  private static let factsOfParagraph = 32

  private var days: [Place: [ClosedRange<Int32>]] = [:]

  /// O(facts).
  init(_ contents: some Sequence<Timeline.Content>, _ context: SiteContext) {
    for content in contents {
      let page: PageID
      let number: Int
      switch content {
      case .event(let event, let fact, _): (page, number) = (event, fact)
      case .fact(let reference): (page, number) = (reference.page, Int(reference.fact))
      case .sentence: continue
      }
      let dated = context.timelines.facts[page.index][number]
      let fact = context.model.pages[page.index].facts[Int(dated.fact)]
      for citation in fact.values[Int(dated.value)].citations {
        add(dated.date, citation, context.model)
      }
    }
  }

  private mutating func add(_ date: EDTF, _ citation: Citation, _ model: SiteModel) {
    guard let source = model.source(key: citation.key), let locator = citation.locator,
      let first = model[source].paragraph(locator.series, locator.numbers.lowerBound)
    else { return }
    // Paragraphs of one series stand side by side.
    let last = min(
      first + min(locator.numbers.count, Self.paragraphsOfCitation),
      model[source].article.paragraphs.count)
    for paragraph in first..<last {
      let place = Place(source: source, paragraph: paragraph)
      guard days[place, default: []].count < Self.factsOfParagraph else { continue }
      for end in [date.start.date, date.end.date] {
        if let end { days[place, default: []].append(end.earliest...end.latest) }
      }
    }
  }

  /// Whether a fact from the same paragraph begins or ends when the sentence says.
  func contains(_ dated: DatedSentence, in source: SourceID) -> Bool {
    guard let told = days[Place(source: source, paragraph: Int(dated.paragraph))] else {
      return false
    }
    let first = dated.date.earliest ?? .min
    let last = dated.date.latest ?? .max
    return told.contains { $0.lowerBound <= last && first <= $0.upperBound }
  }
}
