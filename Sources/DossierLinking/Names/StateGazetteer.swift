import DossierModel

/// The names of the world's states, their demonyms, and their seats of government as metonyms: known
/// without any Content. `data` is made by `Scripts/make-gazetteer`.
enum StateGazetteer {
  struct State: Sendable {
    /// `united-states`
    let slug: String
    /// With whether a name is people's name too. The first is the one to show.
    let names: [(text: String, isGuarded: Bool)]
    let demonyms: [String]
    let capitals: [String]

    var entity: NamedEntity {
      NamedEntity(id: slug, kind: "state", name: names.first?.text ?? slug)
    }

    /// All claims of the state, as `entity`.
    func claims(for entity: EntityID) -> [NameClaim] {
      names.map { name in
        NameClaim(
          entity: entity, name: name.text, rule: .stateName, isBuiltIn: true,
          isGuarded: name.isGuarded)
      }
        + demonyms.map {
          NameClaim(entity: entity, name: $0, rule: .stateDemonym, isBuiltIn: true)
        }
        + capitals.map {
          NameClaim(
            entity: entity, name: $0, role: .metonym, rule: .stateMetonym, isBuiltIn: true,
            isGuarded: true)
        }
    }
  }

  /// All states, by slug. Read anew at each call, O(length of `data`): a site asks once.
  static var states: [State] {
    data.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count == 4 else { return nil }
      func list(_ field: Substring) -> [String] { field.split(separator: ";").map(String.init) }
      return State(
        slug: String(fields[0]),
        names: list(fields[1]).map { name in
          name.hasPrefix("~") ? (String(name.dropFirst()), true) : (name, false)
        }, demonyms: list(fields[2]), capitals: list(fields[3]))
    }
  }
}
