package import EDTF

/// An act of speech: who spoke, and how each outlet, translation or trim renders the words.
///
/// Made of an editor's block of `## Statements`, of quotations that rules read in captures, or of both.
/// The dates of the event, of the utterance, of publication and of capture are never mixed.
package struct SpeechAct: Sendable {
  /// Who spoke.
  package enum Speaker: Sendable, Hashable {
    case page(PageID)
    /// Somebody without a page: a name for people.
    case name(String)
  }

  /// A block of `## Statements` that it comes from.
  package struct Declaration: Sendable, Hashable {
    package let page: PageID
    /// The index into `Page.statements`.
    package let statement: Int

    package init(page: PageID, statement: Int) {
      self.page = page
      self.statement = statement
    }
  }

  /// Its address for good: the editor's id, else `speaker.source.digest`, made of the speaker's slug, the
  /// key of the source that has the first rendering, and a digest of that rendering's words.
  package let id: String
  package let speaker: Speaker
  /// In page order: two pages may show one statement under one id. None for what only rules have read.
  package let declarations: [Declaration]
  /// The editor's in the order written, then those read by rule in the order of publication.
  package let renderings: [Rendering]
  /// When the words were spoken, where an editor says so; nil: unknown.
  package let spoken: EDTF?
  /// The earliest publication of a rendering; nil: unknown.
  package let published: EDTF?
  /// Actors named in the words, but for the speaker; in page order.
  package let about: [PageID]

  package init(
    id: String, speaker: Speaker, declarations: [Declaration], renderings: [Rendering],
    spoken: EDTF?, published: EDTF?, about: [PageID]
  ) {
    self.id = id
    self.speaker = speaker
    self.declarations = declarations
    self.renderings = renderings
    self.spoken = spoken
    self.published = published
    self.about = about
  }

  /// What of a slug stands in an id that is made of it: at most 80 bytes, since a file's name may have
  /// 255. O(length).
  package static func shortened(_ slug: String) -> String {
    var end = slug.startIndex
    while end < slug.endIndex {
      let next = slug.unicodeScalars.index(after: end)
      guard slug.utf8.distance(from: slug.startIndex, to: next) <= 80 else { break }
      end = next
    }
    return String(slug[..<end])
  }

  /// Where it is emitted: `statements/strategic-ally.html`.
  package var path: SitePath { SitePath(folder: "statements", file: id + ".html") }

  /// The sources that carry it, ascending; without those that are withdrawn. O(passages).
  package var sources: [SourceID] {
    Set(renderings.flatMap(\.passages).filter { !$0.isWithdrawn }.map(\.source)).sorted()
  }

  /// The withdrawn sources that carried it, ascending. O(passages).
  package var withdrawnSources: [SourceID] {
    Set(renderings.flatMap(\.passages).filter(\.isWithdrawn).map(\.source)).sorted()
  }

  /// Whether it had sources and all of them are withdrawn. O(passages).
  package var isUnsupported: Bool {
    let passages = renderings.flatMap(\.passages)
    return !passages.isEmpty && passages.allSatisfy(\.isWithdrawn)
  }

  /// Where the words come from, each once, in order of first appearance: articles that report one
  /// interview have one origin. A source without a stated origin is its own, a withdrawn one does not
  /// count. O(passages).
  package var origins: [String] {
    var seen: Set<String> = []
    return renderings.flatMap(\.passages).filter { !$0.isWithdrawn }.map(\.origin)
      .filter { seen.insert($0).inserted }
  }
}

/// A place in a source that carries words of a statement.
package struct SpeechPassage: Sendable, Hashable {
  package let source: SourceID
  /// The index into `Article.paragraphs`; nil where a citation names none.
  package let paragraph: Int?
  /// As a citation writes it: `p4`, `p4-6`.
  package let locator: String?
  /// What the citation's `from`, else the sidecar's `origin` names.
  package let statedOrigin: String?
  /// Where the words come from in the end, as `SiteModel.origin(of:passage:)` says.
  package let origin: String
  /// Whether its source is withdrawn: it is shown, and counts for nothing.
  package let isWithdrawn: Bool

  package init(
    source: SourceID, paragraph: Int?, locator: String?, statedOrigin: String?, origin: String,
    isWithdrawn: Bool = false
  ) {
    self.source = source
    self.paragraph = paragraph
    self.locator = locator
    self.statedOrigin = statedOrigin
    self.origin = origin
    self.isWithdrawn = isWithdrawn
  }
}

/// A stretch of a paragraph of a source, without quotation marks.
package struct SpeechPart: Sendable, Hashable {
  /// The index into `Article.paragraphs`.
  package let paragraph: Int
  /// UTF-8 offsets in the paragraph's text.
  package let range: Range<Int>
  /// Whether it goes on with the part before it, from which only a cue parts it: “One,” she said, “two.”
  package let isContinuation: Bool

  package init(paragraph: Int, range: Range<Int>, isContinuation: Bool = false) {
    self.paragraph = paragraph
    self.range = range
    self.isContinuation = isContinuation
  }
}

extension SpeechAct {
  /// The words of an act of speech in one version.
  package struct Rendering: Sendable {
    package enum Wording: Sendable, Hashable {
      /// The editor's, by the block and the index into its `Statement.renderings`.
      case declared(Declaration, Int)
      /// Read by rule in the first passage's source, in order.
      case read([SpeechPart])
    }

    package let words: Wording
    /// Where they stand: of those read by rule all in one source.
    package var passages: [SpeechPassage]
    /// The rule that found the speaker beside these words; nil for the editor's, and where the passage
    /// does not name the speaker, who is then known by the same words elsewhere.
    package let rule: String?

    package init(words: Wording, passages: [SpeechPassage], rule: String?) {
      self.words = words
      self.passages = passages
      self.rule = rule
    }

    /// Whether a machine read it.
    package var isRead: Bool { if case .read = words { true } else { false } }

    /// Whether it is a quotation of a speaker whom its passage names, of which a hundred words may be
    /// published without counting as an extract; what a machine read and is none, counts.
    package var isQuotationOfNamedSpeaker: Bool { !isRead || rule != nil }

    /// Whether it had sources and all of them are withdrawn: its words are not shown.
    package var isWithdrawn: Bool {
      !passages.isEmpty && passages.allSatisfy(\.isWithdrawn)
    }
  }
}

extension SpeechAct.Rendering {
  /// The parts read by rule, up to the hundredth word unless the source grants full rights, and whether
  /// something is cut. O(length of the paragraphs).
  package func publishedParts(in model: SiteModel) -> (parts: [SpeechPart], isCut: Bool) {
    guard case .read(let parts) = words, let source = passages.first.map({ model[$0.source] })
    else { return ([], false) }
    guard source.rights != .full else { return (parts, false) }
    var left = Statement.Rendering.wordLimit
    var result: [SpeechPart] = []
    for part in parts {
      let text = Array(source.article.paragraphs[part.paragraph].text.utf8)[part.range]
      let ranges = Words.ranges(in: String(decoding: text, as: UTF8.self))
      guard ranges.count > left else {
        left -= ranges.count
        result.append(part)
        continue
      }
      if left > 0 {
        let lower = part.range.lowerBound
        result.append(
          SpeechPart(
            paragraph: part.paragraph, range: lower..<lower + ranges[left - 1].upperBound,
            isContinuation: part.isContinuation))
      }
      return (result, true)
    }
    return (result, false)
  }
}
