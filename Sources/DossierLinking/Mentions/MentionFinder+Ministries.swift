import DossierModel
import PhraseMatching

extension MentionFinder {
  /// Settles whose the ministries are that the text calls by their bare names (`memory.ministries`), once
  /// all else in it is read: the state that stands beside the name, or else the only one that the sentence
  /// names, or else the paragraph, or else the dateline. O(ministries + names + range).
  func settleMinistries(in text: [UInt8], _ range: Range<Int>, memory: inout Memory) {
    let matches = memory.ministries
    memory.ministries.removeAll(keepingCapacity: true)
    let around = NameSurroundings(text: text, range: range)
    let sentences = Sentences(text, range, names: memory.matches.lazy.map { $0.lower..<$0.upper })
    let states = memory.found.filter { names.states.contains($0.entity) }
    let inParagraph = OnlyState(states[...])
    var settled: [Found] = []
    // Names and sentences are ascending, as the ministries are: each is passed once.
    var next = 0
    var passed = 0
    var sentence = range.lowerBound..<range.lowerBound
    var inSentence = OnlyState([])
    for match in matches {
      while next < memory.found.count, memory.found[next].lower < match.lower { next += 1 }
      let owner: EntityID?
      switch neighbour(
        of: match, before: next > 0 ? memory.found[next - 1] : nil,
        behind: next < memory.found.count ? memory.found[next] : nil, around)
      {
      case .state(let state): owner = state
      case .somethingElse: owner = nil
      case .nothing:
        if match.lower >= sentence.upperBound {
          sentence = sentences.sentence(at: match.lower, in: text)
          while passed < states.count, states[passed].lower < sentence.lowerBound { passed += 1 }
          inSentence = OnlyState(states[passed...].prefix { $0.lower < sentence.upperBound })
        }
        let only = inSentence.isNone ? inParagraph : inSentence
        owner =
          only.isNone
          ? memory.dateline
          : memory.dateline.map { $0 == only.state ? $0 : nil } ?? only.state
      }
      let meaning = names.meanings[Int(match.form)]
      let candidates = names.candidates[
        Int(meaning.first)..<Int(meaning.first + meaning.count)]
      let owned = candidates.filter { $0.owner == owner }
      if owner != nil, owned.count == 1 {
        settled.append(
          Found(
            entity: owned[0].entity, lower: match.lower, upper: match.upper,
            rule: .ministryOfState))
      } else if memory.notesAbstentions {
        memory.leftAlone.append(
          LeftAlone(
            lower: match.lower, upper: match.upper, reason: .unsettledMinistry,
            candidates: candidates.map(\.entity)))
      }
    }
    memory.leftAlone.sort { $0.lower < $1.lower }
    guard !settled.isEmpty else { return }
    for found in settled { memory.named.insert(found.entity) }
    memory.found += settled
    memory.found.sort { $0.lower < $1.lower }
  }

  /// What stands beside a ministry's name as its owner.
  private enum Neighbour {
    case nothing
    case state(EntityID)
    /// What is no state, or not known.
    case somethingElse
  }

  /// What stands directly before the name (“Russia’s Foreign Ministry”) or behind it (“the Foreign
  /// Ministry of Russia”).
  private func neighbour(
    of match: PhraseMatch, before: Found?, behind: Found?, _ around: NameSurroundings
  ) -> Neighbour {
    func read(_ found: Found) -> Neighbour {
      names.states.contains(found.entity) ? .state(found.entity) : .somethingElse
    }
    if let before, before.upper <= match.lower,
      around.endOfPossessive(at: before.upper) == around.endBeforeSpace(match.lower)
    {
      return read(before)
    }
    if let link = around.endOfGenitive(at: match.upper) {
      guard let behind, behind.lower == link else { return .somethingElse }
      return read(behind)
    }
    if let word = around.word(before: match.lower), word.isCapitalised,
      !ContextWords.openers.contains(word.packed)
    {
      return .somethingElse
    }
    return .nothing
  }

  /// The state that some names have in common.
  private struct OnlyState {
    /// Whether no state is named.
    let isNone: Bool
    /// The only one; nil for none and for several.
    let state: EntityID?

    init(_ names: ArraySlice<Found>) {
      isNone = names.isEmpty
      let first = names.first?.entity
      state = names.allSatisfy { $0.entity == first } ? first : nil
    }
  }
}
