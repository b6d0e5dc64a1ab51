import DossierModel
import TemplateEngine

/// A numbered note: the passage that a sentence rests on.
struct NoteView: View {
  let number: Int
  let anchor: String
  let href: String
  let source: String
  let publisher: String?
  let published: DateView?
  let locator: String?
  let origin: String?
  let grade: String?
  let extract: String?
  let language: QuotedLanguage
  let isInbox: Bool
  let isWithdrawn: Bool
  let references: [LinkView]

  static let schema = RecordSchema(
    "Note",
    [
      .init("number", .int, "The number shown in the text."),
      .init("anchor", .string, "The id that the marks in the text link to."),
      .init("href", .string, "Address of the cited paragraph on the source's page."),
      .init("source", .string, "Title of the source."),
      .init("publisher", .optional(.string), "The outlet."),
      .init("published", .optional(DateView.self), "When it was published."),
      .init("locator", .optional(.string), "The paragraph: p4; none for the whole source."),
      .init("origin", .optional(.string), "Where the passage itself has its words from."),
      .init("grade", .optional(.string), "Admiralty reliability, where somebody graded it."),
      .init("extract", .optional(.string), "The beginning of the cited paragraph."),
      .init("lang", .optional(.string), "The source's language, where it is not the site's."),
      .init("dir", .string, "rtl for such a language, else auto."),
      .init("is_inbox", .bool, "Whether nobody has reviewed the capture yet."),
      .init("is_withdrawn", .bool, "Whether the site no longer rests on the source."),
      .init("references", .list(of: LinkView.self), "The marks in the text, to go back to."),
    ], documentation: "A numbered note: the passage that a sentence rests on.")

  var values: [TemplateValue] {
    [
      .int(number), .string(anchor), .string(href), .string(source), .optional(publisher),
      .optional(published), .optional(locator), .optional(origin), .optional(grade),
      .optional(extract), .optional(language.tag), .string(language.direction), .bool(isInbox),
      .bool(isWithdrawn), .list(references),
    ]
  }
}

/// A line of a fact box.
struct FactView: View {
  let label: String
  let isDisputed: Bool
  let accounts: [AccountView]
  let corrections: [CorrectionView]

  static let schema = RecordSchema(
    "Fact",
    [
      .init("label", .string, "What the line is about."),
      .init("is_disputed", .bool, "Whether the editor made no pick among the accounts."),
      .init("accounts", .list(of: AccountView.self), "The editor's pick first, then its rivals."),
      .init("corrections", .list(of: CorrectionView.self), "What it said before."),
    ], documentation: "A line of a fact box, or a disputed point with its accounts.")

  var values: [TemplateValue] {
    [.string(label), .bool(isDisputed), .list(accounts), .list(corrections)]
  }
}

/// One value of a fact.
struct AccountView: View {
  let html: [UInt8]
  let who: [UInt8]
  let qualifiers: [QualifierView]
  let notes: [UInt8]
  let isPick: Bool
  let isUnknown: Bool
  let origins: OriginCount

  static let schema = RecordSchema(
    "Account",
    [
      .init("html", .html, "The value, with links; dates, numbers and ranges in words."),
      .init(
        "who", .html, "In a list of `disputes`: who says or counts it, with links; else empty."),
      .init(
        "qualifiers", .list(of: QualifierView.self),
        "Who says it, who counts, when, in what role …; without what `who` shows."),
      .init("notes", .html, "The marks of the notes it rests on; may be empty."),
      .init("is_pick", .bool, "Whether it is the editor's pick."),
      .init("is_unknown", .bool, "Whether it says that no source knows."),
      .init("sources", .int, "How many sources it rests on."),
      .init("origins", .int, "How many origins these have: reports of one interview count once."),
    ], documentation: "One value of a fact: a claim.")

  var values: [TemplateValue] {
    [
      .markup(html), .markup(who), .list(qualifiers), .markup(notes), .bool(isPick),
      .bool(isUnknown), .int(origins.sources), .int(origins.origins),
    ]
  }
}

/// What a fact said before.
struct CorrectionView: View {
  let date: DateView
  let was: String
  let why: String?
  let notes: [UInt8]

  static let schema = RecordSchema(
    "Correction",
    [
      .init("date", .record("Date"), "When it was corrected."),
      .init("was", .string, "What the page said before."),
      .init("why", .optional(.string), "Why it was changed."),
      .init("notes", .html, "The marks of the notes it rests on; may be empty."),
    ], documentation: "What a fact said before it was corrected.")

  var values: [TemplateValue] {
    [date.value, .string(was), .optional(why), .markup(notes)]
  }
}

/// A qualifier of a value.
struct QualifierView: View {
  let label: String
  let html: [UInt8]

  static let schema = RecordSchema(
    "Qualifier",
    [
      .init("label", .string, "What it says: counted by, as, when."),
      .init("html", .html, "Its value, with links."),
    ], documentation: "A qualifier of a value.")

  var values: [TemplateValue] { [.string(label), .markup(html)] }
}

/// An act of speech with its renderings.
struct StatementView: View {
  let anchor: String
  let href: String
  let versions: Int
  let origins: Int
  let speaker: LinkView
  let renderings: [RenderingView]

  static let schema = RecordSchema(
    "Statement",
    [
      .init("anchor", .string, "Its id on the page."),
      .init("href", .string, "Address of its own page."),
      .init("versions", .int, "How many renderings that page has, with those read in captures."),
      .init("origins", .int, "How many origins those have."),
      .init("speaker", .record("Link"), "Who spoke."),
      .init("renderings", .list(of: RenderingView.self), "The words as each outlet has them."),
    ], documentation: "An act of speech with its renderings.")

  var values: [TemplateValue] {
    [
      .string(anchor), .string(href), .int(versions), .int(origins), speaker.value,
      .list(renderings),
    ]
  }
}

/// The words of a statement in one version.
struct RenderingView: View {
  let text: String
  let language: QuotedLanguage
  let notes: [UInt8]
  let isWithdrawn: Bool

  static let schema = RecordSchema(
    "Rendering",
    [
      .init("text", .string, "The words, without quotation marks, as far as rights allow."),
      .init("lang", .optional(.string), "Their language, where it is not the site's."),
      .init("dir", .string, "rtl for such a language, else auto."),
      .init("notes", .html, "The marks of the notes it rests on."),
      .init(
        "is_withdrawn", .bool,
        "Whether all its sources are withdrawn; then `text` is empty."),
    ], documentation: "The words of a statement in one version.")

  var values: [TemplateValue] {
    [
      .string(text), .optional(language.tag), .string(language.direction), .markup(notes),
      .bool(isWithdrawn),
    ]
  }
}
