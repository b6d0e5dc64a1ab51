import DossierModel
import PhraseMatching

/// Joins the spellings of persons’ names: one skeleton of the surname, and given names or initials
/// that agree.
struct PersonClusters {
  /// A person’s name in its parts.
  struct Parts {
    let name: String
    let surname: String
    let skeleton: NameSkeleton
    /// Given names that are written out.
    let given: [NameSkeleton]
    /// The folded letters of initials.
    let initials: [UInt8]

    var isBare: Bool { given.isEmpty && initials.isEmpty }
    var isFull: Bool { !given.isEmpty }

    init?(_ name: String, folding: LetterFolding) {
      let words = name.split(separator: " ").map(String.init)
      guard let last = words.last else { return nil }
      self.name = name
      surname = Self.withoutArticle(last)
      skeleton = NameSkeleton(surname, folding: folding)
      guard !skeleton.letters.isEmpty else { return nil }
      var given: [NameSkeleton] = []
      var initials: [UInt8] = []
      for word in words.dropLast() {
        if word.hasSuffix(".") {
          if let letter = folding.folded(word).first { initials.append(letter) }
        } else if !NameWords.particles.contains(WordSet.hash(word.utf8)) {
          given.append(NameSkeleton(word, folding: folding))
        }
      }
      self.given = given
      self.initials = given.isEmpty ? initials : []
    }

    /// `Assad` of `al-Assad`.
    private static func withoutArticle(_ word: String) -> String {
      guard let hyphen = word.utf8.firstIndex(of: UInt8(ascii: "-")) else { return word }
      let head = String(Substring(word.utf8[..<hyphen]))
      let tail = String(Substring(word.utf8[word.utf8.index(after: hyphen)...]))
      return ["al", "el", "an", "ar", "as", "ash", "at", "ad", "az"].contains(head.lowercased())
        && !tail.isEmpty ? tail : word
    }

    /// Whether two names may be one person’s, the given names as far as both have them.
    func agrees(with other: Parts) -> Bool {
      let isOne = skeleton == other.skeleton
      if given.isEmpty || other.given.isEmpty {
        guard isOne else { return false }
        guard let initial = initials.first ?? other.initials.first else { return true }
        if let first = (given.first ?? other.given.first)?.letters.first { return first == initial }
        guard let left = initials.first, let right = other.initials.first else { return true }
        return left == right
      }
      let sharesGiven = given.contains { name in
        other.given.contains {
          $0 == name || name.letters.count > 3 && $0.consonants == name.consonants
        }
      }
      guard sharesGiven else { return false }
      return isOne || skeleton.isOneOff(other.skeleton)
        || skeleton.consonants.count > 2 && skeleton.consonants == other.skeleton.consonants
    }
  }

  /// A cluster, and the page that it is of.
  struct Person {
    var members: [(parts: Parts, entry: NameEntry?)]
    let page: PageID?
  }

  let folding: LetterFolding
  private(set) var people: [Person] = []

  /// Persons of the site, then the sighted names: those written out first, the more frequent first.
  init(_ entries: [NameEntry], of model: SiteModel, folding: LetterFolding) {
    self.folding = folding
    for (index, page) in model.pages.enumerated()
    where page.kind == .actor && (page.sort == "person" || page.surname != nil) {
      let names = [page.title] + page.aliases.map(\.name) + (page.surname.map { [$0.name] } ?? [])
      let members = names.compactMap { Parts($0, folding: folding) }.map { ($0, nil as NameEntry?) }
      people.append(Person(members: members, page: PageID(index)))
    }
    let sighted = entries.compactMap { entry in
      Parts(entry.name, folding: folding).map { ($0, entry) }
    }
    let order = sighted.indices.sorted { left, right in
      let (a, b) = (sighted[left], sighted[right])
      if a.0.isFull != b.0.isFull { return a.0.isFull }
      if a.0.isBare != b.0.isBare { return b.0.isBare }
      return (b.1.count, a.1.name) < (a.1.count, b.1.name)
    }
    var bySurname: [[UInt8]: [Int]] = [:]
    for (index, person) in people.enumerated() {
      for key in Set(person.members.map { Self.key($0.parts) }) {
        bySurname[key, default: []].append(index)
      }
    }
    for index in order {
      let (parts, entry) = sighted[index]
      let near = bySurname[Self.key(parts)] ?? []
      // Beyond two hundred of a beginning nobody is looked for: hostile texts stay linear.
      let matches = near.prefix(200).filter { person in
        people[person].members.contains { $0.parts.agrees(with: parts) }
      }
      if matches.count == 1, let only = matches.first {
        people[only].members.append((parts, entry))
      } else if matches.isEmpty {
        bySurname[Self.key(parts), default: []].append(people.count)
        people.append(Person(members: [(parts, entry)], page: nil))
      }
      // A bare surname of several people is nobody’s.
    }
  }

  /// What surnames that may be one have in common.
  private static func key(_ parts: Parts) -> [UInt8] { Array(parts.skeleton.letters.prefix(2)) }

  /// The persons without a page.
  var clusters: [NameCluster] {
    people.filter { $0.page == nil }.compactMap { cluster($0) }
  }

  private func cluster(_ person: Person) -> NameCluster? {
    let entries = person.members.compactMap { member in
      member.entry.map { (member.parts, $0) }
    }
    guard let first = entries.first else { return nil }
    let full = entries.filter { $0.0.isFull }
    let (parts, entry) =
      full.max { left, right in
        (left.1.count, left.0.name.utf8.count, right.0.name)
          < (right.1.count, right.0.name.utf8.count, left.0.name)
      } ?? first
    var cluster = NameCluster(entry)
    cluster.rule = entries.map(\.1.rule).min() ?? entry.rule
    if !parts.isBare { cluster.surname = parts.surname }
    let surname = folding.folded(parts.surname)
    for (other, entry) in entries where other.name != parts.name {
      cluster.places += entry.places
      cluster.offices += entry.offices
      // The rules for surnames read these by themselves.
      if !other.isFull, folding.folded(other.surname) == surname, !parts.isBare { continue }
      guard folding.folded(other.name) != folding.folded(parts.name) else { continue }
      cluster.aliases.append((other.name, .aliasSpelling, entry.places))
    }
    return cluster
  }

  /// Spellings that pages of the site lack.
  var aliases: [(page: PageID, name: String, places: [CaptureNames.Place])] {
    people.flatMap { person -> [(PageID, String, [CaptureNames.Place])] in
      guard let page = person.page else { return [] }
      let known = person.members.filter { $0.entry == nil }
      let names = Set(known.map { folding.folded($0.parts.name) })
      let surnames = Set(known.map { folding.folded($0.parts.surname) })
      return person.members.compactMap { member in
        guard let entry = member.entry, !names.contains(folding.folded(entry.name)),
          member.parts.isFull || !surnames.contains(folding.folded(member.parts.surname))
        else { return nil }
        return (page, entry.name, entry.places)
      }
    }
  }
}
