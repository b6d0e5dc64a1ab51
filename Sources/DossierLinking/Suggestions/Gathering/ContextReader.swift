import DossierModel
import PhraseMatching

/// Reads the sentence around a name in a capture; keeps the paragraphs that it cut.
struct ContextReader {
  let model: SiteModel
  private var texts: [Key: (bytes: [UInt8], sentences: Sentences)] = [:]

  private struct Key: Hashable {
    let source: SourceID
    let paragraph: Int
  }

  init(model: SiteModel) { self.model = model }

  private mutating func text(
    _ source: SourceID, _ paragraph: Int
  ) -> (bytes: [UInt8], sentences: Sentences)? {
    let key = Key(source: source, paragraph: paragraph)
    if let known = texts[key] { return known }
    let paragraphs = model[source].article.paragraphs
    guard paragraphs.indices.contains(paragraph) else { return nil }
    let bytes = Array(paragraphs[paragraph].text.utf8)
    let text = (bytes, Sentences(bytes, 0..<bytes.count))
    texts[key] = text
    return text
  }

  /// The range of the sentence around a place.
  mutating func sentence(_ place: CaptureNames.Place) -> Range<Int>? {
    guard let text = text(place.source, place.paragraph), place.range.upperBound <= text.bytes.count
    else { return nil }
    return text.sentences.sentence(at: place.range.lowerBound, in: text.bytes)
  }

  /// The sentence around a place, with where it stands.
  mutating func context(_ place: CaptureNames.Place) -> SuggestionContext? {
    guard !place.range.isEmpty, let sentence = sentence(place),
      let text = text(place.source, place.paragraph)
    else { return nil }
    return SuggestionContext(
      source: place.source, paragraph: place.paragraph,
      locator: model[place.source].article.paragraphs[place.paragraph].locator,
      sentence: String(decoding: text.bytes[sentence], as: UTF8.self))
  }

  /// The contexts of places, the first of each capture.
  mutating func contexts(_ places: [CaptureNames.Place]) -> [SuggestionContext] {
    var seen: Set<SourceID> = []
    var result: [SuggestionContext] = []
    for place in places where !seen.contains(place.source) {
      guard let context = context(place) else { continue }
      seen.insert(place.source)
      result.append(context)
    }
    return result.sorted { $0.source < $1.source }
  }

  /// The words at a place, folded.
  mutating func folded(_ place: CaptureNames.Place, _ folding: LetterFolding) -> [UInt8] {
    guard let text = text(place.source, place.paragraph), place.range.upperBound <= text.bytes.count
    else { return [] }
    return folding.folded(String(decoding: text.bytes[place.range], as: UTF8.self))
  }
}
