package import FileTree

/// Which paragraphs of a reading of today are those that were frozen.
///
/// In a capture whose bytes are the same, a paragraph is its bytes; where the rules bound it otherwise,
/// its text. In a capture with other bytes it is its text alone: the hash is all that is left of it.
package struct ParagraphMatch: Sendable {
  /// For each frozen paragraph the index of today's; nil for one that is none today.
  package let today: [Int?]
  /// SHA-256 of the text of each paragraph of today.
  package let digests: [Digest]

  /// O(paragraphs + their text).
  package init(
    _ frozen: [FrozenReading.Paragraph], with paragraphs: [Article.Paragraph], isSameCapture: Bool
  ) {
    let digests = paragraphs.map { Digest.of($0.text) }
    self.digests = digests
    var today = [Int?](repeating: nil, count: frozen.count)
    // Mostly nothing has moved, and nothing need be looked up.
    if frozen.count == paragraphs.count,
      frozen.indices.allSatisfy({
        frozen[$0].digest == digests[$0] && frozen[$0].number == paragraphs[$0].number
          && frozen[$0].series == paragraphs[$0].series
          && (!isSameCapture || frozen[$0].bytes == paragraphs[$0].bytes)
      })
    {
      self.today = Array(paragraphs.indices)
      return
    }
    var isTaken = [Bool](repeating: false, count: paragraphs.count)
    func pair<Key: Hashable>(
      _ frozenKey: (Int) -> Key?, _ todayKey: (Int) -> Key, sharing: Bool = false
    ) {
      var waiting: [Key: (indices: [Int], next: Int)] = [:]
      for index in paragraphs.indices where sharing || !isTaken[index] {
        waiting[todayKey(index), default: ([], 0)].indices.append(index)
      }
      for index in frozen.indices where today[index] == nil {
        guard let key = frozenKey(index), let found = waiting[key] else { continue }
        // Of equal texts the first stands for the first. One left over stands for the last: whoever
        // cites it reads the same words there.
        guard found.next < found.indices.count || sharing, let last = found.indices.last else {
          continue
        }
        let match = found.next < found.indices.count ? found.indices[found.next] : last
        waiting[key]?.next += 1
        today[index] = match
        isTaken[match] = true
      }
    }
    struct Text: Hashable {
      let digest: Digest
      let series: Citation.Locator.Series
    }
    if isSameCapture {
      pair({ frozen[$0].standing == .lost ? nil : frozen[$0].bytes }, { paragraphs[$0].bytes })
    }
    pair(
      { Text(digest: frozen[$0].digest, series: frozen[$0].series) },
      { Text(digest: digests[$0], series: paragraphs[$0].series) })
    // A rule may take for a footnote what was a paragraph.
    pair({ frozen[$0].digest }, { digests[$0] })
    if !isSameCapture { pair({ frozen[$0].digest }, { digests[$0] }, sharing: true) }
    self.today = today
  }
}
