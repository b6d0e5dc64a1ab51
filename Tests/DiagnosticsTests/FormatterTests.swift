import Diagnostics
import Testing

@Suite("Findings are printed so that people and programs can read them, whatever they quote")
struct FormatterTests {
  private static func finding(_ text: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .error, "unknown-key", "unknown key", at: SourceFile(path: "a/b.md", text: text).place(range),
      help: "did you mean “title”?")
  }

  @Test("a console frame marks the columns that the terminal uses")
  func frames() {
    let cases: [(String, Range<Int>, String, String)] = [
      ("tittle: x", 0..<6, "tittle: x", "^^^^^^"),
      ("\ttittle: x", 1..<7, " tittle: x", " ^^^^^^"),
      ("漢字: x", 0..<6, "漢字: x", "^^^^"),
      ("漢字: 漢", 8..<11, "漢字: 漢", "      ^^"),
      ("e\u{301}e\u{301} x", 7..<8, "e\u{301}e\u{301} x", "   ^"),
      ("שלום: x", 10..<11, "שלום: x", "      ^"),
      ("a\u{202E}b\u{2066}c", 8..<9, "a\u{FFFD}b\u{FFFD}c", "    ^"),
      ("a\u{1B}[31mb", 6..<7, "a\u{FFFD}[31mb", "      ^"),
      ("a\u{200F}\u{61C}\u{2028}b", 9..<10, "a\u{FFFD}\u{FFFD}\u{FFFD}b", "    ^"),
      ("point", 5..<5, "point", "     ^"),
    ]
    for (text, range, line, mark) in cases {
      let place = SourceFile(path: "a/b.md", text: text).place(range)
      #expect(
        ConsoleFormatter().format(Self.finding(text, range)) == """
          a/b.md:1:\(place.column): error: unknown key [unknown-key]
            |
          1 | \(line)
            | \(mark)
            = help: did you mean “title”?

          """)
    }
  }

  @Test("a frame of a long line stays short")
  func longLine() {
    let text = String(repeating: "a", count: 500) + "bbb" + String(repeating: "c", count: 500)
    #expect(
      ConsoleFormatter().format(Self.finding(text, 500..<503)) == """
        a/b.md:1:501: error: unknown key [unknown-key]
          |
        1 | …\(String(repeating: "a", count: 60))bbb\(String(repeating: "c", count: 40))…
          | \(String(repeating: " ", count: 61))^^^
          = help: did you mean “title”?

        """)
  }

  @Test("a gutter is as wide as the line's number")
  func gutter() {
    let text = String(repeating: "\n", count: 122) + "x"
    #expect(
      ConsoleFormatter().format(Self.finding(text, 122..<123))
        == "a/b.md:123:1: error: unknown key [unknown-key]\n    |\n123 | x\n    | ^\n"
        + "  = help: did you mean “title”?\n")
  }

  @Test("findings without a place, about a file, and with notes")
  func places() {
    let note = Diagnostic.Note("the other is here", at: SourcePlace(path: "c.md"))
    #expect(
      ConsoleFormatter().format(Diagnostic(.warning, "w", "a warning"))
        == "warning: a warning [w]\n")
    #expect(
      ConsoleFormatter().format(
        Diagnostic(
          .note, "n", "a note", at: SourcePlace(path: "a.md"), notes: [note, .init("and more")]))
          == """
          a.md: note: a note [n]
            = note: c.md: the other is here
            = note: and more

          """)
  }

  @Test("colour is only added, and only when asked for")
  func colour() {
    let finding = Self.finding("tittle: x", 0..<6)
    let coloured = ConsoleFormatter(colour: true).format(finding)
    #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m"))
    var plain = coloured
    for code in ["1", "1;31", "0"] { plain = plain.replacing("\u{1B}[\(code)m", with: "") }
    #expect(plain == ConsoleFormatter().format(finding))
  }

  @Test("JSON is one object a line, everything escaped")
  func json() {
    let file = SourceFile(path: "a\"b\\.md", text: "x\ny: \u{2028}\u{1}z")
    let finding = Diagnostic(
      .warning, "w", "a “\"quoted\"”\nline\t\u{1B}[0m\u{7F}", at: file.place(2..<3), help: nil,
      notes: [.init("here", at: SourcePlace(path: "c")), .init("there")])
    #expect(
      JSONFormatter().format(finding) == #"""
        {"id":"w","severity":"warning","summary":"a “\"quoted\"”\nline\t\u001b[0m\u007f",\#
        "path":"a\"b\\.md","line":2,"column":1,"length":1,"help":null,"notes":[{"text":"here",\#
        "path":"c","line":null,"column":null,"length":null},{"text":"there","path":null,\#
        "line":null,"column":null,"length":null}]}

        """#)
  }

  @Test("no text can end or forge a workflow command")
  func gitHub() {
    let finding = Diagnostic(
      .error, "a:b,c", "100% wrong\r\n::set-output name=x::y\u{1B}[0m",
      at: SourceFile(path: "a,b:c\n.md", text: "x").place(0..<1), help: "help\n::error::no")
    #expect(
      GitHubFormatter().format(finding)
        == "::error file=a%2Cb%3Ac%0A.md,line=1,col=1,title=a%3Ab%2Cc::"
        + "100%25 wrong%0D%0A::set-output name=x::y\u{FFFD}[0m%0Ahelp%0A::error::no\n")
    #expect(
      GitHubFormatter().format(Diagnostic(.note, "n", "x", at: SourcePlace(path: "a")))
        == "::notice file=a,title=n::x\n")
  }

  @Test("reading order is by file, line, column, id and text")
  func order() {
    let file = SourceFile(path: "b", text: "abc\ndef")
    let sorted = [
      Diagnostic(.error, "z", "about the site"),
      Diagnostic(.error, "a", "x", at: SourcePlace(path: "a")),
      Diagnostic(.error, "z", "x", at: file.whole),
      Diagnostic(.error, "a", "x", at: file.place(0..<1)),
      Diagnostic(.error, "a", "y", at: file.place(0..<1)),
      Diagnostic(.note, "b", "a", at: file.place(0..<1)),
      Diagnostic(.error, "a", "x", at: file.place(2..<3)),
      Diagnostic(.error, "a", "x", at: file.place(4..<5)),
    ]
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      #expect(sorted.shuffled(using: &random).sorted(by: Diagnostic.inReadingOrder) == sorted)
    }
  }
}
