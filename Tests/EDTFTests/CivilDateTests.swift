import EDTF
import Testing

struct CivilDateTests {
  @Test("Day numbers count every day from 1890 to 2100, and turn back into their days")
  func everyDay() {
    var number: Int32 = -29_219
    var weekday = 3  // 1 January 1890 was a Wednesday.
    var wrong: [String] = []
    for year in 1890...2100 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, of: year) {
          let date = CivilDate(year: year, month: month, day: day)
          if date?.dayNumber != number || CivilDate(dayNumber: number) != date
            || date?.weekday != weekday
          {
            wrong.append("\(year)-\(month)-\(day)")
          }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(wrong == [])
    #expect(number == 47_847)
  }

  @Test(
    "Every fourth year has a leap day, but of the hundreds only every fourth",
    arguments: [
      (1600, true), (1700, false), (1900, false), (2000, true), (2019, false), (2020, true),
      (2100, false), (4, true), (1, false),
    ])
  func leapYears(year: Int, isLeap: Bool) {
    #expect(CivilDate.isLeap(year) == isLeap)
    #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test("The calendar ends at the years 1 and 9999")
  func ends() {
    #expect(CivilDate(year: 1, month: 1, day: 1)?.dayNumber == -719_162)
    #expect(CivilDate(dayNumber: -719_162)?.text == "0001-01-01")
    #expect(CivilDate(dayNumber: -719_163) == nil)
    #expect(CivilDate(dayNumber: 2_932_896)?.text == "9999-12-31")
    #expect(CivilDate(dayNumber: 2_932_897) == nil)
    #expect(CivilDate(dayNumber: .min) == nil)
    #expect(CivilDate(dayNumber: .max) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 2020, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 2020, month: 4, day: 31) == nil)
    #expect(CivilDate(year: 2020, month: 4, day: 0) == nil)
  }
}
