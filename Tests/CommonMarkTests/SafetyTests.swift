import Testing

@testable import CommonMark

@Suite("Safety")
struct SafetyTests {
  @Test(
    "an address that runs or reads something is no link",
    arguments: [
      "javascript:alert(1)", "JavaScript:a", "vbscript:a", "file:///etc/passwd",
      "data:image/png;base64,x", "java&#115;cript:a", "java&Tab;script:a", "java&NewLine;script:a",
      "&#1;javascript:a", "javascript&colon;a", "&#x6a;avascript:a", "data&#58;a",
      "jav&#xAD;ascript:a",
    ])
  func addresses(address: String) {
    let markdown = "[x](<\(address)>) ![y](<\(address)>) [z][r]\n\n[r]: <\(address)>\n"
    let tree = MarkdownTree.parse(Array(markdown.utf8), from: 0, extensions: .all)
    #expect(MarkdownHTMLRenderer.html(tree) == "<p>x y z</p>\n")
  }

  @Test(
    "other addresses stay",
    arguments: [
      "https://a.b/?c=d#e", "mailto:a@b", "/a/javascript:b", "?javascript:", "#data:", "a/b",
      "filed:x",
    ])
  func safe(address: String) {
    #expect(MarkdownTree.isSafe(address))
    let tree = MarkdownTree.parse(Array("[x](<\(address)>)".utf8), from: 0, extensions: .all)
    #expect(MarkdownHTMLRenderer.html(tree) == "<p><a href=\"\(address)\">x</a></p>\n")
  }

  @Test(
    "raw HTML is shown as text, comments are dropped",
    arguments: [
      ("a <b onclick=\"x\">c</b>", "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n"),
      ("a <!-- b --> c", "<p>a  c</p>\n"),
      ("<script>\nalert(1)\n</script>\n", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n"),
      ("<!-- a\n\nb -->\n\nc", "<p>c</p>\n"),
      ("<!-- a", ""),
      ("<div><!-- a --><i>\n", "<p>&lt;div&gt;&lt;i&gt;</p>\n"),
      ("![<b>\"](u)", "<p><img src=\"u\" alt=\"&lt;b&gt;&quot;\" /></p>\n"),
      ("<https://a/\"'>", "<p><a href=\"https://a/%22&#x27;\">https://a/&quot;'</a></p>\n"),
      (
        "``` \"><script>\n```",
        "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\"></code></pre>\n"
      ),
      (
        "> [!note] <b>\"",
        "<aside class=\"callout callout-note\">\n<p class=\"callout-title\">&quot;</p>\n</aside>\n"
      ),
      ("# \"><b>", "<h1 id=\"section\">&quot;&gt;&lt;b&gt;</h1>\n"),
      ("a \"\u{301}<", "<p>a &quot;\u{301}&lt;</p>\n"),
    ])
  func markup(markdown: String, html: String) {
    let tree = MarkdownTree.parse(Array(markdown.utf8), from: 0, extensions: .all)
    #expect(MarkdownHTMLRenderer.html(tree, anchors: true) == html)
  }

  @Test("bytes that are no text become U+FFFD, and our own placeholders cannot be forged")
  func bytes() {
    let source: [UInt8] =
      Array("a ".utf8) + [0xFF, 0x00] + Array(" {".utf8) + [0xEF, 0xB7, 0x90]
      + Array("0} [[b]]".utf8)
    let tree = MarkdownTree.parse(source, from: 0, extensions: .all)
    #expect(
      MarkdownHTMLRenderer.html(tree)
        == "<p>a \u{FFFD}\u{FFFD} {\u{FFFD}0} <a href=\"b\">b</a></p>\n")
  }
}
