import DossierModel
import SpeechAttribution

extension SpeechIndexer {
  /// Where the editor has words from; nil where there is no such source.
  func passage(_ citation: Citation) -> SpeechPassage? {
    guard let id = model.source(key: citation.key) else { return nil }
    let source = model[id]
    let paragraph = citation.locator.flatMap { source.paragraph($0.series, $0.numbers.lowerBound) }
    return SpeechPassage(
      source: id, paragraph: paragraph, locator: citation.locator?.text,
      statedOrigin: citation.origin ?? source.origin,
      origin: model.origin(of: id, passage: citation.origin), isWithdrawn: source.isWithdrawn)
  }

  /// Where a machine read words; nil for no words.
  func passage(of reading: SpokenUnit.Reading) -> SpeechPassage? {
    guard let index = reading.parts.first?.paragraph else { return nil }
    let source = model[reading.source]
    let paragraph = source.article.paragraphs[index]
    let series: Citation.Locator.Series = paragraph.layer == .footnote ? .footnote : .paragraph
    // Whoever cites the paragraph may know where it has its words from.
    let cited = citedBy[reading.source.index].lazy.compactMap { use -> String? in
      guard let locator = use.locator, locator.series == series,
        locator.numbers.contains(paragraph.number)
      else { return nil }
      return use.origin
    }.first
    return SpeechPassage(
      source: reading.source, paragraph: index, locator: paragraph.locator,
      statedOrigin: cited ?? source.origin,
      origin: model.origin(of: reading.source, passage: cited), isWithdrawn: source.isWithdrawn)
  }

  func speaker(_ entity: EntityID) -> SpeechAct.Speaker {
    entity.index < names.pageCount
      ? .page(PageID(rawValue: entity.rawValue))
      : .name(names.others[entity.index - names.pageCount].name)
  }

  func slug(of entity: EntityID) -> String {
    entity.index < names.pageCount
      ? model.pages[entity.index].slug.rawValue
      : names.others[entity.index - names.pageCount].id
  }

  /// An id that no later capture and no order changes. It holds full stops, which ids of editors do not.
  func id(_ speaker: String, _ place: String, _ words: SpokenWords?) -> String {
    let digest = words?.digest ?? 0
    let hex = String(UInt32(truncatingIfNeeded: digest ^ digest >> 32), radix: 16)
    let number = String(repeating: "0", count: 8 - hex.utf8.count) + hex
    return "\(SpeechAct.shortened(speaker)).\(SpeechAct.shortened(place)).\(number)"
  }
}
