import Diagnostics
import DossierModel

/// Words in facts that stand where a slug may stand and are almost one: `of: artsak`.
struct AlmostReferences {
  let model: SiteModel
  /// The slugs of pages left out as drafts.
  let drafts: Set<String>

  /// How many different words are held against all slugs: the search looks at each of them, so that
  /// without a limit a site of many such words would take quadratic time.
  private static let limit = 200

  /// The findings in the order of the pages. O(facts), and for each of the first words O(pages).
  func all() -> [Diagnostic] {
    var questions: [String: String?] = [:]
    var diagnostics: [Diagnostic] = []
    let slugs = model.slugs
    func look(_ references: [PageReference], _ type: FactValueType, in file: SourceFile) {
      guard type == .pageOrText else { return }
      for reference in references where reference.page == nil && !drafts.contains(reference.slug) {
        if questions[reference.slug] == nil {
          guard questions.count < Self.limit else { continue }
          questions[reference.slug] = .some(NearMiss.question(for: reference.slug, in: slugs))
        }
        guard let known = questions[reference.slug], let question = known else { continue }
        diagnostics.append(
          Diagnostic(
            .warning, "almost-reference",
            "“\(reference.slug)” is read as words, since no page is called so",
            at: file.place(reference.range), help: question))
      }
    }
    for page in model.pages {
      for value in page.facts.flatMap(\.values) {
        look(value.pages, value.type, in: page.file)
        for qualifier in value.qualifiers { look(qualifier.pages, qualifier.type, in: page.file) }
      }
    }
    return diagnostics
  }
}
