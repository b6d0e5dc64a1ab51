import Diagnostics
import Testing

@Suite("A place is where an editor shows it")
struct SourceFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let range: Range<Int>
    let line: Int
    let column: Int
    let pieces: [String]

    init(
      _ name: String, _ text: String, _ range: Range<Int>, _ line: Int, _ column: Int,
      _ before: String, _ marked: String, _ after: String
    ) {
      (testDescription, self.text, self.range) = (name, text, range)
      (self.line, self.column, pieces) = (line, column, [before, marked, after])
    }
  }

  static let cases: [Case] = [
    Case("the first byte", "abc", 0..<1, 1, 1, "", "a", "bc"),
    Case("a point", "abc", 1..<1, 1, 2, "a", "", "bc"),
    Case("the end", "abc", 3..<3, 1, 4, "abc", "", ""),
    Case("an empty file", "", 0..<0, 1, 1, "", "", ""),
    Case("past the end", "abc", 9..<12, 1, 4, "abc", "", ""),
    Case("before the beginning", "abc", -2 ..< -1, 1, 1, "", "", "abc"),
    Case("behind the last line break", "a\n", 2..<2, 2, 1, "", "", ""),
    Case("the second line", "ab\ncd\nef", 4..<5, 2, 2, "c", "d", ""),
    Case("over a line break: to the end of the line", "ab\ncd", 1..<4, 1, 2, "a", "b", ""),
    Case("a line break itself", "ab\ncd", 2..<3, 1, 3, "ab", "", ""),
    Case("CRLF", "ab\r\ncd\r\n", 5..<6, 2, 2, "c", "d", ""),
    Case("within CRLF", "ab\r\ncd", 3..<3, 1, 3, "ab", "", ""),
    Case("CR", "ab\rcd\ref", 4..<5, 2, 2, "c", "d", ""),
    Case("columns are code points", "Çavuş oğlu", 8..<13, 1, 7, "Çavuş ", "oğlu", ""),
    Case("a combining mark is a code point", "e\u{301}x", 3..<4, 1, 3, "e\u{301}", "x", ""),
    Case("a byte order mark is no column", "\u{FEFF}ab", 3..<4, 1, 1, "", "a", "b"),
    Case("nothing stands before a byte order mark", "\u{FEFF}ab", 0..<0, 1, 1, "", "", "ab"),
    Case("behind a byte order mark's line", "\u{FEFF}a\nb", 5..<6, 2, 1, "", "b", ""),
  ]

  @Test(arguments: cases)
  func `line, column and the pieces of the line`(_ example: Case) {
    let place = SourceFile(path: "x.md", text: example.text).place(example.range)
    #expect(place.path == "x.md")
    #expect(place.line == example.line)
    #expect(place.column == example.column)
    #expect([place.before, place.marked, place.after] == example.pieces)
    #expect(place.length == example.pieces[1].unicodeScalars.count)
  }

  @Test("places agree with a count of all code points from the beginning", arguments: 0..<40)
  func agreesWithCounting(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet: [Unicode.Scalar] = ["a", "\n", "\r", "é", "漢", "😀", "\u{301}", " ", "\u{FEFF}"]
    // Longer than a block of the table.
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...1500, using: &random) {
      text.append(alphabet.randomElement(using: &random) ?? "a")
    }
    let file = SourceFile(path: "x", text: String(text))
    var offset = 0
    var line = 1
    var column = 1
    var last: Unicode.Scalar?
    for (index, scalar) in text.enumerated() {
      let isMark = index == 0 && scalar == "\u{FEFF}"
      // A CRLF is one break, and the place between its bytes is before it.
      let place = file.place(offset..<offset)
      let isWithinBreak = last == "\r" && scalar == "\n"
      #expect(
        (place.line, place.column) == (
          isWithinBreak ? line - 1 : line, isWithinBreak ? place.column : column
        ))
      if scalar == "\n" && !isWithinBreak || scalar == "\r" {
        line += 1
        column = 1
      } else if !isWithinBreak, !isMark {
        column += 1
      }
      last = scalar
      offset += String(scalar).utf8.count
    }
    #expect(file.place(offset..<offset).line == line)
    #expect(file.place(offset..<offset).column == column)
  }

  @Test("a hundred thousand findings in one file take their time once")
  func manyFindings() {
    let file = SourceFile(path: "x", text: String(repeating: "a: b, ", count: 50_000))
    let clock = ContinuousClock()
    var sum = 0
    let duration = clock.measure {
      for index in 0..<10_000 { sum += file.place((index * 30)..<(index * 30 + 1)).column }
    }
    #expect(sum == (0..<10_000).reduce(0) { $0 + $1 * 30 + 1 })
    #expect(duration < .seconds(10))
  }

  @Test("a long line is cut around what is marked")
  func longLine() {
    let text = String(repeating: "é", count: 1000) + "MARK" + String(repeating: "漢", count: 1000)
    let place = SourceFile(path: "x", text: text).place(2000..<2004)
    #expect(place.column == 1001)
    #expect(place.before == "…" + String(repeating: "é", count: 60))
    #expect(place.marked == "MARK")
    #expect(place.after == String(repeating: "漢", count: 40) + "…")
  }

  @Test("bytes that are no UTF-8 neither stop nor shift what follows by much")
  func invalid() {
    let file = SourceFile(path: "x", bytes: [0x61, 0xFF, 0x80, 0x62, 0x0A, 0x63])
    #expect(file.place(5..<6).line == 2)
    #expect(file.place(3..<4).marked == "b")
    #expect(file.place(3..<4).before == "a\u{FFFD}\u{FFFD}")
  }

  @Test("a whole file has no line")
  func whole() {
    let place = SourceFile(path: "x", text: "a").whole
    #expect(place == SourcePlace(path: "x"))
    #expect((place.line, place.column) == (0, 0))
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
