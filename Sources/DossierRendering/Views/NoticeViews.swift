import TemplateEngine

/// That a source is withdrawn, on its page.
struct WithdrawalView: View {
  let date: DateView
  let reason: String
  let unsupported: [UnsupportedView]
  let all: String

  static let schema = RecordSchema(
    "Withdrawal",
    [
      .init("date", .record("Date"), "The day on which it was withdrawn."),
      .init("reason", .string, "Why, as the editor says it."),
      .init(
        "unsupported", .list(of: UnsupportedView.self),
        "What rested on it alone, or on withdrawn sources alone of which it is one."),
      .init("all", .string, "Address of the list of all that lost its support."),
    ], documentation: "That a source is withdrawn, on its page.")

  var values: [TemplateValue] { [date.value, .string(reason), .list(unsupported), .string(all)] }
}

/// Something that rested on withdrawn sources alone.
struct UnsupportedView: View {
  let page: LinkView
  let kind: String
  let label: String
  let html: [UInt8]
  let sources: [LinkView]

  static let schema = RecordSchema(
    "Unsupported",
    [
      .init("page", .record("Link"), "The page that says it; the address leads to the place."),
      .init("kind", .string, "fact, statement or sentence."),
      .init("label", .string, "The fact's key, or who made the statement; empty for a sentence."),
      .init("html", .html, "The fact's value or the sentence, escaped; empty for a statement."),
      .init("sources", .list(of: LinkView.self), "The withdrawn sources that carried it."),
    ], documentation: "Something that rested on withdrawn sources alone.")

  var values: [TemplateValue] {
    [page.value, .string(kind), .string(label), .markup(html), .list(sources)]
  }
}

/// Things without support, under one heading.
struct UnsupportedGroupView: View {
  let title: String
  let anchor: String
  let entries: [UnsupportedView]

  static let schema = RecordSchema(
    "UnsupportedGroup",
    [
      .init("title", .string, "The title of the page that says them."),
      .init("anchor", .string, "The group's id on the page."),
      .init("entries", .list(of: UnsupportedView.self), "In the order of the page."),
    ], documentation: "What a page says without support.")

  var values: [TemplateValue] { [.string(title), .string(anchor), .list(entries)] }
}

/// A correction of a fact, or a withdrawal of a source, as an entry of the list of all.
struct CorrectionEntryView: View {
  let anchor: String
  let date: DateView
  let kind: String
  let page: LinkView
  let label: String
  let was: String?
  let now: [UInt8]
  let why: String?

  static let schema = RecordSchema(
    "CorrectionEntry",
    [
      .init("anchor", .string, "Its id on the page; the feed leads to it."),
      .init("date", .record("Date"), "When it was corrected or withdrawn."),
      .init("kind", .string, "fact, or withdrawal of a source."),
      .init("page", .record("Link"), "The page, or the source's."),
      .init("label", .string, "The fact's key, for people; empty for a withdrawal."),
      .init("was", .optional(.string), "What the page said before; none for a withdrawal."),
      .init(
        "now", .html, "What it was corrected to, with links; empty for a withdrawal."),
      .init("why", .optional(.string), "Why."),
    ], documentation: "A correction of a fact, or the withdrawal of a source.")

  var values: [TemplateValue] {
    [
      .string(anchor), date.value, .string(kind), page.value, .string(label), .optional(was),
      .markup(now), .optional(why),
    ]
  }
}

/// Corrections of one year.
struct CorrectionGroupView: View {
  let title: String
  let anchor: String
  let entries: [CorrectionEntryView]

  static let schema = RecordSchema(
    "CorrectionGroup",
    [
      .init("title", .string, "The year."),
      .init("anchor", .string, "The group's id on the page."),
      .init("entries", .list(of: CorrectionEntryView.self), "Newest first."),
    ], documentation: "The corrections of a year.")

  var values: [TemplateValue] { [.string(title), .string(anchor), .list(entries)] }
}
