/// The sentences of a running text, found by punctuation.
struct Sentences {
  /// Where sentences begin, as UTF-8 offsets, ascending; the first is the text's beginning.
  private(set) var starts: [Int]
  private let end: Int

  /// Words with a full stop that ends no sentence, folded to lower case.
  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "st", "no", "vs", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "ca", "cf",
    "e.g", "i.e", "u.s", "u.n", "u.k", "e.u", "p", "pp", "art", "fig", "vol", "gov", "sen", "rep",
  ]

  /// Those without a full stop inside, `packed`.
  private static let lowerCaseAbbreviations = Set(abbreviations.map { packed($0.utf8) })

  /// Up to eight bytes as one number.
  private static func packed(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// - Parameter names: what is one name each, ascending by its beginning: “Yahoo! Japan” ends no
  ///   sentence within.
  ///
  /// O(length + names).
  init(_ text: [UInt8], _ range: Range<Int>, names: some Sequence<Range<Int>> = []) {
    var names = names.makeIterator()
    var name = names.next()
    starts = [range.lowerBound]
    end = range.upperBound
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      else {
        index += 1
        continue
      }
      var next = index + 1
      // Closing quotation marks and brackets belong to the sentence: ” is E2 80 9D, ’ E2 80 99.
      while next < range.upperBound {
        if text[next] == UInt8(ascii: "\"") || text[next] == UInt8(ascii: ")")
          || text[next] == UInt8(ascii: "'") || text[next] == UInt8(ascii: "]")
        {
          next += 1
        } else if next + 2 < range.upperBound, text[next] == 0xE2, text[next + 1] == 0x80,
          text[next + 2] == 0x9D || text[next + 2] == 0x99
        {
          next += 3
        } else {
          break
        }
      }
      let afterMark = next
      while next < range.upperBound, text[next] == 0x20 || text[next] == 0x0A { next += 1 }
      if next > afterMark, next < range.upperBound, !Self.isLower(text[next]),
        byte != UInt8(ascii: ".") || !Self.isAbbreviation(text, before: index, from: starts)
      {
        while let current = name, current.upperBound <= next { name = names.next() }
        if name.map({ $0.lowerBound >= next }) ?? true { starts.append(next) }
      }
      index = max(next, index + 1)
    }
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  /// Whether the word before a full stop is an abbreviation or an initial.
  private static func isAbbreviation(_ text: [UInt8], before stop: Int, from starts: [Int]) -> Bool
  {
    let floor = max(starts.last ?? 0, stop - 12)
    var lower = stop
    while lower > floor, text[lower - 1] != 0x20, text[lower - 1] != 0x0A { lower -= 1 }
    // Most sentences end in a plain word, longer than any abbreviation.
    guard stop - lower <= 8 || text[lower..<stop].contains(UInt8(ascii: ".")) else { return false }
    // Nearly all are plain words of ASCII letters, and a lower-case first letter is no initial's.
    if stop - lower > 1, text[lower..<stop].allSatisfy({ isLower($0) }) {
      return lowerCaseAbbreviations.contains(packed(text[lower..<stop]))
    }
    let scalars = String(decoding: text[lower..<stop], as: UTF8.self).unicodeScalars
    // Opening quotation marks and brackets stand before the word.
    let word = String(scalars.drop { !$0.properties.isAlphabetic })
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    let areInitials = parts.allSatisfy { part in
      guard let first = part.unicodeScalars.first else { return false }
      return first.properties.isUppercase && part.count == 1
    }
    return areInitials || abbreviations.contains(word.lowercased())
  }

  /// The sentence that `offset` lies in, without the space behind it. O(log sentences).
  func sentence(at offset: Int, in text: [UInt8]) -> Range<Int> {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var upper = low + 1 < starts.count ? starts[low + 1] : end
    while upper > starts[low], text[upper - 1] == 0x20 || text[upper - 1] == 0x0A { upper -= 1 }
    return starts[low]..<upper
  }
}
