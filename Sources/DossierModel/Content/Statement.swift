/// An act of speech, from a block quote of a `## Statements` section, with its renderings.
package struct Statement: Sendable {
  /// The words as one outlet, translation or trim has them.
  package struct Rendering: Sendable {
    /// The words, without the quotation marks around them.
    package let text: String
    package let citations: [Citation]
    /// UTF-8 offsets of the words in the file.
    package let range: Range<Int>

    package init(text: String, citations: [Citation], range: Range<Int>) {
      self.text = text
      self.citations = citations
      self.range = range
    }

    /// How many words a direct quotation of a named speaker may have without counting as an extract of
    /// its source (PRODUCT, *The desk's rules*).
    package static let wordLimit = 100

    /// The words, as far as the sources they are cited from may be published: the first hundred, unless
    /// all of them grant full rights; none where all of them are withdrawn. O(length).
    package func published(in model: SiteModel) -> (text: String, isCut: Bool) {
      if model.isWithdrawn(citations) { return ("", false) }
      let sources = citations.compactMap { model.source(key: $0.key) }
      guard sources.contains(where: { model[$0].rights != .full }) else { return (text, false) }
      let words = Words.ranges(in: text)
      guard words.count > Self.wordLimit else { return (text, false) }
      let end = words[Self.wordLimit - 1].upperBound
      return (String(decoding: Array(text.utf8)[..<end], as: UTF8.self), true)
    }
  }

  /// Its address on the page, for good; nil when the editor gave none.
  package let id: String?
  package let speaker: PageReference
  package let renderings: [Rendering]

  package init(id: String?, speaker: PageReference, renderings: [Rendering]) {
    self.id = id
    self.speaker = speaker
    self.renderings = renderings
  }
}
