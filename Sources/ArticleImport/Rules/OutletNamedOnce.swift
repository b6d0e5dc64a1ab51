internal import DossierModel

/// The name above everything else.
struct Masthead: CaptureRule {
  static let id = "masthead"
  static let about = """
    The capture's first line, above the title: two to six words that are an outlet's name by a word in \
    it (`Lake Courier`, `Lake.net`), or one to five capitalised words with a motto or a bar of links \
    directly below. Names of sections (“Breaking News”) are left alone.
    """

  func apply(to reading: inout CaptureReading) {
    guard reading.publisher == nil, let title = reading.headUnit ?? reading.titleUnit, title > 0,
      let first = reading.units.first, first.tokens <= 6, !first.endsSentence, !first.endsColon,
      first.separators == 0, first.digits == 0,
      reading.isFree(0) || reading.verdicts[0]?.rule == NavigationBlock.id
    else { return }
    let words = reading.slice(0)
    guard !words.isEmpty, !OutletWords.areSections(words) else { return }
    let isNamed = OutletWords.name(words, in: reading.text.bytes)
    let isHeaded =
      reading.isFree(0) && words.count <= 5 && hasHead(below: title, reading)
      && words.allSatisfy { $0.isCapitalised || OutletWords.isSmall($0) }
      && words.first?.isCapitalised == true
    guard isNamed || isHeaded else { return }
    reading.mark(0, .chrome, Self.id)
    reading.publisher = Inferred(reading.string(0), rule: Self.id, line: reading.line(0))
  }

  /// Whether the line directly below the first is a motto or a bar of links, above the title.
  private func hasHead(below title: Int, _ reading: CaptureReading) -> Bool {
    guard title > 1, reading.units[1].blanksAbove == 0 else { return false }
    if reading.verdicts[1]?.rule == LinkBar.id { return true }
    let motto = reading.units[1]
    guard motto.tokens >= 2, motto.tokens <= 10, !motto.endsSentence, motto.markup == .plain,
      let first = reading.slice(1).first
    else { return false }
    return !first.isCapitalised && !first.isNumber || TitleCandidates.isTagline(1, reading)
  }
}

/// The outlet behind the author's name, or in what the page asks of its readers.
struct OutletInPassing: CaptureRule {
  static let id = "outlet-in-passing"
  static let about = """
    When no other rule finds the publisher: the name behind the author's in a byline (`byline-outlet`), \
    the one that a notice asks to follow, join or support (`notice-outlet`), or the owner in a copyright \
    line (`rights-outlet`), if a word in it says that it is an outlet's and no agency's, and no other is \
    named so. The text of the article is not asked.
    """

  func apply(to reading: inout CaptureReading) {
    guard reading.publisher == nil else { return }
    var found: [(words: Range<Int>, rule: String, unit: Int)] = []
    for unit in reading.units.indices where reading.units[unit].tokens <= 40 {
      let rule: String
      switch reading.verdicts[unit]?.rule {
      case BylineReading.id: rule = "byline-outlet"
      case SiteNotice.id, FollowLine.id, SignUpBox.id: rule = "notice-outlet"
      case CopyrightLine.id: rule = "rights-outlet"
      default: continue
      }
      let range = reading.units[unit].words
      guard range.count <= 60 else { continue }
      if rule == "rights-outlet" {
        if let owner = CopyrightLine.owner(unit, reading),
          OutletWords.name(reading.words[owner], in: reading.text.bytes)
        {
          found.append((owner, rule, unit))
        }
        continue
      }
      var index = range.lowerBound
      while index < range.upperBound {
        guard let name = name(at: index, range, rule, reading) else {
          index += 1
          continue
        }
        found.append((name, rule, unit))
        index = name.upperBound
      }
      if found.count > 16 { return }
    }
    guard let first = found.first else { return }
    let key = reading.words[first.words].map(\.hash)
    guard found.allSatisfy({ reading.words[$0.words].elementsEqual(key, by: { $0.hash == $1 }) })
    else { return }
    let text = reading.string(
      Int(reading.words[first.words.lowerBound].start),
      Int(reading.words[first.words.upperBound - 1].end))
    reading.publisher = Inferred(text, rule: first.rule, line: reading.line(first.unit))
  }

  /// The name that starts at word `index`: behind a comma or a bracket in a byline, behind a word that
  /// asks in a notice.
  private func name(
    at index: Int, _ range: Range<Int>, _ rule: String, _ reading: CaptureReading
  ) -> Range<Int>? {
    let words = reading.words
    guard index > range.lowerBound, words[index].isCapitalised || OutletWords.isSmall(words[index])
    else { return nil }
    if rule == "byline-outlet" {
      let gap = self.gap(index - 1, reading)
      let opens = gap.contains { [0x2C, 0x28, 0x7C, 0x2F].contains($0) }
      guard opens || Self.forWords.contains(words[index - 1].hash) else { return nil }
    } else {
      guard Self.asking.contains(words[index - 1].hash) else { return nil }
    }
    var end = index
    while end < range.upperBound, end - index < 6,
      words[end].isCapitalised || OutletWords.isSmall(words[end]),
      end == index || isSpaced(end - 1, reading)
    { end += 1 }
    while end > index, !words[end - 1].isCapitalised { end -= 1 }
    guard end > index, OutletWords.name(words[index..<end], in: reading.text.bytes) else {
      return nil
    }
    return index..<end
  }

  private func isSpaced(_ index: Int, _ reading: CaptureReading) -> Bool {
    let gap = gap(index, reading)
    return gap.elementsEqual([0x20]) || gap.elementsEqual([0x2E]) || gap.elementsEqual([0x2D])
  }

  private func gap(_ index: Int, _ reading: CaptureReading) -> ArraySlice<UInt8> {
    let start = Int(reading.words[index].end)
    return reading.text.bytes[start..<max(start, Int(reading.words[index + 1].start))]
  }

  private static let asking = Set(
    "follow support join to for from von à de на ".split(separator: " ").map { WordHash.of($0) })
  private static let forWords = Set(["for", "für", "pour", "para", "для"].map { WordHash.of($0) })
}
