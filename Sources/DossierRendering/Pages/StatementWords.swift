import DossierModel
import SpeechAttribution

/// The words of statements, as far as they may be published.
struct StatementWords {
  let context: SiteContext

  /// How many words a list shows of a statement.
  static let excerptLimit = 16
  /// How many words a title shows.
  static let titleLimit = 12

  private var model: SiteModel { context.model }

  /// The words of a rendering with `[…]` for what is left out; nil where the account of extracts does
  /// not grant them, and where all its sources are withdrawn. O(length of its paragraphs).
  func text(of rendering: SpeechAct.Rendering) -> String? {
    if rendering.isWithdrawn { return nil }
    switch rendering.words {
    case .declared(let declaration, let index):
      let statement = model[declaration.page].statements[declaration.statement]
      let (text, isCut) = statement.renderings[index].published(in: model)
      return isCut ? text + " […]" : text
    case .read:
      guard let id = rendering.passages.first?.source else { return nil }
      let (parts, isCut) = rendering.publishedParts(in: model)
      let source = model[id]
      var text: [UInt8] = []
      for part in parts {
        let paragraph = Array(source.article.paragraphs[part.paragraph].text.utf8)
        guard
          rendering.isQuotationOfNamedSpeaker
            || context.ledgers[id.index].contains(
              part.range, in: part.paragraph, length: paragraph.count)
        else { return nil }
        if !text.isEmpty { text += (part.isContinuation ? " " : " […] ").utf8 }
        text += paragraph[part.range]
      }
      // The comma before “he said” is the reporter's.
      while text.last == UInt8(ascii: ",") || text.last == 0x20 { text.removeLast() }
      guard !text.isEmpty else { return nil }
      return String(decoding: text, as: UTF8.self) + (isCut ? " […]" : "")
    }
  }

  /// The language of a rendering, where the sources that have it agree on a foreign one.
  func language(of rendering: SpeechAct.Rendering) -> QuotedLanguage {
    let languages = Set(rendering.passages.map { context.language(of: $0.source) })
    return languages.count == 1 ? languages.first ?? .own : .own
  }

  /// How a statement begins, by its first rendering that has words, among those of `source` if that has
  /// any; nil where nothing may be published.
  func beginning(
    of act: SpeechAct, limit: Int, in source: SourceID? = nil
  ) -> (text: String, language: QuotedLanguage)? {
    let own = act.renderings.filter { rendering in
      rendering.passages.contains { $0.source == source }
    }
    for rendering in own + act.renderings {
      guard let text = text(of: rendering) else { continue }
      return (Self.shortened(text, limit), language(of: rendering))
    }
    return nil
  }

  private static func shortened(_ text: String, _ limit: Int) -> String {
    let words = Words.ranges(in: text)
    guard words.count > limit else { return text }
    return String(decoding: Array(text.utf8)[..<words[limit - 1].upperBound], as: UTF8.self) + " …"
  }

  func speaker(of act: SpeechAct, from path: SitePath) -> LinkView {
    switch act.speaker {
    case .page(let id):
      LinkView(title: model[id].title, href: model[id].path.link(from: path))
    case .name(let name): LinkView(title: name, href: "")
    }
  }

  /// Whether a machine read it, in captures that nobody reviewed.
  func isInbox(_ act: SpeechAct) -> Bool {
    act.declarations.isEmpty && act.sources.allSatisfy { model[$0].isInbox }
  }

  /// A statement as an entry of a list on the page at `path`.
  func entry(_ index: Int, from path: SitePath, in source: SourceID? = nil) -> StatementEntryView {
    let act = context.index.speech.acts[index]
    let (text, language) =
      beginning(of: act, limit: Self.excerptLimit, in: source) ?? ("", QuotedLanguage.own)
    return StatementEntryView(
      words: text, language: language, href: act.path.link(from: path),
      speaker: speaker(of: act, from: path), spoken: act.spoken.map { DateView($0) },
      published: act.published.map { DateView($0) }, renderings: act.renderings.count,
      origins: act.origins.count, isInbox: isInbox(act))
  }
}

/// A rendering beside the first one.
struct RenderingComparison {
  /// The words, those that the first lacks marked.
  let html: [UInt8]
  /// As `ComparedRenderingView.comparison` says it; nil for the first.
  let comparison: String?
  /// Runs of words of the first that this one lacks.
  let missing: [String]

  /// The first rendering, compared with nothing.
  init(_ text: String) {
    html = Markup.escaped(text)
    comparison = nil
    missing = []
  }

  /// Where less than a fifth is shared, marks would say nothing: then there are none. O(length, and
  /// words of both where they differ).
  init(_ text: String, beside first: String) {
    let (left, right) = (Array(first.utf8), Array(text.utf8))
    let runs = WordDiff(left: left, right: right).runs
    let shared = runs.reduce(0) { $1.change == .same ? $0 + $1.right.count : $0 }
    guard shared * 5 >= right.count else {
      html = Markup.escaped(text)
      comparison = "other"
      missing = []
      return
    }
    var output: [UInt8] = []
    var missing: [String] = []
    var cursor = 0
    for run in runs {
      switch run.change {
      case .same: continue
      case .deleted: missing.append(String(decoding: left[run.left], as: UTF8.self))
      case .inserted:
        Markup.appendEscaped(right, cursor..<run.right.lowerBound, to: &output)
        output += Self.opening
        Markup.appendEscaped(right, run.right, to: &output)
        output += Self.closing
        cursor = run.right.upperBound
      }
    }
    Markup.appendEscaped(right, cursor..<right.count, to: &output)
    html = output
    self.missing = missing
    comparison =
      cursor > 0 ? "differs" : missing.isEmpty ? "same" : "part"
  }

  /// What is marked by colour alone is nothing to those who do not see it.
  private static let opening = Array("<mark class=\"differs\"><span class=\"unseen\">[</span>".utf8)
  private static let closing = Array("<span class=\"unseen\">]</span></mark>".utf8)
}
