/// Who was the subject of the sentences so far: what `she`, `the minister` and `the statement` mean.
struct SpeakerMemory {
  /// How many persons are remembered. A pronoun does not reach farther back.
  private static let capacity = 24

  private enum Gender {
    case unknown, masculine, feminine
  }

  private struct Person {
    var mention: Speaker.Mention
    /// The hash of the last word of the name.
    let surname: UInt64
    var roles: [UInt64]
    var gender: Gender
    /// Words of the longest form of the name.
    var length: Int
  }

  /// The most recent subject last.
  private var persons: [Person] = []
  private var organisation: Speaker.Mention?

  /// Notes a subject. O(capacity).
  mutating func note(_ phrase: Phrase, mention: Speaker.Mention, in text: ParagraphText) {
    guard !phrase.isCoordinated else { return }
    switch phrase.kind {
    case .person: notePerson(phrase, mention: mention, in: text)
    case .organisation: organisation = mention
    case .other, .pronoun, .description: return
    }
  }

  /// Notes what issues the documents that follow.
  mutating func noteIssuer(_ mention: Speaker.Mention) {
    organisation = mention
  }

  private mutating func notePerson(
    _ phrase: Phrase, mention: Speaker.Mention, in text: ParagraphText
  ) {
    let last = text.tokens[phrase.head.upperBound - 1]
    var roles: [UInt64] = []
    var gender = Gender.unknown
    // Titles before the name; roles in an apposition right behind it.
    let upper = min(text.tokens.count, phrase.tokens.upperBound + 10)
    var isApposition = false
    for index in phrase.tokens.lowerBound..<upper {
      let token = text.tokens[index]
      if index == phrase.tokens.upperBound {
        guard token.kind == .comma else { break }
        isApposition = true
      } else if index > phrase.tokens.upperBound, isApposition {
        if token.kind != .word || token.isWord([.auxiliary, .finite, .relative, .gerund]) { break }
      }
      if token.isWord(.role) { roles.append(token.hash) }
      if !isApposition, token.isWord(.title) {
        if token.isWord(.masculine) { gender = .masculine }
        if token.isWord(.feminine) { gender = .feminine }
      }
    }
    var person = Person(
      mention: mention, surname: last.hash, roles: roles, gender: gender, length: phrase.head.count)
    if let known = persons.lastIndex(where: { isSame($0, person) }) {
      let old = persons.remove(at: known)
      if old.length > person.length || person.mention.nameID == nil && old.mention.nameID != nil {
        person.mention = old.mention
        person.length = old.length
      }
      person.roles = Array((old.roles + person.roles).suffix(8))
      if person.gender == .unknown { person.gender = old.gender }
    } else if persons.count == Self.capacity {
      persons.removeFirst()
    }
    persons.append(person)
  }

  private func isSame(_ known: Person, _ new: Person) -> Bool {
    if let id = known.mention.nameID, let other = new.mention.nameID { return id == other }
    return known.surname == new.surname
  }

  /// Whom a phrase stands for, by which rule; nil where that is not settled.
  mutating func antecedent(
    of phrase: Phrase, in text: ParagraphText, keyWords: KeyWords, names: NameTable
  ) -> (mention: Speaker.Mention, rule: SpeechRule)? {
    switch phrase.kind {
    case .pronoun: return pronoun(text.tokens[phrase.head.lowerBound], keyWords)
    case .description: return description(phrase, in: text, keyWords: keyWords, names: names)
    case .person:
      guard phrase.name < 0, !phrase.isCoordinated else { return nil }
      let last = text.tokens[phrase.head.upperBound - 1]
      guard
        let known = persons.last(where: {
          $0.surname == last.hash && ($0.length > phrase.head.count || $0.mention.nameID != nil)
        })
      else { return nil }
      return (known.mention, .surname)
    case .organisation, .other: return nil
    }
  }

  private mutating func pronoun(
    _ token: Token, _ keyWords: KeyWords
  ) -> (mention: Speaker.Mention, rule: SpeechRule)? {
    if token.isWord(.neuter) { return organisation.map { ($0, .pronoun) } }
    let isFeminine = token.isWord(.feminine) || token.hash == keyWords.her
    let isMasculine = token.isWord(.masculine) || token.hash == keyWords.his
    guard isFeminine || isMasculine else { return nil }
    let wanted = isFeminine ? Gender.feminine : .masculine
    guard
      let found = persons.lastIndex(where: { $0.gender == wanted || $0.gender == .unknown })
    else { return nil }
    persons[found].gender = wanted
    return (persons[found].mention, .pronoun)
  }

  private func description(
    _ phrase: Phrase, in text: ParagraphText, keyWords: KeyWords, names: NameTable
  ) -> (mention: Speaker.Mention, rule: SpeechRule)? {
    let tokens = text.tokens
    let first = tokens[phrase.tokens.lowerBound]
    let last = tokens[phrase.tokens.upperBound - 1]
    let isDocument = last.isWord(.document) && !last.isWord(.organisation)
    if isDocument {
      if let complement = phrase.complement {
        return (names.mention(complement, in: text), .issuer)
      }
      guard first.hash == keyWords.the, let organisation else { return nil }
      return (organisation, .issuer)
    }
    guard first.hash == keyWords.the, !last.isPossessive else { return nil }
    if last.isWord(.organisation), !last.isWord(.role) {
      return organisation.map { ($0, .issuer) }
    }
    guard last.isWord(.role) else { return nil }
    if let known = persons.last(where: { $0.roles.contains(last.hash) }) {
      return (known.mention, .definiteRole)
    }
    guard phrase.tokens.count == 2 || phrase.complement == nil else { return nil }
    return persons.last.map { ($0.mention, .definiteRole) }
  }
}
