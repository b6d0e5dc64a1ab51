import DossierModel
import PhraseMatching

extension MentionFinder {
  /// Takes in a short form in brackets behind a name, `Long Form (LF)`, also behind its possessive. It is
  /// one if its letters occur in the name in their order, the first at the beginning of a word: Schwartz
  /// and Hearst, *A simple algorithm for identifying abbreviation definitions in biomedical text*, 2003.
  func introduceAcronym(
    for found: Found, in text: [UInt8], _ range: Range<Int>, next: Int, memory: inout Memory
  ) {
    switch found.rule {
    case .demonym, .stateDemonym, .metonym, .stateMetonym, .introducedAcronym, .acronym: return
    default: break
    }
    let around = NameSurroundings(text: text, range: range)
    let open = around.endOfPossessive(at: found.upper)
    guard open + 4 < range.upperBound, text[open] == 0x20, text[open + 1] == UInt8(ascii: "(")
    else { return }
    let start = open + 2
    var end = start
    var capitals = 0
    while end < range.upperBound, end - start <= 10, NameSurroundings.isLetter(text[end]) {
      if (0x41...0x5A).contains(text[end]) { capitals += 1 }
      end += 1
    }
    guard end < range.upperBound, text[end] == UInt8(ascii: ")"), (2...10).contains(end - start),
      capitals >= 2, memory.acronyms.count < 64
    else { return }
    let letters = Array(text[start..<end])
    guard Self.isShortForm(letters, of: text[found.lower..<found.upper]) else { return }
    // A short form that already means this needs no binding.
    let known = memory.matches[next...].prefix(2).contains { match in
      guard match.lower == start, match.upper == end, Int(match.form) < names.meanings.count
      else { return false }
      let meaning = names.meanings[Int(match.form)]
      return meaning.kind == .one && meaning.entity == found.entity
    }
    guard !known, !memory.acronyms.contains(where: { $0.letters == letters }) else { return }
    memory.acronyms.append(IntroducedAcronym(letters: letters, entity: found.entity))
    insertAcronyms(in: text, start..<range.upperBound, behind: next, memory: &memory)
  }

  /// Whether the letters of `short` occur in `long` from right to left, the first at a word's beginning.
  static func isShortForm(_ short: [UInt8], of long: ArraySlice<UInt8>) -> Bool {
    guard short.count < long.count else { return false }
    var index = long.endIndex
    for position in short.indices.reversed() {
      let letter = short[position] | 0x20
      var isFound = false
      while index > long.startIndex {
        index -= 1
        guard long[index] | 0x20 == letter else { continue }
        if position == 0, index > long.startIndex,
          NameSurroundings.isLetter(long[index - 1]) || long[index - 1] >= 0x80
        {
          continue
        }
        isFound = true
        break
      }
      guard isFound else { return false }
    }
    return true
  }

  /// Puts the occurrences of introduced short forms in `text[range]` among the matches from `index` on.
  /// Of two that overlap the one further left wins, then the longer, then the introduced one.
  /// O(range × short forms): documents introduce few.
  func insertAcronyms(
    in text: [UInt8], _ range: Range<Int>, behind index: Int, memory: inout Memory
  ) {
    var added: [PhraseMatch] = []
    for (number, acronym) in memory.acronyms.enumerated() {
      let length = acronym.letters.count
      guard let first = acronym.letters.first else { continue }
      var start = range.lowerBound
      while start + length <= range.upperBound {
        guard text[start] == first,
          start == range.lowerBound || !NameSurroundings.isLetter(text[start - 1]),
          start + length == text.count || !NameSurroundings.isLetter(text[start + length]),
          text[start..<(start + length)].elementsEqual(acronym.letters)
        else {
          start += 1
          continue
        }
        added.append(
          PhraseMatch(
            lower: start, upper: start + length, form: Int32(names.meanings.count + number)))
        start += length
      }
    }
    guard !added.isEmpty else { return }
    added += memory.matches[index...]
    added.sort { ($0.lower, -$0.upper, -$0.form) < ($1.lower, -$1.upper, -$1.form) }
    memory.matches.removeSubrange(index...)
    var end = Int.min
    for match in added where match.lower >= end {
      memory.matches.append(match)
      end = match.upper
    }
  }
}
