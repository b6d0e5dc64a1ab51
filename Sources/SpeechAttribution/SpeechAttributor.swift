/// Finds quotes in the paragraphs of a document, and who is said to have spoken them.
///
/// Ordered rules over closed word lists (`SpeechRule`): a quote's own cue comes before anything that is
/// taken over from the words around it, and where no rule fires the speaker stays unknown. Names that
/// the caller has found are used; other speakers are found by their shape (capitals, titles), so that
/// raw text works as well. The words are English.
package struct SpeechAttributor: Sendable {
  private let vocabulary: Vocabulary
  private let keyWords = KeyWords()

  /// Builds the word tables, once for any number of documents.
  package init() {
    vocabulary = Vocabulary()
  }

  /// The quotes of a document, in order. `names` may come in any order and may overlap: of
  /// overlapping ones the first, and among those the longest, counts. O(bytes + names × log names),
  /// whatever the bytes are.
  package func quotes(
    in paragraphs: [SpeechParagraph], names: [NameMention] = []
  ) -> [SpeechQuote] {
    guard paragraphs.contains(where: { QuoteScanner.mayHoldMarks($0.bytes) }) else { return [] }
    var reader = DocumentReader(
      paragraphs: paragraphs, names: names, vocabulary: vocabulary, keyWords: keyWords)
    return reader.read()
  }
}
