internal import DossierModel

/// `By Orhan Veli, OUTLET 18/11/2020`.
struct BylineReading: CaptureRule {
  static let id = "byline"
  static let about = """
    A line of at most 16 words that opens with “By”, “Von”, “Par”, “Автор” … (or has it behind a date \
    or “Posted”) before a name of two to four capitalised words; words of an organisation (“By Staff \
    Writers”) give no author. A sentence that opens so (“By Friday, …”) is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    var bylines: Set<Int> = []
    var dated: [CaptureReading.Stamp] = []
    for unit in reading.units.indices
    where reading.units[unit].tokens <= 16 && reading.units[unit].words.count <= 60 {
      let stamped = reading.verdicts[unit]?.lineClass == .stamp
      guard reading.isFree(unit) || stamped, let byline = read(unit, reading) else { continue }
      if let date = StampShape.dates(unit, reading).first {
        let updated = FurniturePhrases.updatedLabels.occurs(in: reading.slice(unit))
        dated.append(
          .init(
            unit: unit, role: updated ? .updated : .byline, date: date, hasTime: false,
            time: StampShape.time(of: date, unit, reading)))
      }
      bylines.insert(unit)
      reading.verdicts[unit] = .init(lineClass: .byline, rule: Self.id)
      if reading.author == nil, let names = byline {
        reading.author = Inferred(names, rule: Self.id, line: reading.line(unit))
      }
    }
    reading.stamps.removeAll { bylines.contains($0.unit) }
    reading.stamps.append(contentsOf: dated)
  }

  /// nil: no byline; `.some(nil)`: a byline that names no person.
  private func read(_ unit: Int, _ reading: CaptureReading) -> String?? {
    let range = reading.units[unit].words
    var index = range.lowerBound
    let dates = StampShape.dates(unit, reading)
    while index < range.upperBound, index < range.lowerBound + 10 {
      let count = Self.openers.match(reading.words[range], at: index)
      if count > 0 {
        index += count
        break
      }
      if let date = dates.first(where: { $0.words.contains(index) }) {
        index = date.words.upperBound
        continue
      }
      // Only what a stamp says may stand before “by”.
      let word = reading.words[index]
      guard
        word.isNumber || MonthNames.isWeekday(word)
          || FurniturePhrases.stampWords.match(reading.words[range], at: index) > 0
      else { return nil }
      index += 1
      if index == range.upperBound { return nil }
    }
    guard index > range.lowerBound, index < range.upperBound,
      Self.openers.isClosed(at: index - 1, in: reading.words[range])
    else { return nil }
    let reader = NameReader(bytes: reading.text.bytes, words: reading.words)
    let (names, next) = reader.names(at: index, range.upperBound)
    guard !names.isEmpty else {
      let isShort = range.upperBound - index <= 5 && !reading.units[unit].endsSentence
      return isShort && reading.words[index].isCapitalised
        && reading.words[index..<range.upperBound].allSatisfy { $0.isCapitalised || $0.isNumber }
        && !MonthNames.isWeekday(reading.words[index]) ? .some(nil) : nil
    }
    // Behind the names stand an outlet, a role or a date, not the rest of a sentence.
    if reading.units[unit].endsSentence, range.upperBound - next > 3 { return nil }
    if next < range.upperBound, isFiniteVerb(reading.words[next]) { return nil }
    return .some(
      names.map {
        reading.string(
          Int(reading.words[$0.lowerBound].start), Int(reading.words[$0.upperBound - 1].end))
      }
      .joined(separator: ", "))
  }

  private func isFiniteVerb(_ word: Word) -> Bool { FiniteVerbs.contains(word) }

  static let openers = PhraseTable(
    """
    by, written by, story by, reported by, reporting by, posted by, published by, text by, words by,
    report by, analysis by, author, authors, von, par, por, автор, авторы, автори, yazan, haber,
    müəllif, հեղինակ, بقلم, نویسنده
    """)
}

extension PhraseTable {
  /// Whether some phrase of the table ends with the word at `index`.
  func isClosed(at index: Int, in words: ArraySlice<Word>) -> Bool {
    (max(words.startIndex, index - 3)...index).contains { start in
      match(words, at: start) == index - start + 1
    }
  }
}

/// `Follow Jane Roe on Facebook and Twitter.`
struct FollowLine: CaptureRule {
  static let id = "follow-line"
  static let about = """
    A line of at most 14 words “Follow X on …” that goes on with a network's name. “Follow the \
    minister on his visit” is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.isFree(unit) {
      if Self.target(unit, reading) != nil { reading.mark(unit, .byline, Self.id) }
    }
  }

  /// The words between “Follow” and “on”.
  static func target(_ unit: Int, _ reading: CaptureReading) -> Range<Int>? {
    let range = reading.units[unit].words
    guard reading.units[unit].tokens <= 14, range.count >= 4,
      reading.words[range.lowerBound].hash == follow,
      let on = range.first(where: { reading.words[$0].hash == Self.on }),
      on > range.lowerBound + 1, on + 1 < range.upperBound,
      FurniturePhrases.buttons.match(reading.words[range], at: on + 1) > 0
    else { return nil }
    return range.lowerBound + 1..<on
  }

  private static let follow = WordHash.of("follow")
  private static let on = WordHash.of("on")
}

/// The author whom the page asks to follow.
struct FollowAuthor: CaptureRule {
  static let id = "follow-author"
  static let about = """
    In “Follow X on …” below the first paragraph X is the author if it is a name of two to four \
    capitalised words, no organisation, the only one so named, and no outlet's. A site's own “Follow \
    us on …” names nobody.
    """

  func apply(to reading: inout CaptureReading) {
    guard reading.author == nil else { return }
    let lines = reading.units.indices.filter {
      reading.verdicts[$0]?.rule == FollowLine.id && $0 > reading.main.lowerBound
    }
    let reader = NameReader(bytes: reading.text.bytes, words: reading.words)
    var found: [(name: Range<Int>, unit: Int, key: [UInt64])] = []
    for unit in lines {
      guard let target = FollowLine.target(unit, reading) else { continue }
      let (names, next) = reader.names(at: target.lowerBound, target.upperBound)
      guard names.count == 1, next == target.upperBound, let name = names.first else { continue }
      found.append((name, unit, reading.words[name].map(\.hash)))
    }
    guard let first = found.first, found.allSatisfy({ $0.key == first.key }),
      !OutletEvidence.isOutlet(reading.words[first.name], reading)
    else { return }
    let text = reading.string(
      Int(reading.words[first.name.lowerBound].start),
      Int(reading.words[first.name.upperBound - 1].end))
    reading.author = Inferred(text, rule: Self.id, line: reading.line(first.unit))
  }
}

/// A name alone under the last paragraph.
struct TrailingAuthor: CaptureRule {
  static let id = "trailing-name"
  static let about = """
    The line directly below the last paragraph is the author if it is a name of two to four \
    capitalised words behind a dash or in brackets, or without them if no byline stands elsewhere, the \
    name is no outlet's, none of its words occurs in the text, and only furniture follows.
    """

  func apply(to reading: inout CaptureReading) {
    let unit = reading.main.upperBound
    guard reading.author == nil, !reading.main.isEmpty, unit < reading.units.count,
      reading.isFree(unit), reading.units[unit].tokens <= 5
    else { return }
    let range = reading.units[unit].words
    let (names, next) = NameReader(bytes: reading.text.bytes, words: reading.words)
      .names(at: range.lowerBound, range.upperBound)
    guard let name = names.first, names.count == 1, next == range.upperBound,
      reading.words[name].allSatisfy({ !$0.traits.contains(.allCapitals) })
    else { return }
    let opener = UTF8Bytes.scalar(reading.text.bytes, reading.units[unit].start).value
    let isMarked = [0x2D, 0x2013, 0x2014, 0x28].contains(opener)
    guard isMarked || isAloneBelow(unit, reading) && !occursInText(reading.words[name], reading),
      !OutletEvidence.isOutlet(reading.words[name], reading)
    else { return }
    reading.mark(unit, .byline, Self.id)
    let text = reading.string(
      Int(reading.words[name.lowerBound].start), Int(reading.words[name.upperBound - 1].end))
    reading.author = Inferred(text, rule: Self.id, line: reading.line(unit))
  }

  private func isAloneBelow(_ unit: Int, _ reading: CaptureReading) -> Bool {
    guard let last = reading.words[reading.units[unit].words].last else { return false }
    return last.languages == 0
      && (unit + 1..<reading.units.count).allSatisfy { !reading.isFree($0) }
  }

  private func occursInText(_ name: ArraySlice<Word>, _ reading: CaptureReading) -> Bool {
    let words = Set(name.lazy.map(\.hash))
    return reading.main.contains { reading.slice($0).contains { words.contains($0.hash) } }
  }
}

/// Whether some words are the name of the site.
enum OutletEvidence {
  /// A name that is a line of its own, or stands in the publisher or in the title line's suffix.
  static func isOutlet(_ name: ArraySlice<Word>, _ reading: CaptureReading) -> Bool {
    let hashes = name.map(\.hash)
    if let publisher = reading.publisher {
      let words = WordHash.phrase(publisher.value)
      if !Set(words).isDisjoint(with: hashes) { return true }
    }
    var alone = 0
    for unit in reading.units.indices where reading.units[unit].words.count == hashes.count {
      if reading.slice(unit).elementsEqual(hashes, by: { $0.hash == $1 }) { alone += 1 }
    }
    return alone > 1
  }
}
