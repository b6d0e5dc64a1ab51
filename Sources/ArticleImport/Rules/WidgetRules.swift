internal import DossierModel

/// Reaction buttons with their counts.
struct ReactionCounter: CaptureRule {
  static let id = "reaction-counter"
  static let about = """
    Three or more pairs of a label of at most three words and a line that is one whole number \
    (`like`, `0`, `love`, `0` …), with the question above them. Two pairs are left alone. One known capture has it.
    """

  func apply(to reading: inout CaptureReading) {
    var unit = 0
    while unit + 5 < reading.units.count {
      var end = unit
      while end + 1 < reading.units.count, isLabel(end, reading), isCount(end + 1, reading) {
        end += 2
      }
      guard end - unit >= 6 else {
        unit += 1
        continue
      }
      for index in unit..<end { reading.mark(index, .chrome, Self.id) }
      if unit > 0, reading.units[unit - 1].tokens <= 6, !reading.units[unit - 1].endsColon,
        isQuestion(unit - 1, reading)
      {
        reading.mark(unit - 1, .chrome, "reaction-question")
      }
      unit = end
    }
  }

  private func isLabel(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let measured = reading.units[unit]
    return reading.isFree(unit) && measured.tokens <= 3 && measured.letters > 0
      && measured.letters <= 40 && !measured.endsSentence
  }

  private func isCount(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let slice = reading.slice(unit)
    return slice.count == 1 && slice.first?.isNumber == true && reading.units[unit].digits <= 7
  }

  private func isQuestion(_ unit: Int, _ reading: CaptureReading) -> Bool {
    reading.text.bytes[reading.units[unit].end - 1] == 0x3F
  }
}

/// A bar of share buttons.
struct ShareBar: CaptureRule {
  static let id = "share-bar"
  static let about = """
    A line of at most twelve words, all of them names of networks or of page tools (`Facebook \
    Twitter Print`, `Share 12`). One other word and the line is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices
    where reading.isFree(unit) && reading.units[unit].tokens <= 12 && !reading.slice(unit).isEmpty {
      let slice = reading.slice(unit)
      if FurniturePhrases.buttons.covers(slice) && !slice.allSatisfy({ $0.languages != 0 }) {
        reading.mark(unit, .chrome, Self.id)
      }
    }
  }
}

/// A label or tool of the page.
struct PageTool: CaptureRule {
  static let id = "page-tool"
  static let about = """
    A line that is exactly a label from a closed list, “Printer friendly page”, “Top of Page”, \
    “Advertisement”, “Читать далее”; and a line without any letter or digit.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.isFree(unit) {
      let slice = reading.slice(unit)
      if slice.isEmpty || reading.units[unit].tokens <= 8 && FurniturePhrases.tools.isWhole(slice) {
        reading.mark(unit, .chrome, slice.isEmpty ? "no-words" : Self.id)
      }
    }
  }
}

/// What a site says about itself: newsletters, cookies, comments, rights.
struct SiteNotice: CaptureRule {
  static let id = "site-notice"
  static let about = """
    A line of at most thirty words that opens like a notice (“Sign up for …”, “Please let us know if \
    …”) or of at most sixty that holds the words of one (“all rights reserved”). Longer paragraphs are \
    left alone, and so are lines in quotation marks.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.isFree(unit) {
      let measured = reading.units[unit]
      guard measured.tokens <= 60, !Self.startsWithQuote(measured, reading) else { continue }
      let slice = reading.slice(unit)
      if measured.tokens <= 30 && FurniturePhrases.noticeStarts.starts(slice)
        || FurniturePhrases.noticeParts.occurs(in: slice)
      {
        reading.mark(unit, .chrome, Self.id)
      }
    }
  }

  static func startsWithQuote(_ unit: CaptureUnit, _ reading: CaptureReading) -> Bool {
    let scalar = UTF8Bytes.scalar(reading.text.bytes, unit.start).value
    return scalar == 0x22 || scalar == 0xAB || (0x2018...0x201F).contains(scalar)
  }
}

/// A line that points to another article.
struct CrossLink: CaptureRule {
  static let id = "cross-link"
  static let about = """
    `READ:`, `Related:`, `Читайте также:` and the like before at most thirty words, and any label in \
    capitals (four letters or more, up to three words) with a colon before words that end no sentence. \
    A dateline (`KYIV: The minister said.`) ends its sentence and is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.isFree(unit) && reading.units[unit].tokens <= 30
    {
      let slice = reading.slice(unit)
      guard let colon = labelLength(slice, reading), colon < slice.count else { continue }
      let label = slice.prefix(colon)
      if FurniturePhrases.crossLinks.isWhole(label) {
        reading.mark(unit, .chrome, Self.id)
      } else if !reading.units[unit].endsSentence, slice.count - colon >= 3,
        !FurniturePhrases.publishedLabels.isWhole(label),
        !FurniturePhrases.updatedLabels.isWhole(label),
        label.allSatisfy({ $0.traits.contains(.allCapitals) }),
        label.contains(where: { $0.end - $0.start >= 4 })
      {
        reading.mark(unit, .chrome, "cross-link-capitals")
      }
    }
  }

  /// How many words stand before a colon, if at most four do.
  private func labelLength(_ slice: ArraySlice<Word>, _ reading: CaptureReading) -> Int? {
    for (count, word) in slice.prefix(4).enumerated() {
      var end = Int(word.end)
      while end < reading.text.bytes.count, reading.text.bytes[end] == 0x20 { end += 1 }
      guard end < reading.text.bytes.count else { return nil }
      if reading.text.bytes[end] == 0x3A { return count + 1 }
    }
    return nil
  }
}
