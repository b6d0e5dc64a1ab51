/// Two utterances of which a person said whether they render one statement.
package struct DecidedPair: Sendable, Hashable {
  /// Indices of the utterances.
  package let first: Int
  package let second: Int
  package let isSame: Bool

  package init(first: Int, second: Int, isSame: Bool) {
    self.first = first
    self.second = second
    self.isSame = isSame
  }
}

/// Sets of utterances that grow together, but for those that are to be kept apart (Tarjan 1975 for the sets;
/// of two lists of what is kept apart the shorter is looked through and moved).
struct UtteranceForest {
  private var parent: [Int]
  /// By root: the elements from which the set is kept apart.
  private var apart: [Int: [Int]] = [:]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }

  /// Keeps two apart that are not together yet.
  mutating func part(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    guard first != second else { return }
    apart[first, default: []].append(other)
    apart[second, default: []].append(one)
  }

  /// Joins the sets of two; false where they are kept apart. O(log elements), amortised, beside what is kept
  /// apart from the smaller.
  @discardableResult
  mutating func join(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (root(one), root(other))
    guard first != second else { return true }
    let (low, high) = (min(first, second), max(first, second))
    if !apart.isEmpty, let lowApart = apart[low], let highApart = apart[high] {
      let isLowShorter = lowApart.count < highApart.count
      let (shorter, target) = isLowShorter ? (lowApart, high) : (highApart, low)
      for element in shorter where root(element) == target { return false }
      apart[low] = isLowShorter ? highApart + shorter : lowApart + shorter
      apart[high] = nil
    } else if let highApart = apart[high] {
      apart[low] = highApart
      apart[high] = nil
    }
    parent[high] = low
    return true
  }
}
