import FileTree
import Testing

@Suite("Places are right whatever the file's line endings and its byte order mark")
struct LineEndingTests {
  static let page = """
    ---
    title: Turkey
    kind: sate
    reviewed: 12.7.2020
    ---
    Turkey spoke with [[rusia]] and
    wrapped the line [@wier p1].

    ## Facts
    - office: president | when: 2020-13 [@wire
      p9]

    """

  static let expected = """
    Content/actors/turkey.md:3:7: error: “sate” is no kind of actor [unknown-kind]
      |
    3 | kind: sate
      |       ^^^^
      = help: did you mean “state”?
    Content/actors/turkey.md:4:11: error: “12.7.2020” is no EDTF date: a date is year-month-day and \
    begins with the four digits of its year [bad-date]
      |
    4 | reviewed: 12.7.2020
      |           ^^^^^^^^^
      = help: write “2020-07-12”
    Content/actors/turkey.md:6:19: error: no page is called “rusia” [unknown-page]
      |
    6 | Turkey spoke with [[rusia]] and
      |                   ^^^^^^^^^
      = help: did you mean “russia”?
    Content/actors/turkey.md:7:18: error: no source is cited as “wier” [unknown-source]
      |
    7 | wrapped the line [@wier p1].
      |                  ^^^^^^^^^^
      = help: did you mean “wire”?
    Content/actors/turkey.md:10:29: error: “2020-13” is no EDTF date: there is no month 13 [bad-date]
       |
    10 | - office: president | when: 2020-13 [@wire
       |                             ^^^^^^^
    Content/actors/turkey.md:10:37: error: “wire” has no p9: it has 3 paragraphs [locator-out-of-range]
       |
    10 | - office: president | when: 2020-13 [@wire
       |                                     ^^^^^^

    """

  @Test(
    "LF, CRLF and CR, with and without a byte order mark",
    arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func places(_ ending: String, _ mark: String) {
    let text =
      mark
      + Self.page.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: ending)
    let site = BrokenSite("", ["Content/actors/turkey.md": text], reads: Self.expected)
    #expect(site.report() == site.expected)
  }

  @Test("a whole site in CRLF with byte order marks has nothing to report")
  func valid() {
    var texts: [String: String] = [:]
    for (path, text) in BrokenSite.valid where !path.hasSuffix(".json") {
      texts[path] = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    }
    let files = MemoryFileSystem(texts: BrokenSite.frozen(texts))
    #expect(BrokenSite.report(on: files).isEmpty)
  }
}
