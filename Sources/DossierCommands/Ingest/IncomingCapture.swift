import ArticleImport
import DossierLoading
import DossierModel
import FileTree

/// Bytes that are to become a capture, with all that is known of where they come from.
struct IncomingCapture: Sendable {
  let bytes: [UInt8]
  /// When they came here, as EDTF: `2020-10-16T08:15:30Z`.
  let capturedAt: String
  /// The file they were read from; nil for what was fetched or came on standard input.
  var file: String?
  /// Where they were fetched; nil for a file.
  var address: String?
  /// The addresses that led there.
  var redirects: [String] = []
  /// The field `Content-Type` that came with them.
  var contentType: String?
  /// What an editor says of the bytes: `windows-1251`.
  var statedEncoding: String?
  /// What a name can be made of where the capture has no title.
  var hint: String?

  /// The capture's ending: by the MIME type it came with, by the name of its file, else by how it
  /// begins. nil for what is neither text nor HTML by those.
  var ending: String? {
    if let contentType {
      let type = contentType.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
      switch type {
      case "text/html", "application/xhtml+xml": return "html"
      case "text/markdown", "text/x-markdown": return "md"
      case "text/plain": return looksLikeHTML ? "html" : fileEnding ?? "txt"
      case "", "application/octet-stream", "binary/octet-stream": break
      default: return nil
      }
    }
    return fileEnding ?? (looksLikeHTML ? "html" : isText ? "txt" : nil)
  }

  /// What is said of the encoding: by the editor, else by the server.
  var encoding: StatedEncoding? {
    statedEncoding.map { StatedEncoding($0, by: .editor) }
      ?? contentType.flatMap { StatedEncoding(contentType: $0) }
  }

  /// The MIME type to write down: what it came with, else what its ending says.
  var statedType: String? {
    if let contentType { return contentType }
    switch ending {
    case "html": return "text/html"
    case "md": return "text/markdown"
    case "txt": return "text/plain"
    default: return nil
    }
  }

  /// What its reading says of where it comes from.
  ///
  /// - Parameters:
  ///   - name: its file's name in seeds/.
  ///   - isNew: whether it is stored now; of one that lay there nobody wrote down when it came.
  func provenance(_ name: String, _ digest: Digest, isNew: Bool) -> ReadingDocument.Provenance {
    var provenance = ReadingDocument.Provenance(
      name: name, digest: digest, byteCount: bytes.count)
    provenance.capturedAt = isNew ? capturedAt : nil
    provenance.url = address
    provenance.contentType = isNew ? statedType : contentType
    provenance.redirects = redirects
    return provenance
  }

  private var fileEnding: String? {
    let name = (file ?? "").split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm", "xhtml": return "html"
    case "md", "markdown": return "md"
    case "txt", "text": return "txt"
    default: return nil
    }
  }

  /// The stem of the file it was read from.
  var fileStem: String? {
    guard let name = file?.split(separator: "/").last else { return nil }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  /// Whether the first words are those of an HTML document (WHATWG MIME Sniffing, section 7.1, in
  /// short).
  private var looksLikeHTML: Bool {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < min(bytes.count, 1024), bytes[start] <= 0x20 { start += 1 }
    let head = String(decoding: bytes[start..<min(bytes.count, start + 16)], as: UTF8.self)
      .lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<!--"].contains { head.hasPrefix($0) }
  }

  private var isText: Bool { ArticleImporter.looksLikeText(bytes) }
}
