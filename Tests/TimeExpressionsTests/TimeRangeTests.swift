import EDTF
import Testing
import TimeExpressions

@Suite("Ranges")
struct TimeRangeTests {
  @Test(
    "two expressions of one interval know it",
    arguments: [
      ("October 11–12", "2020-10-11/2020-10-12"), ("6-7 February 1920", "1920-02-06/1920-02-07"),
      ("27 May-28 May 1905", "1905-05-27/1905-05-28"), ("1991–1994", "1991-01-01/1994-12-31"),
      ("from April to June 1968", "1968-04-01/1968-06-30"),
      ("between January 25 and 29", "2020-01-25/2020-01-29"),
      ("July 1 to July 3, 1863", "1863-07-01/1863-07-03"),
      ("from October to March 1945", "1944-10-01/1945-03-31"),
      ("1914–18", "1914-01-01/1918-12-31"), ("the night of November 9–10", "2019-11-09/2019-11-10"),
    ])
  func ranges(text: String, interval: String) {
    let found = TimeReader.news.read(text)
    #expect(found.map { $0.link?.edtf?.text } == [interval, interval])
    #expect(found.map { $0.link?.isStart } == [true, false])
    #expect(found.map { $0.link?.other } == [1, 0])
  }

  @Test(
    "a list is no range",
    arguments: [
      "May 4 and 5", "October 13, 15 and 19", "in May and June", "on May 4, and on June 5",
    ])
  func lists(text: String) {
    let found = TimeReader.news.read(text)
    #expect(found.count > 1)
    #expect(found.allSatisfy { $0.link == nil })
  }

  @Test(
    "days, precision and EDTF follow from value and modifier",
    arguments: [
      ("late September", "2020-09-21", "2020-09-30", "part-of-month", "2020-09"),
      ("the start of 2020", "2020-01-01", "2020-03-31", "part-of-year", "2020"),
      ("last week", "2020-10-05", "2020-10-11", "week", "2020-10-05/2020-10-11"),
      ("summer 2016", "2016-06-01", "2016-08-31", "season", "2016-22"),
      ("winter 2016", "2016-12-01", "2017-02-28", "season", "2016-24"),
      ("the 1990s", "1990-01-01", "1999-12-31", "decade", "199X"),
      ("the 20th century", "1900-01-01", "1999-12-31", "century", "19XX"),
      ("about 1910", "1910-01-01", "1910-12-31", "year", "1910~"),
      ("the second half of 2008", "2008-07-01", "2008-12-31", "part-of-year", "2008-07/2008-12"),
      ("Oct. 14", "2020-10-14", "2020-10-14", "day", "2020-10-14"),
      (
        "October 15, 2020 at 2:07 pm GMT", "2020-10-15", "2020-10-15", "minute", "2020-10-15T14:07Z"
      ),
      ("03/04/2020", "2020-01-01", "2020-12-31", "year", "2020-XX-XX"),
      ("last weekend", "2020-10-10", "2020-10-11", "week", "2020-10-10/2020-10-11"),
    ])
  func days(text: String, from: String, to: String, precision: String, edtf: String) throws {
    let found = TimeReader.news.read(text)
    let first = try #require(found.first)
    #expect(found.count == 1)
    let days = try #require(first.days)
    #expect(CivilDate(dayNumber: days.lowerBound)?.text == from)
    #expect(CivilDate(dayNumber: days.upperBound)?.text == to)
    #expect(first.precision.rawValue == precision)
    #expect(first.edtf?.text == edtf)
  }

  @Test("a duration beside a date gives the point that follows from both, approximately")
  func derived() throws {
    let first = try #require(TimeReader.news.read("two weeks after September 5").first)
    #expect(first.value.text == "P2W")
    #expect(first.days.map { TimeReader.news.read("September 19").first?.days == $0 } == true)
    #expect(first.modifier == .approximate)
  }

  @Test(
    "what has no place in EDTF has none",
    arguments: ["45 days", "recently", "480 BC", "Wednesday", "in October"])
  func noEDTF(text: String) {
    let found = TimeReader.undated.read(text)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.edtf == nil && $0.days == nil })
  }
}
