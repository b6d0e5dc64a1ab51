/// Suggestions for a name that nobody knows: the known names that are spelt almost alike.
package enum NearMiss {
  /// The candidates nearest to `name`, at most `limit`, nearest first, equals in alphabetical order.
  ///
  /// Near means at most one edit for three letters, and never more than three (optimal string
  /// alignment distance over case-folded code points). O(candidates × length²).
  package static func matches(
    for name: String, in candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard wanted.count <= 100 else { return [] }
    let reach = min(3, max(1, wanted.count / 3))
    var found: [(distance: Int, name: String)] = []
    for candidate in Set(candidates) where candidate != name {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= reach else { continue }
      let distance = distance(wanted, other)
      if distance <= reach { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(limit).map(\.name)
  }

  /// `did you mean “a” or “b”?`, or nil where nothing is near.
  package static func question(
    for name: String, in candidates: some Sequence<String>
  ) -> String? {
    let near = matches(for: name, in: candidates).map { "“\($0)”" }
    guard let last = near.last else { return nil }
    guard near.count > 1 else { return "did you mean \(last)?" }
    return "did you mean \(near.dropLast().joined(separator: ", ")) or \(last)?"
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var row = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
