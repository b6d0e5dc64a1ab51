import Testing

@testable import CommonMark

@Suite("Text spans")
struct TextSpanTests {
  /// Renders with the given stretches of the text as links 0, 1, …
  private func html(_ markdown: String, linking phrases: [String]) -> String {
    let tree = MarkdownTree.parse(Array(markdown.utf8), from: 0, extensions: .all)
    var from = 0
    let spans = phrases.enumerated().compactMap { number, phrase -> TextSpan? in
      let bytes = Array(phrase.utf8)
      guard
        let lower = tree.text[from...].indices.first(where: {
          tree.text[$0...].starts(with: bytes)
        })
      else { return nil }
      from = lower + bytes.count
      return TextSpan(lower: UInt32(lower), upper: UInt32(from), link: Int32(number))
    }
    var output: [UInt8] = []
    var writer = PlainLinkWriter()
    MarkdownHTMLRenderer.render(
      tree, from: tree.blocks.first, spans: spans, writer: &writer, anchors: false, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  static let cases: [(markdown: String, phrases: [String], html: String)] = [
    ("a b c", ["b"], "<p>a <a href=\"#0\">b</a> c</p>\n"),
    ("a b c", ["a", "c"], "<p><a href=\"#0\">a</a> b <a href=\"#1\">c</a></p>\n"),
    ("ab", ["a", "b"], "<p><a href=\"#0\">a</a><a href=\"#1\">b</a></p>\n"),
    ("a\nb c", ["a b"], "<p><a href=\"#0\">a\nb</a> c</p>\n"),
    ("a  \nb", ["a b"], "<p><a href=\"#0\">a<br />\nb</a></p>\n"),
    ("a & b", ["a & b"], "<p><a href=\"#0\">a &amp; b</a></p>\n"),
    ("*a* b", ["a"], "<p><em><a href=\"#0\">a</a></em> b</p>\n"),
    ("a *b* c", ["a b c"], "<p><a href=\"#0\">a <em>b</em> c</a></p>\n"),
    ("*a b* c", ["b c"], "<p><em>a <a href=\"#0\">b</a></em><a href=\"#0\"> c</a></p>\n"),
    ("a *b c*", ["a b"], "<p><a href=\"#0\">a </a><em><a href=\"#0\">b</a> c</em></p>\n"),
    ("[a](u) a", ["a", "a"], "<p><a href=\"u\">a</a> <a href=\"#1\">a</a></p>\n"),
    ("`a` a", ["a"], "<p><code>a</code> a</p>\n"),
    ("[[a]] a", ["a", "a"], "<p><a href=\"a\">a</a> <a href=\"#1\">a</a></p>\n"),
    ("a [b](u) c", ["a b"], "<p><a href=\"#0\">a </a><a href=\"u\">b</a> c</p>\n"),
    (
      "a[@k]b", ["ab"],
      "<p><a href=\"#0\">a</a><sup class=\"cite\">[k]</sup><a href=\"#0\">b</a></p>\n"
    ),
    (
      "# a\n\nb\n\n- c", ["a", "c"],
      "<h1><a href=\"#0\">a</a></h1>\n<p>b</p>\n<ul>\n<li><a href=\"#1\">c</a></li>\n</ul>\n"
    ),
    ("![a](u) b", ["a", "b"], "<p><img src=\"u\" alt=\"a\" /> <a href=\"#1\">b</a></p>\n"),
  ]

  @Test("a span becomes a link wherever one can stand, and tags nest", arguments: cases)
  func spans(markdown: String, phrases: [String], html: String) {
    #expect(self.html(markdown, linking: phrases) == html)
  }

  @Test("a run of blocks is rendered from its first up to its end")
  func runs() {
    let tree = MarkdownTree.parse(
      Array("a\n\n# b\n\nc\n\nd[^1]\n\n[^1]: e".utf8), from: 0, extensions: .all)
    let blocks = tree.blocks
    var output: [UInt8] = []
    var writer = PlainLinkWriter()
    MarkdownHTMLRenderer.render(
      tree, from: blocks[1], upTo: blocks[3], writer: &writer, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "<h1 id=\"b\">b</h1>\n<p>c</p>\n")
    #expect(tree[blocks[4]].kind == .footnoteDefinition)
  }
}
