import Diagnostics
import DossierModel
import FileTree

/// Words in facts that stand where a slug may stand and are almost one: `of: artsak`.
struct AlmostReferences {
  let model: SiteModel
  /// The slugs of pages left out as drafts.
  let drafts: Set<String>

  /// How many different words are held against all slugs: the search looks at each of them, so that
  /// without a limit a site of many such words would take quadratic time.
  private static let limit = 200

  /// The findings in the order of the pages. O(facts), on up to `width` threads, and for each of the first
  /// words O(pages).
  func all(width: Int) -> [Diagnostic] {
    var questions: [String: String?] = [:]
    var diagnostics: [Diagnostic] = []
    let slugs = model.slugs
    for (page, words) in zip(model.pages, concurrentMap(model.pages, width: width, words)) {
      for word in words {
        if questions[word.slug] == nil {
          guard questions.count < Self.limit else { continue }
          questions[word.slug] = .some(NearMiss.question(for: word.slug, in: slugs))
        }
        guard let known = questions[word.slug], let question = known else { continue }
        diagnostics.append(
          Diagnostic(
            .warning, "almost-reference",
            "“\(word.slug)” is read as words, since no page is called so",
            at: page.file.place(word.range), help: question))
      }
    }
    return diagnostics
  }

  /// What a page's facts say in words where a slug may stand.
  private func words(of page: Page) -> [PageReference] {
    var words: [PageReference] = []
    func look(_ references: [PageReference], _ type: FactValueType) {
      guard type == .pageOrText else { return }
      for reference in references where reference.page == nil && !drafts.contains(reference.slug) {
        words.append(reference)
      }
    }
    for fact in page.facts {
      for value in fact.values {
        look(value.pages, value.type)
        for qualifier in value.qualifiers { look(qualifier.pages, qualifier.type) }
      }
    }
    return words
  }
}
