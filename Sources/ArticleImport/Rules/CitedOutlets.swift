internal import DossierModel

/// Outlets that the article says it has something from.
struct CitedOutlets: CaptureRule {
  static let id = "cited-outlets"
  static let about = """
    Outlets that the article names as where it has something from: `(Name, 10 November)` in brackets \
    (`cited-in-brackets`), “Name, 23.07.2020” at the end of a footnote, if the name has two words, \
    for one word may be a city (`cited-in-note`), a name beside “news agency”, “newspaper” … (`cited-as-outlet`), \
    and international agencies by a short list (`cited-agency`). A name alone is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    var found: [Outlet] = []
    for unit in reading.units.indices {
      switch reading.verdicts[unit]?.lineClass {
      case .body, .standfirst: inText(unit, reading, &found)
      case .footnote:
        if let name = noteSource(unit, reading), name.count >= 2 {
          found.append(Outlet(name: name, rule: "cited-in-note", unit: unit))
        }
      default: break
      }
    }
    var seen: Set<[UInt64]> = []
    for outlet in found {
      let key = reading.words[outlet.name].map(\.hash)
      guard seen.count < 200, seen.insert(key).inserted else { continue }
      let first = reading.words[outlet.name.lowerBound]
      let last = reading.words[outlet.name.upperBound - 1]
      reading.citedOutlets.append(
        Inferred(
          reading.string(Int(first.start), Int(last.end)), rule: outlet.rule,
          line: reading.line(outlet.unit)))
    }
  }

  private struct Outlet {
    let name: Range<Int>
    let rule: String
    let unit: Int
  }

  private func inText(_ unit: Int, _ reading: CaptureReading, _ found: inout [Outlet]) {
    let words = reading.words
    let range = reading.units[unit].words
    var index = range.lowerBound
    while index < range.upperBound {
      if let name = bracketed(index, range, reading) {
        found.append(Outlet(name: name, rule: "cited-in-brackets", unit: unit))
        index = name.upperBound
        continue
      }
      let agency = Self.agencies.match(words[range], at: index)
      if agency > 0, words[index].isCapitalised {
        found.append(Outlet(name: index..<index + agency, rule: "cited-agency", unit: unit))
        index += agency
        continue
      }
      let label = Self.labels.match(words[range], at: index)
      if label > 0, let name = name(beside: index..<index + label, range, reading) {
        found.append(Outlet(name: name, rule: "cited-as-outlet", unit: unit))
        index += label
        continue
      }
      index += 1
    }
  }

  /// The name in `(Name, 10 November)` or behind a semicolon of such brackets, at its first word.
  private func bracketed(_ index: Int, _ range: Range<Int>, _ reading: CaptureReading)
    -> Range<Int>?
  {
    let words = reading.words
    guard index > range.lowerBound, words[index].isCapitalised else { return nil }
    let gap = gap(index - 1, reading)
    guard gap.contains(0x28) || gap.contains(0x3B) else { return nil }
    var next = index
    while next < min(range.upperBound, index + 6), isNameWord(words[next], next > index) {
      next += 1
      guard next < range.upperBound else { return nil }
      let gap = self.gap(next - 1, reading)
      if gap.contains(0x2C) {
        let end = min(range.upperBound, next + 6)
        let dates = StampShape.reader(reading).dates(in: next..<end)
        // “accessed” may stand before the date.
        guard let date = dates.first, date.words.lowerBound - next <= 1,
          words[next - 1].isCapitalised
        else { return nil }
        return index..<next
      }
      guard gap.elementsEqual([0x20]) || gap.elementsEqual([0x2E]) || gap.elementsEqual([0x2D])
      else { return nil }
    }
    return nil
  }

  /// The name before the date that ends a footnote: `…, Name, 23.07.2020`.
  private func noteSource(_ unit: Int, _ reading: CaptureReading) -> Range<Int>? {
    let range = reading.units[unit].words
    guard range.count >= 4, range.count <= 80 else { return nil }
    let tail = max(range.lowerBound, range.upperBound - 6)..<range.upperBound
    guard let date = StampShape.reader(reading).dates(in: tail).last,
      range.upperBound - date.words.upperBound <= 1, date.edtf != nil
    else { return nil }
    let end = date.words.lowerBound
    guard end > range.lowerBound, gap(end - 1, reading).contains(0x2C) else { return nil }
    var start = end
    while start > range.lowerBound, end - start < 5, reading.words[start - 1].isCapitalised {
      start -= 1
      guard start > range.lowerBound else { return nil }
      if gap(start - 1, reading).contains(0x2C) { return start..<end }
    }
    return nil
  }

  /// The capitalised words before a label (`the Meridian news agency`), else behind it (`newspaper
  /// Meridian`).
  private func name(
    beside label: Range<Int>, _ range: Range<Int>, _ reading: CaptureReading
  ) -> Range<Int>? {
    let words = reading.words
    var start = label.lowerBound
    while start > range.lowerBound, label.lowerBound - start < 4, isSpaced(start - 1, reading),
      words[start - 1].isCapitalised, words[start - 1].languages == 0,
      !Self.nationalities.contains(words[start - 1].hash)
    { start -= 1 }
    if start < label.lowerBound { return start..<label.lowerBound }
    var end = label.upperBound
    guard end < range.upperBound, words[end].languages == 0 else { return nil }
    while end < range.upperBound, end - label.upperBound < 4, words[end].isCapitalised,
      isSpaced(end - 1, reading)
    { end += 1 }
    return end > label.upperBound ? label.upperBound..<end : nil
  }

  private func isNameWord(_ word: Word, _ isInside: Bool) -> Bool {
    word.isCapitalised || isInside && (word.isNumber || word.languages != 0)
  }

  private func isSpaced(_ index: Int, _ reading: CaptureReading) -> Bool {
    gap(index, reading).elementsEqual([0x20])
  }

  /// The bytes between a word and the next.
  private func gap(_ index: Int, _ reading: CaptureReading) -> ArraySlice<UInt8> {
    let start = Int(reading.words[index].end)
    return reading.text.bytes[start..<max(start, Int(reading.words[index + 1].start))]
  }

  private static let labels = PhraseTable(
    """
    newspaper, daily newspaper, news agency, newswire, news website, news site, news portal, weekly \
    magazine, news magazine, broadcaster, news channel, radio station, tv channel, zeitung, \
    tageszeitung, nachrichtenagentur, agence de presse, quotidien, periódico, diario, agencia de \
    noticias, газета, газете, газеты, агентство, агентству, агентства, информагентство, телеканал, \
    телеканалу, gazetesi, gazetesine, haber ajansı, агенція, агентства, qəzeti, xəbər agentliyi
    """)

  private static let agencies = PhraseTable(
    """
    reuters, associated press, agence france presse, afp, tass, interfax, ria novosti, sputnik, \
    anadolu agency, anadolu ajansı, xinhua, deutsche presse agentur, dpa, armenpress, azertac, \
    trend news agency, ukrinform, irna, bbc, al jazeera, deutsche welle, radio liberty, \
    тасс, интерфакс, риа новости, спутник, арменпресс, интерфакс украина, укринформ, укрінформ, рейтер
    """)

  /// “the Russian news agency” names none.
  private static let nationalities = Set(
    """
    russian turkish armenian azerbaijani azeri ukrainian iranian french german british american \
    state national official local international independent israeli greek georgian syrian arab \
    european chinese spanish italian egyptian libyan english
    """.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })
}
