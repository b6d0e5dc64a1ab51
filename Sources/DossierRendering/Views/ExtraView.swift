import DossierModel
import EDTF
import TemplateEngine

/// What a page's front matter says under a key of the site's own.
struct ExtraView: View {
  let extra: Extra

  init(_ extra: Extra) { self.extra = extra }

  static let schema = RecordSchema(
    "Extra",
    [
      .init("key", .string, "The key, as in dossier.yml: threat-level."),
      .init("label", .string, "The key for people: Threat level."),
      .init("type", .string, "text, number, date, flag or list."),
      .init("text", .string, "The value for people; of a flag yes or no, of a list its items."),
      .init("items", .list(.string), "The items of a list; else empty."),
      .init("date", .optional(DateView.self), "A date, where it is one."),
    ], documentation: "What front matter says under a key of the site's own (`extra`).")

  var values: [TemplateValue] {
    [
      .string(extra.key.name), .string(extra.key.label), .string(extra.key.type.rawValue),
      .string(text), .list(items.map { .string($0) }), .optional(date),
    ]
  }

  private var text: String {
    switch extra.value {
    case .text(let text), .number(let text): text
    case .date(let date): date.words
    case .flag(let isSet): isSet ? "yes" : "no"
    case .list(let items): items.joined(separator: ", ")
    }
  }

  private var items: [String] { if case .list(let items) = extra.value { items } else { [] } }

  private var date: DateView? {
    if case .date(let date) = extra.value { DateView(date) } else { nil }
  }
}
