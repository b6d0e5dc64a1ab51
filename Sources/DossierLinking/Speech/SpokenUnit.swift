import DossierModel
import EDTF
import SpeechAttribution

/// What one source has of one utterance, or one rendering of an editor's block: what is compared.
struct SpokenUnit {
  /// The quotations of a source.
  struct Reading {
    let source: SourceID
    /// Indices into the source's quotations.
    let quotes: [Int]
    /// What may be shown: the quotations that a cue ascribes to the speaker; where there is none, all.
    let parts: [SpeechPart]
    /// The rule of that cue.
    let rule: String?
    let words: SpokenWords
  }

  /// Nil for the editor's rendering.
  let reading: Reading?
  /// The editor's block that it belongs to.
  let entry: Int?
  let speaker: EntityID?
  let day: Int32?
  let text: [UInt8]

  var utterance: Utterance { Utterance(speaker: speaker?.rawValue, day: day, text: text) }
}

extension SpokenUnit {
  /// The editor's renderings.
  static func declared(_ statements: DeclaredStatements, _ model: SiteModel) -> [SpokenUnit] {
    statements.entries.enumerated().flatMap { index, entry in
      entry.renderings.map(\.rendering).map { rendering in
        let source = rendering.citations.lazy.compactMap { model.source(key: $0.key) }.first
        return SpokenUnit(
          reading: nil, entry: index, speaker: entry.speaker.page.map { EntityID($0) },
          day: source.flatMap { model[$0].published?.value.earliest },
          text: Array(rendering.text.utf8))
      }
    }
  }

  /// The utterances of a source, parted where parts of one belong to several blocks. O(words).
  static func read(
    _ quotes: [ReadQuote], in id: SourceID, of statements: DeclaredStatements, _ model: SiteModel
  ) -> [SpokenUnit] {
    struct Key: Hashable {
      let utterance: Int
      let entry: Int?
    }
    let source = model[id]
    let entries = statements.entries(of: quotes, in: id, model)
    var order: [Key] = []
    var members: [Key: [Int]] = [:]
    for (index, quote) in quotes.enumerated() {
      let key = Key(utterance: quote.utterance, entry: entries[index])
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(index)
    }
    return order.map { key in
      let all = members[key] ?? []
      let named = all.filter { quotes[$0].isExplicit }
      let shown = (named.isEmpty ? all : named).flatMap { quotes[$0].parts }
      let declared = key.entry.flatMap { statements.entries[$0].speaker.page }
      return SpokenUnit(
        reading: Reading(
          source: id, quotes: all, parts: shown, rule: named.first.flatMap { quotes[$0].rule },
          words: SpokenWords(source.words(shown))),
        entry: key.entry,
        speaker: declared.map { EntityID($0) }
          ?? (named.first ?? all.first { quotes[$0].speaker != nil }).flatMap { quotes[$0].speaker },
        day: source.published?.value.earliest,
        text: source.words(all.flatMap { quotes[$0].parts }))
    }
  }
}
