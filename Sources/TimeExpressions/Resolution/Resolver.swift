import EDTF

/// Gives candidates their values, in the order of the text.
struct Resolver {
  typealias Anchor = TimeExpression.Anchor

  let options: TimeReader.Options
  var narrative = Narrative()
  /// The date that the document's own date is replaced by within a note: that of the reference.
  var citationDate: CivilDate?

  init(options: TimeReader.Options) { self.options = options }

  /// The day from which “yesterday” counts, and what that day is.
  var present: (day: CivilDate, anchor: Anchor)? {
    if let citationDate { return (citationDate, .citation) }
    return options.documentDate.map { ($0, options.isFromEditor ? .editor : .document) }
  }

  var isBackground: Bool { options.genre == .background && citationDate == nil }

  mutating func resolve(
    _ found: [Candidate], tokens: [Token], paragraph: Int, isNote: Bool,
    into expressions: inout [TimeExpression]
  ) {
    let outside = narrative
    narrative.explicitInParagraph = nil
    citationDate =
      isNote ? found.lazy.compactMap { $0.date?.civilDate }.first : nil
    let offset = expressions.count
    narrative.begin(Self.heading(found, tokens: tokens))
    for (place, candidate) in found.enumerated() {
      var (value, anchor) = value(of: candidate)
      if place > 0, found[place - 1].opensRange, anchor != .none, case .date(let date) = value,
        let start = expressions.last?.value.date, candidate.date != nil
      {
        value = .date(Self.end(date, of: start))
      } else if place > 0, candidate.rule == .elidedMonth, case .date(let date) = value,
        let before = expressions.last?.value.date, before.number == date.number, anchor != .none,
        expressions.count > offset, found[place - 1].end + 3 > candidate.first
      {
        // “October 13, 15 and 19” is of one year, whatever day the document has.
        value = .date(date.with(year: Int(before.year)))
      }
      if case .date(let date) = value, candidate.kind != .set, !candidate.isCitation,
        !candidate.isAside
      {
        narrative.note(date, isExplicit: candidate.date?.year ?? 0 != 0)
      }
      expressions.append(
        expression(candidate, value, anchor, tokens: tokens, paragraph: paragraph))
    }
    link(found, offset: offset, in: &expressions)
    derive(found, offset: offset, in: &expressions)
    if isNote { narrative = outside }
    citationDate = nil
  }

  /// The years of a heading (“2003: Invasion”, “Western Theatre 1861-1863”): a short paragraph that
  /// is no sentence. Nil for any other paragraph.
  private static func heading(_ found: [Candidate], tokens: [Token]) -> Narrative.Heading? {
    guard tokens.count <= 14, let last = tokens.last else { return nil }
    switch last.word {
    case .stop, .sentenceEnd, .colon, .quote, .comma, .semicolon: return nil
    default: break
    }
    let years = found.compactMap { $0.date }.filter { $0.year != 0 && $0.scale == .year }
    guard let first = years.map(\.year).min(), let final = years.map(\.year).max() else {
      return Narrative.Heading(years: nil)
    }
    return Narrative.Heading(years: Int(first)...Int(final))
  }

  /// The end of a range is not before its start: “from October 1944 to March”.
  private static func end(_ end: TimeDate, of start: TimeDate) -> TimeDate {
    guard start.year != 0, end.part == start.part, end.scale == start.scale else { return end }
    var result = end.with(year: Int(start.year))
    if (result.number, result.day) < (start.number, start.day) { result.year += 1 }
    return result
  }

  private func expression(
    _ candidate: Candidate, _ value: TimeValue, _ anchor: Anchor, tokens: [Token], paragraph: Int
  ) -> TimeExpression {
    let days = Intervals.days(of: value, modifier: candidate.modifier)
    return TimeExpression(
      paragraph: paragraph,
      range: Int(tokens[candidate.first].start)..<Int(tokens[candidate.end - 1].end),
      kind: candidate.kind, value: value, modifier: candidate.modifier, days: days,
      precision: Intervals.precision(of: value, modifier: candidate.modifier), anchor: anchor,
      role: candidate.isCitation ? .citation : .event, link: nil, rule: candidate.rule)
  }

  private func link(
    _ found: [Candidate], offset: Int, in expressions: inout [TimeExpression]
  ) {
    for (place, candidate) in found.enumerated() where candidate.opensRange {
      guard place + 1 < found.count else { continue }
      let (start, end) = (offset + place, offset + place + 1)
      var days: ClosedRange<Int32>?
      if let first = expressions[start].days, let last = expressions[end].days,
        first.lowerBound <= last.upperBound
      {
        days = first.lowerBound...last.upperBound
      }
      expressions[start].link = TimeExpression.RangeLink(isStart: true, other: end, days: days)
      expressions[end].link = TimeExpression.RangeLink(isStart: false, other: start, days: days)
    }
  }

  /// “Two weeks after September 5”: the point that follows from both.
  private func derive(
    _ found: [Candidate], offset: Int, in expressions: inout [TimeExpression]
  ) {
    for (place, candidate) in found.enumerated() where candidate.relation != 0 {
      guard place + 1 < found.count, found[place + 1].first == candidate.end + 1,
        case .amount(let amount) = candidate.meaning, let count = amount.count,
        let days = expressions[offset + place + 1].days
      else { continue }
      let steps = candidate.relation * count
      guard let first = Intervals.shifted(days.lowerBound, by: steps, amount.unit),
        let last = Intervals.shifted(days.upperBound, by: steps, amount.unit), first <= last
      else { continue }
      expressions[offset + place] = expressions[offset + place].lasting(first...last)
    }
  }
}
