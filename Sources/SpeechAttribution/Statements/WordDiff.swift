/// Two renderings of one utterance, word by word.
package struct WordDiff: Sendable, Hashable {
  /// What happened to some words.
  package enum Change: String, Sendable, Hashable {
    /// In both, but for case and punctuation.
    case same
    /// In the first only.
    case deleted
    /// In the second only.
    case inserted
  }

  /// Words in a row with the same fate.
  package struct Run: Sendable, Hashable {
    package let change: Change
    /// Bytes of the first text, from the first word's start to the last one's end; empty, at the
    /// place where the words are missing, for `inserted`.
    package let left: Range<Int>
    /// Bytes of the second text; empty for `deleted`.
    package let right: Range<Int>
  }

  /// In order; of a replacement what is deleted comes first.
  package let runs: [Run]

  /// Compares by a longest common subsequence of words (Hirschberg 1975 for the notion; a table here).
  /// `limit` bounds the table: where the words between the common beginning and end would need more
  /// cells, they count as replaced. O(bytes + limit).
  package init(left: [UInt8], right: [UInt8], limit: Int = 1_000_000) {
    let first = UtteranceWords.words(of: left, dropsInsertions: false)
    let second = UtteranceWords.words(of: right, dropsInsertions: false)
    var start = 0
    while start < min(first.count, second.count), first[start].hash == second[start].hash {
      start += 1
    }
    var (endLeft, endRight) = (first.count, second.count)
    while endLeft > start, endRight > start, first[endLeft - 1].hash == second[endRight - 1].hash {
      endLeft -= 1
      endRight -= 1
    }
    var steps: [Change] = Array(repeating: .same, count: start)
    steps += Self.middle(
      first[start..<endLeft].map(\.hash), second[start..<endRight].map(\.hash), limit: limit)
    steps += Array(repeating: .same, count: first.count - endLeft)
    runs = Self.runs(steps, first, second)
  }

  private static func middle(_ first: [UInt64], _ second: [UInt64], limit: Int) -> [Change] {
    let (rows, columns) = (first.count, second.count)
    let replaced =
      Array(repeating: Change.deleted, count: rows)
      + Array(repeating: Change.inserted, count: columns)
    guard rows > 0, columns > 0, rows <= limit / columns else { return replaced }
    // lengths[i][j]: the longest common subsequence of what follows i and j.
    let width = columns + 1
    var lengths = [Int32](repeating: 0, count: (rows + 1) * width)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let cell = row * width + column
        lengths[cell] =
          first[row] == second[column]
          ? lengths[cell + width + 1] + 1 : max(lengths[cell + width], lengths[cell + 1])
      }
    }
    var steps: [Change] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let cell = row * width + column
      if first[row] == second[column] {
        steps.append(.same)
        row += 1
        column += 1
      } else if lengths[cell + width] >= lengths[cell + 1] {
        steps.append(.deleted)
        row += 1
      } else {
        steps.append(.inserted)
        column += 1
      }
    }
    steps += Array(repeating: .deleted, count: rows - row)
    steps += Array(repeating: .inserted, count: columns - column)
    return steps
  }

  private static func runs(
    _ steps: [Change], _ first: [UtteranceWords.Word], _ second: [UtteranceWords.Word]
  ) -> [Run] {
    var result: [Run] = []
    var (left, right, index) = (0, 0, 0)
    func place(_ words: [UtteranceWords.Word], _ lower: Int, _ upper: Int) -> Range<Int> {
      if lower < upper { return words[lower].range.lowerBound..<words[upper - 1].range.upperBound }
      let at = lower > 0 ? words[lower - 1].range.upperBound : 0
      return at..<at
    }
    while index < steps.count {
      let change = steps[index]
      let (fromLeft, fromRight) = (left, right)
      while index < steps.count, steps[index] == change {
        if change != .inserted { left += 1 }
        if change != .deleted { right += 1 }
        index += 1
      }
      result.append(
        Run(
          change: change, left: place(first, fromLeft, left),
          right: place(second, fromRight, right)))
    }
    return result
  }
}
