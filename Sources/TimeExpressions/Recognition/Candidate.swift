/// An expression that was found and is not yet resolved against its surroundings.
struct Candidate {
  /// Where a relative expression counts from.
  enum Base {
    /// The document's date (“two months ago”).
    case document
    /// The last date of the narrative (“two days later”).
    case narrative
    /// The document's date in news, the narrative in background (“next summer”).
    case genre
  }

  enum Meaning {
    /// Parts of a date; what is missing above them comes from an anchor.
    case calendar(TimeDate)
    /// The unit that lies so many units from the base's.
    case step(TimeUnit, Int, Base)
    /// A month, season or weekday, named relative to the base: -1 the last, 1 the next, 0 this.
    case named(TimeDate, Int, Base)
    /// So long before (-1) or after (1) the base.
    case shift(TimeAmount, Int, Base)
    case amount(TimeAmount)
    /// A day of the narrative's month.
    case dayOfMonth(Int)
    /// A time of day alone.
    case clock
    /// A value that nothing needs to be added to.
    case fixed(TimeValue)
  }

  /// Token indices.
  var first: Int
  var end: Int
  var rule: TimeRule
  var meaning: Meaning
  var kind: TimeExpression.Kind = .date
  var modifier: TimeExpression.Modifier?
  /// The part of the day or the time of day.
  var time = TimeDate()
  /// “July 25 of that year”.
  var takesNarrativeYear = false
  /// Which half or quarter of the year that `meaning` gives (negative: quarter), 0 for the whole.
  var section = 0
  /// A duration beside “before” (-1) or “after” (1) something.
  var relation = 0
  /// It is the start of an interval with the next candidate.
  var opensRange = false
  /// The end of that interval, when it is a date of the same kind without a year of its own.
  var rangeEnd: TimeDate?
  var isCitation = false
  /// “will”, “until” and the like stand before it in its sentence.
  var isAhead = false
  /// It looks aside from the narrative, which goes on from where it was: “since 1995”, “a year
  /// earlier”, “the 1941 campaign”.
  var isAside = false

  init(_ first: Int, _ end: Int, _ rule: TimeRule, _ meaning: Meaning) {
    self.first = first
    self.end = end
    self.rule = rule
    self.meaning = meaning
  }

  /// The date when its words give one.
  var date: TimeDate? {
    if case .calendar(let date) = meaning { date } else { nil }
  }
}
