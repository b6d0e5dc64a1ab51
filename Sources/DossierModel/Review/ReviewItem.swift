package import Diagnostics
package import EDTF

/// One line of a review file: `- [x] publisher [@ocnus]: Ocnus.net`.
package struct ReviewItem: Sendable {
  /// What an editor did with it.
  package enum Mark: String, Sendable, Hashable {
    case undecided = "[ ]"
    case accepted = "[x]"
    case refused = "[-]"
  }

  /// A passage that it is about, with words of it.
  package struct Subject: Sendable, Hashable {
    /// The source's key; empty in a line that names no passage.
    package let key: String
    package let locator: Citation.Locator?
    /// As the line has them; empty where none belong there.
    package let words: String
    /// UTF-8 offsets in the file, of citation and words.
    package let range: Range<Int>

    package init(key: String, locator: Citation.Locator?, words: String, range: Range<Int>) {
      self.key = key
      self.locator = locator
      self.words = words
      self.range = range
    }
  }

  /// The answer.
  package enum Value: Sendable, Hashable {
    /// A line that says neither more nor less than yes or no.
    case none
    case text(String)
    case unknown
    case date(EDTF)
    /// The slug of a page.
    case page(String)
    case newPage(PageKind, sort: String?)
    /// Another name of the page with this slug.
    case alias(String)
    case ignore

    /// The slug of the page that it names.
    package var slug: String? {
      switch self {
      case .page(let slug), .alias(let slug): slug
      case .none, .text, .unknown, .date, .newPage, .ignore: nil
      }
    }
  }

  package let kind: ReviewKind
  package let mark: Mark
  package let subjects: [Subject]
  package let value: Value
  /// The slug of the page that `dossier review --apply` made or changed.
  package let applied: String?
  package let file: SourceFile
  /// UTF-8 offsets in the file: of the line without its indentation and break.
  package let range: Range<Int>
  /// Of the value; an empty range where there is none.
  package let valueRange: Range<Int>

  package init(
    kind: ReviewKind, mark: Mark, subjects: [Subject], value: Value, applied: String? = nil,
    file: SourceFile, range: Range<Int>, valueRange: Range<Int>
  ) {
    self.kind = kind
    self.mark = mark
    self.subjects = subjects
    self.value = value
    self.applied = applied
    self.file = file
    self.range = range
    self.valueRange = valueRange
  }

  /// What it is about, whatever its tick and value: lines with one identity decide one thing.
  /// O(length of the words).
  package var identity: ReviewIdentity {
    ReviewIdentity(
      kind, subjects.map { ($0.key, $0.locator, ReviewWords.folded($0.words)) })
  }

  /// Where it stands, as pages and `explain` say it: `Content/review/2020-10-15.md:12`. O(log lines).
  package var reason: String { "\(file.path):\(file.place(range).line)" }
}

/// What a decision is about: kind, capture and subject. Two spellings of one thing are equal.
package struct ReviewIdentity: Sendable, Hashable {
  package let kind: ReviewKind
  private let subject: String

  /// - Parameter subjects: key of the source, paragraph, and words that are folded already.
  package init(
    _ kind: ReviewKind, _ subjects: [(key: String, locator: Citation.Locator?, words: String)]
  ) {
    self.kind = kind
    subject = subjects.map { key, locator, words in
      // A name is one in the whole site.
      let key = kind == .name ? "" : key
      let place = kind.hasParagraph ? locator?.text ?? "" : ""
      return "\(key)\u{1F}\(place)\u{1F}\(words)"
    }.sorted().joined(separator: "\u{1E}")
  }

  /// A datum of a source.
  package init(_ datum: ReviewKind, of key: Slug) { self.init(datum, [(key.rawValue, nil, "")]) }
}
