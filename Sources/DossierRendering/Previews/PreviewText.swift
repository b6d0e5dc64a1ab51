import DossierModel
import EDTF

/// What a preview says of a page, as plain text.
enum PreviewText {
  /// How many facts a preview shows, and how many bytes of a text.
  private static let factLimit = 4
  private static let definitionLimit = 280
  private static let valueLimit = 120

  /// The facts that say what a page's subject is, in the order of the page's own list.
  private static func keys(_ kind: PageKind) -> Set<String> {
    switch kind {
    case .conflict: ["start", "end", "status", "side", "territory"]
    case .event: ["when", "where", "killed", "outcome"]
    case .actor: ["office", "leader", "member-of", "founded", "dissolved"]
    case .place: ["located-in", "controlled-by", "claimed-by"]
    case .page: []
    }
  }

  /// The page's summary or first sentence.
  static func definition(of page: Page) -> String {
    cut(Summaries.summary(of: page) ?? "", to: definitionLimit)
  }

  /// Up to four lines. Of a disputed fact it says no more than that. O(facts).
  static func facts(of page: Page, in model: SiteModel) -> [(label: String, value: String)] {
    let keys = keys(page.kind)
    let vocabulary = FactVocabulary.of(page.kind)
    var lines: [(label: String, value: String)] = []
    for fact in page.facts where keys.contains(fact.key) && lines.count < factLimit {
      let label = vocabulary.key(fact.key)?.label ?? fact.key
      let value: String
      if let pick = fact.pick {
        guard !pick.isUnknown else { continue }
        value = cut(words(pick, in: model), to: valueLimit)
      } else {
        value = "disputed"
      }
      lines.append((fact.name.map { "\(label) \($0)" } ?? label, value))
    }
    return lines
  }

  /// A value as one reads it, with what an office is of.
  static func words(_ value: FactValue, in model: SiteModel) -> String {
    var words = words(value.text, type: value.type, pages: value.pages, in: model)
    if let toll = value.toll { words = toll.words }
    if let whole = value.qualifier("of") {
      words +=
        " of " + Self.words(whole.text, type: whole.type, pages: whole.pages, in: model)
    }
    return words
  }

  private static func words(
    _ text: String, type: FactValueType, pages: [PageReference], in model: SiteModel
  ) -> String {
    let known = pages.compactMap(\.page)
    if !known.isEmpty, known.count == pages.count {
      return known.map { model[$0].title }.joined(separator: ", ")
    }
    if type == .date || type == .dateOrPage, let date = EDTF(reading: text) { return date.words }
    return plain(text, in: model)
  }

  /// The labels of wikilinks in their place.
  private static func plain(_ text: String, in model: SiteModel) -> String {
    guard text.contains("[[") else { return text }
    var output = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      output += rest[..<open.lowerBound]
      let parts = rest[open.upperBound..<close.lowerBound].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let slug = parts.first.map(String.init) ?? ""
      output +=
        parts.count > 1
        ? String(parts[1]) : model.page(slug: slug).map { model[$0].title } ?? slug
      rest = rest[close.upperBound...]
    }
    return output + rest
  }

  /// At most `limit` bytes, at the end of a word.
  private static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let bytes = Array(text.utf8)
    let end = bytes[..<limit].lastIndex(of: 0x20) ?? 0
    guard end > 0 else { return "" }
    return String(decoding: bytes[..<end], as: UTF8.self) + " …"
  }
}
