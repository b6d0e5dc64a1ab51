import DossierModel
import PhraseMatching

extension MentionFinder {
  enum SurnameReading {
    /// Whom it means, where the mention begins, and by which rule.
    case person(EntityID, lower: Int, MentionRule)
    case nobody(NameAbstention)
  }

  /// Reads a surname by what stands before it and by what the document said. Slow beside all else that
  /// is done for a name, and only words that stand directly before it are looked at.
  func surname(
    _ name: Range<Int>, _ candidates: ArraySlice<NameIndex.Candidate>,
    _ around: NameSurroundings, _ memory: inout Memory
  ) -> SurnameReading {
    var lower = name.lowerBound
    var titleEnd = lower
    if let bracket = around.bracketed(before: lower) {
      // “[Ilham] Aliyev”: the bracket says who; any other insertion is passed over.
      let word = names.folding.folded(String(decoding: around.text[bracket.inside], as: UTF8.self))
      if let person = sole(candidates, where: { $0.givenNames.contains(word) }) {
        return .person(person, lower: lower, .bracketedGivenName)
      }
      titleEnd = bracket.open
    } else if let initials = around.initials(before: lower) {
      let letter = names.folding.folded(
        String(decoding: around.text[initials].prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self))
      if let person = sole(candidates, where: { $0.initials.contains(letter) }) {
        return .person(person, lower: initials.lowerBound, .surnameWithInitials)
      }
      return .nobody(.otherPerson)
    }
    var title: NameSurroundings.Word?
    if let word = around.word(before: titleEnd), !word.isPossessive {
      if word.isCapitalised, !word.hasStop,
        let person = person(of: candidates, before: &lower, from: word, around)
      {
        return .person(person, lower: lower, .surnameWithGivenName)
      }
      if ContextWords.titles.contains(word.packed) {
        title = word
      } else if word.isCapitalised, !word.hasStop, !memory.isHeadline,
        !ContextWords.openers.contains(word.packed), titleEnd == name.lowerBound,
        memory.found.last.map({ $0.upper != word.range.upperBound }) ?? true
      {
        return .nobody(.otherPerson)
      }
    }
    return read(candidates, lower..<name.upperBound, title: title, around, memory)
  }

  private func read(
    _ candidates: ArraySlice<NameIndex.Candidate>, _ name: Range<Int>,
    title: NameSurroundings.Word?, _ around: NameSurroundings, _ memory: Memory
  ) -> SurnameReading {
    let lower = name.lowerBound
    var known: EntityID?
    var knownCount = 0
    for candidate in candidates where candidate.role == .surname {
      guard memory.named.contains(candidate.entity) else { continue }
      known = candidate.entity
      knownCount += 1
    }
    if knownCount == 1, let known {
      return .person(
        known, lower: lower, memory.isHeadline ? .surnameInHeadline : .surnameAfterName)
    }
    let words = title.map { word in
      NamedPerson.words(
        names.folding.folded(String(decoding: around.text[word.range], as: UTF8.self)))
    }
    // Who held the office that the title names, or any, on the day of the text.
    if let date = memory.date,
      let holder = sole(
        candidates,
        where: { person in
          person.offices.contains { office in
            !office.days.isAlways && office.days.overlaps(date)
              && (words.map { $0.allSatisfy(office.words.contains) } ?? true)
          }
        })
    {
      return .person(holder, lower: lower, .officeHolder)
    }
    let surnames = candidates.filter { $0.role == .surname }
    guard surnames.count == 1, let only = surnames.first else {
      return .nobody(knownCount > 1 ? .sharedSurname : .unknownSurname)
    }
    guard title != nil else {
      let next = around.packedWord(after: name.upperBound)
      return ContextWords.governments.contains(next)
        ? .person(only.entity, lower: lower, .surnameOfGovernment) : .nobody(.unknownSurname)
    }
    // A title that the person is known to have had at another time names somebody else.
    if let date = memory.date, only.person >= 0, let words {
      let offices = names.people[Int(only.person)].offices.filter { office in
        words.allSatisfy(office.words.contains)
      }
      if !offices.isEmpty, !offices.contains(where: { $0.days.overlaps(date) }) {
        return .nobody(.outOfDate)
      }
    }
    return .person(only.entity, lower: lower, .surnameWithTitle)
  }

  /// The only person among the candidates of which `isMeant` holds.
  private func sole(
    _ candidates: ArraySlice<NameIndex.Candidate>, where isMeant: (NamedPerson) -> Bool
  ) -> EntityID? {
    var found: EntityID?
    for candidate in candidates where candidate.person >= 0 {
      guard isMeant(names.people[Int(candidate.person)]) else { continue }
      if let found, found != candidate.entity { return nil }
      found = candidate.entity
    }
    return found
  }

  /// The person of whose given names `word` is one; `lower` moves to where the given names begin.
  private func person(
    of candidates: ArraySlice<NameIndex.Candidate>, before lower: inout Int,
    from word: NameSurroundings.Word, _ around: NameSurroundings
  ) -> EntityID? {
    let text = around.text
    func folded(_ word: NameSurroundings.Word) -> [UInt8] {
      names.folding.folded(String(decoding: text[word.range], as: UTF8.self))
    }
    let given = folded(word)
    guard let person = sole(candidates, where: { $0.givenNames.contains(given) }) else {
      return nil
    }
    lower = word.range.lowerBound
    // “Recep T. Erdoğan” and longer names are rare: three words are enough.
    for _ in 0..<2 {
      guard let next = around.word(before: lower), next.isCapitalised, !next.hasStop else { break }
      let words = folded(next)
      guard sole(candidates, where: { $0.givenNames.contains(words) }) == person else { break }
      lower = next.range.lowerBound
    }
    return person
  }
}
