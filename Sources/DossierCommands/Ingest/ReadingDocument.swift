import Diagnostics
import DossierModel
import FileTree

/// A machine's reading of a capture, `seeds/NAME.read.json`, schema `dossier-reading/1`: where the bytes
/// come from and their hash, what was recognised and by which rule, and the paragraphs with byte range
/// and hash as they were numbered on that day.
struct ReadingDocument {
  let capture: IncomingCapture
  /// The capture's file name.
  let name: String
  let digest: Digest
  let article: Article

  /// The file. `ReadingReader` relies on `recognised` standing behind what says where it comes from.
  var bytes: [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    let head: [(String, String?)] = [
      ("schema", "dossier-reading/1"), ("capture", name), ("sha256", digest.hex),
      ("captured-at", capture.capturedAt), ("url", capture.address),
      ("content-type", capture.statedType),
    ]
    for (key, value) in head {
      json.key(key)
      json.value(value)
    }
    json.key("bytes")
    json.value(capture.bytes.count)
    json.key("redirects")
    json.beginArray()
    for address in capture.redirects { json.value(address) }
    json.endArray()
    json.key("recognised")
    recognised(&json)
    json.key("paragraphs")
    paragraphs(&json)
    json.endObject()
    json.endLine()
    return json.bytes
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
      guard let datum else {
        unknown(key, &json)
        continue
      }
      json.beginObject()
      json.key("value")
      json.value(datum.value)
      json.key("rule")
      json.value(datum.rule)
      json.key("line")
      json.value(datum.line)
      json.endObject()
    }
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

  private func paragraphs(_ json: inout JSONWriter) {
    json.beginArray()
    for paragraph in article.paragraphs {
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
      json.value(Digest.of(paragraph.text).hex)
      json.endObject()
    }
    json.endArray()
  }
}
