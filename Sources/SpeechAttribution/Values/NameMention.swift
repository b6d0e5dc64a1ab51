/// A name that the caller has found in a paragraph and knows more about than its shape.
package struct NameMention: Sendable, Hashable {
  /// What a name denotes, as far as speech is concerned.
  package enum Kind: Sendable, Hashable {
    /// Somebody whom “he”, “she” or “the minister” may mean.
    case person
    /// What may issue a statement: an organisation, a ministry, a newspaper.
    case organisation
    /// Everything else. It may still speak (“Ankara said”), but no pronoun means it.
    case other
  }

  /// The index of the paragraph.
  package let paragraph: Int
  /// Bytes of the paragraph, without title, determiner and possessive ending.
  package let range: Range<Int>
  /// The caller's own number; nothing is read into it.
  package let id: Int32
  package let kind: Kind

  package init(paragraph: Int, range: Range<Int>, id: Int32, kind: Kind) {
    self.paragraph = paragraph
    self.range = range
    self.id = id
    self.kind = kind
  }
}
