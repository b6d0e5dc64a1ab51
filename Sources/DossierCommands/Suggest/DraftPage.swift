import DossierLinking
import DossierModel
import EDTF

/// A suggestion as a Content file: identity in front matter, and for each line below it a source.
/// Quotes nothing beyond names and offices.
struct DraftPage {
  /// Its path in the site: `Content/actors/russia.md`.
  let path: String
  let text: String
  let title: String
  let slug: String

  /// A page of its own, which an editor accepted: no draft. What the captures tell of the name is taken from
  /// the suggestion, where there still is one, else from the line itself.
  init(
    accepted item: ReviewItem, _ kind: PageKind, sort: String?, slug: String,
    suggestion: PageSuggestion?, of model: SiteModel
  ) {
    let name = item.subjects.first?.words ?? slug
    self.slug = slug
    title = name
    path = "Content/\(kind.folder)/\(slug).md"
    var lines = ["---", "title: \(Scaffold.yaml(name))"]
    if let sort { lines.append("kind: \(sort)") }
    let isAsSuggested = suggestion?.sort == sort
    if let suggestion, isAsSuggested { lines += Self.names(suggestion, model) }
    lines += ["# \(item.reason)", "---"]
    if let suggestion {
      lines.append(Self.sentence(suggestion, model))
      let facts = isAsSuggested ? Self.facts(suggestion, model) : []
      if !facts.isEmpty { lines += ["", "## Facts", ""] + facts }
    } else {
      let passages = item.subjects.filter { model.source(key: $0.key) != nil }.map {
        " [@\($0.key)\($0.locator.map { " \($0.text)" } ?? "")]"
      }
      lines.append("Named in one capture\(passages.joined()).")
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func names(_ page: PageSuggestion, _ model: SiteModel) -> [String] {
    var lines: [String] = []
    if !page.aliases.isEmpty {
      lines.append("aliases:")
      for alias in page.aliases {
        let place = alias.context.map { "\(model[$0.source].key) \($0.locator), " } ?? ""
        lines.append("  - \(Scaffold.yaml(alias.name))  # \(place)\(alias.rule.id)")
      }
    }
    if let surname = page.surname { lines.append("surname: \(Scaffold.yaml(surname))") }
    return lines
  }

  init(_ page: PageSuggestion, of model: SiteModel) {
    title = page.title
    slug = page.slug
    path = "Content/\(page.kind.folder)/\(page.slug).md"
    var lines = ["---", "title: \(Scaffold.yaml(page.title))"]
    if let sort = page.sort { lines.append("kind: \(sort)") }
    lines += Self.names(page, model)
    lines += ["draft: true", "# dossier suggest: \(page.rule.id)", "---"]
    lines.append(Self.sentence(page, model))
    let facts = Self.facts(page, model)
    if !facts.isEmpty { lines += ["", "## Facts", ""] + facts }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// The first sentence, which lists show as the page’s summary.
  private static func sentence(_ page: PageSuggestion, _ model: SiteModel) -> String {
    let citations = citations(page.contexts.prefix(5), model)
    if page.kind == .event, let day = page.day {
      let names = page.names.prefix(8).map { "[[\($0)]]" }.joined(separator: ", ")
      return "\(page.captures) captures give the day \(day.text) and name \(names)\(citations)."
    }
    let captures = page.captures == 1 ? "one capture" : "\(page.captures) captures"
    guard !citations.isEmpty else {
      let works = page.sources.prefix(5).map { " [@\(model[$0].key)]" }.joined()
      return "Publisher of \(captures)\(works)."
    }
    return "Named in \(captures)\(citations)."
  }

  private static func facts(_ page: PageSuggestion, _ model: SiteModel) -> [String] {
    if page.kind == .event {
      let day = page.day?.text ?? "unknown"
      return ["- when: \(day)\(citations(page.contexts.prefix(5), model))"]
    }
    return page.offices.prefix(5).map { office in
      let of = office.of.map { " | of: \($0)" } ?? ""
      return "- office: \(plain(office.words))\(of)\(citations([office.context], model))"
    }
  }

  private static func citations(_ contexts: some Sequence<SuggestionContext>, _ model: SiteModel)
    -> String
  {
    contexts.map { " [@\(model[$0.source].key) \($0.locator)]" }.joined()
  }

  /// Words of a capture as a fact may have them: letters, digits and what stands within words.
  private static func plain(_ words: String) -> String {
    String(
      String.UnicodeScalarView(
        words.unicodeScalars.filter { scalar in
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == " " || scalar == "-" || scalar == "’"
        }))
  }
}
