import DossierModel
import EDTF

extension SiteModel {
  /// What editors decided of names in a source; nil where they did not. Pages that are gone decide nothing:
  /// the loader reports them. O(lines about the source).
  func settledNames(in source: Source) -> [String: MentionFinder.SettledName]? {
    guard decisions.concern(source.key) else { return nil }
    let names = decisions.meanings(in: source.key).mapValues { meaning in
      MentionFinder.SettledName(
        accepted: meaning.accepted.flatMap { page(slug: $0) }.map { EntityID($0) },
        refused: meaning.refused.compactMap { page(slug: $0) }.map { EntityID($0) })
    }
    return names.isEmpty ? nil : names
  }
}

extension Source {
  /// How a citation names a paragraph, by its index.
  func locator(of paragraph: Int) -> Citation.Locator {
    let paragraph = article.paragraphs[paragraph]
    return Citation.Locator(
      series: paragraph.layer == .footnote ? .footnote : .paragraph,
      numbers: paragraph.number...paragraph.number)
  }

  /// The first words of a quotation, which tell it from others of its paragraph; nil for one without words.
  /// O(length of the paragraph).
  func opening(ofQuotation parts: [SpeechPart]) -> String? {
    guard let first = parts.first else { return nil }
    let text = Array(article.paragraphs[first.paragraph].text.utf8)[first.range]
    let opening = ReviewWords.opening(of: String(decoding: text, as: UTF8.self))
    return opening.isEmpty ? nil : opening
  }

  /// Under which a review decides who spoke a quotation. O(length of the paragraph).
  func identity(ofQuotation parts: [SpeechPart]) -> ReviewIdentity? {
    guard let first = parts.first, let opening = opening(ofQuotation: parts) else { return nil }
    return ReviewIdentity(
      .speaker, [(key.rawValue, locator(of: first.paragraph), ReviewWords.folded(opening))])
  }

  /// The words that say a date.
  func words(of dated: DatedSentence) -> String {
    let text = Array(article.paragraphs[Int(dated.paragraph)].text.utf8)
    return String(
      decoding: text[Int(dated.expression.lowerBound)..<Int(dated.expression.upperBound)],
      as: UTF8.self)
  }

  /// Under which a review decides a date. O(length of the paragraph).
  func identity(of dated: DatedSentence) -> ReviewIdentity {
    ReviewIdentity(
      .date,
      [(key.rawValue, locator(of: Int(dated.paragraph)), ReviewWords.folded(words(of: dated)))])
  }
}

extension [DatedSentence] {
  /// With the dates that editors accepted, corrected or refused. O(dates · length of their paragraphs) for
  /// sources about which something is decided.
  func decided(by decisions: ReviewDecisions, in source: Source) -> [DatedSentence] {
    guard decisions.decisions(about: source.key).contains(where: { $0.kind == .date }) else {
      return self
    }
    return map { dated in
      guard let item = decisions[source.identity(of: dated)] else { return dated }
      var date = dated.date
      if item.mark == .accepted, case .date(let accepted) = item.value { date = accepted }
      var result = DatedSentence(
        paragraph: dated.paragraph, sentence: dated.sentence, expression: dated.expression,
        date: date, anchor: dated.anchor, datesCitation: dated.datesCitation,
        isAhead: dated.isAhead, isDoubtful: dated.isDoubtful, rule: dated.rule)
      if item.mark == .accepted { result.acceptedBy = item.reason } else { result.isRefused = true }
      return result
    }
  }
}
