import Foundation
import TestSupport
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

  /// The text is long enough to tell what is quadratic with small constants where
  /// `DOSSIER_LONG_TESTS` asks for it, as `Scripts/verify` does.
  private static let size =
    ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == "1" ? 16_000 : 2000

  private static func time(_ pattern: Pattern, _ size: Int) -> Duration {
    let source = Array(pattern.text(size).utf8)
    return processorTime {
      let tree = MarkdownTree.parse(source, from: 0, extensions: .all)
      _ = MarkdownHTMLRenderer.html(tree, anchors: true)
    }
  }

  /// Whether eight times the text takes much more than eight times as long. What is quadratic takes
  /// sixty-four times; twenty leaves room for noise, and what looks slow is measured again, since a
  /// machine that is busy can make anything look slow once. Below a few hundredths of a second nothing
  /// can be told, nor does it matter.
  private static func growsTooFast(_ time: (Int) -> Duration) -> Bool {
    var long = Duration.seconds(3600)
    var short = Duration.seconds(3600)
    for _ in 0..<6 {
      long = min(long, time(size))
      if long < .milliseconds(20) { return false }
      short = min(short, time(size / 8))
      if long < short * 20 { return false }
    }
    return true
  }

  @Test("time grows with the length of the text, not faster", arguments: patterns)
  func linear(pattern: Pattern) {
    #expect(!Self.growsTooFast { Self.time(pattern, $0) })
  }

  @Test("what grows with the square of the length is told from what does not, and from noise")
  func quadratic() {
    #expect(Self.growsTooFast { .microseconds($0 * $0 / 40) })
    #expect(!Self.growsTooFast { .microseconds($0 * 100) })
    var runs = 0
    #expect(
      !Self.growsTooFast {
        runs += 1
        return .microseconds($0 * (runs < 4 && $0 == Self.size ? 900 : 100))
      })
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
