/// The words and separators that coded text names by number, since they are frequent: chosen once for an
/// index, and loaded once by a reader.
struct TextDictionary: Sendable {
  /// As many as one character says.
  static let short = 27
  /// As many as one or two characters say.
  static let limit = short + 45 * 93
  /// How large the dictionary may be, in bytes.
  static let byteLimit = 30_000

  struct Unit: Sendable {
    /// The first letter of a word, if ASCII, in lower case.
    let bytes: [UInt8]
    let isWord: Bool
  }

  /// By number.
  let units: [Unit]

  /// Counts units of a sample of documents.
  struct Sample: Sendable {
    private var table = WordTable(capacity: 4096)
    private var counts: [Int] = []
    private var isWord: [Bool] = []
    private var bytes = 0
    private let scanner: WordScanner

    init(scanner: WordScanner) { self.scanner = scanner }

    /// O(length).
    mutating func add(_ document: SearchDocument) {
      for passage in document.passages {
        let text = passage.bytes.span
        scanner.scan(text, passage.range) { word in
          count(text, word.range, isWord: true)
        } separator: { space in
          let range = WordScanner.tidied(space, in: text)
          if range.count > 1 || text[range.lowerBound] != 0x20 {
            count(text, range, isWord: false)
          }
        }
      }
    }

    private mutating func count(_ text: Span<UInt8>, _ range: Range<Int>, isWord word: Bool) {
      let flip: UInt8 = word && text[range.lowerBound] &- 0x41 < 26 ? 0x20 : 0
      let (number, isNew) = table.insert(text, range, flip: flip)
      if isNew {
        counts.append(0)
        isWord.append(word)
      }
      counts[number] += 1
      bytes += range.count + 1
    }

    /// The units that save most. A reader pays for all, and gains with each page shown: the dictionary
    /// stays a small part of the whole. O(words · log words).
    func dictionary() -> TextDictionary {
      let candidates = (0..<table.count).filter { counts[$0] > 2 && table[$0].count > 1 }
      let ranked = candidates.sorted { left, right in
        let a = counts[left] * (table[left].count - 1)
        let b = counts[right] * (table[right].count - 1)
        return a != b ? a > b : table[left].lexicographicallyPrecedes(table[right])
      }
      var size = 0
      var chosen: [Int] = []
      for number in ranked.prefix(TextDictionary.limit) {
        size += table[number].count + 1
        if size > min(TextDictionary.byteLimit, bytes / 8) { break }
        chosen.append(number)
      }
      // The most frequent have the shortest codes; the others stand in tiers of some 400, in the order
      // of their bytes, in which a dictionary compresses best.
      chosen.sort { left, right in
        counts[left] != counts[right]
          ? counts[left] > counts[right] : table[left].lexicographicallyPrecedes(table[right])
      }
      var ordered = Array(chosen.prefix(TextDictionary.short))
      var rest = chosen.dropFirst(TextDictionary.short)
      while !rest.isEmpty {
        ordered += rest.prefix(372).sorted { table[$0].lexicographicallyPrecedes(table[$1]) }
        rest = rest.dropFirst(372)
      }
      return TextDictionary(
        units: ordered.map { Unit(bytes: Array(table[$0]), isWord: isWord[$0]) })
    }
  }

  private init(units: [Unit]) { self.units = units }

  /// The units, a tab between two; separators begin with a vertical tab.
  var file: SearchFile {
    var data: [UInt8] = []
    for (index, unit) in units.enumerated() {
      if index > 0 { data.append(0x09) }
      if !unit.isWord { data.append(0x0B) }
      Script.appendEscaped(unit.bytes, to: &data)
    }
    return Script.file("words", data)
  }
}
