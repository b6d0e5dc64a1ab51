import Diagnostics
import DossierLinking
import DossierModel

/// Suggestions for people: by kind, the most consequential first, each with why.
struct SuggestionText {
  let suggestions: Suggestions
  let model: SiteModel

  init(_ suggestions: Suggestions, of model: SiteModel) {
    self.suggestions = suggestions
    self.model = model
  }

  /// The whole report, ended by a line break.
  var text: String {
    var lines: [String] = []
    for kind in [PageKind.actor, .conflict, .event, .place] {
      let pages = suggestions.pages.filter { $0.kind == kind }
      guard !pages.isEmpty else { continue }
      lines.append("\(Self.heading(kind)) (\(pages.count))")
      for page in pages { lines += self.lines(page) }
      lines.append("")
    }
    if !suggestions.aliases.isEmpty {
      lines.append("Other names of pages (\(suggestions.aliases.count)): add to their front matter")
      for suggestion in suggestions.aliases {
        let page = model[suggestion.page]
        lines.append("  \(page.file.path)")
        lines.append("    aliases: [\(Scaffold.yaml(suggestion.candidate.name))]")
        lines.append("    [\(suggestion.candidate.rule.id)] \(suggestion.candidate.rule.summary)")
        if let context = suggestion.candidate.context { lines.append(quoted(context)) }
      }
      lines.append("")
    }
    if !suggestions.unsettled.isEmpty {
      lines.append("City or state (\(suggestions.unsettled.count)): a page of the city settles it")
      for name in suggestions.unsettled {
        let state = name.state.map { " as \($0)" } ?? ""
        lines.append(
          "  \(name.name): acts\(state) \(Self.times(name.acting)), is the city \(Self.times(name.literal))"
        )
        lines += name.contexts.prefix(2).map { quoted($0) }
      }
      lines.append("")
    }
    if lines.isEmpty { lines = ["nothing to propose"] }
    while lines.last == "" { lines.removeLast() }
    return Self.printable(lines.joined(separator: "\n")) + "\n"
  }

  private func lines(_ page: PageSuggestion) -> [String] {
    let sort = page.sort.map { ", \($0)" } ?? ""
    var lines = [
      "  \(page.title)\(sort): \(Self.counted(page)) [\(page.rule.id)] → \(page.kind.folder)/\(page.slug).md"
    ]
    if !page.aliases.isEmpty {
      lines.append(
        "    also " + page.aliases.map { "\($0.name) [\($0.rule.id)]" }.joined(separator: ", "))
    }
    for office in page.offices.prefix(3) {
      lines.append("    \(office.words)\(office.of.map { " of \($0)" } ?? "")")
    }
    return lines + page.contexts.prefix(3).map { quoted($0) }
  }

  private func quoted(_ context: SuggestionContext) -> String {
    let words = context.sentence.unicodeScalars
    let short =
      words.count > 160
      ? String(String.UnicodeScalarView(words.prefix(159))) + "…" : context.sentence
    return "    \(model[context.source].key) \(context.locator): \(short)"
  }

  private static func counted(_ page: PageSuggestion) -> String {
    let captures = page.captures == 1 ? "1 capture" : "\(page.captures) captures"
    let origins = page.origins == 1 ? "1 origin" : "\(page.origins) origins"
    return "\(Self.times(page.mentions)) in \(captures) of \(origins)"
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private static func heading(_ kind: PageKind) -> String {
    switch kind {
    case .actor: "Actors"
    case .conflict: "Conflicts"
    case .event: "Events"
    case .place: "Places"
    case .page: "Pages"
    }
  }

  /// Without what a terminal would obey.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar == "\n" || scalar.properties.generalCategory != .control ? scalar : "\u{FFFD}"
        }))
  }
}
