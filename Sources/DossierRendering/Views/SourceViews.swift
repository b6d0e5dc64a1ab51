import TemplateEngine

/// A datum of a source with how it is known.
struct DatumView: View {
  let label: String
  let text: String
  let href: String?
  let basis: String
  let isKnown: Bool

  static let schema = RecordSchema(
    "Datum",
    [
      .init("label", .string, "Published, Author, SHA-256 …"),
      .init("text", .string, "The value; “unknown” where nobody knows."),
      .init("href", .optional(.string), "An address, where the datum is one."),
      .init("basis", .string, "How it is known: stated by the editor, read by a rule at a line."),
      .init("is_known", .bool, "Whether there is a value."),
    ], documentation: "A datum of a source with how it is known.")

  var values: [TemplateValue] {
    [.string(label), .string(text), .optional(href), .string(basis), .bool(isKnown)]
  }
}

/// A paragraph of a capture.
struct ParagraphView: View {
  let anchor: String
  let locator: String
  let layer: String
  let html: [UInt8]?
  let language: QuotedLanguage
  let isCut: Bool
  let citedBy: [LinkView]
  var item = ItemView()

  /// Where a paragraph stands in a list of the capture. All is empty outside lists, and where the text
  /// is not published whole.
  struct ItemView: Sendable {
    /// `ul` or `ol` at the first paragraph of a list.
    var opensList = ""
    /// The same at its last.
    var closesList = ""
    var opensItem = false
    var closesItem = false
    var number = 0
  }

  static let schema = RecordSchema(
    "Paragraph",
    [
      .init("anchor", .string, "Its id on the page: p4, fn2."),
      .init("locator", .string, "How a citation names it: p4, fn2."),
      .init("layer", .string, "standfirst, body, caption or footnote."),
      .init(
        "html", .optional(.html), "Its text, or a short extract; none when it is not published."),
      .init("lang", .optional(.string), "Its language, where it is not the site's."),
      .init("dir", .string, "rtl for such a language, else auto."),
      .init("is_cut", .bool, "Whether the text is an extract, shortened for the rights' sake."),
      .init("cited_by", .list(of: LinkView.self), "The pages that rest on it."),
      .init(
        "opens_list", .string,
        "ul or ol at the first paragraph of a list of the capture, else empty."),
      .init("opens_item", .bool, "Whether an item of the list begins with it."),
      .init("item_number", .int, "The item's place in its ordered list, from 1; else 0."),
      .init("closes_item", .bool, "Whether an item of the list ends with it."),
      .init("closes_list", .string, "ul or ol at the last paragraph of the list, else empty."),
    ], documentation: "A paragraph of a capture.")

  var values: [TemplateValue] {
    [
      .string(anchor), .string(locator), .string(layer), html.map { .markup($0) } ?? .none,
      .optional(language.tag), .string(language.direction), .bool(isCut), .list(citedBy),
      .string(item.opensList), .bool(item.opensItem), .int(item.number), .bool(item.closesItem),
      .string(item.closesList),
    ]
  }
}

/// What the site rests on.
struct CoverageView: View {
  let sources: Int
  let origins: Int
  let actors: Int
  let conflicts: Int
  let events: Int
  let period: String?
  let undated: Int
  let unreviewed: Int
  let gap: String?

  static let schema = RecordSchema(
    "Coverage",
    [
      .init("sources", .int, "How many sources the site has."),
      .init("origins", .int, "How many origins they have: reports of one interview count once."),
      .init("actors", .int, "How many actors have a page."),
      .init("conflicts", .int, "How many conflicts have a page."),
      .init("events", .int, "How many events have a page."),
      .init("period", .optional(.string), "From the first to the last day of publication."),
      .init("undated", .int, "How many sources have no date of publication."),
      .init("unreviewed", .int, "How many of the captures nobody has reviewed."),
      .init(
        "gap", .optional(.string),
        "The longest run of months in that time in which no source was published."),
    ], documentation: "What the site rests on.")

  var values: [TemplateValue] {
    [
      .int(sources), .int(origins), .int(actors), .int(conflicts), .int(events), .optional(period),
      .int(undated), .int(unreviewed), .optional(gap),
    ]
  }
}
