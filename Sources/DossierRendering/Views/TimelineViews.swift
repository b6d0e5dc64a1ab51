import TemplateEngine

/// A year of a timeline.
struct TimelineYearView: View {
  let title: String
  let anchor: String
  let count: Int
  let html: [UInt8]

  static let schema = RecordSchema(
    "TimelineYear",
    [
      .init("title", .string, "The year: 2020; or the 1990s, where nobody says a year."),
      .init("anchor", .string, "Its id on the page."),
      .init("count", .int, "How many entries it has."),
      .init(
        "html", .html,
        "Its entries: <ol class=\"timeline\">, an item for each date with its entries in <ul "
          + "class=\"told\">; one for each month, under headings, where a month has several dates."),
    ], documentation: "A year of a timeline.")

  var values: [TemplateValue] { [.string(title), .string(anchor), .int(count), .markup(html)] }
}

/// What happened, in order: of an actor or a conflict.
struct TimelineView: View {
  let count: Int
  let hasRead: Bool
  let years: [TimelineYearView]
  let undated: [UInt8]?
  let ahead: [UInt8]?
  let background: [UInt8]?
  let backgroundCount: Int
  let all: LinkView?

  static let schema = RecordSchema(
    "Timeline",
    [
      .init("count", .int, "How many entries it has in all its parts."),
      .init(
        "has_read", .bool,
        "Whether some were read in captures by rule; all others are stated by the editor."),
      .init("years", .list(of: TimelineYearView.self), "The entries by year, the first first."),
      .init("undated", .optional(.html), "Events without a date, as <ul class=\"told\">."),
      .init(
        "ahead", .optional(.html),
        "Sentences about days that lay ahead when they were published, as <ol class=\"timeline\">."),
      .init(
        "background", .optional(.html),
        "Sentences about years far from the subject's own conflicts, as <ol class=\"timeline\">."),
      .init("background_count", .int, "How many of these there are."),
      .init(
        "all", .optional(LinkView.self),
        "The page that has the entries, where there are more than 500; then this one has none."),
    ], documentation: "What happened, in order: of an actor or a conflict.")

  var values: [TemplateValue] {
    [
      .int(count), .bool(hasRead), .list(years), undated.map { .markup($0) } ?? .none,
      ahead.map { .markup($0) } ?? .none, background.map { .markup($0) } ?? .none,
      .int(backgroundCount), .optional(all),
    ]
  }
}
