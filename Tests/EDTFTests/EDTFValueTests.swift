import EDTF
import Testing

/// A valid text and everything that it means.
struct Meaning: Sendable, CustomTestStringConvertible {
  let text: String
  let words: String
  let html: String?
  let earliest: String?
  let latest: String?
  let precision: EDTF.Precision

  init(
    _ text: String, _ words: String, html: String? = nil, _ earliest: String?, _ latest: String?,
    _ precision: EDTFDate.Precision? = nil
  ) {
    self.text = text
    self.words = words
    self.html = html
    self.earliest = earliest
    self.latest = latest
    self.precision = precision.map { .date($0) } ?? .interval
  }

  var testDescription: String { text }

  static let dates: [Meaning] = [
    Meaning(
      "2020-07-12", "12 July 2020", html: "2020-07-12", "2020-07-12", "2020-07-12", .day),
    Meaning("2020-07", "July 2020", html: "2020-07", "2020-07-01", "2020-07-31", .month),
    Meaning("2020", "2020", html: "2020", "2020-01-01", "2020-12-31", .year),
    Meaning("2020-02", "February 2020", html: "2020-02", "2020-02-01", "2020-02-29", .month),
    Meaning("1900-02", "February 1900", html: "1900-02", "1900-02-01", "1900-02-28", .month),
    Meaning("0987", "987", html: "0987", "0987-01-01", "0987-12-31", .year),
    Meaning("2020~", "about 2020", "2020-01-01", "2020-12-31", .year),
    Meaning("2020-07-12?", "12 July 2020 (uncertain)", "2020-07-12", "2020-07-12", .day),
    Meaning("2020-07%", "about July 2020 (uncertain)", "2020-07-01", "2020-07-31", .month),
    Meaning("201X", "the 2010s", "2010-01-01", "2019-12-31", .decade),
    Meaning("201X~", "about the 2010s", "2010-01-01", "2019-12-31", .decade),
    Meaning(
      "20XX?", "between 2000 and 2099 (uncertain)", "2000-01-01", "2099-12-31", .century),
    Meaning("2004-XX", "a month of 2004", html: "2004", "2004-01-01", "2004-12-31", .year),
    Meaning(
      "2004-05-XX", "a day in May 2004", html: "2004-05", "2004-05-01", "2004-05-31", .month),
    Meaning("2004-XX-XX~", "a day in about 2004", "2004-01-01", "2004-12-31", .year),
    Meaning("2020-21", "spring 2020", "2020-03-01", "2020-05-31", .season),
    Meaning("2020-22~", "about summer 2020", "2020-06-01", "2020-08-31", .season),
    Meaning("2020-23", "autumn 2020", "2020-09-01", "2020-11-30", .season),
    Meaning("2019-24", "winter 2019", "2019-12-01", "2020-02-29", .season),
    Meaning(
      "2020-07-12T14:30:00Z", "12 July 2020, 14:30 UTC", html: "2020-07-12T14:30:00Z",
      "2020-07-12", "2020-07-12", .time),
    Meaning(
      "2020-07-12T14:30:05+03:00", "12 July 2020, 14:30:05 UTC+03:00",
      html: "2020-07-12T14:30:05+03:00", "2020-07-12", "2020-07-12", .time),
    Meaning(
      "2020-07-12T14:30-03", "12 July 2020, 14:30 UTC−03:00", html: "2020-07-12T14:30-03:00",
      "2020-07-12", "2020-07-12", .time),
    Meaning(
      "2020-07-12T00:00", "12 July 2020, 00:00", html: "2020-07-12T00:00", "2020-07-12",
      "2020-07-12", .time),
  ]

  static let intervals: [Meaning] = [
    Meaning("2020-11-09/2020-11-10", "9–10 November 2020", "2020-11-09", "2020-11-10"),
    Meaning(
      "2020-09-27/2020-11-10", "27 September – 10 November 2020", "2020-09-27", "2020-11-10"),
    Meaning(
      "2020-09-27/2021-01-10", "27 September 2020 – 10 January 2021", "2020-09-27", "2021-01-10"),
    Meaning("2020-09/2020-11", "September–November 2020", "2020-09-01", "2020-11-30"),
    Meaning("2020-09/2021-01", "September 2020 – January 2021", "2020-09-01", "2021-01-31"),
    Meaning("2019/2020", "2019–2020", "2019-01-01", "2020-12-31"),
    Meaning("2020-21/2020-22", "spring–summer 2020", "2020-03-01", "2020-08-31"),
    Meaning("2020-07-12/2020-07-12", "12 July 2020", "2020-07-12", "2020-07-12"),
    Meaning("2020-07/2020-07-15", "from July 2020 to 15 July 2020", "2020-07-01", "2020-07-15"),
    Meaning("2020-07-15/2020-07", "from 15 July 2020 to July 2020", "2020-07-15", "2020-07-31"),
    Meaning("199X/2004", "from the 1990s to 2004", "1990-01-01", "2004-12-31"),
    Meaning(
      "2020-09~/2020-11-10?", "from about September 2020 to 10 November 2020 (uncertain)",
      "2020-09-01", "2020-11-10"),
    Meaning("2020-01/..", "from January 2020 on", "2020-01-01", nil),
    Meaning("2020/", "from 2020, end unknown", "2020-01-01", nil),
    Meaning("../2020-01", "until January 2020", nil, "2020-01-31"),
    Meaning("/2020", "until 2020, start unknown", nil, "2020-12-31"),
    Meaning("2020-01~/..", "from about January 2020 on", "2020-01-01", nil),
  ]
}

struct EDTFValueTests {
  @Test(
    "A value keeps its text and says what it means", arguments: Meaning.dates + Meaning.intervals)
  func meaning(_ expected: Meaning) throws {
    let value = try EDTF.parse(expected.text).get()
    #expect(value.text == expected.text)
    #expect(value.words == expected.words)
    #expect(value.htmlDateTime == expected.html)
    #expect(value.earliest.flatMap { CivilDate(dayNumber: $0)?.text } == expected.earliest)
    #expect(value.latest.flatMap { CivilDate(dayNumber: $0)?.text } == expected.latest)
    #expect(value.precision == expected.precision)
  }

  @Test("Bytes read like text")
  func bytes() throws {
    let bytes = Array("when: 2020-07".utf8)
    #expect(try EDTF.parse(bytes[6...]).get() == EDTF.parse("2020-07").get())
    #expect(throws: EDTFError.self) { try EDTF.parse([0xFF, 0xFE][...]).get() }
  }

  @Test("The parts of a date are those that it has")
  func parts() throws {
    let day = try #require(try EDTF.parse("2020-07-12%").get().date)
    #expect([day.year, day.month, day.day] == [2020, 7, 12])
    #expect(day.isUncertain && day.isApproximate)
    let month = try #require(try EDTF.parse("2004-05-XX").get().date)
    #expect([month.year, month.month, month.day] == [2004, 5, nil])
    #expect(month.unspecified == .day && !month.isUncertain && !month.isApproximate)
    let season = try #require(try EDTF.parse("2020-24").get().date)
    #expect([season.year, season.month, season.day] == [2020, nil, nil])
    #expect(season.season == .winter)
    let interval = try EDTF.parse("2020-09~/..").get()
    #expect(interval.isInterval && interval.isApproximate && !interval.isUncertain)
    #expect(interval.start.date?.month == 9 && interval.end == .open && interval.days == nil)
    #expect(try EDTF.parse("2020-09-27/2020-11-09").get().days == 44)
  }

  @Test("A time with a known zone is an instant, whatever day it was elsewhere")
  func instants() throws {
    let moscow = try #require(try EDTF.parse("2020-11-10T00:00:00+03:00").get().date)
    let london = try #require(try EDTF.parse("2020-11-09T21:00:00Z").get().date)
    #expect(moscow.secondsSince1970 == 1_604_955_600)
    #expect(moscow.secondsSince1970 == london.secondsSince1970)
    #expect(moscow.earliest == london.earliest + 1)
    #expect(try EDTF.parse("2020-11-09T21:00:00").get().date?.secondsSince1970 == nil)
    #expect(try EDTF.parse("2020-11-09").get().date?.secondsSince1970 == nil)
  }

  @Test("A timeline runs by first day, then by last day, then by text")
  func order() throws {
    let ordered = [
      "../2020-01", "/2020", "199X", "2020-01-01", "2020-01-01?", "2020-01-01/2020-01-02",
      "2020-01", "2020-01-XX", "2020", "2020/..", "2020-01-02", "2020-07", "2020-07-12",
      "2020-07-12T09:00", "2020-07-12T14:30Z", "2021",
    ]
    let values = try ordered.map { try EDTF.parse($0).get() }
    #expect(values.reversed().sorted().map(\.text) == ordered)
    for (index, value) in values.enumerated() {
      #expect(values.filter { $0 < value } == Array(values[..<index]))
    }
  }

  @Test("What is built in code reads back as the same value")
  func construction() throws {
    var texts: [String] = []
    func check(_ date: EDTFDate?) throws {
      let value = EDTF(try #require(date))
      #expect(try EDTF.parse(value.text).get() == value)
      texts.append(value.text)
    }
    let day = try #require(CivilDate(year: 2020, month: 7, day: 12))
    try check(EDTFDate(day))
    try check(EDTFDate(day, qualifiers: .uncertain))
    try check(EDTFDate(day, at: EDTFTime(hour: 9, minute: 5)))
    try check(EDTFDate(day, at: EDTFTime(hour: 9, minute: 5, second: 0, offsetMinutes: 0)))
    try check(EDTFDate(day, at: EDTFTime(hour: 9, minute: 5, offsetMinutes: -210)))
    try check(EDTFDate(year: 987, qualifiers: [.uncertain, .approximate]))
    try check(EDTFDate(year: 2020, month: 7))
    try check(EDTFDate(.winter, of: 2020, qualifiers: .approximate))
    try check(EDTFDate(decadeOf: 2019))
    try check(EDTFDate(centuryOf: 2019))
    #expect(
      texts == [
        "2020-07-12", "2020-07-12?", "2020-07-12T09:05", "2020-07-12T09:05:00Z",
        "2020-07-12T09:05-03:30", "0987%", "2020-07", "2020-24~", "201X", "20XX",
      ])
    let interval = try #require(EDTF(from: .date(EDTFDate(day)), to: .open))
    #expect(try EDTF.parse("2020-07-12/..").get() == interval)
    #expect(EDTF(from: .open, to: .unknown) == nil)
    let year = try #require(EDTFDate(year: 2019))
    #expect(EDTF(from: .date(EDTFDate(day)), to: .date(year)) == nil)
    #expect(EDTFDate(year: 0) == nil && EDTFDate(year: 2020, month: 13) == nil)
    #expect(EDTFDate(decadeOf: 9) == nil && EDTFDate(centuryOf: 10_000) == nil)
    #expect(EDTFTime(hour: 24, minute: 0) == nil && EDTFTime(hour: 1, minute: 60) == nil)
  }

  @Test("Every day from 1890 to 2100 reads back, is its own bounds, and names its day")
  func everyDay() {
    var wrong: [String] = []
    for number in Int32(-29_219)..<47_847 {
      guard let day = CivilDate(dayNumber: number), case .success(let value) = EDTF.parse(day.text),
        value == EDTF(EDTFDate(day)), value.earliest == number, value.latest == number,
        value.date?.civilDate == day, value.words.hasPrefix("\(day.day) "),
        value.words.hasSuffix(" \(day.year)")
      else {
        wrong.append("\(number)")
        continue
      }
    }
    #expect(wrong == [])
  }
}
