/// How much a name says of the document that has it: a name of one word says most, a title more than an
/// alias.
enum NameList {
  static let codes = 12

  /// 0 to 5 for titles of 1 to 6 and more words, 6 to 11 for aliases.
  static func code(words: Int, isTitle: Bool) -> UInt8 {
    UInt8(max(1, min(words, 6)) - 1) + (isTitle ? 0 : 6)
  }
}

/// How much a term's count in a document says of it: the part of BM25 that depends on the document,
/// rounded to one of six steps.
struct Impact: Sendable {
  static let levels = 6
  static let k1 = 1.2
  static let b = 0.75

  private let averageLength: Double

  init(averageLength: Double) { self.averageLength = max(1, averageLength) }

  /// Level n stands for a weight of 0.4 + 0.3 n.
  func level(count: UInt32, length: UInt32) -> Int {
    let count = Double(count)
    let norm = 1 - Self.b + Self.b * Double(length) / averageLength
    let weight = count * (Self.k1 + 1) / (count + Self.k1 * norm)
    return max(0, min(Self.levels - 1, Int(((weight - 0.4) / 0.3).rounded())))
  }
}

/// All terms of the index in order, each with the documents that have it.
struct PostingLists: Sendable {
  /// What a run of neighbouring documents has.
  struct Run: Sendable {
    /// By term: the end of its run of `postings`.
    let ends: [Int]
    /// Document above bit 8, level below; ascending for each term.
    let postings: [UInt32]

    @inline(__always)
    subscript(term: Int) -> Range<Int> { (term == 0 ? 0 : ends[term - 1])..<ends[term] }
  }

  /// Terms in the order of their UTF-16, as JavaScript compares; the numbers below are positions here.
  let terms: [[UInt8]]
  /// In the order of the documents.
  let runs: [Run]
  let nameEnds: [Int]
  /// Document above bit 8, code below.
  let names: [UInt32]

  /// How many documents have a term. O(runs).
  func count(_ term: Int) -> Int { runs.reduce(0) { $0 + $1[term].count } }

  func names(_ term: Int) -> Range<Int> {
    (term == 0 ? 0 : nameEnds[term - 1])..<nameEnds[term]
  }
}
