import DossierModel
import PhraseMatching

/// The names by which a text calls a ministry without saying whose it is: “the Foreign Ministry”. They are
/// made from declared names that say both, `Ministry of Foreign Affairs of Russia`, `Russian Foreign
/// Ministry`, and mean that ministry only where the text settles the state.
struct MinistryNames {
  private let folding: LetterFolding
  /// By folded name or demonym; nil for what several have.
  private var owners: [[UInt8]: EntityID?] = [:]

  /// What one department is called in English.
  private static let departments = [
    ["Foreign", "Foreign Affairs"], ["Defence", "Defense", "National Defence", "National Defense"],
    ["Interior", "Internal Affairs"],
  ]

  /// Claims on the bare names of the ministries among `claims`, and which entities are states.
  /// O(total length of the names).
  static func read(
    _ claims: [NameClaim], _ folding: LetterFolding
  ) -> (claims: [NameClaim], states: Set<EntityID>) {
    var states: Set<EntityID> = []
    for claim in claims {
      switch claim.rule {
      case .demonym, .stateName, .stateDemonym, .metonym, .stateMetonym: states.insert(claim.entity)
      default: break
      }
    }
    let ministries = claims.filter { claim in
      claim.role == .name && !states.contains(claim.entity) && claim.rule != .authorError
        && claim.days.isAlways
        && (claim.name.hasPrefix("Ministry of ") || claim.name.hasSuffix(" Ministry"))
    }
    guard !ministries.isEmpty else { return ([], states) }
    var names = Self(folding: folding)
    for claim in claims where states.contains(claim.entity) && claim.role == .name {
      let name = folding.folded(claim.name)
      if let known = names.owners[name], known != claim.entity {
        names.owners[name] = .some(nil)
      } else {
        names.owners[name] = claim.entity
      }
    }
    var seen: Set<String> = []
    var result: [NameClaim] = []
    for claim in ministries {
      guard let (owner, department) = names.parts(of: claim.name) else { continue }
      for name in bareNames(of: department)
      where seen.insert("\(claim.entity.rawValue) \(name)").inserted {
        result.append(
          NameClaim(
            entity: claim.entity, name: name, role: .ministry, rule: .ministryOfState, owner: owner)
        )
      }
    }
    return (result, states)
  }

  private init(folding: LetterFolding) { self.folding = folding }

  /// The state and the department in a ministry's full name.
  private func parts(of name: String) -> (owner: EntityID, department: Substring)? {
    let words = name.split(separator: " ")
    if words.first == "Ministry" {
      for index in words.indices.dropFirst(3).dropLast() where words[index] == "of" {
        let first = words[index + 1] == "the" ? index + 2 : index + 1
        guard first < words.endIndex, let owner = owner(words[first...]) else { continue }
        let start = words[2] == "the" ? 3 : 2
        guard start < index else { continue }
        return (owner, name[words[start].startIndex..<words[index - 1].endIndex])
      }
      return nil
    }
    // “Bosnia and Herzegovina’s” is as long as they get.
    for count in 1...3 where count + 1 < words.count {
      if let owner = owner(words[..<count]) {
        return (owner, name[words[count].startIndex..<words[words.count - 2].endIndex])
      }
    }
    return nil
  }

  private func owner(_ words: ArraySlice<Substring>) -> EntityID? {
    var name = words.joined(separator: " ")
    for ending in ["’s", "'s"] where name.hasSuffix(ending) { name.removeLast(2) }
    return owners[folding.folded(name)] ?? nil
  }

  private static func bareNames(of department: Substring) -> [String] {
    let names =
      departments.first { $0.contains(String(department)) } ?? [String(department)]
    return names.flatMap { ["\($0) Ministry", "Ministry of \($0)", "Ministry of the \($0)"] }
  }
}
