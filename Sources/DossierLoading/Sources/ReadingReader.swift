import Diagnostics
import DossierModel
import EDTF
import FileTree
import YAML

/// What `dossier ingest` wrote down of a capture, in `seeds/NAME.read.json`.
struct Reading: Sendable {
  let file: SourceFile
  /// When the bytes were fetched or copied.
  var captured: EDTF?
  var url: String?
  var contentType: String?
  /// Of the capture's bytes.
  var digest: Digest?
}

/// Reads a machine's reading as far as it says where the capture came from. What it says of title,
/// publisher and paragraphs is a record of what was recognised then; a build reads the capture itself.
struct ReadingReader {
  /// How the file's name ends.
  static let ending = ".read.json"
  /// The largest reading that is read, in bytes.
  static let limit = 16 << 20

  /// JSON as `dossier ingest` writes it is YAML too (YAML 1.2.2, section 1.3), so the reader of YAML
  /// reads it, with its limits and its marks. Only the members before `recognised` are looked at: a
  /// long capture has more paragraphs than the limits allow values.
  func read(_ file: SourceFile, reporting diagnostics: inout [Diagnostic]) -> Reading? {
    var head = SourceFile(path: file.path, bytes: Self.head(of: file.bytes))
    if head.bytes.count == file.bytes.count { head = file }
    let (mapping, problems) = YAMLDocument.parseMapping(head, in: 0..<head.bytes.count)
    guard let mapping, problems.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .warning, "bad-reading", "the reading is not what `dossier ingest` writes",
          at: file.whole, help: "remove it; the capture is read anew at each build"))
      return nil
    }
    var reading = Reading(file: file)
    var ignored: [Diagnostic] = []
    reading.captured = mapping.string("captured-at", reporting: &ignored)
      .flatMap { EDTF(reading: $0) }
    reading.url = mapping.string("url", reporting: &ignored)
      .flatMap { BaseURL.isWebAddress($0) ? $0 : nil }
    reading.contentType = mapping.string("content-type", reporting: &ignored)
    reading.digest = mapping.string("sha256", reporting: &ignored).flatMap { Digest(hex: $0) }
    return reading
  }

  /// The object up to `recognised`, closed.
  private static func head(of bytes: [UInt8]) -> [UInt8] {
    let mark = Array(",\n  \"recognised\":".utf8)
    guard bytes.count > mark.count else { return bytes }
    for start in 0..<min(bytes.count - mark.count, 64 * 1024)
    where bytes[start] == mark[0] && bytes[start..<start + mark.count].elementsEqual(mark) {
      return bytes[..<start] + [0x0A, 0x7D]
    }
    return bytes
  }
}
