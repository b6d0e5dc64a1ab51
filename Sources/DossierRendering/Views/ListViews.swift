import DossierModel
import TemplateEngine

/// A page as an entry of a list.
struct CardView: View {
  let title: String
  let href: String
  var sort: String?
  var date: DateView?
  var summary: String?
  /// In what role the page stands in the list: “as mediator”.
  var role: String?

  static let schema = RecordSchema(
    "Card",
    [
      .init("title", .string, "The page's title."),
      .init("href", .string, "Its address, relative to the page."),
      .init(
        "sort", .optional(.string),
        "Its sort within its kind: interstate, person; of a source the mark of an unreviewed one."),
      .init("date", .optional(DateView.self), "Its date."),
      .init("summary", .optional(.string), "What it is, in a sentence."),
      .init("role", .optional(.string), "In what role it stands in the list."),
    ], documentation: "A page as an entry of a list.")

  var values: [TemplateValue] {
    [
      .string(title), .string(href), .optional(sort), .optional(date), .optional(summary),
      .optional(role),
    ]
  }
}

/// Entries under one heading.
struct CardGroupView: View {
  let title: String
  let anchor: String
  /// `CardView`s.
  let cards: [TemplateValue]

  static let schema = RecordSchema(
    "CardGroup",
    [
      .init("title", .string, "The heading: a letter, a year, a kind."),
      .init("anchor", .string, "Its id on the page."),
      .init("cards", .list(of: CardView.self), "The entries."),
    ], documentation: "Entries under one heading.")

  var values: [TemplateValue] { [.string(title), .string(anchor), .list(cards)] }
}

/// Mentions of one kind.
struct MentionGroupView: View {
  let title: String
  let html: [UInt8]

  static let schema = RecordSchema(
    "MentionGroup",
    [
      .init("title", .string, "Sources, Events, Actors …"),
      .init(
        "html", .html,
        "The list: <ul class=\"mentions\">, an entry for each page and source with its sentences, the "
          + "name in <mark>."),
    ], documentation: "Mentions of one kind.")

  var values: [TemplateValue] { [.string(title), .markup(html)] }
}

/// A relation to another actor, stated in a fact of one of the two.
struct RelationView: View {
  let label: String
  let actor: LinkView
  let isIncoming: Bool
  let qualifiers: [QualifierView]
  let notes: [UInt8]
  var isDisputed = false
  var isPick = true
  var corrections: [CorrectionView] = []
  var origins = OriginCount(sources: 0, origins: 0)

  static let schema = RecordSchema(
    "Relation",
    [
      .init("label", .string, "The relation: Supports politically, Member of."),
      .init("actor", .record("Link"), "The other one."),
      .init("is_incoming", .bool, "Whether the other one's page states it of this one."),
      .init("qualifiers", .list(of: QualifierView.self), "When, in what conflict, who denies it."),
      .init("notes", .html, "The marks of the notes it rests on; empty for incoming ones."),
      .init("is_disputed", .bool, "Whether the editor made no pick among the accounts."),
      .init("is_pick", .bool, "Whether it is the editor's pick, and no rival account."),
      .init(
        "corrections", .list(of: CorrectionView.self),
        "What it said before; empty for incoming ones."),
      .init("sources", .int, "How many sources it rests on; 0 for incoming ones."),
      .init("origins", .int, "How many origins these have; 0 for incoming ones."),
    ], documentation: "A relation to another actor.")

  var values: [TemplateValue] {
    [
      .string(label), actor.value, .bool(isIncoming), .list(qualifiers), .markup(notes),
      .bool(isDisputed), .bool(isPick), .list(corrections), .int(origins.sources),
      .int(origins.origins),
    ]
  }
}
