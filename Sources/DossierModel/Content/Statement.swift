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
