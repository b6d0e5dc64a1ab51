import Testing

@testable import CommonMark

/// Numbers that are the same in every run.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15
  }
}

@Suite("Random text")
struct RandomTextTests {
  static let pieces: [String] = [
    "a", "b c", " ", "\n", "\n\n", "    ", "\t", "> ", "- ", "1. ", "# ", "*", "**", "_", "`",
    "```\n",
    "~~~\n", "[", "]", "(", ")", "[[", "]]", "[[a|b]]", "[@k p]", "[^n]", "[^n]: ", "[^m]: x\n",
    "[a]: /u\n", "![", "](u \"t\")", "|", "|a|b|\n|-|-|\n", "\\", "\\|", "&amp;", "&#0;", "&copy;",
    "<b>", "<!--", "-->", "<http://a>", "[!note]\n", "> [!tip] x\n", "\r", "\r\n", "\0", "é", "ق",
    "\u{FEFF}", "{", "}", "===\n", "---\n", "\u{FFFD}", "a  \n", "\\\n", ":", "x#y",
  ]

  @Test("any text gives a tree whose parts fit together", arguments: [1, 2, 3, 4] as [UInt64])
  func trees(seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<400 {
      var source: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        source += Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
      }
      if seed == 4, !source.isEmpty {
        // Broken UTF-8.
        source[Int.random(in: 0..<source.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      let start = seed == 3 ? min(4, source.count) : 0
      let tree = MarkdownTree.parse(source, from: start, extensions: .all)
      let faults = PositionTests.faults(of: tree, length: source.count)
      #expect(faults == [], "\(String(decoding: source, as: UTF8.self).debugDescription)")
      let html = MarkdownHTMLRenderer.html(tree, anchors: true)
      #expect(html.utf8.count { $0 == 0x3C } == html.utf8.count { $0 == 0x3E })
      #expect(!html.utf8.contains(0), "\(String(decoding: source, as: UTF8.self).debugDescription)")
      for offset in tree.text.indices {
        #expect(tree.sourceOffset(ofText: offset) <= source.count)
      }
    }
  }
}
