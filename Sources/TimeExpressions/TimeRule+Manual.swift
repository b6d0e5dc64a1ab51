extension TimeRule {
  /// A text that looks as if the rule might fire on it, and on which it does not.
  package var counterexample: String {
    switch self {
    case .isoDate: "Part 2020-13-31 failed."
    case .isoMonth: "In 2006-07 it was."
    case .numericDate: "Version 12.08.20.1 and 1/2 of 3/4."
    case .numericAmbiguous: "On 04/04/2020 he left."
    case .otherLanguage: "Москва, 40 июля, le mai, Mars"
    case .fullDate: "In October 14 people died."
    case .monthYear: "October, 2000 men strong"
    case .monthDay: "In October 14.5 million met."
    case .dayMonth: "The 40 July books."
    case .month: "They may march in august company."
    case .ofThatYear: "July 25 of all days"
    case .lentYear: "In April they met. June 1968 was over."
    case .elidedMonth: "On May 4, 12 were killed."
    case .elidedYear: "Rooms 91-94"
    case .year: "Resolution 1973 sent 2000 men."
    case .era: "The 480 ad campaigns"
    case .season: "The Winter Palace and a hot spring"
    case .seasonYear: "The fall of Baghdad."
    case .decade: "He was in his 60s."
    case .century: "The 20th regiment"
    case .weekday: "Wed the two"
    case .dayOfMonth: "On the 38th parallel and the 2nd Division"
    case .dateAndClock: "October 15, 2020 at length"
    case .clock: "They won 3:1."
    case .dayPart: "Night Wolves"
    case .dayPartOf: "The night of the attack"
    case .boundary: "The end of the war"
    case .section: "The second half of the match"
    case .wholeUnit: "The year began badly."
    case .deictic: "Yesteryear"
    case .directed: "Last resort, next door, a minute past midnight"
    case .directedAmount: "The past two leaders"
    case .pointed: "This man and that town"
    case .same: "At the same time"
    case .dayBefore: "The man before, the day"
    case .someTime: "This time he won."
    case .unresolved: "The day he left"
    case .ago: "Two months of it"
    case .later: "A month earlier than usual"
    case .duration: "The 22-year-old, three years old, six months and older"
    case .everyUnit: "Every man, each party"
    case .repeated: "Eurasia Daily Monitor"
    case .reference: "His former ally, the recent deal"
    }
  }

  /// What the development sets show of the rule, where it fires on one item of them or on none; else nil.
  /// A rule of which they show so little may be general, or may not.
  package var evidence: String? {
    switch self {
    case .boundary: "Fires on one item of the development sets."
    case .isoDate, .isoMonth, .numericAmbiguous: "Fires on no item of the development sets."
    default: nil
    }
  }

  /// The rules for times as a part of `Documentation/Rules.md`, which a test keeps as this says.
  /// Markdown: a heading and a table, without a line break at the end.
  package static var manual: String {
    let rows = allCases.map { rule in
      let summary = rule.summary + (rule.evidence.map { ". \($0)" } ?? "")
      return "| `\(rule.id)` | \(cell(summary)) | \(cell(rule.example)) "
        + "| \(cell(rule.counterexample)) |"
    }
    return """
      ## Times

      What reads a date, a time of day, a duration or a repetition, and where its value comes from.

      | Rule | What it reads | It catches | It leaves alone |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  /// Text as it may stand in a table's cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
