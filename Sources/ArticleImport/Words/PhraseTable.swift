/// A closed list of phrases, compared word by word without regard to case and punctuation.
struct PhraseTable: Sendable {
  private var byFirst: [UInt64: [[UInt64]]] = [:]

  /// `text`: phrases between commas; a line end is a space.
  init(_ text: String) {
    for part in text.split(separator: ",") {
      let phrase = WordHash.phrase(String(part))
      guard let first = phrase.first else { continue }
      byFirst[first, default: []].append(phrase)
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.count > $1.count } }
  }

  /// How many words of the longest phrase start at word `index`, 0 for none.
  func match(_ words: ArraySlice<Word>, at index: Int) -> Int {
    guard index < words.endIndex, let phrases = byFirst[words[index].hash] else { return 0 }
    for phrase in phrases where phrase.count <= words.endIndex - index {
      var offset = 1
      while offset < phrase.count, words[index + offset].hash == phrase[offset] { offset += 1 }
      if offset == phrase.count { return offset }
    }
    return 0
  }

  /// Whether the words are exactly one phrase.
  func isWhole(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, let phrases = byFirst[first.hash] else { return false }
    return phrases.contains { $0.count == words.count && match(words, $0) }
  }

  func starts(_ words: ArraySlice<Word>) -> Bool { match(words, at: words.startIndex) > 0 }

  func occurs(in words: ArraySlice<Word>) -> Bool {
    words.indices.contains { match(words, at: $0) > 0 }
  }

  /// Whether every word belongs to some phrase; numbers may stand between.
  func covers(_ words: ArraySlice<Word>) -> Bool {
    var index = words.startIndex
    var found = false
    while index < words.endIndex {
      let count = match(words, at: index)
      if count > 0 {
        found = true
        index += count
      } else if words[index].isNumber {
        index += 1
      } else {
        return false
      }
    }
    return found
  }

  private func match(_ words: ArraySlice<Word>, _ phrase: [UInt64]) -> Bool {
    for (offset, hash) in phrase.enumerated() where words[words.startIndex + offset].hash != hash {
      return false
    }
    return true
  }
}
