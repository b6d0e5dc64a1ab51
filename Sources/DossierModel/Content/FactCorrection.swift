package import EDTF

/// What a fact said before it was corrected: `- corrected 2020-11-20: was 44 days | why: …`, an
/// indented item below the fact.
package struct FactCorrection: Sendable {
  /// When it was corrected: a date, no span.
  package let date: EDTF
  /// What stood there, as written.
  package let was: String
  /// Why it was changed, where the editor says so.
  package let why: String?
  /// The passages that the correction rests on.
  package let citations: [Citation]
  /// UTF-8 offsets of the whole item in the file.
  package let range: Range<Int>

  package init(
    date: EDTF, was: String, why: String?, citations: [Citation], range: Range<Int>
  ) {
    self.date = date
    self.was = was
    self.why = why
    self.citations = citations
    self.range = range
  }
}
