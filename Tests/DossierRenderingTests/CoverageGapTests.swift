import EDTF
import Testing

@testable import DossierRendering

/// In which months nothing was published.
struct CoverageGapTests {
  @Test(
    arguments: [
      ([], nil), (["2020-01-05"], nil), (["2020-01-05", "2020-02-01"], nil),
      (["2020-01-31", "2020-03-01"], "February 2020"),
      (["2020-11-02", "2019-10", "2020-02-01"], "March 2020 to October 2020"),
      // Of two that are as long the earlier one; a year alone says no month.
      (["2020-01-01", "2020-03-01", "2020-05-01", "2020"], "February 2020"),
    ] as [([String], String?)])
  func `the longest run of months without a source`(dates: [String], expected: String?) throws {
    let dates = try dates.map { try EDTF.parse($0).get() }
    #expect(CoverageGap.longest(of: dates) == expected)
  }
}
