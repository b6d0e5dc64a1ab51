internal import DossierModel

/// `Source: X`.
struct SourceLine: CaptureRule {
  static let id = "source-line"
  static let about = """
    A line of at most eight words that opens with “Source:”, “Quelle:”, “Источник:” …; what follows, \
    without its year, is the publisher, spelt as in the capture's own first mention. A source inside \
    a sentence is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.isFree(unit) && reading.units[unit].tokens <= 8
    {
      let range = reading.units[unit].words
      guard range.count >= 2, Self.labels.contains(reading.words[range.lowerBound].hash) else {
        continue
      }
      let colon = Int(reading.words[range.lowerBound].end)
      guard colon < reading.units[unit].end, reading.text.bytes[colon] == 0x3A else { continue }
      reading.mark(unit, .chrome, Self.id)
      var last = range.upperBound - 1
      while last > range.lowerBound, reading.words[last].isNumber { last -= 1 }
      guard reading.publisher == nil, last > range.lowerBound else { continue }
      let first = range.lowerBound + 1
      let name = reading.words[first...last].map(\.hash)
      let spelt = reading.units.indices.first {
        $0 != unit && reading.slice($0).elementsEqual(name, by: { $0.hash == $1 })
      }
      let text =
        spelt.map { reading.string($0) }
        ?? reading.string(Int(reading.words[first].start), Int(reading.words[last].end))
      reading.publisher = Inferred(text, rule: Self.id, line: reading.line(spelt ?? unit))
    }
  }

  private static let labels = Set(
    [
      "source", "quelle", "fuente", "источник", "джерело", "kaynak", "mənbə", "աղբյուր", "المصدر",
      "منبع",
    ]
    .map { WordHash.of($0) })
}

/// `© 2020 X. All rights reserved.`
struct CopyrightLine: CaptureRule {
  static let id = "copyright-line"
  static let about = """
    A line of at most forty words that opens with ©, (c) or “Copyright”. The words behind the years, up \
    to a full stop or bar, are the publisher if they are at most five and the capture also has them at \
    the start or end of another line; a photo's credit in brackets is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    var tries = 0
    for unit in reading.units.indices where reading.units[unit].tokens <= 40 {
      guard reading.isFree(unit) || reading.verdicts[unit]?.rule == SiteNotice.id,
        let words = Self.owner(unit, reading)
      else { continue }
      reading.verdicts[unit] = .init(lineClass: .chrome, rule: Self.id)
      // A page has a few such lines; hostile runs of them are not each looked up.
      guard reading.publisher == nil, !words.isEmpty, words.count <= 5, tries < 8 else { continue }
      tries += 1
      let name = reading.words[words].map(\.hash)
      let confirmed = reading.units.indices.contains { other in
        let slice = reading.slice(other)
        return other != unit && slice.count >= name.count
          && (slice.prefix(name.count).elementsEqual(name, by: { $0.hash == $1 })
            || slice.suffix(name.count).elementsEqual(name, by: { $0.hash == $1 }))
      }
      guard confirmed else { continue }
      let text = reading.string(
        Int(reading.words[words.lowerBound].start), Int(reading.words[words.upperBound - 1].end))
      reading.publisher = Inferred(text, rule: Self.id, line: reading.line(unit))
    }
  }

  /// The words of the owner's name; nil when the line is no copyright line.
  static func owner(_ unit: Int, _ reading: CaptureReading) -> Range<Int>? {
    let measured = reading.units[unit]
    let bytes = reading.text.bytes
    let sign = UTF8Bytes.scalar(bytes, measured.start).value == 0xA9
    let letters = bytes[measured.start..<measured.end].starts(with: [0x28, 0x63, 0x29])
    let range = measured.words
    guard let first = range.first else { return sign ? 0..<0 : nil }
    let word = reading.words[first].hash == Self.copyright
    guard sign || letters || word else { return nil }
    var index = first
    while index < range.upperBound,
      reading.words[index].isNumber || Self.skipped.contains(reading.words[index].hash)
    { index += 1 }
    let start = index
    while index < range.upperBound, !reading.words[index].isNumber,
      !Self.stops.contains(reading.words[index].hash)
    {
      index += 1
      guard index < range.upperBound else { break }
      let gap = bytes[Int(reading.words[index - 1].end)..<Int(reading.words[index].start)]
      // `Ocnus.Net` goes on, `Limited. All` does not.
      if gap.count > 1, gap.contains(where: { [0x2E, 0x7C, 0x2C, 0x3B, 0x28].contains($0) }) {
        break
      }
    }
    return start..<index
  }

  private static let copyright = WordHash.of("copyright")
  private static let skipped = Set(["copyright", "c", "by"].map { WordHash.of($0) })
  private static let stops = Set(
    ["all", "alle", "tous", "todos", "все", "ltd", "inc"].map { WordHash.of($0) })
}

/// The outlet's name above the text and again below it.
struct RepeatedOutlet: CaptureRule {
  static let id = "outlet-repeated"
  static let about = """
    A line of at most four capitalised words between title and text that comes again, in any case, \
    within three lines below the last paragraph is the publisher. A line that comes once names nobody.
    """

  func apply(to reading: inout CaptureReading) {
    guard !reading.main.isEmpty else { return }
    let start = (reading.headUnit ?? -1) + 1
    let end = min(reading.main.lowerBound + 6, reading.main.upperBound)
    guard start < end else { return }
    let below = reading.main.upperBound..<min(reading.main.upperBound + 3, reading.units.count)
    for unit in start..<end where isName(unit, reading) {
      let key = reading.key(unit)
      guard let again = below.first(where: { reading.key($0) == key }) else { continue }
      reading.verdicts[unit] = .init(lineClass: .byline, rule: Self.id)
      reading.verdicts[again] = .init(lineClass: .chrome, rule: Self.id)
      let spelt = reading.slice(unit).allSatisfy { $0.traits.contains(.allCapitals) } ? again : unit
      if reading.publisher == nil {
        reading.publisher = Inferred(
          reading.string(spelt), rule: Self.id, line: reading.line(spelt))
      }
      return
    }
  }

  private func isName(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let slice = reading.slice(unit)
    return reading.isFree(unit) && reading.units[unit].tokens <= 4 && !slice.isEmpty
      && !reading.units[unit].endsSentence && slice.allSatisfy { $0.isCapitalised }
      && !FurniturePhrases.tools.isWhole(slice)
  }
}
