package import Diagnostics

/// Something that pages say and that rested on withdrawn sources alone.
package struct UnsupportedClaim: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    /// A value of a fact, by the indices into `Page.facts` and `Fact.values`.
    case fact(Int, value: Int)
    /// A block of `## Statements`, by the index into `Page.statements`.
    case statement(Int)
    /// A sentence of prose, as UTF-8 offsets in the running text of the page's tree.
    case sentence(Range<Int>)
  }

  /// The page that says it; nil: the home page.
  package let page: PageID?
  package let subject: Subject
  /// The withdrawn sources that carried it, ascending; never empty.
  package let sources: [SourceID]
  /// The value, the line that names the speaker, or the first citation of the sentence: UTF-8 offsets in
  /// the page's file.
  package let range: Range<Int>

  package init(page: PageID?, subject: Subject, sources: [SourceID], range: Range<Int>) {
    self.page = page
    self.subject = subject
    self.sources = sources
    self.range = range
  }

  /// Where it stands; nil without a home page.
  package func place(in model: SiteModel) -> SourcePlace? {
    if let page { return model[page].file.place(range) }
    return model.home?.file.place(range)
  }
}
