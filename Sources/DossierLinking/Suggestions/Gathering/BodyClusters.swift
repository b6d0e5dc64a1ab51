import DossierModel
import PhraseMatching

/// Joins the names of bodies, conflicts and what else is no person: the same words in another order,
/// short forms, republics without that word, former states.
struct BodyClusters {
  let folding: LetterFolding
  private(set) var clusters: [NameCluster] = []
  /// Words that a state is known by, folded, to its slug.
  private let states: [[UInt8]: String]

  init(_ entries: [NameEntry], folding: LetterFolding) {
    self.folding = folding
    var states: [[UInt8]: String] = [:]
    for state in StateGazetteer.states {
      for name in state.names.map(\.text) + state.demonyms {
        states[folding.folded(name)] = state.slug
      }
    }
    self.states = states
    var entries = entries
    joinFormerStates(&entries)
    joinSameWords(&entries)
    joinPrefixed()
    joinAcronyms(&entries)
    joinShortForms(&entries)
    clusters += entries.map { NameCluster($0) }
    for index in clusters.indices where clusters[index].kind == .conflict {
      capitalise(&clusters[index])
    }
  }

  // MARK: Former states

  private mutating func joinFormerStates(_ entries: inout [NameEntry]) {
    for names in NameWords.formerStates {
      let keys = names.map { folding.folded($0) }
      let members = entries.filter { keys.contains($0.key) }
      guard let title = names.first, !members.isEmpty else { continue }
      var cluster = NameCluster(
        kind: .actor, sort: "state", rule: .formerState, title: title,
        places: members.flatMap(\.places))
      for name in names.dropFirst() { cluster.aliases.append((name, .formerState, [])) }
      clusters.append(cluster)
      entries.removeAll { keys.contains($0.key) }
    }
  }

  // MARK: Same words

  /// The words of a name without their order: a state’s people are the state, small words are left out.
  private func words(_ name: String) -> [[UInt8]] {
    let parts = name.split(separator: " ").map { folding.folded(String($0)) }
    var result: [[UInt8]] = []
    var index = 0
    while index < parts.count {
      var length = min(3, parts.count - index)
      while length > 0 {
        let joined = Array(parts[index..<(index + length)].joined(separator: [0x20]))
        if let slug = states[joined] {
          result.append(Array(slug.utf8))
          break
        }
        length -= 1
      }
      if length > 0 {
        index += length
        continue
      }
      if !Self.small.contains(WordSet.hash(parts[index])) { result.append(parts[index]) }
      index += 1
    }
    return result
  }

  private static let small = WordSet("of the for and in affairs")

  private mutating func joinSameWords(_ entries: inout [NameEntry]) {
    var groups: [[[UInt8]]: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.kind == .actor {
      let key = words(entry.name).sorted { $0.lexicographicallyPrecedes($1) }
      if key.count > 1 { groups[key, default: []].append(index) }
    }
    var used: Set<Int> = []
    for index in entries.indices where entries[index].kind == .actor && !used.contains(index) {
      let key = words(entries[index].name).sorted { $0.lexicographicallyPrecedes($1) }
      guard let group = groups[key], group.count > 1 else { continue }
      used.formUnion(group)
      let best =
        group.max { left, right in
          (entries[left].count, entries[right].name) < (entries[right].count, entries[left].name)
        } ?? index
      var cluster = cluster(entries[best])
      for other in group where other != best {
        cluster.aliases.append((entries[other].name, .aliasSameWords, entries[other].places))
        cluster.rule = min(cluster.rule, entries[other].rule)
      }
      clusters.append(cluster)
    }
    let rest = entries.indices.filter { !used.contains($0) && entries[$0].kind == .actor }
    clusters += rest.filter { entries[$0].rule != .acronym }.map { cluster(entries[$0]) }
    entries = entries.filter { $0.kind != .actor || $0.rule == .acronym }
  }

  /// A cluster with the short forms that stand in brackets behind the name.
  private func cluster(_ entry: NameEntry) -> NameCluster {
    var cluster = NameCluster(entry)
    for acronym in entry.acronyms { cluster.aliases.append((acronym, .aliasAcronym, entry.places)) }
    return cluster
  }

  /// `MTC Tarn Group` and `Tarn Group` are one.
  private mutating func joinPrefixed() {
    var whole: [String: Int] = [:]
    for (index, cluster) in clusters.enumerated() where cluster.kind == .actor {
      whole[cluster.title] = index
    }
    var removed: Set<Int> = []
    var heads: [Int: Int] = [:]
    let order = clusters.indices.sorted { clusters[$0].places.count > clusters[$1].places.count }
    for index in order where clusters[index].kind == .actor {
      guard let space = clusters[index].title.firstIndex(of: " ") else { continue }
      let head = clusters[index].title[..<space]
      let tail = String(clusters[index].title[clusters[index].title.index(after: space)...])
      guard head.utf8.count >= 2, head.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
        tail.contains(" "), let short = whole[tail], short != index
      else { continue }
      // The more frequent of several such names has the page.
      let target = heads[short] ?? index
      if target == index {
        heads[short] = index
        clusters[target].aliases.append((tail, .aliasSameWords, clusters[short].places))
        clusters[target].aliases += clusters[short].aliases
        removed.insert(short)
      } else {
        clusters[target].aliases.append(
          (clusters[index].title, .aliasSameWords, clusters[index].places))
        removed.insert(index)
      }
    }
    clusters = clusters.indices.filter { !removed.contains($0) }.map { clusters[$0] }
  }

  // MARK: Short forms

  private mutating func joinAcronyms(_ entries: inout [NameEntry]) {
    var owners: [String: Set<Int>] = [:]
    for (index, cluster) in clusters.enumerated() {
      for name in cluster.names {
        if let acronym = Self.initials(of: name) { owners[acronym, default: []].insert(index) }
      }
      // What stands in brackets behind a name needs no counting of letters.
      for alias in cluster.aliases where alias.rule == .aliasAcronym {
        owners[alias.name] = [index]
      }
    }
    entries.removeAll { entry in
      guard entry.rule == .acronym, let found = owners[entry.name], found.count == 1,
        let owner = found.first
      else { return false }
      if !clusters[owner].names.contains(entry.name) {
        clusters[owner].aliases.append((entry.name, .aliasAcronym, entry.places))
      }
      return true
    }
  }

  /// The first letters of the capitalised words of a name of two or more.
  static func initials(of name: String) -> String? {
    var letters = String.UnicodeScalarView()
    for word in name.split(separator: " ") {
      guard let first = word.unicodeScalars.first, first.properties.isUppercase else { continue }
      letters.append(first)
    }
    return letters.count > 1 ? String(letters) : nil
  }

  /// `Republic of Morva` is `Morva` too, whatever else that was taken for.
  private mutating func joinShortForms(_ entries: inout [NameEntry]) {
    for index in clusters.indices where clusters[index].rule == .bodyOf {
      let prefix = "Republic of "
      guard clusters[index].title.hasPrefix(prefix) else { continue }
      let short = String(clusters[index].title.dropFirst(prefix.count))
      let key = folding.folded(short)
      let known = entries.first { $0.key == key }
      clusters[index].aliases.append((short, .aliasShortForm, known?.places ?? []))
      entries.removeAll { $0.key == key }
    }
  }

  /// A title begins with a capital; the spelling of the text stays an alias, since a name with a
  /// capital needs one in a text.
  private func capitalise(_ cluster: inout NameCluster) {
    guard let first = cluster.title.unicodeScalars.first, first.properties.isLowercase else {
      return
    }
    cluster.aliases.insert((cluster.title, .conflict, []), at: 0)
    cluster.title =
      first.properties.titlecaseMapping
      + String(String.UnicodeScalarView(cluster.title.unicodeScalars.dropFirst()))
  }
}
