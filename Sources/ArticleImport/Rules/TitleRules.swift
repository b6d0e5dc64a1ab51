internal import DossierModel

/// What may be a title, shared by the rules that choose it.
enum TitleCandidates {
  /// The free lines above the first paragraph that may be a title: 2 to 30 words, no full stop, no
  /// tagline, no section with a reading time. In order.
  static func all(_ reading: CaptureReading) -> [Int] {
    let end = reading.firstParagraph ?? reading.units.count
    let stamps = Set(reading.stamps.lazy.map(\.unit))
    return (0..<min(end, reading.units.count)).filter { unit in
      let measured = reading.units[unit]
      guard measured.tokens >= 2, measured.tokens <= 30, measured.letters >= 6,
        reading.isFree(unit), !stamps.contains(unit)
      else { return false }
      if measured.endsSentence, endsWithFullStop(measured, reading) { return false }
      return !measured.endsColon && !isTagline(unit, reading) && !isSection(unit, reading)
    }
  }

  /// `Essays | 14 min read`: at most two words, and behind a bar how long the article takes to read.
  private static func isSection(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let measured = reading.units[unit]
    guard measured.tokens <= 8,
      let bar = reading.text.bytes[measured.start..<measured.end].lastIndex(of: 0x7C)
    else { return false }
    let slice = reading.slice(unit)
    let time = slice.drop { Int($0.start) < bar }
    guard slice.count - time.count <= 2, time.count >= 2, time.contains(where: \.isNumber) else {
      return false
    }
    return time.indices.allSatisfy {
      time[$0].isNumber || FurniturePhrases.stampWords.match(time, at: $0) > 0
    }
  }

  /// “… since 2009”: a site's motto.
  static func isTagline(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let slice = reading.slice(unit)
    guard slice.count <= 8, let last = slice.last, last.isNumber else { return false }
    return slice.dropLast().last.map { since.contains($0.hash) } ?? false
  }

  private static func endsWithFullStop(_ unit: CaptureUnit, _ reading: CaptureReading) -> Bool {
    reading.text.bytes[unit.end - 1] == 0x2E
  }

  /// The share, in percent, of a line's content words that the article uses.
  static func shared(_ unit: Int, with text: Set<UInt64>, _ reading: CaptureReading) -> Int {
    let content = reading.slice(unit).filter { !$0.isNumber && $0.languages == 0 }
    guard !content.isEmpty else { return 0 }
    return content.filter { text.contains($0.hash) }.count * 100 / content.count
  }

  /// The content words of the article's first forty paragraphs.
  static func vocabulary(_ reading: CaptureReading) -> Set<UInt64> {
    var text: Set<UInt64> = []
    let start = reading.firstParagraph ?? reading.main.lowerBound
    guard start < reading.main.upperBound else { return text }
    for unit in (start..<reading.main.upperBound).prefix(40) {
      for word in reading.slice(unit).prefix(400) where !word.isNumber && word.languages == 0 {
        text.insert(word.hash)
      }
    }
    return text
  }

  private static let since = Set(
    ["since", "seit", "depuis", "desde", "с", "з", "beri"].map { WordHash.of($0) })

  static func take(_ unit: Int, _ rule: String, _ reading: inout CaptureReading) {
    reading.titleUnit = unit
    reading.mark(unit, .title, rule)
    reading.title = Inferred(withoutSite(unit, &reading), rule: rule, line: reading.line(unit))
  }

  /// `Title | Site` without the site, which is the publisher if it is at most five capitalised words.
  private static func withoutSite(_ unit: Int, _ reading: inout CaptureReading) -> String {
    let measured = reading.units[unit]
    let bytes = reading.text.bytes
    guard let bar = bytes[measured.start..<measured.end].lastIndex(of: 0x7C),
      bar > measured.start + 8
    else { return reading.string(unit) }
    let site = reading.slice(unit).filter { Int($0.start) > bar }[...]
    if reading.publisher == nil, (1...5).contains(site.count), !OutletWords.areSections(site),
      site.allSatisfy({ $0.isCapitalised || OutletWords.isSmall($0) })
    {
      reading.publisher = Inferred(
        reading.string(bar + 1, measured.end), rule: "site-behind-title", line: reading.line(unit))
    }
    return reading.string(measured.start, bar)
  }
}

/// The first-level heading of a Markdown capture.
struct MarkdownTitle: CaptureRule {
  static let id = "title-heading"
  static let about = "The first heading of the first level in a Markdown capture is its title."

  func apply(to reading: inout CaptureReading) {
    guard
      let unit = reading.units.indices.first(where: {
        reading.units[$0].markup == .heading(1) && reading.isFree($0)
      })
    else { return }
    TitleCandidates.take(unit, Self.id, &reading)
  }
}

/// A heading that the page repeats.
struct RepeatedTitle: CaptureRule {
  static let id = "title-repeated"
  static let about = """
    A line of three words or more that comes again above the first paragraph and of whose content \
    words the article uses a third. A repeated menu entry is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    guard reading.titleUnit == nil else { return }
    let candidates = TitleCandidates.all(reading).filter { reading.units[$0].tokens >= 3 }
    let text = TitleCandidates.vocabulary(reading)
    var keys: [UInt64: Int] = [:]
    for unit in candidates { keys[reading.key(unit), default: 0] += 1 }
    for unit in candidates where keys[reading.key(unit), default: 0] > 1 {
      guard TitleCandidates.shared(unit, with: text, reading) >= 33 else { continue }
      TitleCandidates.take(unit, Self.id, &reading)
      return
    }
  }
}

/// A heading directly above the stamp or byline.
struct TitleAboveStamp: CaptureRule {
  static let id = "title-above-stamp"
  static let about = """
    The last candidate above the first stamp or byline, if at most one free line stands between and \
    the article uses one of its content words, or if it has four words, stands directly above, and no \
    line below the stamp fits the article better. A motto (“… since 2009”) above it is no title.
    """

  func apply(to reading: inout CaptureReading) {
    guard reading.titleUnit == nil else { return }
    let candidates = TitleCandidates.all(reading)
    let end = reading.firstParagraph ?? reading.units.count
    let text = TitleCandidates.vocabulary(reading)
    let stamps = Set(reading.stamps.lazy.map(\.unit))
    let marks = (0..<min(end, reading.units.count)).filter {
      reading.verdicts[$0]?.lineClass == .byline || stamps.contains($0)
    }
    // The title stands above one of the first few; hostile runs of stamps are not followed.
    for mark in marks.prefix(24) {
      guard let unit = candidates.last(where: { $0 < mark }) else { continue }
      let between = (unit + 1..<mark).filter { reading.isFree($0) }.count
      let shares = TitleCandidates.shared(unit, with: text, reading)
      let isAdjacent =
        unit + 1 == mark && reading.units[unit].tokens >= 4
        && !candidates.contains {
          $0 > mark && TitleCandidates.shared($0, with: text, reading) >= 50
        }
      guard between <= 1,
        isAdjacent || shares >= 25 || shares > 0 && reading.units[unit].tokens >= 4
      else { continue }
      TitleCandidates.take(unit, Self.id, &reading)
      return
    }
  }
}

/// A heading whose words the article uses.
struct TitleInText: CaptureRule {
  static let id = "title-in-text"
  static let about = """
    The first candidate of four words or more of whose content words the article uses at least half. \
    Site names and mottos above it are left alone: the article does not speak of them.
    """

  func apply(to reading: inout CaptureReading) {
    guard reading.titleUnit == nil else { return }
    let text = TitleCandidates.vocabulary(reading)
    let candidates = TitleCandidates.all(reading)
    let found =
      candidates.first {
        reading.units[$0].tokens >= 4
          && TitleCandidates.shared($0, with: text, reading) >= 50
      }
      ?? candidates.first { TitleCandidates.shared($0, with: text, reading) >= 75 }
    if let found { TitleCandidates.take(found, Self.id, &reading) }
  }
}

/// The line directly above the text.
struct TitleFirstLine: CaptureRule {
  static let id = "title-first-line"
  static let about = """
    When no other rule finds a title: the only candidate there is above the first paragraph. With two \
    or more the title stays unknown.
    """

  func apply(to reading: inout CaptureReading) {
    guard reading.titleUnit == nil else { return }
    let candidates = TitleCandidates.all(reading).filter { reading.units[$0].tokens >= 3 }
    if candidates.count == 1 { TitleCandidates.take(candidates[0], Self.id, &reading) }
  }
}

/// The title once more.
struct TitleDuplicate: CaptureRule {
  static let id = "title-duplicate"
  static let about = """
    A line with the same words as the title, in any case and punctuation, or the title with at most \
    four words behind it. A longer line that only begins so is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    guard let title = reading.titleUnit else { return }
    let words = reading.slice(title)
    reading.headUnit = title
    guard words.count >= 2 else { return }
    for unit in reading.units.indices where unit != title {
      guard reading.isFree(unit) || reading.verdicts[unit]?.lineClass == .chrome,
        !reading.units[unit].endsSentence || reading.units[title].endsSentence
      else { continue }
      let slice = reading.slice(unit)
      guard slice.count >= words.count, slice.count <= words.count + 4,
        slice.prefix(words.count).elementsEqual(words, by: { $0.hash == $1.hash })
      else { continue }
      if slice.count > words.count, reading.units[unit].separators == 0 { continue }
      reading.verdicts[unit] = .init(lineClass: .titleDuplicate, rule: Self.id)
    }
    let first = reading.firstParagraph ?? title
    reading.headUnit = reading.units.indices.prefix(max(first, title + 1)).last {
      let lineClass = reading.verdicts[$0]?.lineClass
      return lineClass == .title || lineClass == .titleDuplicate
    }
  }
}
