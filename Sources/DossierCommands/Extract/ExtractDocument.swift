import Diagnostics
import DossierModel
import FileTree

/// A reading as one JSON object on one line, schema `dossier-extract/1`.
///
/// Lines count from 1 and are those of the raw file. What no rule found is null, and its basis says why.
/// Beyond the schema's keys stand `published_time`, `url`, `encoding` and `cited_outlets` in the metadata,
/// a paragraph's `locator`, of HTML its `kind` and `links`, all `captions`, and what `findings` says. In
/// HTML a paragraph's line is its number, and of the text the body alone is printed.
struct ExtractDocument {
  let reading: ExtractReading

  init(_ reading: ExtractReading) { self.reading = reading }

  private var article: Article { reading.article }

  /// The object, ended by `\n`. O(capture).
  var line: String {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.value("dossier-extract/1")
    json.key("file")
    json.value(reading.file.path)
    json.key("sha256")
    json.value(Digest.of(reading.file.bytes).hex)
    json.key("metadata")
    metadata(&json)
    json.key("structure")
    structure(&json)
    json.key("paragraphs")
    paragraphs(&json)
    json.key("captions")
    captions(&json)
    findings(&json)
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func metadata(_ json: inout JSONWriter) {
    json.beginObject()
    let data: [(key: String, datum: Inferred<String>?)] = [
      ("title", article.title), ("publisher", article.publisher), ("author", article.author),
      ("published", reading.published), ("published_time", article.publishedTime),
      ("language", article.language), ("url", article.address), ("encoding", article.encoding),
    ]
    for (key, datum) in data {
      json.key(key)
      json.value(datum?.value)
    }
    json.key("cited_outlets")
    json.beginArray()
    for outlet in article.citedOutlets { json.value(outlet.value) }
    json.endArray()
    json.key("basis")
    json.beginObject()
    for (key, datum) in data {
      guard let basis = datum.map(Self.basis) ?? reason(key) else { continue }
      json.key(key)
      json.value(basis)
    }
    json.endObject()
    json.endObject()
  }

  static func basis(_ datum: Inferred<String>) -> String {
    datum.rule + (datum.line.map { ", line \($0)" } ?? "")
  }

  /// `unknown: …` with what the importer says.
  private func reason(_ key: String) -> String? {
    Article.Datum(rawValue: key).flatMap { article.reasons[$0] }.map { "unknown: \($0)" }
  }

  private func structure(_ json: inout JSONWriter) {
    json.beginObject()
    let classes: [(key: String, lineClass: Article.LineClass)] = [
      ("body_lines", .body), ("standfirst_lines", .standfirst), ("caption_lines", .caption),
      ("footnote_lines", .footnote), ("byline_lines", .byline),
    ]
    for (key, lineClass) in classes {
      json.key(key)
      json.value(article.lines.filter { $0.lineClass == lineClass }.map(\.number))
    }
    json.key("title_line")
    json.value(article.lines.first { $0.lineClass == .title }?.number)
    json.key("title_duplicate_lines")
    json.value(article.lines.filter { $0.lineClass == .titleDuplicate }.map(\.number))
    json.key("chrome_lines")
    json.beginArray()
    for line in article.lines where line.lineClass == .chrome || line.lineClass == .stamp {
      json.beginObject()
      json.key("line")
      json.value(line.number)
      json.key("why")
      json.value(line.rule)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  /// Standfirst and body, then footnotes; captions are no part of the running text but keep their
  /// number.
  private func paragraphs(_ json: inout JSONWriter) {
    json.beginArray()
    for paragraph in article.paragraphs where isPrinted(paragraph) {
      json.beginObject()
      json.key("n")
      json.value(paragraph.number)
      json.key("line")
      json.value(reading.isPage ? paragraph.number : paragraph.line)
      json.key("text")
      json.value(paragraph.text)
      json.key("locator")
      json.value(paragraph.locator)
      markup(of: paragraph, &json)
      json.endObject()
    }
    json.endArray()
  }

  /// What the markup of an HTML capture says of a paragraph, where it says anything.
  private func markup(of paragraph: Article.Paragraph, _ json: inout JSONWriter) {
    let kind: String? =
      switch paragraph.kind {
      case .plain: nil
      case .heading(let level): "heading-\(level)"
      case .listItem(let place): place.isOrdered ? "ordered-item" : "list-item"
      case .quotation: "quotation"
      case .preformatted: "preformatted"
      case .cell: "cell"
      }
    if let kind {
      json.key("kind")
      json.value(kind)
    }
    guard !paragraph.links.isEmpty else { return }
    json.key("links")
    json.beginArray()
    for link in paragraph.links { json.value(link.address) }
    json.endArray()
  }

  private func captions(_ json: inout JSONWriter) {
    json.beginArray()
    for paragraph in article.paragraphs where paragraph.layer == .caption {
      json.beginObject()
      json.key("n")
      json.value(paragraph.number)
      json.key("line")
      json.value(reading.isPage ? paragraph.number : paragraph.line)
      json.key("text")
      json.value(paragraph.text)
      json.endObject()
    }
    json.endArray()
  }

  private func isPrinted(_ paragraph: Article.Paragraph) -> Bool {
    // What stands above the text of a page is told apart from it by the page's own markup.
    reading.isPage ? paragraph.layer == .body : paragraph.layer != .caption
  }
}
