package import Diagnostics
package import DossierModel
import EDTF
package import FileTree

/// What `dossier ingest` wrote down of a capture, in `seeds/NAME.read.json`.
package struct Reading: Sendable {
  package let file: SourceFile
  /// When the bytes were fetched or copied, as it stands there: `2020-10-16T08:15:30Z`.
  package var capturedAt: String?
  package var url: String?
  package var contentType: String?
  /// The addresses that led there.
  package var redirects: [String] = []
  /// SHA-256 of the capture's bytes.
  package var digest: Digest?
  /// SHA-256 of bytes that the capture had before, oldest first.
  package var previous: [Digest] = []
  /// The numbered paragraphs; nil in a reading without them, or without the capture's hash.
  package var frozen: FrozenReading?

  package init(file: SourceFile) { self.file = file }

  var captured: EDTF? { capturedAt.flatMap { EDTF(reading: $0) } }
}
