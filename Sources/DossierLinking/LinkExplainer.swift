import CommonMark
package import Diagnostics
package import DossierModel
import FileTree
import PhraseMatching

/// Why a name is a link, or is not.
package struct NameExplanation: Sendable, Hashable {
  /// Where the name stands: in the page's file, or at its paragraph's line of a capture.
  package let place: SourcePlace
  /// The lines of the file that it is asked for by: its own, or those of its paragraph in a capture.
  package let lines: ClosedRange<Int>
  /// The paragraph of a capture: `p4`.
  package let locator: String?
  /// The name as it reads.
  package let words: String
  /// What became of it, in kebab case: `linked`, `repeated`, `in-heading`, `in-link`, `own-name`,
  /// `no-page`, `wikilink`, `left-alone`.
  package let outcome: String
  /// The rule that read it; nil for what was left alone.
  package let rule: MentionRule?
  /// Why it was left alone; nil for what was read.
  package let abstention: NameAbstention?
  /// What it denotes, or else who claims it.
  package let candidates: [NamedEntity]
  /// Where the candidates declare it, parallel to them; nil where a rule made it, or the built-in list.
  package let declarations: [SourcePlace?]
  /// The line of a review file that decided it: `Content/review/2020-10-15.md:12`; nil where none did.
  package var decidedBy: String?

  /// One or more lines for a terminal, without a line break at the end.
  package var text: String {
    let names = candidates.map(\.id).joined(separator: ", ")
    var lines: [String]
    if let abstention {
      lines = ["“\(words)” is left alone: \(abstention.summary) [\(abstention.id)]"]
      if !names.isEmpty { lines.append("claimed by \(names)") }
    } else {
      lines = ["“\(words)” → \(names), \(outcomeWords) [\(rule?.id ?? outcome)]"]
      if let rule { lines.append(rule.summary) }
    }
    for (entity, place) in zip(candidates, declarations) {
      if let place { lines.append("\(entity.id) declares it at \(Self.shown(place))") }
    }
    if let decidedBy { lines.append("decided at \(decidedBy)") }
    return "\(Self.shown(place))\(locator.map { " (\($0))" } ?? ""): "
      + lines.joined(separator: "\n    ")
  }

  /// `Content/actors/russia.md:4:10`
  private static func shown(_ place: SourcePlace) -> String {
    place.line > 0 ? "\(place.path):\(place.line):\(place.column)" : place.path
  }

  private var outcomeWords: String {
    switch outcome {
    case "linked": "linked"
    case "repeated": "not linked: its section has the link already"
    case "in-heading": "not linked: a heading"
    case "in-link": "not linked: part of a link, of code or of markup"
    case "own-name": "not linked: the page’s own name"
    case "no-page": "not linked: there is no page"
    default: "linked by the editor"
    }
  }
}

/// Explains the links of a site: for each name in a page or a capture, what became of it and why.
package struct LinkExplainer: Sendable {
  let model: SiteModel
  let linker: PageLinker

  /// O(total length of the names).
  package init(model: SiteModel) {
    let folding = LetterFolding()
    self.model = model
    linker = PageLinker(
      targets: LinkTargets(model, generated: [], drafts: [], folding: folding),
      finder: MentionFinder(names: NameIndex(model, folding: folding)))
  }

  /// The names in a page's prose, in its order. O(length of the page).
  package func explain(_ id: PageID) -> [NameExplanation] {
    let page = model[id]
    return linker.notes(on: id).map { note in
      let lower = page.body.sourceOffset(ofText: note.lower)
      let upper = page.body.sourceOffset(ofText: note.upper - 1) + 1
      let words = String(decoding: page.body.text[note.lower..<note.upper], as: UTF8.self)
      return explanation(
        note, words, in: page.file, lower..<max(lower, upper), locator: nil)
    }
  }

  /// The names in a capture's paragraphs, in their order. O(length of the capture).
  package func explain(_ id: SourceID) -> [NameExplanation] {
    let source = model[id]
    guard let file = source.capture else { return [] }
    var result: [NameExplanation] = []
    let notes = SiteLinker.notes(in: source, linker.finder, model)
    for (paragraph, found) in zip(source.article.paragraphs, notes) {
      let text = Array(paragraph.text.utf8)
      for note in found {
        let words = String(decoding: text[note.lower..<note.upper], as: UTF8.self)
        var found = explanation(
          note, words, in: file, paragraph.bytes, locator: paragraph.locator)
        if note.rule == .reviewed || note.outcome == .leftAlone(.refused) {
          found.decidedBy =
            model.decisions[
              ReviewIdentity(.meaning, [(source.key.rawValue, nil, ReviewWords.folded(words))])
            ]?.reason
        }
        result.append(found)
      }
    }
    return result
  }

  private func explanation(
    _ note: MentionFinder.Note, _ words: String, in file: SourceFile, _ bytes: Range<Int>,
    locator: String?
  ) -> NameExplanation {
    let place = file.place(bytes)
    let last = max(bytes.lowerBound, bytes.upperBound - 1)
    let end = file.place(last..<last).line
    let outcome: String
    var abstention: NameAbstention?
    switch note.outcome {
    case .linked: outcome = "linked"
    case .repeated: outcome = "repeated"
    case .inHeading: outcome = "in-heading"
    case .inLink: outcome = "in-link"
    case .own: outcome = "own-name"
    case .noPage: outcome = "no-page"
    case .wikilink: outcome = "wikilink"
    case .leftAlone(let reason):
      outcome = "left-alone"
      abstention = reason
    }
    var seen: Set<EntityID> = []
    let entities = note.entities.filter { seen.insert($0).inserted }
    return NameExplanation(
      place: place, lines: place.line...max(place.line, end), locator: locator, words: words,
      outcome: outcome, rule: note.rule,
      abstention: abstention, candidates: entities.map { entity($0) },
      declarations: entities.map { declaration(of: words, by: $0) })
  }

  private func entity(_ id: EntityID) -> NamedEntity {
    let names = linker.finder.names
    guard id.index < names.pageCount else { return names.others[id.index - names.pageCount] }
    let page = model.pages[id.index]
    return NamedEntity(
      id: page.slug.rawValue, kind: page.sort ?? page.kind.rawValue, name: page.title)
  }

  /// Where a page's front matter has the name. O(names of the page).
  private func declaration(of words: String, by id: EntityID) -> SourcePlace? {
    let names = linker.finder.names
    guard id.index < names.pageCount else { return nil }
    let page = model.pages[id.index]
    let folded = names.folding.folded(words)
    let declared =
      [Alias(name: page.title, range: page.titleRange)] + page.aliases + page.names
      + page.demonyms + (page.surname.map { [$0] } ?? [])
    return declared.first { names.folding.folded($0.name) == folded }
      .map { page.file.place($0.range) }
  }
}
