import DossierModel
import Testing

struct WordsTests {
  @Test(
    "words stand between white space; a run without any counts by its length",
    arguments: [
      ("", 0), (" a  b\nc\t", 3), (String(repeating: "x", count: 30), 1),
      (String(repeating: "x", count: 31), 2), (String(repeating: "語", count: 30), 3),
      ("a\u{A0}b", 1),
    ])
  func count(_ text: String, _ expected: Int) {
    let ranges = Words.ranges(in: text)
    #expect(ranges.count == expected)
    // No word is cut within a character, and nothing but white space is left out.
    let words = ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(words.joined() == text.filter { $0 != " " && $0 != "\n" && $0 != "\t" })
  }
}
