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
      .init("sort", .optional(.string), "Its sort within its kind: interstate, person."),
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

/// A page or source that names the page, with its sentences. Made by `MentionRenderer` in great number,
/// from shared values.
enum MentionView {
  static let schema = RecordSchema(
    "Mention",
    [
      .init("title", .string, "Title of the page or source that names this one."),
      .init("href", .string, "Its address."),
      .init("date", .optional(DateView.self), "Its date."),
      .init("publisher", .optional(.string), "The outlet, for a source."),
      .init("sentences", .list(.record("Sentence")), "The first sentences that name it."),
      .init("more", .int, "How many further sentences there are."),
    ], documentation: "A page or source that names the page, with its sentences.")
}

/// A sentence that names a page.
enum SentenceView {
  static let schema = RecordSchema(
    "Sentence",
    [
      .init("html", .html, "The sentence, the name in <mark>."),
      .init(
        "href", .optional(.string),
        "Address of its paragraph, for a source; none where the mention's own address is all."),
    ], documentation: "A sentence that names a page.")
}

/// Mentions of one kind.
struct MentionGroupView: View {
  let title: String
  /// `MentionView`s.
  let mentions: [TemplateValue]

  static let schema = RecordSchema(
    "MentionGroup",
    [
      .init("title", .string, "Sources, Events, Actors …"),
      .init("mentions", .list(.record("Mention")), "Who names the page."),
    ], documentation: "Mentions of one kind.")

  var values: [TemplateValue] { [.string(title), .list(mentions)] }
}

/// A relation to another actor, stated in a fact of one of the two.
struct RelationView: View {
  let label: String
  let actor: LinkView
  let isIncoming: Bool
  let qualifiers: [QualifierView]
  let notes: [UInt8]

  static let schema = RecordSchema(
    "Relation",
    [
      .init("label", .string, "The relation: Supports politically, Member of."),
      .init("actor", .record("Link"), "The other one."),
      .init("is_incoming", .bool, "Whether the other one's page states it of this one."),
      .init("qualifiers", .list(of: QualifierView.self), "When, in what conflict, who denies it."),
      .init("notes", .html, "The marks of the notes it rests on; empty for incoming ones."),
    ], documentation: "A relation to another actor.")

  var values: [TemplateValue] {
    [.string(label), actor.value, .bool(isIncoming), .list(qualifiers), .markup(notes)]
  }
}
