import DossierModel

/// What statements show of the words of a source.
enum SpokenParts {
  /// The parts that are direct quotations of a named speaker, a hundred words each, and those that are
  /// not: their passage does not name the speaker. In the order of the statements. O(passages).
  static func of(
    _ source: SourceID, _ speech: SpeechIndex, _ model: SiteModel
  ) -> (quotations: [SpeechPart], renderings: [SpeechPart]) {
    var quotations: [SpeechPart] = []
    var renderings: [SpeechPart] = []
    for act in speech.acts(in: source) {
      for rendering in speech.acts[act].renderings
      where rendering.isRead && rendering.passages.first?.source == source {
        let parts = rendering.publishedParts(in: model).parts
        if rendering.isQuotationOfNamedSpeaker {
          quotations += parts
        } else {
          renderings += parts
        }
      }
    }
    return (quotations, renderings)
  }
}
