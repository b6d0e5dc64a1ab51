import DossierModel
import SpeechAttribution

/// The pairs of quotations that editors declared one statement or two, as numbers of units.
struct DecidedUtterances {
  let pairs: [DecidedPair]

  /// A line names each quotation by its paragraph and first words; where a source has it no longer, the line
  /// decides nothing, which the loader reports. O(units · length of their paragraphs) where there is such a
  /// line.
  init(_ units: [SpokenUnit], _ model: SiteModel) {
    let lines = model.decisions.pairs
    guard !lines.isEmpty else {
      pairs = []
      return
    }
    struct Quotation: Hashable {
      let source: String
      let locator: String
      let words: String
    }
    var byWords: [Quotation: Int] = [:]
    for (index, unit) in units.enumerated() {
      guard let reading = unit.reading, let first = reading.parts.first,
        let opening = model[reading.source].opening(ofQuotation: reading.parts)
      else { continue }
      let key = Quotation(
        source: model[reading.source].key.rawValue,
        locator: model[reading.source].locator(of: first.paragraph).text,
        words: ReviewWords.folded(opening))
      if byWords[key] == nil { byWords[key] = index }
    }
    pairs = lines.compactMap { line in
      let found = line.subjects.compactMap { subject in
        byWords[
          Quotation(
            source: subject.key, locator: subject.locator?.text ?? "",
            words: ReviewWords.folded(subject.words))]
      }
      guard found.count == 2, found[0] != found[1] else { return nil }
      return DecidedPair(first: found[0], second: found[1], isSame: line.mark == .accepted)
    }
  }
}
