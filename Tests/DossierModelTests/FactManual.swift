import DossierModel
import Foundation

/// `Documentation/Facts.md`, made from the vocabulary that facts are read by.
enum FactManual {
  static let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Facts.md")

  /// The whole text.
  static func text() -> String {
    let kinds = PageKind.allCases.filter { !FactVocabulary.of($0).keys.isEmpty }
    let shared = FactVocabulary.of(.place).keys.map(\.name).filter { name in
      kinds.allSatisfy { FactVocabulary.of($0).key(name) != nil }
    }
    return
      ([introduction] + kinds.map { keys(of: $0, without: shared) }
      + [common(shared), qualifiers, roles, types]).joined(separator: "\n")
  }

  private static let introduction = """
    # The vocabulary of facts

    What `## Facts` may hold on each kind of page. The syntax is described in \
    [Content.md](Content.md#facts).

    This page is made from the vocabulary by which the program reads facts. After a change there run \
    `RECORD=1 swift test --filter FactManualTests`, and look at the difference.

    *Once* means that a page has the key once: another value is a rival, indented below the first. Each \
    key also takes the qualifiers \(list(FactVocabulary.everywhereNames)).

    """

  private static func keys(of kind: PageKind, without shared: [String]) -> String {
    let own = FactVocabulary.of(kind).keys.filter { !shared.contains($0.name) }
    return """
      ## Keys of \(kind.folder)

      \(table(own))
      """
  }

  private static func common(_ shared: [String]) -> String {
    """
    ## Keys of all of them

    \(table(shared.compactMap { FactVocabulary.of(.place).key($0) }))
    """
  }

  private static func table(_ keys: [FactVocabulary.Key]) -> String {
    var text =
      "| Key | Shown as | Type | Once | Meaning | Qualifiers |\n|---|---|---|---|---|---|\n"
    for key in keys {
      let own = key.qualifiers.filter { !FactVocabulary.everywhereNames.contains($0) }
      text +=
        "| `\(key.name)\(key.takesName ? " NAME" : "")` | \(key.label) | \(key.type.rawValue) "
      text += "| \(key.isSingle ? "yes" : "") | \(key.meaning) | \(list(own)) |\n"
    }
    return text
  }

  private static var qualifiers: String {
    var text = """
      ## Qualifiers

      | Qualifier | Type | Meaning |
      |---|---|---|

      """
    for key in FactVocabulary.qualifiers {
      text += "| `\(key.name)` | \(key.type.rawValue) "
      text += "| \(key.meaning.replacing("|", with: "\\|")) |\n"
    }
    return text
  }

  private static var roles: String {
    """
    ## Roles

    What `role` may be: \(list(FactVocabulary.roles)).

    """
  }

  private static var types: String {
    var text = """
      ## Types

      `unknown` and `none` are values of every type but *role*.

      | Type | What it is |
      |---|---|

      """
    for type in FactValueType.allCases { text += "| \(type.rawValue) | \(type.meaning) |\n" }
    return text
  }

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
