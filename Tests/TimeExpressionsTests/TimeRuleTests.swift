import Testing
import TimeExpressions

/// A rule, and a text that it must read and how; what it must leave alone the rule itself says.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: TimeRule
  let caught: String
  let lines: String
  let isBackground: Bool

  init(
    _ rule: TimeRule, _ caught: String, _ lines: String, background isBackground: Bool = false
  ) {
    self.rule = rule
    self.caught = caught
    self.lines = lines
    self.isBackground = isBackground
  }

  var testDescription: String { rule.id }
  var reader: TimeReader { isBackground ? .background : .news }
}

@Suite("Rules")
struct TimeRuleTests {
  static let dates: [RuleCase] = [
    RuleCase(
      .isoDate, "Seen 2020-08-31 there.", "2020-08-31 = 2020-08-31"),
    RuleCase(.isoMonth, "Since 2020-07 it is.", "2020-07 = 2020-07"),
    RuleCase(
      .numericDate, "On 18/11/20 and 12.08.2020.",
      "18/11/20 = 2020-11-18; 12.08.2020 = 2020-08-12"),
    RuleCase(
      .numericAmbiguous, "On 03/04/2020 he left.", "03/04/2020 = 2020-XX-XX"),
    RuleCase(
      .otherLanguage,
      "Москва, 23 июля 2020 года; 12 Ağustos 2020; le 2 août 2017; 3. März 1918; июль 2019",
      "23 июля 2020 года = 2020-07-23; 12 Ağustos 2020 = 2020-08-12; 2 août 2017 = 2017-08-02; "
        + "3. März 1918 = 1918-03-03; июль 2019 = 2019-07"),
    RuleCase(
      .fullDate, "On October 14, 2019 and 3rd March 1918.",
      "October 14, 2019 = 2019-10-14; 3rd March 1918 = 1918-03-03"),
    RuleCase(
      .monthYear, "August in 2008, February of 1940, May 2007 highs",
      "August in 2008 = 2008-08; February of 1940 = 1940-02; May 2007 = 2007-05"),
    RuleCase(
      .monthDay, "On Oct. 14 they met.", "Oct. 14 = 2020-10-14"
    ),
    RuleCase(.dayMonth, "On 9 July they met.", "9 July = 2020-07-09"),
    RuleCase(
      .month, "They met in July.", "July = 2020-07"),
    RuleCase(
      .ofThatYear, "The war began in 1861. On July 25 of that year it went on.",
      "1861 = 1861; July 25 of that year = 1861-07-25",
      background: true),
    RuleCase(
      .lentYear, "From April to June 1968, in the spring and summer of 1969",
      "April = 1968-04; June 1968 = 1968-06; the spring = 1969-SP; summer of 1969 = 1969-SU"),
    RuleCase(
      .elidedMonth, "(EDM, October 13, 15, 19, November 3)",
      "October 13 = 2020-10-13; 15 = 2020-10-15; 19 = 2020-10-19; November 3 = 2019-11-03"),
    RuleCase(
      .elidedYear, "It lasted 1991–94 and 499-493 BC.",
      "1991 = 1991; 94 = 1994; 499 = BC0499; 493 BC = BC0493"),
    RuleCase(.year, "In 1992 it began.", "1992 = 1992"),
    RuleCase(
      .era, "In 480 BC, or AD 70.", "480 BC = BC0480; AD 70 = 0070"),
    RuleCase(
      .season, "During the summer they met.", "the summer = 2020-SU"),
    RuleCase(
      .seasonYear, "In the spring of 1862 and the fall of 2007.",
      "the spring of 1862 = 1862-SP; the fall of 2007 = 2007-FA"),
    RuleCase(
      .decade, "In the 1960s and the ’90s", "the 1960s = 196; the ’90s = 199"),
    RuleCase(
      .century, "The 20th century and the fourth century BC",
      "The 20th century = 19; the fourth century BC = BC03"),
    RuleCase(.weekday, "On Wednesday he spoke.", "Wednesday = 2020-10-14"),
    RuleCase(
      .dayOfMonth, "In May 1919 they met; on the 15th, they left.",
      "May 1919 = 1919-05; the 15th = 1919-05-15",
      background: true),
  ]

  static let times: [RuleCase] = [
    RuleCase(
      .dateAndClock, "October 15, 2020 at 2:07 pm, until 15:00 GMT Saturday",
      "October 15, 2020 at 2:07 pm = 2020-10-15T14:07; 15:00 GMT Saturday = 2020-10-17T15:00"),
    RuleCase(
      .clock, "Call at 8 p.m., he said.", "8 p.m. = 2020-10-15T20"),
    RuleCase(.dayPart, "They fled at night.", "night = XXXX-XX-XXTNI"),
    RuleCase(
      .dayPartOf, "The night of November 9–10, 2019",
      "The night of November 9 = 2019-11-09TNI; 10, 2019 = 2019-11-10"),
    RuleCase(
      .boundary, "In May 1919 it began; the end of that month, the start of last year",
      "May 1919 = 1919-05; the end of that month = 1919-05 END; the start of last year = "
        + "1918 START", background: true),
    RuleCase(
      .section, "The second half of 2008, the first quarter of 2009",
      "The second half of 2008 = 2008-H2; the first quarter of 2009 = 2009-Q1"),
    RuleCase(
      .duration, "For 45 days, half a year, almost thirty years and a week",
      "45 days = P45D; half a year = P6M; almost thirty years = P30Y LESS_THAN; a week = P1W"),
    RuleCase(
      .ago, "Two months ago, six years ago, three weeks from now",
      "Two months ago = 2020-08; six years ago = 2014; three weeks from now = 2020-W45"),
    RuleCase(
      .later, "On 28 April 1945 he fell. Two days later, she fell; a year earlier, not.",
      "28 April 1945 = 1945-04-28; Two days later = 1945-04-30; a year earlier = 1944",
      background: true),
    RuleCase(
      .everyUnit, "Every Monday, each week, per day",
      "Every Monday = XXXX-WXX-1; each week = P1W; per day = P1D"),
    RuleCase(
      .repeated, "Weekly talks, held daily", "Weekly = XXXX-WXX; daily = XXXX-XX-XX"),
    RuleCase(
      .reference, "Recently, and now, in the future",
      "Recently = PAST_REF; now = PRESENT_REF; the future = FUTURE_REF"),
  ]

  static let relative: [RuleCase] = [
    RuleCase(
      .deictic, "Yesterday and tonight", "Yesterday = 2020-10-14; tonight = 2020-10-15TNI"),
    RuleCase(
      .directed, "Last week, next Friday, last summer, last night",
      "Last week = 2020-W41; next Friday = 2020-10-16; last summer = 2020-SU; last night = "
        + "2020-10-14TNI"),
    RuleCase(
      .directedAmount, "Over the past two years and in recent weeks",
      "the past two years = P2Y; recent weeks = PXW"),
    RuleCase(
      .pointed, "This week; in 1940 they rose, and in August of that year, that summer",
      "This week = 2020-W42; 1940 = 1940; August of that year = 1940-08; that summer = 1940-SU"),
    RuleCase(
      .same, "On May 10, 1940 he left. On the same day she came.",
      "May 10, 1940 = 1940-05-10; the same day = 1940-05-10"),
    RuleCase(
      .dayBefore, "On 23 February 1918 they met. The day before, they had left.",
      "23 February 1918 = 1918-02-23; The day before = 1918-02-22"),
    RuleCase(.someTime, "During this period", "this period = -"),
    RuleCase(
      .unresolved, "The day before he left", "The day = XXXX-XX-XX"),
    RuleCase(
      .wholeUnit, "In May 1919 it began. By the end of the year it was over.",
      "May 1919 = 1919-05; the end of the year = 1919 END"),
  ]

  @Test("reads what it is for", arguments: dates + times + relative)
  func catches(_ row: RuleCase) {
    #expect(row.reader.lines(row.caught) == row.lines)
    #expect(row.reader.read(row.caught).contains { $0.rule == row.rule })
  }

  @Test("leaves alone what only looks like it", arguments: dates + times + relative)
  func leaves(_ row: RuleCase) {
    let text = row.rule.counterexample
    #expect(!row.reader.read(text).contains { $0.rule == row.rule })
    #expect(!TimeReader.news.read(text).contains { $0.rule == row.rule })
  }

  @Test("every rule has a case, an id of its own, a summary, and an example that it fires on")
  func everyRule() {
    let covered = Set((Self.dates + Self.times + Self.relative).map(\.rule))
    #expect(TimeRule.allCases.filter { !covered.contains($0) } == [])
    #expect(Set(TimeRule.allCases.map(\.id)).count == TimeRule.allCases.count)
    for rule in TimeRule.allCases {
      #expect(!rule.summary.isEmpty && !rule.counterexample.isEmpty)
      #expect(TimeReader.news.read(rule.example).map(\.rule).contains(rule), "\(rule.id)")
    }
  }
}
