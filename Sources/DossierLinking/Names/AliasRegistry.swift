package import Diagnostics
import DossierModel
import PhraseMatching

/// Actors, places, media … with their aliases, read from a file in place of a site's Content.
///
/// The format: a JSON array of objects `{"id": …, "kind": …, "name": …, "aliases": {SORT: [NAME, …]}}`,
/// where a sort is `name`, `acronym`, `demonym`, `metonym`, `surname` or `author-error`. Other keys are
/// passed over; an alias of another sort is a name.
package struct AliasRegistry: Sendable {
  struct Entry: Sendable {
    var id = ""
    var kind = ""
    var name = ""
    var aliases: [(sort: String, name: String)] = []
  }

  let entries: [Entry]

  /// What is wrong with a registry, and where.
  package typealias ReadingError = JSONReader.Failure

  /// Reads a registry from the bytes of its file. O(length); nesting is bounded.
  package init(json bytes: [UInt8]) throws(ReadingError) {
    var reader = JSONReader(bytes: bytes)
    var entries: [Entry] = []
    try reader.array { reader throws(ReadingError) in
      var entry = Entry()
      try reader.object { key, reader throws(ReadingError) in
        switch key {
        case "id": entry.id = try reader.string()
        case "kind": entry.kind = try reader.string()
        case "name": entry.name = try reader.string()
        case "aliases":
          try reader.object { sort, reader throws(ReadingError) in
            try reader.array { reader throws(ReadingError) in
              entry.aliases.append((sort, try reader.string()))
            }
          }
        default: try reader.skipValue()
        }
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// The index of all names. O(total length of the names).
  func index(folding: LetterFolding, gazetteer: Bool) -> NameIndex {
    var claims: [NameClaim] = []
    var people: [NamedPerson] = []
    var entities = entries.map { NamedEntity(id: $0.id, kind: $0.kind, name: $0.name) }
    for (number, entry) in entries.enumerated() {
      Self.claim(entry, EntityID(number), folding, into: &claims, &people)
    }
    if gazetteer {
      let known = Dictionary(
        entries.enumerated().map { (folding.folded($1.name), $0) }, uniquingKeysWith: { a, _ in a })
      for state in StateGazetteer.states {
        let entry = state.names.lazy.compactMap { known[folding.folded($0.text)] }.first
        claims += state.claims(for: EntityID(entry ?? entities.count))
        if entry == nil { entities.append(state.entity) }
      }
    }
    return NameIndex(claims, people: people, pageCount: 0, others: entities, folding: folding)
  }

  private static func claim(
    _ entry: Entry, _ entity: EntityID, _ folding: LetterFolding, into claims: inout [NameClaim],
    _ people: inout [NamedPerson]
  ) {
    let isPlace = entry.kind == "place"
    func claim(_ name: String, _ rule: MentionRule, _ role: NameClaim.Role = .name) {
      claims.append(
        NameClaim(entity: entity, name: name, role: role, rule: rule, isPlace: isPlace))
    }
    claim(entry.name, NameClaim.isAcronym(entry.name) ? .acronym : .name)
    let names = entry.aliases.filter { $0.sort == "name" }.map(\.name)
    for alias in entry.aliases {
      switch alias.sort {
      case "demonym": claim(alias.name, .demonym)
      case "metonym": claim(alias.name, .metonym, .metonym)
      case "acronym": claim(alias.name, .acronym)
      case "author-error": claim(alias.name, .authorError)
      case "surname":
        let surname = folding.folded(alias.name)
        var person = NamedPerson()
        for name in [entry.name] + names {
          person.addName(name, surname: surname, folding: folding)
        }
        claims.append(
          NameClaim(
            entity: entity, name: alias.name, role: .surname, rule: .surnameAfterName,
            person: Int32(people.count)))
        people.append(person)
      default: claim(alias.name, NameClaim.isAcronym(alias.name) ? .acronym : .name)
      }
    }
  }
}
