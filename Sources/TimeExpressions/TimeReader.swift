package import EDTF

/// Reads the time expressions of a document: closed lists of words, segments grown around the time
/// words among them, and ordered rules that give each segment its value (the division of SynTime:
/// Zhong, Sun and Cambria, “Time Expression Analysis and Recognition Using Syntactic Token Types
/// and General Heuristic Rules”, ACL 2017; the rules are our own). English, and Russian dates.
///
/// Nothing is guessed: what neither the words nor an anchor say stays `X` in the value.
package struct TimeReader: Sendable {
  /// What kind of text it is, which decides where “July 3” takes its year from.
  package enum Genre: Sendable {
    /// The document's date: the latest such day up to it. Paragraphs that give a month with another
    /// year go on in that year.
    case news
    /// The narrative: the year that was said last, as in a history.
    case background
  }

  /// The order of a numeric date with slashes: 03/04/2020.
  package enum DayMonthOrder: Sendable {
    case unknown, dayFirst, monthFirst
  }

  /// What a document's values depend on beside its text.
  package struct Options: Sendable {
    /// When the document was published.
    package var documentDate: CivilDate?
    /// Whether an editor gave that date and not the document.
    package var isFromEditor = false
    /// Where a bare month takes its year from.
    package var genre = Genre.news
    /// How numbers with slashes are read that could be either.
    package var order = DayMonthOrder.unknown

    /// News of an unknown day and an unknown order, unless said otherwise.
    package init(
      documentDate: CivilDate? = nil, isFromEditor: Bool = false, genre: Genre = .news,
      order: DayMonthOrder = .unknown
    ) {
      self.documentDate = documentDate
      self.isFromEditor = isFromEditor
      self.genre = genre
      self.order = order
    }
  }

  /// One paragraph of the document, in UTF-8. Bytes that are no UTF-8 do no harm.
  package struct Paragraph: Sendable {
    /// UTF-8.
    package let bytes: ArraySlice<UInt8>
    /// A footnote or a reference: its dates date what it cites, and it does not carry the
    /// narrative.
    package let isNote: Bool

    /// UTF-8, as a slice of the document's own bytes.
    package init(_ bytes: ArraySlice<UInt8>, isNote: Bool = false) {
      self.bytes = bytes
      self.isNote = isNote
    }

    /// A copy of the text's UTF-8. O(bytes).
    package init(_ text: String, isNote: Bool = false) {
      self.init(Array(text.utf8)[...], isNote: isNote)
    }
  }

  /// What it was made with.
  package let options: Options
  private let tokenizer = Tokenizer(lexicon: .shared)

  /// A reader serves any number of documents of the same options. The word lists are made once a
  /// process.
  package init(_ options: Options = Options()) {
    self.options = options
  }

  /// The time expressions of a document, in the order of the text. The last dates said carry over
  /// from paragraph to paragraph. O(bytes).
  package func read(_ paragraphs: [Paragraph]) -> [TimeExpression] {
    var expressions: [TimeExpression] = []
    var tokens: [Token] = []
    var resolver = Resolver(options: options)
    for (number, paragraph) in paragraphs.enumerated() {
      tokens.removeAll(keepingCapacity: true)
      tokenizer.tokenize(paragraph.bytes.span, into: &tokens)
      var recognizer = Recognizer(tokens, options: options)
      recognizer.run()
      if tokens.isEmpty { continue }
      var surroundings = Surroundings(
        tokens: tokens, found: recognizer.found, isNote: paragraph.isNote)
      surroundings.settle()
      resolver.resolve(
        surroundings.found, tokens: tokens, paragraph: number, isNote: paragraph.isNote,
        into: &expressions)
    }
    return expressions
  }

  /// The same for one paragraph.
  package func read(_ text: String) -> [TimeExpression] {
    read([Paragraph(text)])
  }
}
