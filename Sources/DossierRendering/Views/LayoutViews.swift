import TemplateEngine

/// A link for people to follow.
struct LinkView: View {
  let title: String
  let href: String
  var isCurrent = false

  static let schema = RecordSchema(
    "Link",
    [
      .init("title", .string, "The words to show."),
      .init("href", .string, "The address, relative to the page."),
      .init(
        "is_current", .bool, "Whether the link leads to the page it stands on, or its section."),
    ], documentation: "A link for people to follow.")

  var values: [TemplateValue] { [.string(title), .string(href), .bool(isCurrent)] }
}

/// The site as a whole.
struct SiteView: View {
  let title: String
  let description: String?
  let language: String
  let licence: String?
  let home: String
  let feed: String?
  let previewShards: Int
  let corrections: String?
  let changes: String?
  let search: String?

  static let schema = RecordSchema(
    "Site",
    [
      .init("title", .string, "The site's title, from dossier.yml."),
      .init("description", .optional(.string), "One sentence about the site."),
      .init("language", .string, "BCP 47 tag of the site's own prose."),
      .init("licence", .optional(.string), "Under what terms the site may be used."),
      .init("home", .string, "Address of the home page, relative to the page."),
      .init("feed", .optional(.string), "Address of the Atom feed; none without a base-url."),
      .init("preview_shards", .int, "How many files the previews of pages are in; 0: none."),
      .init(
        "corrections", .optional(.string), "Address of the corrections; none where there are none."),
      .init(
        "changes", .optional(.string),
        "Address of what changed since a revision; none where dossier.yml names none."),
      .init(
        "search", .optional(.string),
        "Address of the search page, relative to the page; none where `search` is false."),
    ], documentation: "The site as a whole.")

  var values: [TemplateValue] {
    [
      .string(title), .optional(description), .string(language), .optional(licence),
      .string(home), .optional(feed), .int(previewShards), .optional(corrections),
      .optional(changes), .optional(search),
    ]
  }
}

/// What every page has.
struct PageView: View {
  var title: String
  var description: String?
  var summary: String?
  var kind: String
  var canonical: String?
  var asOf: String?
  var reviewed: DateView?
  var isStale = false
  var titleLanguage = QuotedLanguage.own

  static let schema = RecordSchema(
    "Page",
    [
      .init("title", .string, "The page's title."),
      .init(
        "description", .optional(.string),
        "One sentence for machines: the summary, else the first sentence of the prose."),
      .init("summary", .optional(.string), "One sentence for people, where an editor wrote one."),
      .init(
        "kind", .string,
        "home, actor, conflict, event, place, page, source, statement, index, mentions, timeline, "
          + "a-z, search, report, corrections, unsupported, changes, not-found."),
      .init("canonical", .optional(.string), "The absolute address; none without a base-url."),
      .init("as_of", .optional(.string), "The day the site's data go up to, for people."),
      .init("reviewed", .optional(DateView.self), "When an editor last reviewed the page."),
      .init("is_stale", .bool, "Whether that is longer ago than dossier.yml allows."),
      .init(
        "title_lang", .optional(.string), "The language of the title, where it is not the site's."),
    ], documentation: "What every page has.")

  var values: [TemplateValue] {
    [
      .string(title), .optional(description), .optional(summary), .string(kind),
      .optional(canonical), .optional(asOf), .optional(reviewed), .bool(isStale),
      .optional(titleLanguage.tag),
    ]
  }
}

/// A date for people and for machines.
struct DateView: View {
  let text: String
  let datetime: String?

  static let schema = RecordSchema(
    "Date",
    [
      .init("text", .string, "The date in words, with no more precision than it has."),
      .init("datetime", .optional(.string), "For <time datetime>; none for spans."),
    ], documentation: "A date for people and for machines.")

  var values: [TemplateValue] { [.string(text), .optional(datetime)] }
}

/// An entry of a table of contents.
struct ContentsEntryView: View {
  let title: String
  let href: String
  let level: Int

  static let schema = RecordSchema(
    "ContentsEntry",
    [
      .init("title", .string, "The heading's words."),
      .init("href", .string, "The anchor: #heading."),
      .init("level", .int, "The heading's level, from 2."),
    ], documentation: "An entry of a table of contents.")

  var values: [TemplateValue] { [.string(title), .string(href), .int(level)] }
}
