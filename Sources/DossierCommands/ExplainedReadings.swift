import ArticleImport
import Diagnostics
import DossierLinking
import DossierModel
import EDTF
import SpeechAttribution
import TimeExpressions

/// Why the times and quotations of a capture read as they do, for `dossier explain`.
struct ExplainedReadings {
  private let reading: ExtractReading
  private let file: SourceFile

  /// Reads a capture as `dossier extract` does, with the names and the date that the site knows; nil for
  /// a source without one. O(capture + names).
  init?(_ source: Source, in model: SiteModel) {
    guard let file = source.capture else { return nil }
    let isStated = source.published?.basis.isEditor == true
    reading = ExtractReading(
      file: file, encoding: source.encoding.map { StatedEncoding($0.value, by: .editor) },
      article: source.article,
      published: source.published.map { Inferred($0.value.text, rule: "site", line: nil) },
      times: { _ in DocumentTimes(published: source.published?.value, isFromEditor: isStated) },
      names: ExtractNames(MentionReader(model: model)), attributor: SpeechAttributor())
    self.file = file
  }

  /// Each time, then each quotation, with the line that it begins on. O(capture).
  var explanations: [(line: Int, text: String)] {
    reading.times.map(explained) + reading.speech.quotes.compactMap(explained)
  }

  private func explained(_ time: TimeExpression) -> (line: Int, text: String) {
    let span = ExtractSpan(passage: time.paragraph, range: time.range)
    let place = place(span)
    let source =
      switch time.anchor {
      case .none: ""
      case .document: ", counted from the capture’s date"
      case .narrative: ", counted from a date before it in the text"
      case .citation: ", counted from the date of its reference"
      case .editor: ", counted from the date that the sidecar gives"
      }
    let value = time.edtf?.text ?? time.value.text ?? "no value"
    let role = time.role == .citation ? ", dates a reference" : ""
    return (
      place.line,
      "\(place.text): “\(words(span))” = \(value)\(source)\(role) [\(time.rule.id)]\n    "
        + time.rule.summary
    )
  }

  private func explained(_ quote: SpeechQuote) -> (line: Int, text: String)? {
    guard let first = quote.segments.first else { return nil }
    let place = place(ExtractSpan(passage: first.paragraph, range: first.range))
    let segments = quote.segments.map {
      words(ExtractSpan(passage: $0.paragraph, range: $0.range))
    }
    var text = "\(place.text): quotation “\(segments.joined(separator: " … "))”, "
    if quote.form == .scare {
      text += "nobody is quoted"
    } else if let mention = quote.speaker?.mention {
      let name = words(ExtractSpan(passage: mention.paragraph, range: mention.range))
      text += "said by “\(name)”"
      if let id = reading.speech.id(of: quote.speaker) { text += ", who is \(id)" }
      if quote.confidence == .inferred { text += ", inferred" }
    } else {
      text += "speaker unknown: no rule fires"
    }
    let ids = quote.rules.map { "[\($0.id)]" }
    if !ids.isEmpty { text += " " + ids.joined(separator: " ") }
    for rule in quote.rules { text += "\n    " + rule.documentation.summary }
    return (place.line, text)
  }

  private func words(_ span: ExtractSpan) -> String { ExtractMargin.printable(reading.words(span)) }

  /// The line, and how the place is printed: `seeds/wire.txt:3:14 (p1)`.
  private func place(_ span: ExtractSpan) -> (line: Int, text: String) {
    let paragraph = reading.passages[span.passage].paragraph
    // What is nobody's paragraph is the title's line.
    let locator = paragraph.number > 0 ? " (\(paragraph.locator))" : ""
    // In HTML positions count within the paragraph; a person goes to where it begins in the file.
    if !reading.isPage, let place = reading.place(span) {
      return (place.line, "\(file.path):\(place.line):\(place.start + 1)\(locator)")
    }
    let start = file.place(paragraph.bytes)
    return (start.line, "\(file.path):\(start.line):\(start.column)\(locator)")
  }
}
