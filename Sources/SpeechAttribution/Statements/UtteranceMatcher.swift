/// Finds the same utterance across documents.
///
/// Translations and editors change words; what stays are runs of them. So utterances are compared by
/// the word bigrams they share, as a part of the shorter one's (containment; Broder, “On the
/// resemblance and containment of documents”, 1997), after bracketed insertions are dropped and case
/// and punctuation folded. The thresholds are those of the measurements that this project's anchors
/// report: renderings of one utterance share .54 and more, different ones .05 and less.
package struct UtteranceMatcher: Sendable {
  /// From here on two utterances of one speaker are one statement.
  package var minimumContainment = 0.4
  /// From here on they are worth an editor's look.
  package var reviewContainment = 0.2
  /// Fewer shared bigrams prove nothing.
  package var minimumShared = 4
  /// How many days may lie between them, where both are dated.
  package var maximumDays: Int32 = 7
  /// With how many earlier utterances that hold a bigram an utterance is compared for its sake. Keeps
  /// the cost linear where thousands share a phrase; such a cluster still hangs together, since each
  /// is linked to those just before it.
  package var neighbours = 64

  package init() {}

  private struct Entry {
    let bigrams: [UInt64]
    let index: Int
  }

  /// What is the same. The result does not depend on the order of equal days or on hashing.
  /// O(bigrams × neighbours).
  ///
  /// - Parameter decided: pairs that a person declared to render one statement, or two. What is declared
  ///   two is never in one cluster, whatever else links it; in doubt the earlier link holds.
  package func matches(
    among utterances: [Utterance], decided: [DecidedPair] = []
  ) -> UtteranceMatches {
    var sets: [[UInt64]] = []
    sets.reserveCapacity(utterances.count)
    for utterance in utterances { sets.append(Self.bigrams(of: utterance.text)) }
    // By day, so that the neighbours in a list are those nearest in time.
    let order = utterances.indices.sorted {
      (utterances[$0].day ?? .max, $0) < (utterances[$1].day ?? .max, $1)
    }
    var postings: [UInt64: [Int]] = [:]
    var pairs: [UtterancePair] = []
    for index in order {
      var hits: [Int: Int] = [:]
      for bigram in sets[index] {
        if let list = postings[bigram] {
          for other in list.suffix(neighbours) { hits[other, default: 0] += 1 }
        }
        postings[bigram, default: []].append(index)
      }
      for (other, count) in hits where count >= minimumShared {
        guard mayBeSame(utterances[index], utterances[other]) else { continue }
        let shared = Self.sharedCount(sets[index], sets[other])
        let containment = Double(shared) / Double(min(sets[index].count, sets[other].count))
        guard containment >= reviewContainment else { continue }
        pairs.append(
          UtterancePair(
            first: min(index, other), second: max(index, other), shared: shared,
            containment: containment))
      }
    }
    pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    return clusters(of: pairs, utterances, decided)
  }

  /// Unknown days and unknown speakers exclude nothing.
  private func mayBeSame(_ one: Utterance, _ other: Utterance) -> Bool {
    if let speaker = one.speaker, let second = other.speaker, speaker != second { return false }
    guard let day = one.day, let second = other.day else { return true }
    return abs(Int(day) - Int(second)) <= Int(maximumDays)
  }

  private func clusters(
    of pairs: [UtterancePair], _ utterances: [Utterance], _ decided: [DecidedPair]
  ) -> UtteranceMatches {
    var forest = UtteranceForest(count: utterances.count)
    for pair in decided where !pair.isSame { forest.part(pair.first, pair.second) }
    for pair in decided where pair.isSame { forest.join(pair.first, pair.second) }
    let isDecided = Set(decided.map { [min($0.first, $0.second), max($0.first, $0.second)] })
    var links: [UtterancePair] = []
    var others: [UtterancePair] = []
    for pair in pairs {
      let speaker = utterances[pair.first].speaker
      if isDecided.contains([pair.first, pair.second]) {
        if forest.root(pair.first) == forest.root(pair.second) { links.append(pair) }
      } else if pair.containment >= minimumContainment, speaker != nil,
        speaker == utterances[pair.second].speaker
      {
        if forest.join(pair.first, pair.second) { links.append(pair) }
      } else {
        others.append(pair)
      }
    }
    var members: [Int: [Int]] = [:]
    for index in utterances.indices { members[forest.root(index), default: []].append(index) }
    let clusters = members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    return UtteranceMatches(
      clusters: clusters, links: links,
      candidates: others.filter { forest.root($0.first) != forest.root($0.second) })
  }

  /// The distinct bigrams of a text's words, ascending.
  static func bigrams(of text: [UInt8]) -> [UInt64] {
    let words = UtteranceWords.words(of: text, dropsInsertions: true)
    guard words.count > 1 else { return [] }
    var result: [UInt64] = []
    result.reserveCapacity(words.count)
    for index in 1..<words.count {
      let first = words[index - 1].hash
      result.append((first &* 0x9E37_79B9_7F4A_7C15) ^ (first >> 29) &+ words[index].hash)
    }
    result.sort()
    var distinct: [UInt64] = []
    for bigram in result where distinct.last != bigram { distinct.append(bigram) }
    return distinct
  }

  static func sharedCount(_ one: [UInt64], _ other: [UInt64]) -> Int {
    var (left, right, count) = (0, 0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] {
        count += 1
        left += 1
        right += 1
      } else if one[left] < other[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return count
  }
}
