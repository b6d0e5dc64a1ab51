import ArticleImport
package import Diagnostics
package import DossierModel
package import FileTree

/// A machine's reading of a capture, `seeds/NAME.read.json`, schema `dossier-reading/1`: where the bytes
/// come from and their hash, what was recognised with rule and line, and the paragraphs with byte range
/// and hash as they are numbered from that day on.
package struct ReadingDocument {
  /// Where the bytes come from.
  package struct Provenance: Sendable {
    /// The capture's file name.
    package var name: String
    package var digest: Digest
    package var byteCount: Int
    /// When they came, as EDTF; nil when nobody wrote it down.
    package var capturedAt: String?
    package var url: String?
    package var contentType: String?
    package var redirects: [String] = []
    /// SHA-256 of bytes that the capture had before.
    package var previous: [Digest] = []

    package init(name: String, digest: Digest, byteCount: Int) {
      self.name = name
      self.digest = digest
      self.byteCount = byteCount
    }
  }

  /// The version of the rules that a reading of today names.
  package static let rules = ArticleImporter.rulesVersion

  private let provenance: Provenance
  private let article: Article
  private let paragraphs: [FrozenReading.Paragraph]

  /// - Parameters:
  ///   - article: as today's rules read it.
  ///   - paragraphs: what citations mean from now on; nil: as in the article.
  package init(
    _ provenance: Provenance, article: Article, paragraphs: [FrozenReading.Paragraph]? = nil
  ) {
    self.provenance = provenance
    self.article = article
    self.paragraphs = paragraphs ?? article.paragraphs.map { FrozenReading.Paragraph($0) }
  }

  /// The reading of a capture that lay in `seeds/` and of which nothing else is known, with what was
  /// found wrong in it.
  package static func freezing(
    _ capture: SourceFile
  ) -> (document: ReadingDocument, findings: [Diagnostic]) {
    let (article, findings) = ArticleImporter().read(capture)
    let name = capture.path.split(separator: "/").last.map(String.init) ?? capture.path
    let provenance = Provenance(
      name: name, digest: Digest.of(capture.bytes), byteCount: capture.bytes.count)
    return (ReadingDocument(provenance, article: article), findings)
  }

  /// The file. Paragraphs and lines take one line each, for whoever compares two versions.
  package var bytes: [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    let head: [(String, String?)] = [
      ("schema", "dossier-reading/1"), ("capture", provenance.name),
      ("sha256", provenance.digest.hex), ("captured-at", provenance.capturedAt),
      ("url", provenance.url), ("content-type", provenance.contentType),
    ]
    for (key, value) in head {
      json.key(key)
      json.value(value)
    }
    json.key("bytes")
    json.value(provenance.byteCount)
    for (key, list) in [
      ("redirects", provenance.redirects), ("previous", provenance.previous.map(\.hex)),
    ] {
      json.key(key)
      json.beginArray()
      for value in list { json.value(value) }
      json.endArray()
    }
    json.key("rules")
    json.value(Self.rules)
    json.key("recognised")
    recognised(&json)
    json.endObject()
    // Without the brace that ends it.
    var bytes = Array(json.bytes.dropLast(2))
    append(rows: lines, key: "lines", to: &bytes)
    append(rows: paragraphs.map(Self.row), key: "paragraphs", to: &bytes)
    bytes += "\n}\n".utf8
    return bytes
  }

  private func append(rows: [[UInt8]], key: String, to bytes: inout [UInt8]) {
    bytes += ",\n  \"\(key)\": [".utf8
    for (index, row) in rows.enumerated() {
      bytes += (index > 0 ? ",\n    " : "\n    ").utf8
      bytes += row
    }
    bytes += (rows.isEmpty ? "]" : "\n  ]").utf8
  }

  private func recognised(_ json: inout JSONWriter) {
    json.beginObject()
    let data: [(String, Inferred<String>?)] = [
      ("title", article.title), ("publisher", article.publisher), ("author", article.author),
      ("published", article.published), ("published-time", article.publishedTime),
      ("language", article.language), ("url", article.address), ("encoding", article.encoding),
    ]
    for (key, datum) in data {
      json.key(key)
      if let datum { Self.append(datum, to: &json) } else { unknown(key, &json) }
    }
    json.key("cited-outlets")
    json.beginArray()
    for outlet in article.citedOutlets { Self.append(outlet, to: &json) }
    json.endArray()
    json.endObject()
  }

  /// `null`, or with the reason why nothing is known.
  private func unknown(_ key: String, _ json: inout JSONWriter) {
    guard let reason = Article.Datum(rawValue: key).flatMap({ article.reasons[$0] }) else {
      return json.null()
    }
    json.beginObject()
    json.key("value")
    json.null()
    json.key("reason")
    json.value(reason)
    json.endObject()
  }

  private static func append(_ datum: Inferred<String>, to json: inout JSONWriter) {
    json.beginObject()
    json.key("value")
    json.value(datum.value)
    json.key("rule")
    json.value(datum.rule)
    json.key("line")
    json.value(datum.line)
    json.endObject()
  }

  /// What each line of a text capture was taken for, neighbours with one answer together.
  private var lines: [[UInt8]] {
    var rows: [[UInt8]] = []
    var start = 0
    while start < article.lines.count {
      let first = article.lines[start]
      var end = start + 1
      while end < article.lines.count, article.lines[end].lineClass == first.lineClass,
        article.lines[end].rule == first.rule
      {
        end += 1
      }
      if first.lineClass != .blank {
        var json = JSONWriter()
        json.beginObject()
        json.key("from")
        json.value(first.number)
        json.key("to")
        json.value(article.lines[end - 1].number)
        json.key("class")
        json.value(first.lineClass.rawValue)
        json.key("rule")
        json.value(first.rule)
        json.endObject()
        rows.append(json.bytes)
      }
      start = end
    }
    return rows
  }

  private static func row(_ paragraph: FrozenReading.Paragraph) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("locator")
    json.value(paragraph.locator)
    json.key("layer")
    json.value(paragraph.layer.rawValue)
    json.key("line")
    json.value(paragraph.line)
    json.key("bytes")
    json.value([paragraph.bytes.lowerBound, paragraph.bytes.upperBound])
    json.key("sha256")
    json.value(paragraph.digest.hex)
    if paragraph.standing != .read {
      json.key("standing")
      json.value(paragraph.standing.rawValue)
    }
    json.endObject()
    return json.bytes
  }
}
