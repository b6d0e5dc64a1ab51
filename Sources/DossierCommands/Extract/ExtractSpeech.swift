import DossierLinking
import SpeechAttribution

/// The bridge from passages and entities to the reader of speech, and back from its numbers to ids.
struct ExtractSpeech {
  let quotes: [SpeechQuote]
  private let ids: [String]

  /// O(bytes + entities · log entities).
  init(_ attributor: SpeechAttributor, _ passages: [ExtractPassage], _ entities: [ExtractEntity]) {
    var numbers: [String: Int32] = [:]
    var ids: [String] = []
    var names: [NameMention] = []
    for entity in entities {
      let number = numbers[entity.id] ?? Int32(ids.count)
      if numbers[entity.id] == nil {
        numbers[entity.id] = number
        ids.append(entity.id)
      }
      names.append(
        NameMention(
          paragraph: entity.span.passage, range: entity.span.range, id: number,
          kind: SpeechNaming.kind(entity.kind)))
    }
    let paragraphs = passages.map { SpeechParagraph($0.text, layer: Self.layer($0)) }
    quotes = attributor.quotes(in: paragraphs, names: names)
    self.ids = ids
  }

  /// The id of the entity that a speaker is; nil for one who is none.
  func id(of speaker: Speaker?) -> String? {
    guard let number = speaker?.nameID, ids.indices.contains(Int(number)) else { return nil }
    return ids[Int(number)]
  }

  private static func layer(_ passage: ExtractPassage) -> SpeechParagraph.Layer {
    passage.role == .title ? .heading : SpeechNaming.layer(passage.paragraph)
  }
}
