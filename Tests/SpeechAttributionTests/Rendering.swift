import SpeechAttribution

/// The paragraphs of a text whose line feeds part them.
func paragraphs(_ text: String) -> [SpeechParagraph] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { SpeechParagraph(String($0)) }
}

/// The quotes of a text.
func quotes(in text: String, names: [NameMention] = []) -> [SpeechQuote] {
  SpeechAttributor().quotes(in: paragraphs(text), names: names)
}

/// What stands in a range of a paragraph.
func words(_ paragraphs: [SpeechParagraph], _ paragraph: Int, _ range: Range<Int>) -> String {
  String(decoding: paragraphs[paragraph].bytes[range], as: UTF8.self)
}

/// A quote as `speaker (antecedent): segment / segment`.
func rendered(_ quote: SpeechQuote, of text: String) -> String {
  let all = paragraphs(text)
  var who = "-"
  if let speaker = quote.speaker {
    who = words(all, speaker.mention.paragraph, speaker.mention.range)
    if let known = speaker.antecedent { who += " (\(words(all, known.paragraph, known.range)))" }
  }
  let segments = quote.segments.map { words(all, $0.paragraph, $0.range) }
  return who + ": " + segments.joined(separator: " / ")
}

/// All quotes of a text, rendered.
func rendered(_ text: String) -> [String] {
  quotes(in: text).map { rendered($0, of: text) }
}
