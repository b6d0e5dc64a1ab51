package import EDTF
package import TimeExpressions

/// Reads the times of one document: what a build and `dossier extract` share.
package struct DocumentTimes: Sendable {
  private let reader: TimeReader

  /// - Parameters:
  ///   - published: when the document was published; what is no single day anchors nothing.
  ///   - isFromEditor: whether an editor says so, and not the document.
  ///   - genre: where a bare month takes its year from.
  package init(published: EDTF?, isFromEditor: Bool, genre: TimeReader.Genre = .news) {
    reader = TimeReader(
      TimeReader.Options(
        documentDate: published?.date?.civilDate, isFromEditor: isFromEditor, genre: genre))
  }

  /// The time expressions of the document's texts in their order; those of notes do not carry the
  /// narrative. O(bytes).
  package func read(_ texts: some Sequence<(text: String, isNote: Bool)>) -> [TimeExpression] {
    reader.read(texts.map { TimeReader.Paragraph($0.text, isNote: $0.isNote) })
  }
}
