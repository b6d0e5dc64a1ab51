package import EDTF

/// A sentence of a capture with a date that it says, as a rule read it (`TimeRule` of the target
/// TimeExpressions). The source is that of the `SourceLinks` it stands in.
package struct DatedSentence: Sendable, Hashable {
  /// Where the part of the date that the words do not say comes from.
  package enum Anchor: String, Sendable {
    /// Nowhere: the words say it all.
    case none
    /// The day of publication, as a rule read it in the capture.
    case document
    /// The day of publication, as the sidecar has it.
    case editor
    /// A date that stands before it in the text: inherited, and never published (PRODUCT, *The desk's
    /// rules*).
    case narrative
    /// The reference in whose note it stands.
    case citation
  }

  /// The index into `Article.paragraphs`.
  package let paragraph: Int32
  /// UTF-8 offsets in the paragraph's text.
  package let sentence: Range<UInt32>
  /// The words that say the date, or both ends of a span: UTF-8 offsets in the paragraph's text.
  package let expression: Range<UInt32>
  /// No more exact than the words; a span's ends are as exact as the words of each.
  package let date: EDTF
  package let anchor: Anchor
  /// Whether it dates a work that the text refers to, and nothing that the text tells.
  package let datesCitation: Bool
  /// Whether it lies wholly behind the day of publication: said of something that had not happened.
  package let isAhead: Bool
  /// Whether the day of publication stands in for what the words do not say, and another reading is as
  /// likely: “by December 1” in a report of 20 November, where this year's lies much nearer than the last
  /// one's; “that day”, where the text gave none.
  package let isDoubtful: Bool
  /// The rule's id: `time-month-day`. Of a span, that of its start.
  package let rule: String
  /// Who accepted it: file and line of the decision, `Content/review/2020-10-15.md:12`; nil: nobody did.
  package var acceptedBy: String?
  /// Whether an editor refused it.
  package var isRefused = false

  package init(
    paragraph: Int32, sentence: Range<UInt32>, expression: Range<UInt32>, date: EDTF,
    anchor: Anchor, datesCitation: Bool, isAhead: Bool, isDoubtful: Bool = false, rule: String
  ) {
    self.paragraph = paragraph
    self.sentence = sentence
    self.expression = expression
    self.date = date
    self.anchor = anchor
    self.datesCitation = datesCitation
    self.isAhead = isAhead
    self.isDoubtful = isDoubtful
    self.rule = rule
  }

  /// How exactly the date is known.
  package var precision: EDTF.Precision { date.precision }

  /// Whether a timeline may show it: it dates what the text tells, by its own words or by the day of
  /// publication, and without a doubt; or an editor accepted it.
  package var isPublic: Bool {
    if isRefused { return false }
    if acceptedBy != nil { return true }
    return switch anchor {
    case .none, .document, .editor: !datesCitation && !isDoubtful
    case .narrative, .citation: false
    }
  }
}

/// A dated sentence that names a page.
package struct DatedMention: Sendable, Hashable {
  package let source: SourceID
  /// The index into `SourceLinks.dates`.
  package let sentence: Int32

  package init(source: SourceID, sentence: Int32) {
    self.source = source
    self.sentence = sentence
  }
}

/// The dated sentences of all captures that name a page and may be shown, grouped by page.
package struct DatedMentions: Sendable {
  private let starts: [Int32]
  private let entries: [DatedMention]

  /// None of any page.
  package init() {
    starts = []
    entries = []
  }

  /// Groups what `each` hands out, which is called twice: to count and to place.
  /// O(targets + mentions).
  package init(targetCount: Int, each: ((PageID, DatedMention) -> Void) -> Void) {
    var starts = [Int32](repeating: 0, count: targetCount + 1)
    each { target, _ in starts[target.index + 1] += 1 }
    for index in 0..<targetCount { starts[index + 1] += starts[index] }
    var cursor = starts
    var entries = [DatedMention](
      repeating: DatedMention(source: SourceID(0), sentence: 0), count: Int(starts[targetCount]))
    each { target, mention in
      entries[Int(cursor[target.index])] = mention
      cursor[target.index] += 1
    }
    self.starts = starts
    self.entries = entries
  }

  /// The sentences that name `page`, by source, in the order of the text.
  package subscript(page: PageID) -> ArraySlice<DatedMention> {
    guard page.index + 1 < starts.count else { return [] }
    return entries[Int(starts[page.index])..<Int(starts[page.index + 1])]
  }
}
