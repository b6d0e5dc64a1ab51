/// What is known of a paragraph while its sentences are read.
struct ParagraphReading {
  let text: ParagraphText
  let cues: CueFinder

  /// The last attribution in it.
  var current: DocumentReader.Current?
  /// Who reports in the last sentence, if that has no quote; its number; whether it ends in a colon.
  var lead: (speaker: Speaker, sentence: Int, endsInColon: Bool)?
  /// Who speaks at its end, as far as it has been read.
  var closing: Speaker?
  var plainSinceQuote = 0
  /// The draft of its last quote.
  var lastDraft: Int?

  init(text: ParagraphText, cues: CueFinder) {
    self.text = text
    self.cues = cues
  }

  /// Whether the paragraph holds nothing but quotes.
  var isQuoteOnly: Bool {
    text.tokens.allSatisfy {
      $0.kind == .quote || $0.kind == .stop || $0.kind == .close
        || $0.kind == .open || $0.kind == .number || $0.kind == .dash
    }
  }
}
