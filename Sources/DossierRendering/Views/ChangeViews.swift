import TemplateEngine

/// One change.
struct ChangeView: View {
  let anchor: String
  let subject: String
  let kind: String
  let label: String
  let was: String
  let now: String
  let detail: String
  let link: LinkView
  let day: DateView?

  static let schema = RecordSchema(
    "Change",
    [
      .init("anchor", .string, "Its id on the page; the feed leads to it."),
      .init("subject", .string, "page, source, fact, statement or prose."),
      .init(
        "kind", .string,
        "new, altered, corrected, withdrawn; of a page new, renamed, merged, retitled or removed; of "
          + "a source new, withdrawn, reinstated or removed; of prose changed."),
      .init("label", .string, "The fact's key, or who made the statement; else empty."),
      .init("was", .string, "The value before; empty where there was none."),
      .init("now", .string, "The value now; empty where there is none."),
      .init("detail", .string, "What else there is to say; may be empty."),
      .init("link", .record("Link"), "The page or source; no address where it is no more."),
      .init("day", .optional(DateView.self), "When it was changed, as far as commits say."),
    ], documentation: "A change between two revisions of the site.")

  var values: [TemplateValue] {
    [
      .string(anchor), .string(subject), .string(kind), .string(label), .string(was),
      .string(now), .string(detail), link.value, .optional(day),
    ]
  }
}

/// Changes of one page, or of sources.
struct ChangeGroupView: View {
  let title: String
  let anchor: String
  let link: LinkView?
  let entries: [ChangeView]

  static let schema = RecordSchema(
    "ChangeGroup",
    [
      .init("title", .string, "The page's title, or “Sources”."),
      .init("anchor", .string, "The group's id on the page."),
      .init("link", .optional(LinkView.self), "The page, where there is one."),
      .init("entries", .list(of: ChangeView.self), "Its changes."),
    ], documentation: "The changes of a page, or of the sources.")

  var values: [TemplateValue] {
    [.string(title), .string(anchor), .optional(link), .list(entries)]
  }
}
