import EDTF
import Testing
import TimeExpressions

@Suite("Anchors")
struct TimeAnchorTests {
  private func anchors(_ reader: TimeReader, _ paragraphs: TimeReader.Paragraph...) -> [String] {
    reader.read(paragraphs).map {
      "\($0.surface(in: paragraphs)) = \($0.value.text ?? "-") \($0.anchor.rawValue)"
    }
  }

  @Test("news counts from the document's date, and says so")
  func document() {
    #expect(
      anchors(.news, .init("On July 17 and Wednesday, last year; until Saturday.")) == [
        "July 17 = 2020-07-17 document", "Wednesday = 2020-10-14 document",
        "last year = 2019 document", "Saturday = 2020-10-17 document",
      ])
  }

  @Test(
    "a date lies ahead after a word of intention, and after “until” in a sentence that is not past",
    arguments: [
      ("They will meet in March.", "March = 2021-03"), ("It runs until March.", "March = 2021-03"),
      ("He served until March.", "March = 2020-03"),
      ("It was open until Friday.", "Friday = 2020-10-09"),
      ("The match was postponed until Friday.", "Friday = 2020-10-16"),
      ("They picked a programme to run through March.", "March = 2021-03"),
      ("They will meet. He left in March.", "March = 2020-03"),
    ])
  func ahead(text: String, line: String) {
    #expect(TimeReader.news.lines(text) == line)
  }

  @Test("a date that an editor gave is named as such")
  func editor() {
    let reader = TimeReader(.init(documentDate: thursday, isFromEditor: true))
    #expect(anchors(reader, .init("yesterday")) == ["yesterday = 2020-10-14 editor"])
  }

  @Test("without a document's date nothing is guessed")
  func undated() {
    #expect(
      anchors(
        .undated,
        .init("Wednesday, last week, last year, late September, Oct. 14, yesterday, two years ago.")
      )
        == [
          "Wednesday = XXXX-WXX-3 none", "last week = XXXX-WXX none", "last year = XXXX none",
          "late September = XXXX-09 none", "Oct. 14 = XXXX-10-14 none",
          "yesterday = XXXX-XX-XX none", "two years ago = XXXX none",
        ])
  }

  @Test("a bare year gives news no year for a month, a month with a year does")
  func bareYears() {
    #expect(
      anchors(.undated, .init("The genocide of 1915 in February was named.")) == [
        "1915 = 1915 none", "February = XXXX-02 none",
      ])
    #expect(
      anchors(.news, .init("The genocide of 1915 in February was named.")).last
        == "February = 2020-02 document")
    #expect(
      anchors(.undated, .init("In July 2020 it began."), .init("On July 17 they met.")).last
        == "July 17 = 2020-07-17 narrative")
  }

  @Test("a paragraph of background within news goes on in its own year")
  func backgroundParagraph() {
    #expect(
      anchors(
        .news,
        .init("In November 2015 a jet fell. In December they spoke. By January it was over."),
        .init("They met in June."))
        == [
          "November 2015 = 2015-11 none", "December = 2015-12 narrative",
          "January = 2016-01 narrative", "June = 2020-06 document",
        ])
  }

  @Test("background takes the year that was said last, over paragraphs and the turn of a year")
  func narrative() {
    #expect(
      anchors(
        .background, .init("The campaign of 1941 failed."),
        .init("By December, they fled. In January, they were back, the following summer too."))
        == [
          "1941 = 1941 none", "December = 1941-12 narrative", "January = 1942-01 narrative",
          "the following summer = 1942-SU narrative",
        ])
  }

  @Test("what only looks aside does not move the narrative")
  func asides() {
    #expect(
      anchors(
        .background,
        .init(
          "In March 2008 they rose, the first time since 1995. The previous year was calm. In May"))
        == [
          "March 2008 = 2008-03 none", "1995 = 1995 none", "The previous year = 2007 narrative",
          "May = 2008-05 narrative",
        ])
  }

  @Test("a heading's year begins every paragraph of its section")
  func headings() {
    #expect(
      anchors(
        .background, .init("2003: Invasion"),
        .init("In April they came. Protests rose in November 2008."),
        .init("On May 1, it was over."),
        .init("Notes"), .init("In June 2010 it ended."), .init("By July, all left."))
        == [
          "2003 = 2003 none", "April = 2003-04 narrative", "November 2008 = 2008-11 none",
          "May 1 = 2003-05-01 narrative", "June 2010 = 2010-06 none", "July = 2010-07 narrative",
        ])
  }

  @Test("a note counts from the date of the reference in it, and does not carry the narrative")
  func notes() {
    let paragraphs: [TimeReader.Paragraph] = [
      .init("In May 2019 they met."),
      .init("[1] Yesterday’s meeting, Nor Marmara, 23.07.2020", isNote: true),
      .init("That year was calm."),
    ]
    let found = TimeReader.news.read(paragraphs)
    #expect(
      found.map { "\($0.value.text ?? "-") \($0.anchor.rawValue) \($0.role.rawValue)" } == [
        "2019-05 none event", "2020-07-22 citation event", "2020-07-23 none citation",
        "2019 narrative event",
      ])
  }

  @Test(
    "a date behind an outlet's name in brackets dates the reference",
    arguments: [
      ("recaptured (Kommersant, November 10).", ["citation"]),
      ("(see EDM, October 13, 15, November 3)", ["citation", "citation", "citation"]),
      ("(Milliyet, October 16; TV Rain, RT, October 17)", ["citation", "citation"]),
      ("(Mfa.gov.tr, accessed November 12)", ["citation"]),
      ("Gettysburg (July 1 to July 3, 1863)", ["event", "event"]),
      ("twice (on July 17 [2] and July 24 [3])", ["event", "event"]),
    ])
  func citations(text: String, roles: [String]) {
    #expect(TimeReader.news.read(text).map(\.role.rawValue) == roles)
  }

  @Test("a citation takes its year from the document even in a paragraph of background")
  func citationYears() {
    #expect(
      anchors(.news, .init("In August 1994 they met (Kommersant, November 10), in May again.")) == [
        "August 1994 = 1994-08 none", "November 10 = 2019-11-10 document",
        "May = 1994-05 narrative",
      ])
  }
}
