/// Every rule that can give a time expression: its id, what it reads, an example.
package enum TimeRule: UInt8, Sendable, CaseIterable {
  case isoDate, isoMonth, numericDate, numericAmbiguous, otherLanguage
  case fullDate, monthYear, monthDay, dayMonth, month, ofThatYear, lentYear
  case elidedMonth, elidedYear, year, era, season, seasonYear, decade, century
  case weekday, dayOfMonth, dateAndClock, clock, dayPart, dayPartOf
  case boundary, section, wholeUnit
  case deictic, directed, directedAmount, pointed, same, dayBefore, someTime, unresolved
  case ago, later, duration, everyUnit, repeated, reference
}

extension TimeRule {
  /// Its name in explanations and documentation, stable over versions.
  package var id: String { entry.id }
  /// What it reads and where the value comes from.
  package var summary: String { entry.summary }
  /// A text that it fires on.
  package var example: String { entry.example }

  private var entry: (id: String, summary: String, example: String) {
    switch self {
    case .isoDate: ("time-iso-date", "year, month and day in digits", "2020-08-31")
    case .isoMonth:
      (
        "time-iso-month",
        "year and month in digits; two years that follow on one another are a range",
        "2020-07"
      )
    case .numericDate:
      (
        "time-numeric-date",
        "day, month and year in digits, where stops, a number above 12 or the site's order "
          + "tell which is which",
        "31.08.2020"
      )
    case .numericAmbiguous:
      (
        "time-numeric-ambiguous", "day and month in an unknown order: only the year is kept",
        "03/04/2020"
      )
    case .otherLanguage:
      ("time-other-language", "a date in Russian, Turkish, German or French", "23 июля 2020 года")
    case .fullDate: ("time-full-date", "day, month and year", "October 14, 2020")
    case .monthYear: ("time-month-year", "month and year", "October 2020")
    case .monthDay:
      ("time-month-day", "month and day; the year comes from the anchor", "October 14")
    case .dayMonth:
      ("time-day-month", "day and month; the year comes from the anchor", "14 October")
    case .month: ("time-month", "a month alone; the year comes from the anchor", "in October")
    case .ofThatYear:
      ("time-of-that-year", "a date of the year that was said last", "July 25 of that year")
    case .lentYear:
      (
        "time-lent-year", "a date takes the year of the next one in its list or range",
        "April to June 1968"
      )
    case .elidedMonth:
      (
        "time-elided-month", "a day in a list or range takes the month of its neighbour",
        "October 13, 15 and 19"
      )
    case .elidedYear:
      ("time-elided-year", "a year in a range takes the century or era of its neighbour", "1991–94")
    case .year: ("time-year", "a year alone, where it counts and names nothing", "in 1992")
    case .era: ("time-era", "a year with its era", "480 BC")
    case .season: ("time-season", "a season; the year comes from the anchor", "in the summer")
    case .seasonYear: ("time-season-year", "a season of a year", "the spring of 1862")
    case .decade: ("time-decade", "ten years by their first", "the 1990s")
    case .century: ("time-century", "a century by its number", "the 20th century")
    case .weekday:
      (
        "time-weekday",
        "a day of the week: in news the last one up to the document's date, or the next one "
          + "after “will” and “until”; in background the next one from the narrative's day on",
        "on Wednesday"
      )
    case .dayOfMonth:
      ("time-day-of-month", "a day of the narrative's month", "on the 15th,")
    case .dateAndClock: ("time-date-and-clock", "a day with a time of day", "15:00 GMT Saturday")
    case .clock:
      ("time-clock", "a time of day, of the narrative's day or the document's", "at 8 PM")
    case .dayPart: ("time-day-part", "a part of the day alone", "at night")
    case .dayPartOf: ("time-day-part-of", "a part of a day", "the night of 8 February")
    case .boundary:
      ("time-boundary", "the start, middle or end of something relative", "the end of that month")
    case .section: ("time-section", "a half or quarter of a year", "the second half of 2008")
    case .wholeUnit:
      (
        "time-whole-unit", "a month or year with its article, as part of a larger expression",
        "the end of the year"
      )
    case .deictic: ("time-deictic", "yesterday, today, tomorrow, tonight", "yesterday")
    case .directed:
      (
        "time-directed",
        "last, next, previous, following with a unit or a name: previous and following "
          + "count from the narrative, last and next from the document in news",
        "last week"
      )
    case .directedAmount:
      ("time-directed-amount", "a duration with a direction", "the past two years")
    case .pointed: ("time-pointed", "this or that with a unit or a name", "that year")
    case .same: ("time-same", "the same unit as the narrative's", "the same day")
    case .dayBefore:
      ("time-day-before", "the unit before or after the narrative's", "the day before,")
    case .someTime:
      ("time-some-time", "a time that only the text's sense gives: no value", "during this period")
    case .unresolved:
      (
        "time-unresolved", "the unit before or after something that is no date",
        "the day before he left"
      )
    case .ago: ("time-ago", "so long before the document's date, or after it", "two months ago")
    case .later: ("time-later", "so long after or before the narrative's date", "two days later")
    case .duration: ("time-duration", "how long", "45 days")
    case .everyUnit: ("time-every", "how often, by a unit", "every Monday")
    case .repeated: ("time-repeated", "how often, by an adverb", "weekly")
    case .reference:
      (
        "time-reference",
        "past, present or future without a date; in background also former, recent and current",
        "recently"
      )
    }
  }
}
