package import TemplateEngine

/// The page model: which template is rendered for which page, and what it may name.
package enum PageSchema {
  /// Fields that every page's template may name.
  package static let layout: [RecordSchema.Field] = [
    .init("site", .record("Site"), "The site as a whole."),
    .init("page", .record("Page"), "What every page has."),
    .init("root", .string, "The way to the site's root: \"\" or \"../\". For assets."),
    .init("navigation", .list(of: LinkView.self), "The main sections of the site."),
    .init("breadcrumbs", .list(of: LinkView.self), "The way from the home page to here."),
  ]

  /// Fields of the templates of hand-written pages, besides those of every page.
  package static let article: [RecordSchema.Field] = [
    .init("sort", .optional(.string), "Its sort within its kind, for people: armed group."),
    .init("aliases", .list(.string), "Other names."),
    .init("names", .list(of: NameView.self), "Other names with who uses them."),
    .init("body", .html, "The page's prose; may be empty."),
    .init("contents", .list(of: ContentsEntryView.self), "The headings of the prose."),
    .init("facts", .list(of: FactView.self), "The fact box."),
    .init("statements", .list(of: StatementView.self), "What was said, in all renderings."),
    .init("notes", .list(of: NoteView.self), "The numbered notes."),
    .init("mention_groups", .list(of: MentionGroupView.self), "Who names the page, by kind."),
    .init("mention_count", .int, "How many pages and sources name it."),
    .init(
      "all_mentions", .optional(LinkView.self), "The page with all mentions, where there are more."),
    .init(
      "external", .list(of: LinkView.self),
      "The same subject elsewhere; without an address where the catalogue has none."),
    .init("capital", .optional(.string), "A state's capital."),
    .init("extra", .list(of: ExtraView.self), "What it says under keys of the site's own."),
    .init("not_known", .list(of: AccountView.self), "What the sources leave open."),
  ]

  /// A field of conflicts and events.
  private static let disputes = RecordSchema.Field(
    "disputes", .list(of: FactView.self),
    "The facts of which the editor picks no account, to show the accounts side by side.")

  /// A field of actors and conflicts.
  private static let network = RecordSchema.Field(
    "network", .optional(NetworkView.self), "A drawing of the relations; none of fewer than six.")

  /// The root record of each template that is rendered by itself.
  package static let entries: [String: String] = [
    "home.html": "HomeTemplate", "index.html": "IndexTemplate", "actor.html": "ActorTemplate",
    "conflict.html": "ConflictTemplate", "event.html": "EventTemplate",
    "place.html": "PlaceTemplate", "page.html": "PageTemplate", "source.html": "SourceTemplate",
    "mentions.html": "MentionsTemplate", "a-z.html": "AZTemplate", "404.html": "NotFoundTemplate",
    "redirect.html": "RedirectTemplate", "statement.html": "StatementTemplate",
    "statements.html": "StatementsTemplate", "timeline.html": "TimelineTemplate",
    "reports.html": "ReportsTemplate", "report.html": "ReportTemplate",
    "corrections.html": "CorrectionsTemplate", "unsupported.html": "UnsupportedTemplate",
    "changes.html": "ChangesTemplate",
    "search.html": "SearchTemplate",
  ]

  static let home = RecordSchema(
    "HomeTemplate",
    layout + [
      .init("body", .html, "The words of Content/index.md; may be empty."),
      .init("notes", .list(of: NoteView.self), "The numbered notes."),
      .init(
        "conflicts", .list(of: ConflictCardView.self), "The conflicts, by their latest event."),
      .init("events", .list(of: CardView.self), "The latest events, newest first."),
      .init("actors", .list(of: CardView.self), "The actors most often named."),
      .init("pages", .list(of: CardView.self), "The hand-written pages."),
      .init("sources", .list(of: CardView.self), "The latest sources."),
      .init("coverage", .record("Coverage"), "What the site rests on."),
      .init("statements", .list(of: StatementEntryView.self), "The latest statements."),
    ], documentation: "home.html: the home page.")
  static let index = RecordSchema(
    "IndexTemplate",
    layout + [
      .init("groups", .list(of: CardGroupView.self), "The pages of a kind, in groups."),
      .init("parts", .list(of: LinkView.self), "The parts of a list that was split; may be empty."),
      .init("count", .int, "How many pages there are."),
    ], documentation: "index.html: the list of one kind of page.")
  static let actor = RecordSchema(
    "ActorTemplate",
    layout + article + [
      .init(
        "conflicts", .list(of: CardView.self), "Conflicts in which it is on a side, and which."),
      .init("events", .list(of: CardView.self), "Events in which it took part, in order."),
      .init("relations", .list(of: RelationView.self), "Relations to other actors."),
      .init("statements_by", .list(of: StatementEntryView.self), "What it said, in order."),
      .init(
        "all_statements", .optional(LinkView.self), "All that it said, where there is more."),
      .init(
        "statements_about", .list(of: StatementEntryView.self),
        "What others said in words that name it, in order."),
      .init("timeline", .optional(TimelineView.self), "What happened to it and by it, in order."),
      network,
    ], documentation: "actor.html: an actor.")
  static let conflict = RecordSchema(
    "ConflictTemplate",
    layout + article + [
      .init("part_of", .optional(LinkView.self), "The larger conflict."),
      .init("parts", .list(of: CardView.self), "The conflicts that are part of it."),
      .init("events", .list(of: CardView.self), "Its events, in order."),
      disputes,
      .init("timeline", .optional(TimelineView.self), "What happened in it, in order."),
      .init("matrix", .optional(MatrixView.self), "Who backs whom; none where little is known."),
      network,
      .init("sparkline", .optional(SparklineView.self), "How many events each month had."),
    ], documentation: "conflict.html: a conflict.")
  static let event = RecordSchema(
    "EventTemplate",
    layout + article + [
      .init("conflicts", .list(of: LinkView.self), "The conflicts it belongs to."),
      .init("earlier", .optional(CardView.self), "The event before it in its first conflict."),
      .init("later", .optional(CardView.self), "The event after it in its first conflict."),
      disputes,
    ], documentation: "event.html: an event.")
  static let place = RecordSchema(
    "PlaceTemplate",
    layout + article + [
      .init("events", .list(of: CardView.self), "What happened there, in order.")
    ], documentation: "place.html: a place.")
  static let page = RecordSchema(
    "PageTemplate", layout + article, documentation: "page.html: any other hand-written page.")
  static let source = RecordSchema(
    "SourceTemplate",
    layout + [
      .init("key", .string, "What citations call it."),
      .init("data", .list(of: DatumView.self), "What is known of it, and how."),
      .init("note", .optional(.string), "A remark of the editor."),
      .init("is_inbox", .bool, "Whether nobody has reviewed the capture yet."),
      .init("is_full", .bool, "Whether the whole text is published."),
      .init("paragraphs", .list(of: ParagraphView.self), "Standfirst, body and captions."),
      .init("footnotes", .list(of: ParagraphView.self), "Footnotes of the capture."),
      .init("cited_by", .list(of: CardView.self), "The pages that cite it."),
      .init("names", .list(of: CardView.self), "The pages it names."),
      .init(
        "quotations", .list(of: StatementEntryView.self),
        "The statements that it carries, in the words it has."),
      .init("withdrawn", .optional(WithdrawalView.self), "That the site no longer rests on it."),
    ], documentation: "source.html: a source.")
  static let statement = RecordSchema(
    "StatementTemplate",
    layout + [
      .init("speaker", .record("Link"), "Who spoke; without an address where there is no page."),
      .init(
        "data", .list(of: DatumView.self), "Speaker, occasion, dates and origins, and how known."),
      .init(
        "renderings", .list(of: ComparedRenderingView.self),
        "The versions of the words, beside the first."),
      .init("origins", .int, "How many origins they have: reports of one interview count once."),
      .init("is_declared", .bool, "Whether an editor wrote it down."),
      .init("is_inbox", .bool, "Whether a machine read it and nobody reviewed a capture of it."),
      .init("about", .list(of: CardView.self), "The actors that the words name."),
      .init("withdrawn", .int, "How many renderings have no source that is not withdrawn."),
    ], documentation: "statement.html: an act of speech with all its renderings.")
  static let statements = RecordSchema(
    "StatementsTemplate",
    layout + [
      .init("groups", .list(of: StatementGroupView.self), "The statements, by speaker."),
      .init("parts", .list(of: LinkView.self), "The parts of a list that was split; may be empty."),
      .init("count", .int, "How many statements there are."),
    ], documentation: "statements.html: all statements, by speaker and date.")
  static let mentions = RecordSchema(
    "MentionsTemplate",
    layout + [
      .init("subject", .record("Link"), "The page that is named."),
      .init("mention_groups", .list(of: MentionGroupView.self), "Who names it, by kind."),
      .init("parts", .list(of: LinkView.self), "The parts of a list that was split; may be empty."),
      .init("count", .int, "How many pages and sources name it."),
    ], documentation: "mentions.html: all mentions of a page that has many.")
  static let timeline = RecordSchema(
    "TimelineTemplate",
    layout + [
      .init("subject", .record("Link"), "The actor or conflict."),
      .init(
        "timeline", .record("Timeline"),
        "One year of it; on the first of these pages what has no year, and background."),
      .init("parts", .list(of: LinkView.self), "The pages of its years."),
    ], documentation: "timeline.html: a timeline of more than 500 entries.")
  static let aToZ = RecordSchema(
    "AZTemplate",
    layout + [
      .init(
        "groups", .list(of: CardGroupView.self), "All names by letter; `role` says whose alias."),
      .init("parts", .list(of: LinkView.self), "The parts of a list that was split; may be empty."),
    ], documentation: "a-z.html: every name, also other names, by letter.")
  static let reports = RecordSchema(
    "ReportsTemplate",
    layout + [.init("reports", .list(of: ReportLinkView.self), "The reports.")],
    documentation: "reports.html: the list of the reports on the site's own state.")
  static let report = RecordSchema(
    "ReportTemplate", layout + [.init("report", .record("Report"), "The report.")],
    documentation: "report.html: what wants work, and what the site rests on, as a table.")
  static let corrections = RecordSchema(
    "CorrectionsTemplate",
    layout + [
      .init(
        "groups", .list(of: CorrectionGroupView.self), "The corrections by year, newest first."),
      .init("parts", .list(of: LinkView.self), "The parts of a list that was split; may be empty."),
      .init("count", .int, "How many corrections and withdrawals there are."),
      .init("feed", .optional(.string), "Address of their Atom feed; none without a base-url."),
      .init(
        "unsupported", .optional(.string),
        "Address of what lost its support; none where no source is withdrawn."),
    ], documentation: "corrections.html: facts that were corrected and sources that were withdrawn."
  )
  static let unsupported = RecordSchema(
    "UnsupportedTemplate",
    layout + [
      .init("groups", .list(of: UnsupportedGroupView.self), "What has no support, by page."),
      .init("sources", .list(of: CardView.self), "The withdrawn sources."),
      .init("parts", .list(of: LinkView.self), "The parts of a list that was split; may be empty."),
      .init("count", .int, "How many facts, statements and sentences there are."),
    ], documentation: "unsupported.html: what rested on withdrawn sources alone.")
  static let changes = RecordSchema(
    "ChangesTemplate",
    layout + [
      .init("base", .string, "The beginning of the hash of the revision that is compared with."),
      .init("since", .optional(DateView.self), "The day of that revision."),
      .init("until", .optional(DateView.self), "The day of the newest commit."),
      .init(
        "groups", .list(of: ChangeGroupView.self), "The changes of sources, then page by page."),
      .init("parts", .list(of: LinkView.self), "The parts of a list that was split; may be empty."),
      .init("count", .int, "How many changes there are."),
      .init("feed", .optional(.string), "Address of their Atom feed; none without a base-url."),
      .init("not_compared", .list(.string), "Files of which nobody can tell what changed."),
    ], documentation: "changes.html: what changed since a revision.")
  static let search = RecordSchema(
    "SearchTemplate", layout, documentation: "search.html: the page that assets/search.js fills.")
  static let notFound = RecordSchema(
    "NotFoundTemplate", layout, documentation: "404.html: what a server shows for a missing page.")
  static let redirect = RecordSchema(
    "RedirectTemplate",
    layout + [.init("target", .string, "Where the page is now.")],
    documentation: "redirect.html: the old address of a page.")

  /// Everything that templates are checked against.
  package static let schema = TemplateSchema([
    LinkView.schema, SiteView.schema, PageView.schema, DateView.schema, ContentsEntryView.schema,
    NoteView.schema, FactView.schema, AccountView.schema, QualifierView.schema,
    CorrectionView.schema, ExtraView.schema, StatementView.schema, RenderingView.schema,
    CardView.schema, CardGroupView.schema,
    MentionGroupView.schema, RelationView.schema,
    TimelineYearView.schema, TimelineView.schema, DatumView.schema, ParagraphView.schema,
    CoverageView.schema, NameView.schema, home, index,
    actor, conflict, event, place, page, source, mentions, timeline, aToZ, search, notFound,
    redirect,
    StatementEntryView.schema, StatementGroupView.schema, ComparedRenderingView.schema,
    PassageView.schema, statement, statements,
    ReportView.schema, ReportView.Row.schema, ReportLinkView.schema, reports, report,
    ConflictCardView.schema, SparklineView.schema, SparklineView.Bar.schema, MatrixView.schema,
    MatrixView.Row.schema,
    MatrixView.Cell.schema, NetworkView.schema, NetworkView.Node.schema, NetworkView.Edge.schema,
    WithdrawalView.schema, UnsupportedView.schema,
    UnsupportedGroupView.schema, CorrectionEntryView.schema, CorrectionGroupView.schema,
    corrections, unsupported, ChangeView.schema, ChangeGroupView.schema, changes,
  ])
}

/// Another name of a page's subject with who uses it.
struct NameView: View {
  let name: String
  let usedBy: [LinkView]

  static let schema = RecordSchema(
    "Name",
    [
      .init("name", .string, "The name."),
      .init("used_by", .list(of: LinkView.self), "Who uses it."),
    ], documentation: "Another name with who uses it.")

  var values: [TemplateValue] { [.string(name), .list(usedBy)] }
}
