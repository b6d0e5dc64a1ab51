import EDTF
import Testing

struct EDTFErrorTests {
  typealias Fault = (text: String, offset: Int, message: String, suggestions: [String])

  static let yearFirst = "a date is year-month-day and begins with the four digits of its year"
  static let oneSlash = "an interval has one “/”; inside a date stands “-”"

  static let mistakes: [Fault] = [
    ("12.07.2020", 2, yearFirst, ["2020-07-12"]),
    ("2020/07/12", 7, oneSlash, ["2020-07-12"]),
    ("2020-7-12", 6, "a month has two digits", ["2020-07-12"]),
    ("2020-07-1", 8, "a day has two digits", ["2020-07-01"]),
    ("12 July 2020", 2, yearFirst, ["2020-07-12"]),
    ("July 12, 2020", 0, yearFirst, ["2020-07-12"]),
    ("12th of July, 2020", 2, yearFirst, ["2020-07-12"]),
    ("July 2020", 0, yearFirst, ["2020-07"]),
    ("Sept 2020", 0, yearFirst, ["2020-09"]),
    ("spring 2020", 0, yearFirst, ["2020-21"]),
    ("c. 2020", 0, yearFirst, ["2020~"]),
    ("2020s", 4, "“s” cannot stand here behind a year", ["202X"]),
    ("201x", 3, "an unspecified digit is a capital “X”", ["201X"]),
    ("07/12/2020", 5, oneSlash, ["2020-12-07", "2020-07-12"]),
    ("13/07/2020", 5, oneSlash, ["2020-07-13"]),
    ("07/13/2020", 5, oneSlash, ["2020-07-13"]),
    ("7/2020", 1, "a year has four digits", ["2020-07"]),
    ("2020/07", 7, "a year has four digits", ["2020-07"]),
    (
      "20200712", 4, "a year has four digits, and “-” stands between year, month and day",
      ["2020-07-12"]
    ),
    ("2019-20", 5, "there is no month 20", ["2019/2020"]),
    ("2020-2021", 5, "a month has two digits", ["2020/2021"]),
    ("1991–1994", 4, "“–” cannot stand here behind a year", ["1991/1994"]),
    (
      "2020-07-12–2020-07-15", 10, "“–” cannot stand here behind a day",
      ["2020-07-12/2020-07-15"]
    ),
    ("9–10 November 2020", 1, yearFirst, ["2020-11-09/2020-11-10"]),
    ("27 September - 10 November 2020", 2, yearFirst, ["2020-09-27/2020-11-10"]),
    ("from 9 to 10 November 2020", 0, yearFirst, ["2020-11-09/2020-11-10"]),
    ("since 2020", 0, yearFirst, ["2020/.."]),
    ("until July 2020", 0, yearFirst, ["../2020-07"]),
    (
      "2020-07-12 14:30", 10, "“T” stands between a date and its time of day",
      ["2020-07-12T14:30"]
    ),
    ("12.07.2020 9:05 UTC", 2, yearFirst, ["2020-07-12T09:05Z"]),
    (
      "2020-07-12T14:30:00.123Z", 19, "fractions of a second are not supported",
      ["2020-07-12T14:30:00Z"]
    ),
    (" 2020-07-12", 0, yearFirst, ["2020-07-12"]),
    ("2020-07-12 ", 10, "“ ” cannot stand here behind a day", ["2020-07-12"]),
    ("“2020”", 0, yearFirst, ["2020"]),
    ("2020?-07", 4, "“?” stands at the end of a date", ["2020-07?"]),
    ("~2020", 0, "“~” stands at the end of a date", ["2020~"]),
    ("2020?~", 5, "“?” and “~” together are written “%”", ["2020%"]),
    (
      "2020-07-12/2020-07-01", 11, "the interval ends before it begins",
      ["2020-07-01/2020-07-12"]
    ),
  ]

  static let refusals: [Fault] = [
    ("", 0, "the date is empty", []),
    (
      "..", 0, "“..” is open at both ends; an interval needs a date at one of them", []
    ),
    ("../..", 0, "an interval needs a date at one of its ends", []),
    ("/", 0, "an interval needs a date at one of its ends", []),
    ("2020-02-30", 8, "February 2020 has 29 days", []),
    ("2019-02-29", 8, "February 2019 has 28 days", []),
    ("2020-04-31/2020-05", 8, "April 2020 has 30 days", []),
    ("2020-13", 5, "there is no month 13", []),
    ("2020-00", 5, "there is no month 00", []),
    ("2020-07-00", 8, "there is no day 00", []),
    ("2020-41", 5, "of the seasons only 21 to 24, spring to winter, are supported", ["2020/2041"]),
    ("2020-21-03", 7, "a season has no days", []),
    ("2XXX", 0, "only the last one or two digits of a year can be unspecified", []),
    ("20X1", 3, yearFirst, []),
    ("2020-1X", 5, "one digit of a month cannot be unspecified; write “XX”", []),
    ("2020-XX-12", 8, "a day cannot be known when its month is not", []),
    ("201X-07", 4, "a year with unspecified digits cannot have a month", []),
    ("-0044", 0, "years before 0001 are not supported", []),
    ("0000", 0, "years before 0001 are not supported", []),
    ("Y17000", 0, "years beyond 9999 (“Y…”) are not supported", []),
    ("[2020,2021]", 0, "sets of dates are not supported", []),
    ("99", 2, "a year has four digits", []),
    ("yesterday", 0, yearFirst, []),
    ("Çarşamba", 0, yearFirst, []),
    ("mid-2020", 0, yearFirst, []),
    ("2020-07-12T25:00", 11, "an hour is between 00 and 23", []),
    ("2020-07-12T12:60", 14, "a minute is between 00 and 59", []),
    ("2020-07-12T1430", 13, "a time of day is hours:minutes", []),
    ("2020-07-12T14:30?", 16, "a time of day cannot be qualified by “?”", []),
    (
      "2020-07-12T14:30/2020-07-13", 10,
      "an interval has dates at its ends, not times of day", []
    ),
    (String(repeating: "2020-", count: 20), 64, "this is too long for a date", []),
  ]

  @Test(
    "What is no EDTF is refused at its place, and what was meant is suggested", arguments: mistakes)
  func mistake(_ expected: Fault) { check(expected) }

  @Test("What nobody can know is refused without a guess", arguments: refusals)
  func refusal(_ expected: Fault) { check(expected) }

  private func check(_ expected: Fault) {
    guard case .failure(let error) = EDTF.parse(expected.text) else {
      Issue.record("“\(expected.text)” was accepted")
      return
    }
    #expect(error.offset == expected.offset)
    #expect(error.message == expected.message)
    #expect(error.suggestions == expected.suggestions)
    for suggestion in error.suggestions {
      #expect(throws: Never.self) { try EDTF.parse(suggestion).get() }
    }
  }

  @Test("The help names every suggestion")
  func help() {
    #expect(Self.error("12.07.2020")?.help == "write “2020-07-12”")
    #expect(Self.error("07/12/2020")?.help == "write “2020-12-07” or “2020-07-12”")
    #expect(Self.error("2020-13")?.help == nil)
  }

  private static func error(_ text: String) -> EDTFError? {
    if case .failure(let error) = EDTF.parse(text) { error } else { nil }
  }

  @Test("Mutated dates never crash, and what is accepted keeps its text and its order of bounds")
  func fuzz() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let seeds = (Meaning.dates + Meaning.intervals).map { Array($0.text.utf8) }
    let alphabet = Array("0123456789X-/.?~% :TZ+xÇ–JulySept, of".utf8) + [0, 0xFF]
    var accepted = 0
    for _ in 0..<5_000 {
      var bytes = seeds[random(seeds.count)]
      for _ in 0...random(3) {
        let at = random(bytes.count + 1)
        switch random(3) {
        case 0: bytes.insert(alphabet[random(alphabet.count)], at: at)
        case 1 where at < bytes.count: bytes.remove(at: at)
        case 2 where at < bytes.count: bytes[at] = alphabet[random(alphabet.count)]
        default: break
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      switch EDTF.parse(text) {
      case .success(let value):
        accepted += 1
        #expect(value.text == text)
        #expect(!value.words.isEmpty)
        if let first = value.earliest, let last = value.latest { #expect(first <= last) }
        // What is written in canonical form reads back as itself.
        if let date = value.date { #expect(throws: Never.self) { try EDTF.parse(date.text).get() } }
      case .failure(let error):
        #expect(error.offset >= 0 && error.offset <= text.utf8.count)
        #expect(!error.suggestions.contains(text))
      }
    }
    #expect(accepted > 200)
  }
}
