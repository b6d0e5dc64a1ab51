internal import DossierModel

/// What the rules have found so far in one capture. Rules run in a fixed order, and the first that
/// classes a unit keeps it.
struct CaptureReading: Sendable {
  /// What a unit is, and the rule that said so.
  struct Verdict: Sendable {
    let lineClass: Article.LineClass
    let rule: String
  }

  /// A line with a date or time of publication.
  struct Stamp: Sendable {
    enum Role: Sendable { case published, updated, plain, byline }
    let unit: Int
    let role: Role
    let date: DateReader.Found?
    /// Whether an hour stands in it, `14:07`.
    let hasTime: Bool
    /// The time that belongs to the date: `14:07`.
    let time: String?
  }

  let text: CaptureText
  let units: [CaptureUnit]
  let words: [Word]
  /// One for each unit; nil until a rule fires.
  var verdicts: [Verdict?]
  /// The index in `FunctionWords.languages`, by all lines that look like prose.
  var language: Int?
  /// The units between the first and the last paragraph of the article, by density.
  var main: Range<Int> = 0..<0
  var titleUnit: Int?
  /// The last line that carries the title above the text; the article begins behind it.
  var headUnit: Int?
  var title: Inferred<String>?
  var publisher: Inferred<String>?
  var author: Inferred<String>?
  var published: Inferred<String>?
  var publishedTime: Inferred<String>?
  var citedOutlets: [Inferred<String>] = []
  var stamps: [Stamp] = []
  /// The number of each footnote's first unit, and where its text starts.
  var notes: [Int: FootnoteMark] = [:]

  init(text: CaptureText, units: [CaptureUnit], words: [Word]) {
    self.text = text
    self.units = units
    self.words = words
    verdicts = Array(repeating: nil, count: units.count)
  }

  /// Classes a unit unless it is classed already.
  mutating func mark(_ unit: Int, _ lineClass: Article.LineClass, _ rule: String) {
    if verdicts[unit] == nil { verdicts[unit] = Verdict(lineClass: lineClass, rule: rule) }
  }

  func isFree(_ unit: Int) -> Bool { verdicts[unit] == nil }
  func slice(_ unit: Int) -> ArraySlice<Word> { words[units[unit].words] }
  /// The unit's first line in the capture, from 1.
  func line(_ unit: Int) -> Int { units[unit].firstLine + 1 }

  /// The text of some bytes with every run of white space as one space.
  func string(_ start: Int, _ end: Int) -> String { CleanText.string(text.bytes, start, end) }
  func string(_ unit: Int) -> String { string(units[unit].start, units[unit].end) }

  /// The words of some units as a hash, to compare lines without regard to case and punctuation.
  func key(_ unit: Int) -> UInt64 {
    var hash = WordHash.seed
    for word in slice(unit) { hash = WordHash.pair(hash, word.hash) }
    return hash
  }

  /// Whether the unit is running text: eight words or more that end a sentence, with function words
  /// of the capture's language among them.
  func isProse(_ unit: Int) -> Bool {
    let measured = units[unit]
    guard measured.tokens >= 8, measured.endsSentence else { return false }
    return language == nil || measured.functionWords * 10 >= measured.tokens
  }

  /// The first unit that is surely a paragraph: prose of the main text, 12 words or more.
  var firstParagraph: Int? {
    main.first { units[$0].tokens >= 12 && isProse($0) && isFree($0) } ?? main.first
  }
}

/// White space folded, nothing else changed.
enum CleanText {
  static func string(_ bytes: [UInt8], _ start: Int, _ end: Int) -> String {
    String(decoding: folded(bytes, start, end), as: UTF8.self)
  }

  static func folded(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(end - start)
    append(bytes, start, end, to: &out)
    return out
  }

  static func append(_ bytes: [UInt8], _ start: Int, _ end: Int, to out: inout [UInt8]) {
    var index = start
    var pending = false
    while index < end {
      let byte = bytes[index]
      if byte > 0x20, byte < 0x80 {
        if pending { out.append(0x20) }
        pending = false
        out.append(byte)
        index += 1
        continue
      }
      let (scalar, width) = UTF8Bytes.scalar(bytes, index)
      if ScalarClass.isSpace(scalar) || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029 {
        pending = !out.isEmpty
      } else {
        if pending { out.append(0x20) }
        pending = false
        out.append(contentsOf: bytes[index..<index + width])
      }
      index += width
    }
  }
}
