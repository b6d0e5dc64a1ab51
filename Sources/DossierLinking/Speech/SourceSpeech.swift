import DossierModel
import SpeechAttribution

/// A quotation that was read in a source, with the entity that its speaker is.
struct ReadQuote: Sendable {
  let parts: [SpeechPart]
  /// Nil where no rule finds a speaker, or one whom no name of the site denotes.
  let speaker: EntityID?
  /// The rule that found the speaker; nil where it is inherited: that is not to be made public.
  let rule: String?
  let utterance: Int
  /// Whether an editor decided who the speaker is, or that nobody is to be named.
  var isDecided = false

  /// Whether a cue of its own names a speaker whom the site knows.
  var isExplicit: Bool { rule != nil && speaker != nil }
}

/// Reads the speech in one source.
struct SpeechReader: Sendable {
  private let attributor = SpeechAttributor()
  private let model: SiteModel
  private let names: NameIndex

  init(model: SiteModel, names: NameIndex) {
    self.model = model
    self.names = names
  }

  /// The quotations but for scare quotes, in order. O(bytes + names · log names).
  ///
  /// - Parameter found: the names in each paragraph.
  func quotes(in source: Source, found: [[MentionFinder.Found]]) -> [ReadQuote] {
    let article = source.article
    let decisions = model.decisions.concern(source.key) ? model.decisions : nil
    var mentions: [NameMention] = []
    for (index, found) in found.enumerated() {
      for name in found {
        mentions.append(
          NameMention(
            paragraph: index, range: name.lower..<name.upper, id: name.entity.rawValue,
            kind: kind(of: name.entity)))
      }
    }
    let paragraphs = article.paragraphs.map {
      SpeechParagraph(bytes: Array($0.text.utf8), layer: SpeechNaming.layer($0))
    }
    let read: [ReadQuote] = attributor.quotes(in: paragraphs, names: mentions).compactMap { quote in
      guard quote.form != .scare else { return nil }
      let speaker = quote.speaker?.nameID.map { EntityID(rawValue: $0) }
      let parts = quote.segments.enumerated().map { index, segment in
        SpeechPart(paragraph: segment.paragraph, range: segment.range, isContinuation: index > 0)
      }
      return ReadQuote(
        parts: parts, speaker: speaker.flatMap { maySpeak($0) ? $0 : nil },
        rule: quote.confidence == .explicit ? quote.rule?.id : nil, utterance: quote.utterance)
    }
    return decisions.map { decided(read, by: $0, in: source) } ?? read
  }

  /// The quotations with the speakers that editors accepted, and without those that were refused. What
  /// goes on where the first one stops goes with it; together they are an utterance of their own, since an
  /// editor answers for them, and no cue.
  private func decided(
    _ quotes: [ReadQuote], by decisions: ReviewDecisions, in source: Source
  ) -> [ReadQuote] {
    var decided: [Int: (item: ReviewItem, utterance: Int)] = [:]
    return quotes.enumerated().map { index, quote in
      if let item = source.identity(ofQuotation: quote.parts).flatMap({ decisions[$0] }) {
        decided[quote.utterance] = (item, -1 - index)
      } else if quote.rule != nil {
        return quote
      }
      guard let (item, utterance) = decided[quote.utterance] else { return quote }
      let page = item.mark == .accepted ? item.value.slug.flatMap { model.page(slug: $0) } : nil
      let speaker = page.map { EntityID($0) }
      return ReadQuote(
        parts: quote.parts, speaker: speaker, rule: speaker.map { _ in item.reason },
        utterance: utterance, isDecided: true)
    }
  }

  private func kind(of entity: EntityID) -> NameMention.Kind {
    guard entity.index < names.pageCount else {
      return SpeechNaming.kind(names.others[entity.index - names.pageCount].kind)
    }
    let page = model.pages[entity.index]
    return SpeechNaming.kind(page.sort ?? page.kind.rawValue)
  }

  /// A conflict, an event and a place say nothing.
  private func maySpeak(_ entity: EntityID) -> Bool {
    entity.index >= names.pageCount || model.pages[entity.index].kind == .actor
  }
}
