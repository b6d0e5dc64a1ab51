import ArticleImport
import DossierModel

/// A piece of a capture's running text that the readers of names, times and speech go through.
struct ExtractPassage {
  /// What part of the article it is.
  enum Role {
    case title, heading, standfirst, body, caption, footnote
  }

  let role: Role
  /// The paragraph; for a title, which is none, its line as one.
  let paragraph: Article.Paragraph

  var text: String { paragraph.text }

  /// Title, standfirst, body and captions in the order of the capture, then the footnotes. The title of
  /// an HTML capture is no passage: it stands in no paragraph that an offset could count in.
  static func all(of article: Article, _ positions: CapturePositions?) -> [ExtractPassage] {
    var passages: [ExtractPassage] = []
    for line in article.lines where line.lineClass == .title {
      guard let paragraph = positions?.paragraph(ofLine: line.number) else { continue }
      passages.append(ExtractPassage(role: .title, paragraph: paragraph))
    }
    for paragraph in article.paragraphs {
      passages.append(ExtractPassage(role: role(of: paragraph), paragraph: paragraph))
    }
    return passages
  }

  private static func role(of paragraph: Article.Paragraph) -> Role {
    switch paragraph.layer {
    case .caption: return .caption
    case .footnote: return .footnote
    case .standfirst: return .standfirst
    case .body:
      if case .heading = paragraph.kind { return .heading }
      return .body
    }
  }
}

/// A stretch of a passage, in UTF-8 offsets of its text.
struct ExtractSpan: Hashable {
  /// The index of the passage.
  let passage: Int
  let range: Range<Int>
}
