import TemplateEngine

/// A statement as an entry of a list.
struct StatementEntryView: View {
  let words: String
  let language: QuotedLanguage
  let href: String
  let speaker: LinkView
  let spoken: DateView?
  let published: DateView?
  let renderings: Int
  let origins: Int
  let isInbox: Bool

  static let schema = RecordSchema(
    "StatementEntry",
    [
      .init("words", .string, "How it begins, without quotation marks; empty if not published."),
      .init("lang", .optional(.string), "Their language, where it is not the site's."),
      .init("dir", .string, "rtl for such a language, else auto."),
      .init("href", .string, "Address of the statement's page."),
      .init("speaker", .record("Link"), "Who spoke; without an address where there is no page."),
      .init("spoken", .optional(DateView.self), "When it was said, where an editor says so."),
      .init("published", .optional(DateView.self), "The earliest publication of a rendering."),
      .init("renderings", .int, "In how many versions there are words of it."),
      .init("origins", .int, "How many origins these have: reports of one interview count once."),
      .init("is_inbox", .bool, "Whether a machine read it and nobody reviewed a capture of it."),
    ], documentation: "A statement as an entry of a list.")

  var values: [TemplateValue] {
    [
      .string(words), .optional(language.tag), .string(language.direction), .string(href),
      speaker.value, .optional(spoken), .optional(published), .int(renderings), .int(origins),
      .bool(isInbox),
    ]
  }
}

/// Statements of one speaker.
struct StatementGroupView: View {
  let speaker: LinkView
  let anchor: String
  let entries: [StatementEntryView]

  static let schema = RecordSchema(
    "StatementGroup",
    [
      .init("speaker", .record("Link"), "Who spoke; without an address where there is no page."),
      .init("anchor", .string, "The group's id on the page."),
      .init("entries", .list(of: StatementEntryView.self), "In the order of time."),
    ], documentation: "Statements of one speaker.")

  var values: [TemplateValue] { [speaker.value, .string(anchor), .list(entries)] }
}

/// A rendering of a statement, compared with the first.
struct ComparedRenderingView: View {
  let anchor: String
  let number: Int
  let html: [UInt8]?
  let language: QuotedLanguage
  let comparison: String?
  let missing: [String]
  let isRead: Bool
  let rule: String?
  let passages: [PassageView]
  let isWithdrawn: Bool

  static let schema = RecordSchema(
    "ComparedRendering",
    [
      .init("anchor", .string, "Its id on the page."),
      .init("number", .int, "From 1."),
      .init(
        "html", .optional(.html),
        "Its words, without quotation marks; those that the first rendering lacks in "
          + "<mark class=\"differs\">, with [ and ] for those who do not see it. None when they are "
          + "not published."),
      .init("lang", .optional(.string), "Their language, where it is not the site's."),
      .init("dir", .string, "rtl for such a language, else auto."),
      .init(
        "comparison", .optional(.string),
        "same: the words of the first; part: nothing but words of the first; other: none of them; "
          + "differs: some. None for the first, and without words."),
      .init("missing", .list(.string), "Runs of words of the first that it lacks."),
      .init("is_read", .bool, "Whether a machine read it, and no editor wrote it down."),
      .init(
        "rule", .optional(.string),
        "The rule that found the speaker; none for an editor's, and where the passage names nobody."
      ),
      .init("passages", .list(of: PassageView.self), "Where the words stand."),
      .init(
        "is_withdrawn", .bool, "Whether all its sources are withdrawn; then there are no words."),
    ], documentation: "A rendering of a statement, compared with the first.")

  var values: [TemplateValue] {
    [
      .string(anchor), .int(number), html.map { .markup($0) } ?? .none, .optional(language.tag),
      .string(language.direction), .optional(comparison),
      .list(missing.map { .string($0) }), .bool(isRead), .optional(rule), .list(passages),
      .bool(isWithdrawn),
    ]
  }
}

/// A place in a source.
struct PassageView: View {
  let href: String
  let source: String
  let language: QuotedLanguage
  let publisher: String?
  let published: DateView?
  let locator: String?
  let origin: String?
  let grade: String?
  let isInbox: Bool
  let isWithdrawn: Bool

  static let schema = RecordSchema(
    "Passage",
    [
      .init("href", .string, "Address of the paragraph on the source's page."),
      .init("source", .string, "Title of the source."),
      .init("lang", .optional(.string), "The source's language, where it is not the site's."),
      .init("publisher", .optional(.string), "The outlet."),
      .init("published", .optional(DateView.self), "When it was published."),
      .init("locator", .optional(.string), "The paragraph: p4; none for the whole source."),
      .init("origin", .optional(.string), "Where the passage has its words from, if it is named."),
      .init("grade", .optional(.string), "Admiralty reliability, where somebody graded it."),
      .init("is_inbox", .bool, "Whether nobody has reviewed the capture yet."),
      .init("is_withdrawn", .bool, "Whether the site no longer rests on the source."),
    ], documentation: "A place in a source.")

  var values: [TemplateValue] {
    [
      .string(href), .string(source), .optional(language.tag), .optional(publisher),
      .optional(published), .optional(locator), .optional(origin), .optional(grade),
      .bool(isInbox), .bool(isWithdrawn),
    ]
  }
}
