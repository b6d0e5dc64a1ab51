import DossierModel
import EDTF
import TimeExpressions

/// Finds the sentences of a capture that say when something was.
///
/// Captions and headings are read, since the text goes on from them, but make no entry: a caption dates
/// its picture, and a heading is no sentence. In a capture without markup a paragraph that ends in a
/// letter or a digit counts as one of them.
enum DatedSentenceFinder {
  /// How many dates of one sentence count: one with more is a table or a list, and would be repeated on
  /// every page that it names as often.
  static let datesPerSentence = 8

  /// How many times nearer to the publication the same date of another year may lie than that of the
  /// year which it gave; beyond that only the sense tells which one is meant. A day so lies nine months
  /// away at most, a season seven.
  static let nearness = 3

  /// The rules that read dates without their year.
  private static let yearless: Set<TimeRule> = [
    .monthDay, .dayMonth, .month, .elidedMonth, .season, .dayPartOf, .boundary, .dateAndClock,
    .otherLanguage,
  ]

  /// The rules that count from a date said before: where none was, the day of publication is a guess.
  private static let fromNarrative: Set<TimeRule> = [
    .same, .later, .dayBefore, .dayOfMonth, .clock, .ofThatYear,
  ]

  /// A date with its place, before its sentence is known.
  private struct Reading {
    let range: Range<Int>
    let date: EDTF
    let anchor: DatedSentence.Anchor
    let datesCitation: Bool
    let rule: TimeRule

    var isAnchored: Bool { anchor == .document || anchor == .editor }
    /// Whether it dates what the text tells, without what stands before it.
    var isStated: Bool { !datesCitation && (isAnchored || anchor == .none) }
  }

  /// The dated sentences in the order of the text. `mentions` are those of each paragraph: a sentence is
  /// what it is for them. O(bytes + mentions).
  static func dates(in source: Source, mentions: [[Mention]]) -> [DatedSentence] {
    let paragraphs = source.article.paragraphs
    guard !paragraphs.isEmpty else { return [] }
    let times = DocumentTimes(
      published: source.published?.value, isFromEditor: source.published?.basis.isEditor == true)
    let found = times.read(paragraphs.lazy.map { ($0.text, $0.layer == .footnote) })
    let published = source.published?.value.latest
    var dates: [DatedSentence] = []
    var start = 0
    while start < found.count {
      let paragraph = found[start].paragraph
      var end = start + 1
      while end < found.count, found[end].paragraph == paragraph { end += 1 }
      if isProse(paragraphs[paragraph]) {
        append(
          readings(in: found, start..<end), of: paragraph, paragraphs[paragraph].text,
          mentions[paragraph], published: published, to: &dates)
      }
      start = end
    }
    return dates
  }

  private static func isProse(_ paragraph: Article.Paragraph) -> Bool {
    if case .heading = paragraph.kind { return false }
    guard paragraph.layer != .caption, let last = paragraph.text.utf8.last else { return false }
    return paragraph.kind != .plain || !isLetterOrDigit(last)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  // MARK: What the expressions say

  /// Dates and spans of one paragraph; durations, sets and references without a date are left out.
  private static func readings(in found: [TimeExpression], _ range: Range<Int>) -> [Reading] {
    var readings: [Reading] = []
    var taken = range.lowerBound
    for index in range where index >= taken {
      let time = found[index]
      guard time.kind == .date || time.kind == .time else { continue }
      if let link = time.link, link.isStart, link.other == index + 1, link.other < range.upperBound,
        let span = span(time, found[link.other])
      {
        readings.append(span)
        taken = link.other + 1
      } else if let date = time.edtf {
        readings.append(
          Reading(
            range: time.range, date: date, anchor: anchor(time.anchor),
            datesCitation: time.role == .citation, rule: time.rule))
      }
    }
    return readings
  }

  /// From one date to another, each as exactly as it was said.
  private static func span(_ first: TimeExpression, _ last: TimeExpression) -> Reading? {
    guard let start = first.edtf?.date, let end = last.edtf?.date,
      let date = EDTF(from: .date(withoutTime(start)), to: .date(withoutTime(end)))
    else { return nil }
    let anchors = [anchor(first.anchor), anchor(last.anchor)]
    return Reading(
      range: first.range.lowerBound..<last.range.upperBound, date: date,
      // What one end inherited, the span inherited.
      anchor: [.citation, .narrative, .document, .editor].first(where: anchors.contains) ?? .none,
      datesCitation: first.role == .citation || last.role == .citation, rule: first.rule)
  }

  private static func withoutTime(_ date: EDTFDate) -> EDTFDate {
    guard date.time != nil, let day = date.civilDate else { return date }
    return EDTFDate(day)
  }

  private static func anchor(_ anchor: TimeExpression.Anchor) -> DatedSentence.Anchor {
    switch anchor {
    case .none: .none
    case .document: .document
    case .narrative: .narrative
    case .citation: .citation
    case .editor: .editor
    }
  }

  // MARK: Sentences

  private static func append(
    _ readings: [Reading], of paragraph: Int, _ text: String, _ mentions: [Mention],
    published: Int32?, to dates: inout [DatedSentence]
  ) {
    guard !readings.isEmpty else { return }
    let bytes = Array(text.utf8)
    var sentences: Sentences?
    var next = 0
    func sentence(at offset: Int) -> Range<Int> {
      while next < mentions.count, Int(mentions[next].sentenceUpper) <= offset { next += 1 }
      if next < mentions.count, Int(mentions[next].sentenceLower) <= offset {
        return Int(mentions[next].sentenceLower)..<Int(mentions[next].sentenceUpper)
      }
      let all =
        sentences
        ?? Sentences(
          bytes, 0..<bytes.count, names: mentions.lazy.map { Int($0.lower)..<Int($0.upper) })
      sentences = all
      return all.sentence(at: offset, in: bytes)
    }
    var start = 0
    while start < readings.count {
      let sentence = sentence(at: readings[start].range.lowerBound)
      var end = start + 1
      while end < readings.count, readings[end].range.lowerBound < sentence.upperBound { end += 1 }
      for reading in distinct(readings[start..<end]).prefix(datesPerSentence) {
        let distance = distance(of: reading.date, from: published)
        dates.append(
          DatedSentence(
            paragraph: Int32(paragraph),
            sentence: UInt32(sentence.lowerBound)..<UInt32(sentence.upperBound),
            expression: UInt32(reading.range.lowerBound)..<UInt32(reading.range.upperBound),
            date: reading.date, anchor: reading.anchor, datesCitation: reading.datesCitation,
            isAhead: distance > 0,
            isDoubtful: isDoubtful(reading, distance, in: bytes), rule: reading.rule.id))
      }
      start = end
    }
  }

  /// Whether the day of publication is not, or not clearly, what the date counts from.
  private static func isDoubtful(
    _ reading: Reading, _ distance: Int32, in text: [UInt8]
  ) -> Bool {
    guard reading.isAnchored else { return false }
    if yearless.contains(reading.rule) {
      let other = 366 - Int(abs(distance)) - (reading.date.days ?? 1)
      return Int(abs(distance)) > nearness * other
    }
    // “This month” is the report's own, “that month” one it spoke of.
    let points = reading.rule == .pointed && !beginsWithThis(text[reading.range])
    return points || fromNarrative.contains(reading.rule)
  }

  private static func beginsWithThis(_ words: ArraySlice<UInt8>) -> Bool {
    // In ASCII, the small letter is the capital with one bit more.
    words.prefix(3).map { $0 | 0x20 } == Array("thi".utf8)
  }

  /// How many days lie between a day and a date: negative for one before it, 0 where they overlap or one
  /// of them is unknown.
  private static func distance(of date: EDTF, from day: Int32?) -> Int32 {
    guard let day else { return 0 }
    if let first = date.earliest, first > day { return first - day }
    if let last = date.latest, last < day { return last - day }
    return 0
  }

  /// Each date once, where it is stated and where it is not; a month or year of which the same sentence
  /// says a part more exactly says no more.
  private static func distinct(_ readings: ArraySlice<Reading>) -> [Reading] {
    guard readings.count > 1 else { return Array(readings) }
    /// Months as 12 × year + month, and years as themselves with their sign turned.
    var finer: Set<Int> = []
    for reading in readings where reading.isStated {
      guard let date = reading.date.date else { continue }
      if date.precision >= .season { finer.insert(-date.year) }
      if date.precision >= .day, let month = date.month { finer.insert(date.year * 12 + month) }
    }
    var stated: Set<EDTF> = []
    var others: Set<EDTF> = []
    return readings.filter { reading in
      guard reading.isStated else { return others.insert(reading.date).inserted }
      if let date = reading.date.date {
        if date.precision == .year, finer.contains(-date.year) { return false }
        if date.precision == .month, let month = date.month,
          finer.contains(date.year * 12 + month)
        {
          return false
        }
      }
      return stated.insert(reading.date).inserted
    }
  }
}
