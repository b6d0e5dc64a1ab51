/// The words of an utterance as they are compared: case, punctuation and bracketed insertions aside.
package struct SpokenWords: Sendable {
  private let words: [UInt64]
  private let bigrams: [UInt64]

  /// The words of UTF-8 text. O(bytes · log bytes).
  package init(_ text: [UInt8]) {
    words = UtteranceWords.words(of: text, dropsInsertions: true).map(\.hash)
    bigrams = UtteranceMatcher.bigrams(of: text)
  }

  /// How many words there are.
  package var count: Int { words.count }

  /// The same for the same words in the same order, on any machine and in any run.
  package var digest: UInt64 {
    words.reduce(Vocabulary.seed) { hash, word in
      (0..<8).reduce(hash) { Vocabulary.combine($0, UInt8(truncatingIfNeeded: word >> ($1 * 8))) }
    }
  }

  /// Whether one is a run of the other's words, or both share as many bigrams as renderings of one
  /// utterance do (`UtteranceMatcher`). O(words of both, times those of the shorter where they repeat).
  package func overlap(_ other: SpokenWords, by matcher: UtteranceMatcher = .init()) -> Bool {
    guard !words.isEmpty, !other.words.isEmpty else { return false }
    let shared = UtteranceMatcher.sharedCount(bigrams, other.bigrams)
    let containment = Double(shared) / Double(max(1, min(bigrams.count, other.bigrams.count)))
    if shared >= matcher.minimumShared, containment >= matcher.minimumContainment { return true }
    let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
    // Where not all bigrams of the shorter are shared, it is no run of the longer's words.
    guard shared == short.bigrams.count else { return false }
    return long.words.indices.dropLast(short.words.count - 1).contains {
      long.words[$0...].starts(with: short.words)
    }
  }
}
