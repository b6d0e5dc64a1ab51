import Testing
import TimeExpressions

@Suite("Words and numbers that are something else")
struct TimeAmbiguityTests {
  @Test(
    "no time is read from",
    arguments: [
      "They march on Rome. Troops March on Rome.", "It may rain. May God help.",
      "Theresa May spoke.", "May’s cabinet in May’s house", "an august man", "in 2,000 men",
      "in 2000 men", "a force of 1950 rifles", "Resolution 1973", "Flight 2020", "$1999", "1915%",
      "some 1950 fighters", "F-2000", "12.2003", "3:10 to Yuma", "the Winter Palace",
      "the Arab Spring", "the fall of Baghdad", "the spring of a clock", "a 22-year-old man",
      "three years old", "at the same time", "Minute Maid", "the second man", "No. 1914",
      "in its 60s", "1/2 of it", "page 1999", "1.1915", "5.5 million", "light-years away",
      "13.8 billion years old",
      "the night sky", "now that it is over", "the future of the city", "the annual report",
    ])
  func nothing(text: String) {
    #expect(TimeReader.news.lines(text) == "")
  }

  @Test(
    "an ambiguous word or number is read where its neighbours decide",
    arguments: [
      ("In May they met.", "May = 2020-05"), ("By March it was over.", "March = 2020-03"),
      ("March 4, 1861", "March 4, 1861 = 1861-03-04"), ("a March operation", "March = 2020-03"),
      ("from October to March", "October = 2019-10; March = 2020-03"),
      ("on 8 May", "8 May = 2020-05-08"), ("in 1915", "1915 = 1915"), ("since 1860", "1860 = 1860"),
      ("the 1941 campaign", "1941 = 1941"), ("(1880)", "1880 = 1880"),
      ("In 1941 forces moved", "1941 = 1941"), ("about 1910", "about 1910 = 1910 APPROX"),
      ("early spring", "early spring = 2020-SP START"), ("last fall", "last fall = 2019-FA"),
      ("mid-July", "mid-July = 2020-07 MID"), ("Mid-1990s", "Mid-1990s = 199 MID"),
      ("a summer offensive", "summer = 2020-SU"),
      ("2019-11-20 17:27:46", "2019-11-20 17:27:46 = 2019-11-20T17:27:46"),
      ("2019-11-13T23:06:00+01:00", "2019-11-13 = 2019-11-13"),
      ("this Sunday, Nov. 10, 2019", "Sunday, Nov. 10, 2019 = 2019-11-10"),
      ("I n July 2020", "July 2020 = 2020-07"),
      ("on\u{A0}July\u{A0}17", "July\u{A0}17 = 2020-07-17"),
      ("in 1.5 years", "1.5 years = P1.5Y"), ("twenty-five years", "twenty-five years = P25Y"),
      ("two and a half years", "two and a half years = P2.5Y"),
      ("more than 40 days", "more than 40 days = P40D MORE_THAN"),
      ("at least five years", "at least five years = P5Y EQUAL_OR_MORE"),
      ("half an hour", "half an hour = PT30M"), ("a couple of weeks", "a couple of weeks = P2W"),
    ])
  func something(text: String, lines: String) {
    #expect(TimeReader.news.lines(text) == lines)
  }

  @Test("numbers with slashes are read in the site's order")
  func order() {
    let day = TimeReader(.init(order: .dayFirst))
    let month = TimeReader(.init(order: .monthFirst))
    #expect(day.lines("on 03/04/2020") == "03/04/2020 = 2020-04-03")
    #expect(month.lines("on 03/04/2020") == "03/04/2020 = 2020-03-04")
    #expect(day.lines("on 3/4/20") == "3/4/20 = 2020-04-03")
    #expect(TimeReader.undated.lines("on 3/4/20") == "")
    #expect(TimeReader.undated.lines("on 04/25/2020") == "04/25/2020 = 2020-04-25")
  }
}
