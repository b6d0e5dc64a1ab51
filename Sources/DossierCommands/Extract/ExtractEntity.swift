import DossierLinking
import DossierModel
import EDTF

/// A name in a passage that denotes something the site knows.
struct ExtractEntity {
  let span: ExtractSpan
  /// The id that it has in Content or in the registry: `norland`.
  let id: String
  /// `state`, `person`, `organisation`, `media`, `place`, `conflict` …
  let kind: String
  let rule: String
}

/// Finds the entities of a capture.
struct ExtractNames: Sendable {
  private let reader: MentionReader

  init(_ reader: MentionReader) { self.reader = reader }

  /// In order of the passages, none overlapping. O(bytes).
  ///
  /// - Parameters:
  ///   - passages: those of `article`: its title lines, then its paragraphs.
  ///   - date: the article's date, for names and offices that have theirs.
  func entities(
    in passages: [ExtractPassage], of article: Article, date: EDTF?
  ) -> [ExtractEntity] {
    let titles = passages.prefix { $0.role == .title }.count
    // A title may stand in its line with blanks around it.
    let title = passages.prefix(titles).enumerated().lazy.compactMap { index, passage in
      article.title.flatMap { title in
        passage.text.utf8.firstRange(of: title.value.utf8).map {
          (index, passage.text.utf8.distance(from: passage.text.startIndex, to: $0.lowerBound))
        }
      }
    }.first
    return reader.read(article, date: date).mentions.compactMap { mention in
      let span: ExtractSpan
      switch mention.part {
      case .title:
        guard let (passage, start) = title else { return nil }
        span = ExtractSpan(
          passage: passage,
          range: mention.range.lowerBound + start..<mention.range.upperBound + start)
      case .paragraph(let index):
        span = ExtractSpan(passage: titles + index, range: mention.range)
      }
      return ExtractEntity(
        span: span, id: mention.entity.id, kind: mention.entity.kind, rule: mention.rule.id)
    }
  }
}
