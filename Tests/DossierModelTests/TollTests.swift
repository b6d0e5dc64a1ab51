import DossierModel
import Testing

/// Numbers of people harmed.
struct TollTests {
  @Test(arguments: [
    ("0", 0, 0, 0, "0"), ("212", 212, 212, 212, "212"), ("4,000", 4000, 4000, 4000, "4,000"),
    ("4000", 4000, 4000, 4000, "4,000"), ("240-260-310", 240, 260, 310, "260 (240 to 310)"),
    ("1,000-2,500-12,000", 1000, 2500, 12000, "2,500 (1,000 to 12,000)"),
    ("5 – 5 – 5", 5, 5, 5, "5"), ("1234567", 1_234_567, 1_234_567, 1_234_567, "1,234,567"),
  ])
  func `a number, or low, best and high`(
    _ text: String, _ low: Int, _ best: Int, _ high: Int, _ words: String
  ) {
    let toll = Toll(low: low, best: best, high: high)
    #expect(Toll.reading(text) == .toll(toll))
    #expect(toll.words == words)
  }

  @Test(arguments: [
    ("70,000-75,000", 70000, 75000, "70,000 to 75,000"), ("4-6", 4, 6, "4 to 6"),
    ("7-7", 7, 7, "7"),
  ])
  func `two numbers are the ends of a range, without a best estimate`(
    _ text: String, _ low: Int, _ high: Int, _ words: String
  ) {
    #expect(Toll.reading(text) == .toll(Toll(low: low, best: nil, high: high)))
    #expect(Toll(low: low, best: nil, high: high).words == words)
  }

  @Test(arguments: [
    "up to half of residents", "2, an airman and a marine", "12 dead", "more than 4,000", "-", ", ",
    "unknown", "٤",
  ])
  func `what has letters is words`(_ text: String) { #expect(Toll.reading(text) == .words) }

  @Test(arguments: [
    ("310-260-240", "its numbers do not ascend", "write “240-260-310”"),
    ("1-2-3-4", "it has 4 numbers", "write low-best-high, low-high, or one number"),
    ("4,00", "“4,00” is no number", "write 400"),
    ("1,2345", "“1,2345” is no number", "write 12,345, a comma between thousands"),
    ("4 000", "“4 000” is no number", "write 4,000, a comma between thousands"),
    (",500", "“,500” is no number", "write 500"),
    ("4-", "a number is missing beside “-”", "write both ends of a range: 4-6"),
    ("-4", "a number is missing beside “-”", "write both ends of a range: 4-6"),
    ("4--6", "a number is missing beside “-”", "write both ends of a range: 4-6"),
    ("1234567890123", "“1234567890123” is too large", "who counted so many?"),
  ])
  func `what was meant as a number and is none says why`(
    _ text: String, _ summary: String, _ help: String
  ) {
    #expect(Toll.reading(text) == .mistake(summary, help: help))
  }
}
