import Foundation
import Testing
import TimeExpressions

@Suite("Hostile input")
struct TimeHostileInputTests {
  @Test(
    "is read in linear time, and every expression lies within its text, in order",
    arguments: [
      "1 to ", "13, ", "(", "(Outlet, May 5, ", "the end of ", "early ", "mid-", "1-", "May ",
      "2020-", "from 1 and ", "will ", "the same ", "twenty-", "a ", "\u{E2}", "ж", "1915 ", "BC ",
      "over more than at least ", "1990s ", "12:", "night of ", "9999999999 ", "May 5 - ",
    ])
  func linear(piece: String) {
    let isLong = ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == "1"
    let length = isLong ? 200_000 : 50_000
    let bytes = Array(String(repeating: piece, count: length / piece.utf8.count).utf8)
    var found: [TimeExpression] = []
    func time(_ length: Int) -> Duration {
      ContinuousClock().measure { found = TimeReader.news.read([.init(bytes[..<length])]) }
    }
    var short = time(bytes.count / 8)
    var long = time(bytes.count)
    // Quadratic is sixty-four times. What looks slow is measured again: a busy machine can make
    // anything look slow once.
    for _ in 0..<5 where long > short * 20 && long > .milliseconds(100) {
      short = min(short, time(bytes.count / 8))
      long = min(long, time(bytes.count))
    }
    #expect(long <= short * 20 || long <= .milliseconds(100))
    var last = 0
    for expression in found {
      #expect(expression.range.lowerBound >= last && !expression.range.isEmpty)
      last = expression.range.upperBound
    }
    #expect(last <= bytes.count)
  }

  @Test("bytes that are no UTF-8, and every cut of a text, do no harm")
  func cuts() {
    let text = Array(
      "the night of November 9–10, 23 июля 2020 года, 1991–94 BC at 2:07 p.m. €5".utf8)
    for end in 0...text.count {
      for start in stride(from: 0, through: end, by: 3) {
        let found = TimeReader.news.read([.init(text[start..<end])])
        #expect(found.last?.range.upperBound ?? 0 <= end - start)
      }
    }
    #expect(TimeReader.news.read([.init([0xE2, 0x80, 0xC2, 0xFF, 0xD0, 0xE2][...])]).isEmpty)
  }

  @Test("numbers beyond every calendar are no trap")
  func extremes() {
    let text = """
      99999999 years ago, 999999 centuries later, 100000000 weeks from now, a million years after
      9999-12-31, the next day, the following century, 31 June 2020, February 30, 29 February 2019,
      1 BC, the following year, the previous century, 9999 BC, a decade earlier, 0 AD, May 0, 2020
      """
    let found = TimeReader.background.read(text)
    #expect(found.count > 10)
    #expect(found.allSatisfy { ($0.value.text ?? "-").utf8.count < 40 })
    _ = found.map { ($0.edtf, $0.days) }
  }
}
