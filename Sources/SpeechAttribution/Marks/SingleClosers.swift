/// The marks of a paragraph that may close a single quote: a letter or a full stop before them, and no
/// letter behind. An apostrophe inside a word is none.
struct SingleClosers {
  private struct Candidate {
    let lower: Int
    let upper: Int
    /// Whether punctuation stands beside it. A bare `voters’` may be a possessive.
    let isStrong: Bool
    /// Whether it follows an `s`.
    let mayBePossessive: Bool
  }

  private let bytes: [UInt8]
  private var candidates: [Candidate]?
  private var openers: [Int] = []
  private var next = 0
  private var nextOpener = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The closing mark of a quote whose text begins at `start`; nil where there is none. Starts must
  /// ascend; all calls together take O(bytes).
  mutating func closer(from start: Int) -> (lower: Int, upper: Int)? {
    let all = candidates ?? collect()
    candidates = all
    while next < all.count, all[next].lower <= start { next += 1 }
    guard next < all.count else { return nil }
    let first = all[next]
    guard first.mayBePossessive, !first.isStrong else { return (first.lower, first.upper) }
    while nextOpener < openers.count, openers[nextOpener] < start { nextOpener += 1 }
    let limit = nextOpener < openers.count ? openers[nextOpener] : bytes.count
    var index = next + 1
    while index < all.count, all[index].lower < limit {
      if all[index].isStrong {
        next = index
        return (all[index].lower, all[index].upper)
      }
      index += 1
    }
    return (first.lower, first.upper)
  }

  private mutating func collect() -> [Candidate] {
    var result: [Candidate] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x27 || bytes[index] == 0xE2,
        let mark = QuoteMark.at(index, in: bytes)
      else {
        index += 1
        continue
      }
      let upper = index + mark.length
      if mark.kind == .apostrophe || mark.kind == .singleClose, index > 0,
        !Surroundings.isAlphanumeric(bytes, at: upper), !endsInSpace(index)
      {
        let before = bytes[index - 1]
        let after = upper < bytes.count ? bytes[upper] : 0x2E
        result.append(
          Candidate(
            lower: index, upper: upper,
            isStrong: Self.isPunctuation(before) || Self.isPunctuation(after),
            mayBePossessive: before | 0x20 == 0x73))
      } else if mark.kind == .apostrophe || mark.kind == .singleOpen,
        Surroundings.opens(bytes, lower: index, upper: upper)
      {
        openers.append(index)
      }
      index = upper
    }
    return result
  }

  private func endsInSpace(_ index: Int) -> Bool {
    let before = bytes[index - 1]
    return before == 0x20 || before &- 9 < 5
      || before == 0xA0 && index > 1 && bytes[index - 2] == 0xC2
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x21, 0x3F, 0x3B, 0x3A, 0x29, 0x22: return true
    default: return false
    }
  }
}
