/// A paragraph, read: its tokens, sentences and quotes.
struct ParagraphText {
  let index: Int
  let paragraph: SpeechParagraph
  let spans: [QuoteSpan]
  let tokens: [Token]
  let sentences: [Range<Int>]

  init(
    index: Int, paragraph: SpeechParagraph, spans: [QuoteSpan], names: ArraySlice<NameMention>,
    vocabulary: Vocabulary
  ) {
    self.index = index
    self.paragraph = paragraph
    self.spans = spans
    var tokenizer = Tokenizer(paragraph.bytes, spans: spans, vocabulary: vocabulary)
    tokenizer.assign(names)
    tokens = tokenizer.tokens
    sentences = tokenizer.sentences
  }

  func kind(_ index: Int) -> Token.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  func isWord(_ index: Int, _ classes: WordClass) -> Bool {
    tokens.indices.contains(index) && tokens[index].isWord(classes)
  }

  func hash(_ index: Int) -> UInt64 {
    tokens.indices.contains(index) ? tokens[index].hash : 0
  }

  /// How many words stand in a stretch of bytes. O(range).
  func wordCount(_ range: Range<Int>) -> Int {
    var count = 0
    var inWord = false
    for byte in paragraph.bytes[range] {
      // The no-break space ends in A0, as no letter that news is written in does at a word's start.
      let isBreak = byte == 0x20 || byte &- 9 < 5 || byte == 0xA0
      if !isBreak, !inWord { count += 1 }
      inWord = !isBreak
    }
    return count
  }
}

/// Hashes of words that rules look for one by one.
struct KeyWords: Sendable {
  let according = Vocabulary.hash("according")
  let by = Vocabulary.hash("by")
  let asWord = Vocabulary.hash("as")
  let of = Vocabulary.hash("of")
  let from = Vocabulary.hash("from")
  let on = Vocabulary.hash("on")
  let forWord = Vocabulary.hash("for")
  let about = Vocabulary.hash("about")
  let with = Vocabulary.hash("with")
  let per = Vocabulary.hash("per")
  let it = Vocabulary.hash("it")
  let and = Vocabulary.hash("and")
  let that = Vocabulary.hash("that")
  let the = Vocabulary.hash("the")
  let his = Vocabulary.hash("his")
  let her = Vocabulary.hash("her")
  let their = Vocabulary.hash("their")
  let quoted = [
    Vocabulary.hash("quoted"), Vocabulary.hash("cited"), Vocabulary.hash("overheard"),
    Vocabulary.hash("recorded"), Vocabulary.hash("heard"),
  ]
}
