import DossierLinking
import DossierModel
import EDTF
import FileTree
import SpeechAttribution
import TimeExpressions

/// Asks the readers of speech and of time what they find in captures, for suggestions.
struct SuggestionReadings {
  let width: Int

  /// Parallel to the sources. O(bytes).
  func of(_ model: SiteModel) -> [SuggestionReading] {
    let attributor = SpeechAttributor()
    return concurrentMap(Array(model.sources.indices), width: width) { index in
      Self.reading(of: model[SourceID(index)], attributor)
    }
  }

  private static func reading(
    of source: Source, _ attributor: SpeechAttributor
  ) -> SuggestionReading {
    var reading = SuggestionReading()
    let paragraphs = source.article.paragraphs
    let speech = paragraphs.map { SpeechParagraph($0.text, layer: layer($0)) }
    for quote in attributor.quotes(in: speech) {
      guard quote.form != .scare, quote.confidence == .explicit, let speaker = quote.speaker,
        speaker.shape == .name
      else { continue }
      reading.speakers[speaker.mention.paragraph, default: []].append(speaker.mention.range)
    }
    let published = source.published
    let times = TimeReader(
      TimeReader.Options(
        documentDate: published?.value.date?.civilDate,
        isFromEditor: published?.basis.isEditor == true))
    let found = times.read(
      paragraphs.map { TimeReader.Paragraph($0.text, isNote: $0.layer == .footnote) })
    var counts: [Int: Int] = [:]
    for time in found {
      // A day that the words name; “yesterday” and an hour are none.
      guard time.kind == .date, time.precision == .day, time.role == .event,
        let days = time.days, days.count == 1, hasDigit(time, paragraphs)
      else { continue }
      // A paragraph with more days than this is a table, and no account of events.
      counts[time.paragraph, default: 0] += 1
      guard counts[time.paragraph, default: 0] <= 50 else { continue }
      reading.days.append(
        .init(paragraph: time.paragraph, range: time.range, day: days.lowerBound))
    }
    return reading
  }

  private static func hasDigit(
    _ time: TimeExpression, _ paragraphs: [Article.Paragraph]
  ) -> Bool {
    let text = Array(paragraphs[time.paragraph].text.utf8)
    return text[time.range].contains { (0x30...0x39).contains($0) }
  }

  private static func layer(_ paragraph: Article.Paragraph) -> SpeechParagraph.Layer {
    if case .heading = paragraph.kind { return .heading }
    switch paragraph.layer {
    case .standfirst, .body: return .body
    case .caption: return .caption
    case .footnote: return .footnote
    }
  }
}
