import ArticleImport
import Diagnostics
import DossierModel
import EDTF
import SpeechAttribution
import TimeExpressions

extension ExtractDocument {
  /// The lists `quotes`, `timexes` and `entities`. Beyond the schema's keys each item names its paragraph
  /// (`locator`, null in a title); a quote its `form_rule`, `confidence`, `utterance` (its number within
  /// the file) and the `antecedent` of a speaker who is named elsewhere; a time its `modifier`,
  /// `precision`, `role`, and the `interval` that it is an end of. O(capture).
  func findings(_ json: inout JSONWriter) {
    json.key("quotes")
    json.beginArray()
    for quote in reading.speech.quotes { write(quote, &json) }
    json.endArray()
    json.key("timexes")
    json.beginArray()
    for time in reading.times { write(time, &json) }
    json.endArray()
    json.key("entities")
    json.beginArray()
    for entity in reading.entities {
      json.beginObject()
      place(entity.span, &json)
      json.key("id")
      json.value(entity.id)
      json.key("kind")
      json.value(entity.kind)
      json.key("rule")
      json.value(entity.rule)
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ quote: SpeechQuote, _ json: inout JSONWriter) {
    guard let first = quote.segments.first else { return }
    json.beginObject()
    paragraph(first.paragraph, &json)
    json.key("line")
    json.value(line(ExtractSpan(passage: first.paragraph, range: first.range)))
    json.key("segments")
    json.beginArray()
    for segment in quote.segments {
      json.beginObject()
      place(ExtractSpan(passage: segment.paragraph, range: segment.range), &json)
      json.endObject()
    }
    json.endArray()
    json.key("type")
    json.value(quote.form.rawValue)
    json.key("speaker")
    json.value(reading.speech.id(of: quote.speaker))
    for (key, mention) in [
      ("speaker_mention", quote.speaker?.mention), ("antecedent", quote.speaker?.antecedent),
    ] {
      json.key(key)
      guard let mention else {
        json.null()
        continue
      }
      json.beginObject()
      place(ExtractSpan(passage: mention.paragraph, range: mention.range), &json)
      json.endObject()
    }
    for (key, text) in [
      ("rule", quote.rule?.id), ("form_rule", quote.formRule?.id),
      ("confidence", quote.confidence.rawValue),
    ] {
      json.key(key)
      json.value(text)
    }
    json.key("utterance")
    json.value(quote.utterance)
    json.endObject()
  }

  private func write(_ time: TimeExpression, _ json: inout JSONWriter) {
    json.beginObject()
    place(ExtractSpan(passage: time.paragraph, range: time.range), &json)
    for (key, text) in [
      ("type", time.kind.rawValue), ("value", time.value.text), ("edtf", time.edtf?.text),
      ("anchor", time.anchor.rawValue), ("rule", time.rule.id),
      ("modifier", time.modifier?.rawValue), ("precision", time.precision.rawValue),
      ("role", time.role.rawValue), ("interval", time.link?.edtf?.text),
    ] {
      json.key(key)
      json.value(text)
    }
    json.endObject()
  }

  /// `paragraph`, `locator`, `line`, `start`, `end` and `text` of a span.
  private func place(_ span: ExtractSpan, _ json: inout JSONWriter) {
    paragraph(span.passage, &json)
    let place = reading.place(span)
    json.key("line")
    json.value(line(span))
    json.key("start")
    json.value(place?.start)
    json.key("end")
    json.value(place?.end)
    json.key("text")
    json.value(reading.words(span))
  }

  private func paragraph(_ passage: Int, _ json: inout JSONWriter) {
    let passage = reading.passages[passage]
    let isTitle = passage.role == .title
    json.key("paragraph")
    json.value(isTitle ? nil : passage.paragraph.number)
    json.key("locator")
    json.value(isTitle ? nil : passage.paragraph.locator)
  }

  private func line(_ span: ExtractSpan) -> Int {
    reading.place(span)?.line ?? reading.passages[span.passage].paragraph.line
  }
}
