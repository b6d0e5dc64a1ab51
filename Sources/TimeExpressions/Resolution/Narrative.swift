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

  mutating func note(_ date: TimeDate, isExplicit: Bool) {
    guard date.year != 0, date.scale == .year else { return }
    year = Int(date.year)
    guard date.part == .month, date.number > 0 else { return }
    self.date = date
    if isExplicit {
      explicit = date
      explicitInParagraph = date
    }
  }
}
