/// The keys that `## Facts` may use on a kind of page, each with its type, meaning and qualifiers.
/// `Documentation/Facts.md` is made from it.
package struct FactVocabulary: Sendable {
  /// A key of a fact.
  package struct Key: Sendable {
    package let name: String
    /// How a page shows it.
    package let label: String
    package let type: FactValueType
    /// What it means, for the documentation: whole sentences.
    package let meaning: String
    /// The names of the qualifiers that may stand behind its values.
    package let qualifiers: [String]
    /// Whether a name stands behind the key: `side Azerbaijan: …`.
    package let takesName: Bool
    /// Whether a page has it once; another value is a rival.
    package let isSingle: Bool

    init(
      _ name: String, _ label: String, _ type: FactValueType, _ meaning: String,
      takes qualifiers: [String] = [], takesName: Bool = false, isSingle: Bool = false
    ) {
      self.name = name
      self.label = label
      self.type = type
      self.meaning = meaning
      self.qualifiers = qualifiers + FactVocabulary.everywhereNames
      self.takesName = takesName
      self.isSingle = isSingle
    }

    /// Whether `qualifier` may stand behind its values.
    package func takes(_ qualifier: String) -> Bool { qualifiers.contains(qualifier) }
  }

  /// A qualifier of a value.
  package struct QualifierKey: Sendable {
    package let name: String
    /// How a page shows it.
    package let label: String
    package let type: FactValueType
    /// What it means, for the documentation: whole sentences.
    package let meaning: String

    init(_ name: String, _ label: String, _ type: FactValueType, _ meaning: String) {
      self.name = name
      self.label = label
      self.type = type
      self.meaning = meaning
    }
  }

  /// The word for: no source says it.
  package static let unknown = "unknown"
  /// The word for: there is none.
  package static let none = "none"
  /// The word for: the editor picks none of the accounts below.
  package static let disputed = "disputed"
  /// What an item begins with that says what a fact said before.
  package static let corrected = "corrected"

  package let keys: [Key]
  private let positions: [String: Int]

  init(_ keys: [Key]) {
    self.keys = keys
    positions = Dictionary(
      keys.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The key called `name`; nil where this kind of page has none.
  package func key(_ name: String) -> Key? { positions[name].map { keys[$0] } }

  /// The vocabulary of a kind of page. Hand-written pages of `pages/` have no facts.
  package static func of(_ kind: PageKind) -> FactVocabulary {
    switch kind {
    case .actor: actorVocabulary
    case .conflict: conflictVocabulary
    case .event: eventVocabulary
    case .place: placeVocabulary
    case .page: pageVocabulary
    }
  }

  private static let actorVocabulary = FactVocabulary(actor + relations + common)
  private static let conflictVocabulary = FactVocabulary(conflict + tolls + common)
  private static let eventVocabulary = FactVocabulary(event + tolls + common)
  private static let placeVocabulary = FactVocabulary(place + common)
  private static let pageVocabulary = FactVocabulary([])

  /// The types of relations between actors that are shown as such.
  package static let relationKeys = Set(relations.filter { $0.type == .actors }.map(\.name))

  /// The qualifier called `name`.
  package static func qualifier(_ name: String) -> QualifierKey? {
    qualifiers.first { $0.name == name }
  }

  /// The kinds of page whose vocabulary has `key`.
  package static func kinds(with key: String) -> [PageKind] {
    PageKind.allCases.filter { of($0).key(key) != nil }
  }
}
