import DossierModel
import PhraseMatching

extension MentionFinder {
  /// Settles a name whose meaning depends on its context, its document's date, or both.
  func choose(
    _ meaning: NameIndex.Meaning, _ match: PhraseMatch, in text: [UInt8], _ range: Range<Int>,
    memory: inout Memory
  ) -> Found? {
    let candidates = names.candidates[
      Int(meaning.first)..<Int(meaning.first + meaning.count)]
    let name = match.lower..<match.upper
    func leave(_ reason: NameAbstention) -> Found? {
      if memory.notesAbstentions {
        memory.leftAlone.append(
          LeftAlone(
            lower: match.lower, upper: match.upper, reason: reason,
            candidates: candidates.map(\.entity)))
      }
      return nil
    }
    guard meaning.kind == .choice else { return leave(.ambiguousName) }
    if candidates.first?.role == .ministry {
      memory.ministries.append(match)
      return nil
    }
    var metonyms = Sole()
    var literal = Sole()
    var plain = Sole()
    var hasSurname = false
    var isGuarded = false
    for candidate in candidates {
      // Without a date of its own a text is of all times.
      if let date = memory.date, !candidate.days.overlaps(date) { continue }
      isGuarded = isGuarded || candidate.isGuarded
      switch candidate.role {
      case .surname: hasSurname = true
      case .metonym: metonyms.take(candidate)
      case .ministry: break
      case .name: if candidate.isPlace { literal.take(candidate) } else { plain.take(candidate) }
      }
    }
    let around = NameSurroundings(text: text, range: range)
    if !metonyms.isEmpty, plain.isEmpty {
      if around.isLiteralPlace(name) {
        if around.isDateline(name) { memory.dateline = metonyms.candidate?.entity }
        guard !literal.isEmpty else { return leave(.literalCapital) }
        guard let city = literal.candidate else { return leave(.ambiguousName) }
        return Found(
          entity: city.entity, lower: name.lowerBound, upper: name.upperBound, rule: .literalPlace)
      }
      if isGuarded, isPartOfLongerName(name, around, memory) { return leave(.longerName) }
      guard let state = metonyms.candidate else { return leave(.ambiguousName) }
      return Found(
        entity: state.entity, lower: name.lowerBound, upper: name.upperBound, rule: state.rule)
    }
    plain.merge(literal)
    if !plain.isEmpty {
      if isGuarded, isPartOfLongerName(name, around, memory) { return leave(.longerName) }
      guard let only = plain.candidate else { return leave(.ambiguousName) }
      return Found(
        entity: only.entity, lower: name.lowerBound, upper: name.upperBound, rule: only.rule)
    }
    guard hasSurname else { return leave(.outOfDate) }
    switch surname(name, candidates, around, &memory) {
    case .person(let entity, let lower, let rule):
      return Found(entity: entity, lower: lower, upper: name.upperBound, rule: rule)
    case .nobody(let reason):
      if reason != .otherPerson { memory.missesSurname = true }
      return leave(reason)
    }
  }

  /// Whether a name of the built-in list stands beside a capitalised word that belongs to it as far as
  /// anyone can tell: “Washington Herald”, “Michael Jordan”. In a headline capitals say nothing.
  private func isPartOfLongerName(
    _ name: Range<Int>, _ around: NameSurroundings, _ memory: Memory
  ) -> Bool {
    guard !memory.isHeadline else { return false }
    if around.isBeforeCapital(at: name.upperBound) {
      // “Moscow President Putin” is no name, nor is a name that is known itself.
      guard memory.next < memory.matches.count else { return true }
      return memory.matches[memory.next].lower != name.upperBound + 1
    }
    guard let word = around.word(before: name.lowerBound), word.isCapitalised, !word.hasStop,
      !word.isPossessive, !ContextWords.openers.contains(word.packed)
    else { return false }
    // A word that is a name itself, and one that begins a sentence, are no part of this one.
    if let last = memory.found.last, last.upper == word.range.upperBound { return false }
    return !around.beginsSentence(word.range.lowerBound)
  }
}

/// The only candidate of several that agree on the entity; none where they do not.
private struct Sole {
  private(set) var candidate: NameIndex.Candidate?
  private var isSeveral = false

  var isEmpty: Bool { candidate == nil && !isSeveral }

  mutating func take(_ other: NameIndex.Candidate) {
    guard !isSeveral else { return }
    if let candidate, candidate.entity != other.entity {
      self.candidate = nil
      isSeveral = true
    } else if candidate == nil {
      candidate = other
    }
  }

  mutating func merge(_ other: Sole) {
    if other.isSeveral {
      candidate = nil
      isSeveral = true
    } else if let candidate = other.candidate {
      take(candidate)
    }
  }
}
