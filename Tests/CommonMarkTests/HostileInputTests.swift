import Foundation
import Testing

@testable import CommonMark

@Suite("Hostile input", .serialized)
struct HostileInputTests {
  struct Pattern: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The text for a size of about `n` pieces.
    let text: @Sendable (Int) -> String

    init(_ name: String, _ text: @escaping @Sendable (Int) -> String) {
      testDescription = name
      self.text = text
    }

    init(repeating piece: String) {
      self.init(piece) { String(repeating: piece, count: $0) }
    }
  }

  static let pieces = [
    "*", "**a ", "_a *b ", "[", "]", "[a](", "![", "![[](", "![[]()", "[a](<b", "[a](b \"", "[[",
    "[[a", "[[a]]", "[[a|",
    "[@", "[@a", "[@a b]", "[^", "[^a", "[^a]", "`", "``a` ", "<", "<!--", "<!A ", "<?", "<a ",
    "<![CDATA[", "&", "&amp;", "\\", "\\[",
    ">", "> ", "- ", "1. ", "|", "| a ", "|-", "|-|\n", "a | b\n-|-\n\n", "- a\n\n", "[a]: b\n",
    "[^a]: b\n",
    "[^a]: ", "[^a]:\n    [^b]: x\n", "# a\n", "```\n", "~~~ a\n", "> [!note]\n", "<!--\n", "a  \n",
    "\0", "\r", "é", "a.", "{",
    "a**b", "x<y@z ", "[a][b]", "[^a]: x\n\n    y\n\n", ":", "- [^a]: x\n", "<div>\n", "\"", "_",
    "* * ",
  ]

  static let patterns: [Pattern] =
    pieces.map { Pattern(repeating: $0) } + [
      Pattern("nested brackets") {
        String(repeating: "[", count: $0) + "a" + String(repeating: "]", count: $0)
      },
      Pattern("nested emphasis") {
        String(repeating: "*a ", count: $0) + String(repeating: " b*", count: $0)
      },
      Pattern("backtick runs of every length") { size in
        var text = ""
        var length = 1
        while text.utf8.count < size {
          text += "e" + String(repeating: "`", count: length)
          length += 1
        }
        return text
      },
      Pattern("one long line") { String(repeating: "word [[x]] ", count: $0 / 4) },
      Pattern("a table of one column and many cells") {
        "|a|\n|-|\n"
          + String(repeating: "|" + String(repeating: "x|", count: 10) + "\n", count: $0 / 20)
      },
      Pattern("a wide head over short rows") {
        let columns = min($0, 900)
        return String(repeating: "|a", count: columns) + "|\n"
          + String(repeating: "|-", count: columns)
          + "|\n" + String(repeating: "x\n", count: $0)
      },
      Pattern("references to one definition") {
        "[a]: /" + String(repeating: "x", count: $0) + "\n\n"
          + String(repeating: "[a] ", count: $0 / 2)
      },
      Pattern("references to one note") { "[^a]: x\n\n" + String(repeating: "[^a] ", count: $0) },
      Pattern("many notes") { size in
        (0..<(size / 8)).map { "x[^\($0)]\n\n[^\($0)]: note [^\($0 / 2)]\n\n" }.joined()
      },
      Pattern("blank lines in a deep list") {
        String(repeating: "- ", count: $0 / 20) + "a\n" + String(repeating: "\n", count: $0)
      },
    ]

  private static func time(_ pattern: Pattern, _ size: Int) -> Duration {
    let source = Array(pattern.text(size).utf8)
    return ContinuousClock().measure {
      let tree = MarkdownTree.parse(source, from: 0, extensions: .all)
      _ = MarkdownHTMLRenderer.html(tree, anchors: true)
    }
  }

  @Test("time grows with the length of the text, not faster", arguments: patterns)
  func linear(pattern: Pattern) {
    // The long size finds what is quadratic with small constants; `Scripts/verify` asks for it.
    let isLong = ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == "1"
    let size = isLong ? 16_000 : 4000
    let long = Self.time(pattern, size)
    // What is quadratic takes longer than this, with the constants of a list walk.
    guard long > .milliseconds(isLong ? 100 : 25) else { return }
    let short = (0..<3).map { _ in Self.time(pattern, size / 4) }.min() ?? .zero
    let again = min(long, Self.time(pattern, size))
    // Four times the text, and three times that for noise; quadratic would be sixteen. On a machine that
    // is busy with other tests a few hundredths of a second say nothing.
    #expect(again < short * 12 || again < .milliseconds(isLong ? 500 : 250))
  }

  @Test(
    "depth costs no stack",
    arguments: ["*a ", "**a _b ", "[", "> ", "- ", "[[", "[@", "![", "> - "])
  func depth(piece: String) {
    let source = Array(String(repeating: piece, count: 30_000).utf8)
    let tree = MarkdownTree.parse(source, from: 0, extensions: .all)
    let html = MarkdownHTMLRenderer.html(tree)
    // Every letter of the text is there, and every element that is opened is closed.
    #expect(html.utf8.count { $0 == 0x61 } >= source.count { $0 == 0x61 })
    #expect(html.utf8.count { $0 == 0x3C } == html.utf8.count { $0 == 0x3E })
    #expect(tree.text.count <= source.count)
  }
}
