import DossierModel

/// A sentence of a capture as a review shows it: a few words, no more than it takes to decide.
enum ReviewExcerpt {
  /// How many words there are at most: half of what a passage may have where it is published.
  static let words = 25

  /// The words around a range within a sentence, `…` for what is left out. O(length of the text).
  static func text(_ text: String, around range: Range<Int>, sentence: Range<Int>? = nil) -> String
  {
    let bytes = Array(text.utf8)
    let all = Words.ranges(in: text)
    let sentence = sentence ?? 0..<bytes.count
    let inside = all.indices.filter {
      all[$0].lowerBound < sentence.upperBound && all[$0].upperBound > sentence.lowerBound
    }
    guard let first = inside.first, let last = inside.last else { return "" }
    let named = inside.filter { all[$0].overlaps(range) }
    let middle = named.first ?? first
    var lower = max(first, middle - words / 2)
    let upper = min(last, lower + words - 1)
    lower = max(first, min(lower, upper - words + 1))
    let start = max(all[lower].lowerBound, lower == first ? sentence.lowerBound : 0)
    let end = min(all[upper].upperBound, max(sentence.upperBound, start))
    return (lower > first ? "… " : "")
      + String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
      + (upper < last ? " …" : "")
  }
}
