import DossierModel
import PhraseMatching

/// All names that were sighted, by their folded spelling.
struct NameTable {
  private(set) var entries: [NameEntry] = []
  private var numbers: [[UInt8]: Int] = [:]
  let folding: LetterFolding

  init(folding: LetterFolding) { self.folding = folding }

  /// Takes a sighting in. Of rules that read one spelling differently the first in their order says
  /// what it is.
  mutating func take(_ sighting: NameSighting, at place: CaptureNames.Place) {
    let key = folding.folded(sighting.name)
    guard !key.isEmpty else { return }
    let number: Int
    if let known = numbers[key] {
      number = known
    } else {
      number = entries.count
      numbers[key] = number
      entries.append(
        NameEntry(
          name: sighting.name, key: key, rule: sighting.rule, kind: sighting.kind,
          sort: sighting.sort, state: sighting.state))
    }
    entries[number].take(sighting, at: place)
  }

  /// The entries that are borne out well enough, settled, in the order of their first sightings.
  func settled() -> [NameEntry] {
    entries.filter { $0.isSure || $0.places.count > 1 && $0.key.count > 2 }.map { entry in
      var entry = entry
      entry.settle()
      return entry
    }
  }
}

extension NameEntry {
  mutating func take(_ sighting: NameSighting, at place: CaptureNames.Place) {
    if sighting.rule < rule {
      rule = sighting.rule
      kind = sighting.kind
      sort = sighting.sort
      places = []
    }
    if sighting.rule == rule {
      places.append(place)
      sort = sort ?? sighting.sort
    }
    state = state ?? sighting.state
    spellings[sighting.name, default: 0] += 1
    if !sighting.isWeak { isSure = true }
    if let office = sighting.office { offices.append((office, place)) }
    if let acronym = sighting.acronym, !acronyms.contains(acronym) { acronyms.append(acronym) }
  }

  /// How often a rule sighted it.
  var count: Int { spellings.values.reduce(0, +) }
}
