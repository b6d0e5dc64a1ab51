import Testing
import TimeExpressions

/// A rule, a text that it must read and how, and one that it must leave alone.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: TimeRule
  let caught: String
  let lines: String
  let left: String
  let isBackground: Bool

  init(
    _ rule: TimeRule, _ caught: String, _ lines: String, not left: String,
    background isBackground: Bool = false
  ) {
    self.rule = rule
    self.caught = caught
    self.lines = lines
    self.left = left
    self.isBackground = isBackground
  }

  var testDescription: String { rule.id }
  var reader: TimeReader { isBackground ? .background : .news }
}

@Suite("Rules")
struct TimeRuleTests {
  static let dates: [RuleCase] = [
    RuleCase(
      .isoDate, "Seen 2020-08-31 there.", "2020-08-31 = 2020-08-31",
      not: "Part 2020-13-31 failed."),
    RuleCase(.isoMonth, "Since 2020-07 it is.", "2020-07 = 2020-07", not: "In 2006-07 it was."),
    RuleCase(
      .numericDate, "On 18/11/20 and 12.08.2020.",
      "18/11/20 = 2020-11-18; 12.08.2020 = 2020-08-12", not: "Version 12.08.20.1 and 1/2 of 3/4."),
    RuleCase(
      .numericAmbiguous, "On 03/04/2020 he left.", "03/04/2020 = 2020-XX-XX",
      not: "On 04/04/2020 he left."),
    RuleCase(
      .otherLanguage,
      "Москва, 23 июля 2020 года; 12 Ağustos 2020; le 2 août 2017; 3. März 1918; июль 2019",
      "23 июля 2020 года = 2020-07-23; 12 Ağustos 2020 = 2020-08-12; 2 août 2017 = 2017-08-02; "
        + "3. März 1918 = 1918-03-03; июль 2019 = 2019-07",
      not: "Москва, 40 июля, le mai, Mars"),
    RuleCase(
      .fullDate, "On October 14, 2019 and 3rd March 1918.",
      "October 14, 2019 = 2019-10-14; 3rd March 1918 = 1918-03-03",
      not: "In October 14 people died."),
    RuleCase(
      .monthYear, "August in 2008, February of 1940, May 2007 highs",
      "August in 2008 = 2008-08; February of 1940 = 1940-02; May 2007 = 2007-05",
      not: "October, 2000 men strong"),
    RuleCase(
      .monthDay, "On Oct. 14 they met.", "Oct. 14 = 2020-10-14", not: "In October 14.5 million met."
    ),
    RuleCase(.dayMonth, "On 9 July they met.", "9 July = 2020-07-09", not: "The 40 July books."),
    RuleCase(
      .month, "They met in July.", "July = 2020-07", not: "They may march in august company."),
    RuleCase(
      .ofThatYear, "The war began in 1861. On July 25 of that year it went on.",
      "1861 = 1861; July 25 of that year = 1861-07-25", not: "July 25 of all days",
      background: true),
    RuleCase(
      .lentYear, "From April to June 1968, in the spring and summer of 1969",
      "April = 1968-04; June 1968 = 1968-06; the spring = 1969-SP; summer of 1969 = 1969-SU",
      not: "In April they met. June 1968 was over."),
    RuleCase(
      .elidedMonth, "(EDM, October 13, 15, 19, November 3)",
      "October 13 = 2020-10-13; 15 = 2020-10-15; 19 = 2020-10-19; November 3 = 2019-11-03",
      not: "On May 4, 12 were killed."),
    RuleCase(
      .elidedYear, "It lasted 1991–94 and 499-493 BC.",
      "1991 = 1991; 94 = 1994; 499 = BC0499; 493 BC = BC0493", not: "Rooms 91-94"),
    RuleCase(.year, "In 1992 it began.", "1992 = 1992", not: "Resolution 1973 sent 2000 men."),
    RuleCase(
      .era, "In 480 BC, or AD 70.", "480 BC = BC0480; AD 70 = 0070", not: "The 480 ad campaigns"),
    RuleCase(
      .season, "During the summer they met.", "the summer = 2020-SU",
      not: "The Winter Palace and a hot spring"),
    RuleCase(
      .seasonYear, "In the spring of 1862 and the fall of 2007.",
      "the spring of 1862 = 1862-SP; the fall of 2007 = 2007-FA", not: "The fall of Baghdad."),
    RuleCase(
      .decade, "In the 1960s and the ’90s", "the 1960s = 196; the ’90s = 199",
      not: "He was in his 60s."),
    RuleCase(
      .century, "The 20th century and the fourth century BC",
      "The 20th century = 19; the fourth century BC = BC03", not: "The 20th regiment"),
    RuleCase(.weekday, "On Wednesday he spoke.", "Wednesday = 2020-10-14", not: "Wed the two"),
    RuleCase(
      .dayOfMonth, "In May 1919 they met; on the 15th, they left.",
      "May 1919 = 1919-05; the 15th = 1919-05-15", not: "On the 38th parallel and the 2nd Division",
      background: true),
  ]

  static let times: [RuleCase] = [
    RuleCase(
      .dateAndClock, "October 15, 2020 at 2:07 pm, until 15:00 GMT Saturday",
      "October 15, 2020 at 2:07 pm = 2020-10-15T14:07; 15:00 GMT Saturday = 2020-10-17T15:00",
      not: "October 15, 2020 at length"),
    RuleCase(
      .clock, "Call at 8 p.m., he said.", "8 p.m. = 2020-10-15T20",
      not: "They won 3:1."),
    RuleCase(.dayPart, "They fled at night.", "night = XXXX-XX-XXTNI", not: "Night Wolves"),
    RuleCase(
      .dayPartOf, "The night of November 9–10, 2019",
      "The night of November 9 = 2019-11-09TNI; 10, 2019 = 2019-11-10",
      not: "The night of the attack"),
    RuleCase(
      .boundary, "In May 1919 it began; the end of that month, the start of last year",
      "May 1919 = 1919-05; the end of that month = 1919-05 END; the start of last year = "
        + "1918 START",
      not: "The end of the war", background: true),
    RuleCase(
      .section, "The second half of 2008, the first quarter of 2009",
      "The second half of 2008 = 2008-H2; the first quarter of 2009 = 2009-Q1",
      not: "The second half of the match"),
    RuleCase(
      .duration, "For 45 days, half a year, almost thirty years and a week",
      "45 days = P45D; half a year = P6M; almost thirty years = P30Y LESS_THAN; a week = P1W",
      not: "The 22-year-old, three years old, six months and older"),
    RuleCase(
      .ago, "Two months ago, six years ago, three weeks from now",
      "Two months ago = 2020-08; six years ago = 2014; three weeks from now = 2020-W45",
      not: "Two months of it"),
    RuleCase(
      .later, "On 28 April 1945 he fell. Two days later, she fell; a year earlier, not.",
      "28 April 1945 = 1945-04-28; Two days later = 1945-04-30; a year earlier = 1944",
      not: "A month earlier than usual", background: true),
    RuleCase(
      .everyUnit, "Every Monday, each week, per day",
      "Every Monday = XXXX-WXX-1; each week = P1W; per day = P1D", not: "Every man, each party"),
    RuleCase(
      .repeated, "Weekly talks, held daily", "Weekly = XXXX-WXX; daily = XXXX-XX-XX",
      not: "Eurasia Daily Monitor"),
    RuleCase(
      .reference, "Recently, and now, in the future",
      "Recently = PAST_REF; now = PRESENT_REF; the future = FUTURE_REF",
      not: "His former ally, the recent deal"),
  ]

  static let relative: [RuleCase] = [
    RuleCase(
      .deictic, "Yesterday and tonight", "Yesterday = 2020-10-14; tonight = 2020-10-15TNI",
      not: "Yesteryear"),
    RuleCase(
      .directed, "Last week, next Friday, last summer, last night",
      "Last week = 2020-W41; next Friday = 2020-10-16; last summer = 2020-SU; last night = "
        + "2020-10-14TNI",
      not: "Last resort, next door"),
    RuleCase(
      .directedAmount, "Over the past two years and in recent weeks",
      "the past two years = P2Y; recent weeks = PXW", not: "The past two leaders"),
    RuleCase(
      .pointed, "This week; in 1940 they rose, and in August of that year, that summer",
      "This week = 2020-W42; 1940 = 1940; August of that year = 1940-08; that summer = 1940-SU",
      not: "This man and that town"),
    RuleCase(
      .same, "On May 10, 1940 he left. On the same day she came.",
      "May 10, 1940 = 1940-05-10; the same day = 1940-05-10", not: "At the same time"),
    RuleCase(
      .dayBefore, "On 23 February 1918 they met. The day before, they had left.",
      "23 February 1918 = 1918-02-23; The day before = 1918-02-22", not: "The man before, the day"),
    RuleCase(.someTime, "During this period", "this period = -", not: "This time he won."),
    RuleCase(
      .unresolved, "The day before he left", "The day = XXXX-XX-XX", not: "The day he left"),
    RuleCase(
      .wholeUnit, "In May 1919 it began. By the end of the year it was over.",
      "May 1919 = 1919-05; the end of the year = 1919 END", not: "The year began badly."),
  ]

  @Test("reads what it is for", arguments: dates + times + relative)
  func catches(_ row: RuleCase) {
    #expect(row.reader.lines(row.caught) == row.lines)
    #expect(row.reader.read(row.caught).contains { $0.rule == row.rule })
  }

  @Test("leaves alone what only looks like it", arguments: dates + times + relative)
  func leaves(_ row: RuleCase) {
    #expect(!row.reader.read(row.left).contains { $0.rule == row.rule })
  }

  @Test("every rule has a case, an id of its own, a summary, and an example that it fires on")
  func everyRule() {
    let covered = Set((Self.dates + Self.times + Self.relative).map(\.rule))
    #expect(TimeRule.allCases.filter { !covered.contains($0) } == [])
    #expect(Set(TimeRule.allCases.map(\.id)).count == TimeRule.allCases.count)
    for rule in TimeRule.allCases {
      #expect(!rule.summary.isEmpty)
      #expect(TimeReader.news.read(rule.example).map(\.rule).contains(rule), "\(rule.id)")
    }
  }
}
