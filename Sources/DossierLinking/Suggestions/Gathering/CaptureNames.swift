import DossierModel
import PhraseMatching

/// What the finder and the reader of mentions say of one capture.
struct CaptureNames: Sendable {
  /// A name in a paragraph.
  struct Place: Hashable, Sendable {
    let source: SourceID
    let paragraph: Int
    let range: Range<Int>
  }

  let source: SourceID
  var sightings: [(place: Place, sighting: NameSighting)] = []
  var mentions: [MentionReader.Mention] = []
  var leftAlone: [MentionReader.LeftAlone] = []

  /// The words in small letters of a capture’s paragraphs.
  static func plainWords(of article: Article) -> Set<UInt64> {
    var result: Set<UInt64> = []
    for paragraph in article.paragraphs {
      for token in NameTokenizer.tokens(of: Array(paragraph.text.utf8))
      where !token.isCapital && !token.traits.contains(.shouted) {
        result.insert(token.hash)
      }
    }
    return result
  }

  /// Reads a capture. O(bytes).
  init(
    _ id: SourceID, _ source: Source, by reader: MentionReader, plain: WordSet,
    reading: SuggestionReading
  ) {
    self.source = id
    let found = reader.read(source.article, date: source.published?.value)
    mentions = found.mentions
    leftAlone = found.leftAlone
    var byParagraph: [[MentionReader.Mention]] = Array(
      repeating: [], count: source.article.paragraphs.count)
    for mention in found.mentions {
      if case .paragraph(let index) = mention.part { byParagraph[index].append(mention) }
    }
    for (index, paragraph) in source.article.paragraphs.enumerated() {
      if case .heading = paragraph.kind { continue }
      let text = NameText(
        paragraph.text, mentions: byParagraph[index], speakers: reading.speakers[index] ?? [])
      for sighting in NameFinder.sightings(in: text, plain: plain) {
        sightings.append(
          (Place(source: id, paragraph: index, range: sighting.range), sighting))
      }
    }
  }
}

/// All that captures say of one spelling.
struct NameEntry: Sendable {
  /// The spelling found most often, of several the first in the order of bytes.
  var name: String
  /// Folded.
  let key: [UInt8]
  var rule: SuggestionRule
  var kind: PageKind
  var sort: String?
  var state: String?
  /// Those that the rule read first.
  var places: [CaptureNames.Place] = []
  var offices: [(office: NameSighting.Office, place: CaptureNames.Place)] = []
  var acronyms: [String] = []
  var spellings: [String: Int] = [:]
  var isSure = false

  /// What several spellings of one folded name have become.
  mutating func settle() {
    name =
      spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? name
  }
}
