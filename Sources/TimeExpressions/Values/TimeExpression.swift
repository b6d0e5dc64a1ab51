package import EDTF

/// One time expression of a text.
package struct TimeExpression: Hashable, Sendable {
  /// TIMEX3's types.
  package enum Kind: String, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// TIMEX3's `mod`.
  package enum Modifier: String, Sendable {
    case start = "START"
    case mid = "MID"
    case end = "END"
    case approximate = "APPROX"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
    case equalOrLess = "EQUAL_OR_LESS"
    case equalOrMore = "EQUAL_OR_MORE"
    case before = "BEFORE"
    case after = "AFTER"
  }

  /// Where the part of the value that the words do not say comes from.
  package enum Anchor: String, Sendable {
    /// Nowhere: the words say it all, or it stays unknown.
    case none
    /// The document's date, which the document itself gives.
    case document
    /// A date that stands before it in the text.
    case narrative
    /// The date of the reference in whose note it stands.
    case citation
    /// The document's date, as an editor gave it.
    case editor
  }

  /// How exactly the value is known, from the coarsest to the finest.
  package enum Precision: String, Sendable {
    case vague
    case century, decade, year, season, month
    case partOfYear = "part-of-year"
    case partOfMonth = "part-of-month"
    case week, day
    case partOfDay = "part-of-day"
    case hour, minute, second
  }

  /// What the date dates.
  package enum Role: String, Sendable {
    /// Something that the text tells.
    case event
    /// A work that the text refers to: its publication, or when it was read.
    case citation
  }

  /// Which of two expressions of one interval this is. TIMEX3 has no ranges inside one tag.
  package struct RangeLink: Hashable, Sendable {
    /// Whether it is the interval's start.
    package let isStart: Bool
    /// The index of the other end in what `TimeReader.read` gave.
    package let other: Int
    /// The days from the start's first to the end's last; nil when an end is unknown.
    package let days: ClosedRange<Int32>?

    /// The interval in EDTF, to the day; nil when an end is unknown.
    package var edtf: EDTF? { days.flatMap { TimeDate.interval($0) } }
  }

  /// The index of its paragraph.
  package let paragraph: Int
  /// UTF-8 offsets within the paragraph.
  package let range: Range<Int>
  /// TIMEX3's `type`.
  package let kind: Kind
  /// TIMEX3's `value`.
  package let value: TimeValue
  /// TIMEX3's `mod`.
  package let modifier: Modifier?
  /// The days that it covers, since 1970-01-01, narrowed by the modifier (“late September”: from
  /// the 21st); for a duration beside “before” or “after” a date, the point that follows from both.
  /// Nil when unknown.
  package let days: ClosedRange<Int32>?
  /// How exactly the value is known, with its modifier.
  package let precision: Precision
  /// Where what the words leave out came from.
  package let anchor: Anchor
  /// What the date dates.
  package let role: Role
  /// The other end of the interval that it is an end of.
  package internal(set) var link: RangeLink?
  /// The rule that read it.
  package let rule: TimeRule

  /// The value in EDTF, with `~` for an approximate one; nil when it has none.
  package var edtf: EDTF? {
    guard modifier == .approximate, let plain = value.edtf, !plain.isInterval else {
      return value.edtf
    }
    return (try? EDTF.parse(plain.text + "~").get()) ?? plain
  }
}
