import EDTF

/// What a text has said so far: where its relative expressions count from.
struct Narrative {
  /// The last year, said or resolved; 0 before the first.
  var year = 0
  /// The last date that has a month.
  var date: TimeDate?
  /// The last date whose words gave a month and a year.
  var explicit: TimeDate?
  /// Such a date of this paragraph.
  var explicitInParagraph: TimeDate?

  /// The last day, when the last date is one of the last year.
  var day: CivilDate? {
    guard let date, Int(date.year) == year else { return nil }
    return date.civilDate
  }

  /// What a heading says of its section.
  struct Heading {
    /// Nil when it names no year.
    let years: ClosedRange<Int>?
  }

  /// The years of the section's heading.
  var section: ClosedRange<Int>?

  /// Begins a paragraph, which is a heading or not. The paragraphs of a section whose heading names
  /// one year begin in that year, whatever the last one digressed to.
  mutating func begin(_ heading: Heading?) {
    if let heading {
      section = heading.years
    } else if let section, !section.contains(year) {
      year = section.lowerBound
    }
  }

  mutating func note(_ date: TimeDate, isExplicit: Bool) {
    guard date.year != 0, abs(Int(date.year)) <= 9999, date.scale == .year else { return }
    year = Int(date.year)
    guard date.part == .month, date.number > 0 else { return }
    self.date = date
    if isExplicit {
      explicit = date
      explicitInParagraph = date
    }
  }
}
