import Diagnostics
import Testing
import YAML

struct FrontMatterTests {
  typealias Case = (name: String, text: String, yaml: String?, body: String)

  @Test(
    "Front matter is what stands between the marks",
    arguments: [
      ("plain", "---\ntitle: a\n---\nBody\n", "title: a\n", "Body\n"),
      ("closed by dots", "---\na: 1\n...\nBody", "a: 1\n", "Body"),
      ("CRLF", "---\r\na: 1\r\n---\r\nBody", "a: 1\r\n", "Body"),
      ("CR alone", "---\ra: 1\r---\rBody", "a: 1\r", "Body"),
      ("byte order mark", "\u{FEFF}---\na: 1\n---\nBody", "a: 1\n", "Body"),
      ("blanks behind the marks", "--- \t\na: 1\n---  \nBody", "a: 1\n", "Body"),
      ("empty", "---\n---\nBody", "", "Body"),
      ("nothing behind it", "---\na: 1\n---", "a: 1\n", ""),
      ("a rule in the body", "---\na: 1\n---\nx\n---\ny", "a: 1\n", "x\n---\ny"),
      ("indented marks do not close", "---\na: |\n  ---\n---\n", "a: |\n  ---\n", ""),
      ("longer lines do not close", "---\n----\n--- x\n---\n", "----\n--- x\n", ""),
      ("none", "Body\n---\na: 1\n---\n", nil, "Body\n---\na: 1\n---\n"),
      ("none behind a byte order mark", "\u{FEFF}Body", nil, "Body"),
      ("four dashes are none", "----\na\n----\n", nil, "----\na\n----\n"),
      ("a blank line before it", "\n---\na: 1\n---\n", nil, "\n---\na: 1\n---\n"),
      ("empty file", "", nil, ""),
      ("two dashes", "--", nil, "--"),
    ] as [Case])
  func splits(_ expected: Case) {
    let file = SourceFile(path: "page.md", text: expected.text)
    let (yaml, bodyStart, diagnostics) = FrontMatter.split(file)
    #expect(diagnostics.isEmpty)
    #expect(yaml.map { String(decoding: file.bytes[$0], as: UTF8.self) } == expected.yaml)
    #expect(String(decoding: file.bytes[bodyStart...], as: UTF8.self) == expected.body)
  }

  @Test("Front matter without an end is an error at its beginning", arguments: ["", "\u{FEFF}"])
  func unclosed(mark: String) {
    let file = SourceFile(path: "page.md", text: mark + "---\ntitle: a\n\nBody\n")
    let (yaml, bodyStart, diagnostics) = FrontMatter.split(file)
    #expect(yaml == nil)
    #expect(bodyStart == file.bytes.count)
    #expect(
      rendered(diagnostics) == """
        page.md:1:1: error: the front matter that begins here has no end [front-matter-end]
          |
        1 | ---
          | ^^^
          = help: close it with a line “---” before the text of the page

        """)
  }

  @Test("Findings in front matter stand at their line of the file")
  func places() throws {
    let file = SourceFile(
      path: "page.md", text: "\u{FEFF}---\r\nçü: é\r\nğ: [ö\r\n---\r\nBody ]\r\n")
    let yaml = try #require(FrontMatter.split(file).yaml)
    #expect(
      rendered(YAMLDocument.parse(file, in: yaml).diagnostics) == """
        page.md:3:4: error: the list that begins here has no “]”, or lacks a comma [yaml-syntax]
          |
        3 | ğ: [ö
          |    ^

        """)
  }
}

/// The findings as a terminal shows them.
func rendered(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { ConsoleFormatter().format($0) }.joined()
}
