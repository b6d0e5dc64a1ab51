/// What a run of neighbouring documents comes to: its words with where they stand, and its texts, written
/// out as they come.
///
/// Runs are cut by the number of documents alone, so that the index is the same on any number of threads.
struct Partition: Sendable {
  /// How large the file of some documents' texts becomes before the next begins: two pages of usual
  /// length, since each of ten results costs a reader one file.
  static let textSize = 4_500
  /// How much of a document's text is kept for quoting, coded. Beyond it words are found, not shown.
  static let textLimit = 32_000

  /// A name that holds a term: the term here, the document from the partition's first, and how much it
  /// says, as `NameList` has it.
  struct NameEntry: Sendable {
    let term: UInt32
    let document: UInt32
    let code: UInt8
  }

  /// Terms by number: folded words.
  private(set) var terms = WordTable(capacity: 4096)
  /// By document, one after another: terms with their count in the document (up to 255) above bit 24.
  private(set) var occurrences: [UInt32] = []
  /// By document: the end of its run of `occurrences`.
  private(set) var ends: [Int] = []
  /// By document: how many words it has.
  private(set) var lengths: [UInt32] = []
  private(set) var names: [NameEntry] = []
  private(set) var days: [ClosedRange<Int32>?] = []
  private(set) var tags: [[Int]] = []
  /// How many documents each file of texts has.
  private(set) var fileCounts: [Int] = []
  /// A digest of the files of texts.
  private(set) var digest = ContentDigest()

  /// Words as written, but for a capital at the beginning.
  private var words: WordTable
  /// By word: its number in the dictionary, -1 for none.
  private var codes: [Int32] = []
  /// By word: its term; -1 not yet looked up, -2 none.
  private var termOfWord: [Int32] = []
  /// By term: how often in this document.
  private var counts: [UInt16] = []
  private var touched: [UInt32] = []
  private var encoder = TextEncoder()
  private var file: [UInt8] = []
  private var fileCount = 0
  private let folding: SearchFolding
  private let scanner: WordScanner
  private let number: Int
  private let sink: @Sendable (SearchFile) -> Void

  /// - Parameters:
  ///   - number: its place among the partitions, from 0.
  ///   - sink: gets the files of texts as they are full.
  init(
    number: Int, dictionary: TextDictionary, folding: SearchFolding,
    sink: @escaping @Sendable (SearchFile) -> Void
  ) {
    self.number = number
    self.sink = sink
    self.folding = folding
    scanner = WordScanner(folding: folding)
    words = WordTable(capacity: 8192)
    for (code, unit) in dictionary.units.enumerated() {
      _ = words.insert(unit.bytes)
      codes.append(Int32(code))
      termOfWord.append(unit.isWord ? -1 : -2)
    }
  }

  /// Takes the next document. O(length).
  mutating func add(_ document: SearchDocument) {
    let number = UInt32(ends.count)
    encoder.clear()
    var length = 0
    var anchor = -1
    var isFirst = true
    for passage in document.passages where !passage.range.isEmpty {
      let isKept = encoder.output.count < Self.textLimit
      if isKept {
        let next = passage.anchor ?? anchor
        encoder.beginPassage(steps: max(0, next - anchor), isFirst: isFirst)
        anchor = max(anchor, next)
        isFirst = false
      }
      length += add(passage, isKept: isKept)
    }
    for term in touched {
      occurrences.append(term | UInt32(min(counts[Int(term)], 255)) << 24)
      counts[Int(term)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    ends.append(occurrences.count)
    lengths.append(UInt32(length))
    days.append(document.days)
    tags.append(document.tags)
    add(document.names, of: number)
    write(document)
  }

  /// Ends the last file.
  mutating func finish() { endFile() }

  private mutating func add(_ passage: SearchDocument.Passage, isKept: Bool) -> Int {
    let text = passage.bytes.span
    var length = 0
    scanner.scan(text, passage.range) { word in
      let lower = word.range.lowerBound
      let isCapital = text[lower] &- 0x41 < 26
      let (number, isNew) = words.insert(text, word.range, flip: isCapital ? 0x20 : 0)
      if isNew {
        codes.append(-1)
        termOfWord.append(-1)
      }
      if isKept { encoder.word(text, word.range, code: codes[number], isCapital: isCapital) }
      guard !word.isSuffix else { return }
      var term = termOfWord[number]
      if term == -1 {
        term = self.term(passage.bytes[word.range])
        termOfWord[number] = term
      }
      guard term >= 0 else { return }
      length += 1
      if counts[Int(term)] == 0 { touched.append(UInt32(term)) }
      counts[Int(term)] &+= counts[Int(term)] == .max ? 0 : 1
    } separator: { space in
      guard isKept else { return }
      let range = WordScanner.tidied(space, in: text)
      let isPlain = range.count == 1 && text[range.lowerBound] == 0x20
      let code = isPlain ? -1 : words.find(text, range).map { codes[$0] } ?? -1
      encoder.separator(
        text, range, code: code, isLast: range.upperBound == passage.range.upperBound)
    }
    return length
  }

  /// The number of a word's term; -2 where nothing is left of it.
  private mutating func term(_ word: ArraySlice<UInt8>) -> Int32 {
    let isPlain = word.allSatisfy { $0 < 0x80 }
    let folded =
      isPlain
      ? word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      : folding.folded(String(decoding: word, as: UTF8.self))
    guard !folded.isEmpty else { return -2 }
    let (number, isNew) = terms.insert(folded)
    if isNew { counts.append(0) }
    return Int32(number)
  }

  private mutating func add(_ names: [SearchDocument.Name], of document: UInt32) {
    var best: [(term: Int32, code: UInt8)] = []
    for name in names {
      let words = folding.words(in: name.text)
      for word in words {
        let (number, isNew) = terms.insert(Array(word.utf8))
        if isNew { counts.append(0) }
        let code = NameList.code(words: words.count, isTitle: name.isTitle)
        if let index = best.firstIndex(where: { $0.term == Int32(number) }) {
          best[index].code = min(best[index].code, code)
        } else if best.count < 64 {
          best.append((Int32(number), code))
        }
      }
    }
    for entry in best {
      self.names.append(
        NameEntry(term: UInt32(entry.term), document: document, code: entry.code))
    }
  }

  // MARK: Texts

  /// Title, address, date, anchors, coded text: a tab behind each.
  private mutating func write(_ document: SearchDocument) {
    Script.appendEscaped(document.title.utf8, to: &file)
    file.append(0x09)
    Script.appendEscaped(document.address.utf8, to: &file)
    file.append(0x09)
    Script.appendEscaped((document.date ?? "").utf8, to: &file)
    file.append(0x09)
    Script.appendEscaped(document.anchors.joined(separator: " ").utf8, to: &file)
    file.append(0x09)
    file += encoder.output
    file.append(0x09)
    fileCount += 1
    if file.count >= Self.textSize { endFile() }
  }

  private mutating func endFile() {
    guard fileCount > 0 else { return }
    let written = Script.file("d\(number)-\(fileCounts.count)", file)
    digest.add(written.bytes)
    sink(written)
    fileCounts.append(fileCount)
    file.removeAll(keepingCapacity: true)
    fileCount = 0
  }
}
