internal import DossierModel

/// What makes a line a stamp.
enum StampShape {
  /// Whether any date with or without a year stands in a line of at most 24 words.
  static func hasDate(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let measured = reading.units[unit]
    guard measured.digits > 0, measured.tokens <= 24, measured.words.count <= 60 else {
      return false
    }
    return !dates(unit, reading).isEmpty
  }

  static func dates(_ unit: Int, _ reading: CaptureReading) -> [DateReader.Found] {
    reader(reading).dates(in: reading.units[unit].words)
  }

  /// A reader of dates for the capture's language.
  static func reader(_ reading: CaptureReading) -> DateReader {
    let dayFirst = reading.language.map { FunctionWords.languages[$0] != "en" } ?? false
    return DateReader(bytes: reading.text.bytes, words: reading.words, dayFirst: dayFirst)
  }

  /// The time of day that belongs to a date of the line.
  static func time(
    of date: DateReader.Found, _ unit: Int, _ reading: CaptureReading
  ) -> String? {
    TimeOfDayReader(bytes: reading.text.bytes, words: reading.words)
      .time(of: date, among: dates(unit, reading), in: reading.units[unit].words)
  }

  /// The stamp that the line is; nil when it says more than a stamp does.
  static func read(_ unit: Int, _ reading: CaptureReading) -> CaptureReading.Stamp? {
    let measured = reading.units[unit]
    guard measured.digits > 0, measured.tokens <= 20, measured.words.count <= 60 else { return nil }
    let dates = dates(unit, reading)
    let slice = reading.slice(unit)
    var leftover = 0
    var vocabulary = 0
    var index = slice.startIndex
    while index < slice.endIndex {
      if let date = dates.first(where: { $0.words.contains(index) }) {
        index = date.words.upperBound
        continue
      }
      let count = FurniturePhrases.stampWords.match(slice, at: index)
      if count > 0 { vocabulary += count }
      if count == 0, !slice[index].isNumber, !MonthNames.isWeekday(slice[index]) { leftover += 1 }
      index += max(count, 1)
    }
    let updated = FurniturePhrases.updatedLabels.occurs(in: slice)
    let labelled = updated || FurniturePhrases.publishedLabels.occurs(in: slice)
    let hasTime = zip(slice, slice.dropFirst()).contains {
      $0.isNumber && $1.isNumber && $1.start == $0.end + 1
        && reading.text.bytes[Int($0.end)] == 0x3A
    }
    if leftover > 0 {
      guard !dates.isEmpty, leftover <= 3, labelled || hasTime else { return nil }
    }
    guard !dates.isEmpty || vocabulary > 0 && measured.tokens <= 8 else { return nil }
    let role: CaptureReading.Stamp.Role
    switch (FurniturePhrases.publishedLabels.occurs(in: slice), updated) {
    case (true, true): role = firstLabelIsPublished(slice) ? .published : .updated
    case (true, false): role = .published
    case (false, true): role = .updated
    case (false, false): role = .plain
    }
    let time = dates.first.flatMap { Self.time(of: $0, unit, reading) }
    return .init(
      unit: unit, role: role, date: dates.first, hasTime: hasTime || time != nil, time: time)
  }

  private static func firstLabelIsPublished(_ slice: ArraySlice<Word>) -> Bool {
    for index in slice.indices {
      if FurniturePhrases.updatedLabels.match(slice, at: index) > 0 { return false }
      if FurniturePhrases.publishedLabels.match(slice, at: index) > 0 { return true }
    }
    return false
  }
}

/// Collects stamps; they are classed when it is known where the article is.
struct StampReading: CaptureRule {
  static let id = "stamp"
  static let about = """
    A line that holds a date and nothing but times, weekdays, words of a stamp (“Published”, “min \
    read”) and, with a label or a time, up to three other words. A date inside a sentence is left \
    alone, and so is a bare date between paragraphs.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.isFree(unit) {
      if let stamp = StampShape.read(unit, reading) { reading.stamps.append(stamp) }
    }
    for stamp in reading.stamps where stamp.role != .plain {
      reading.mark(stamp.unit, .stamp, stamp.role == .updated ? "stamp-updated" : "stamp-published")
    }
  }
}

/// Chooses the date of publication.
struct PublicationStamp: CaptureRule {
  static let id = "published"
  static let about = """
    The date of the first stamp labelled as publication; else of the first unlabelled stamp between \
    title and text (a standfirst may stand above it); else of the byline; else of a stamp within three lines above the title or below \
    the article. “Updated” is never taken, nor a date without a year, nor `10/11/2020`, whose day and \
    month an English capture does not tell apart.
    """

  func apply(to reading: inout CaptureReading) {
    let first = Self.textStart(reading)
    for stamp in reading.stamps where stamp.role == .plain {
      // Inside the article only a moment (of a comment, of a related piece) is furniture; a bare date
      // may head a section.
      if stamp.unit <= first || !reading.main.contains(stamp.unit) || stamp.hasTime
        || stamp.date == nil
      {
        reading.mark(stamp.unit, .stamp, Self.id(of: stamp))
      }
    }
    let title = reading.headUnit ?? -1
    let groups: [(CaptureReading.Stamp) -> Bool] = [
      { $0.role == .published && $0.date?.form != "month-year" },
      { $0.role == .plain && $0.unit > title && $0.unit <= first },
      { $0.role == .byline },
      { $0.role == .plain && $0.unit < title && $0.unit >= title - 3 },
      { [main = reading.main] in
        $0.role == .plain && $0.unit >= main.upperBound && $0.unit < main.upperBound + 3
          && $0.date?.form != "month-year"
      },
    ]
    for group in groups {
      for stamp in reading.stamps where group(stamp) {
        guard let date = stamp.date, let edtf = date.edtf else { continue }
        reading.published = Inferred(
          edtf, rule: "stamp-\(date.form)", line: reading.line(stamp.unit))
        reading.publishedTime = stamp.time.map {
          Inferred($0, rule: "stamp-time", line: reading.line(stamp.unit))
        }
        return
      }
    }
  }

  /// Where the text begins for stamps: at the first paragraph, or at a dated stamp within four lines
  /// below it that only bylines and furniture part from it, for then that paragraph is a standfirst.
  private static func textStart(_ reading: CaptureReading) -> Int {
    guard let first = reading.firstParagraph else { return reading.units.count }
    let below = reading.stamps.first {
      $0.role == .plain && $0.date?.edtf != nil && $0.unit > first && $0.unit <= first + 4
    }
    guard let unit = below?.unit, (first + 1..<unit).allSatisfy({ !reading.isFree($0) }) else {
      return first
    }
    return unit
  }

  private static func id(of stamp: CaptureReading.Stamp) -> String {
    stamp.date.map { "stamp-\($0.form)" } ?? "stamp-relative"
  }
}
