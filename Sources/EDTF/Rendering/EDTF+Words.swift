extension EDTFDate {
  /// The date for English readers: `12 July 2020`, `July 2020`, `about 2020`, `spring 2020`,
  /// `a day in May 2004` (`2004-05-XX`), `12 July 2020 (uncertain)`.
  package var words: String { EnglishDates.words(self) }

  /// The value for `<time datetime>`; nil where HTML has no form that says the same: seasons,
  /// decades, and dates that are uncertain or approximate (HTML, section 4.5.14).
  package var htmlDateTime: String? {
    guard qualifiers.isEmpty else { return nil }
    switch precision {
    case .century, .decade, .season: return nil
    case .year: return Digits.padded(year, 4)
    case .month: return Digits.padded(year, 4) + "-" + Digits.padded(month ?? 1, 2)
    case .day, .time: return text
    }
  }
}

extension EDTF {
  /// The value for English readers: as `EDTFDate.words`, and `9–10 November 2020`,
  /// `27 September – 10 November 2020`, `2019–2020`, `from July 2020 on` (open),
  /// `until July 2020, start unknown`.
  package var words: String {
    switch content {
    case .date(let date): EnglishDates.words(date)
    case .interval(let start, let end): EnglishDates.words(from: start, to: end)
    }
  }

  /// The value for `<time datetime>`; nil for intervals, and as `EDTFDate.htmlDateTime` has it.
  package var htmlDateTime: String? { date?.htmlDateTime }
}
