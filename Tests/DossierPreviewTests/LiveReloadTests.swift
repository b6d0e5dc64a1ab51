import Testing

@testable import DossierPreview

@Suite("Live reload")
struct LiveReloadTests {
  @Test(
    "puts its element before the last end of the body, or at the end of the page",
    arguments: [
      ("<body>x</body></html>", "<body>x^</body></html>"),
      ("<body>x</BoDy >\n", "<body>x^</BoDy >\n"),
      ("<pre></body></pre>x</body>", "<pre></body></pre>x^</body>"),
      ("<p>x</bod", "<p>x</bod^"), ("<p>x", "<p>x^"), ("", "^"), ("</body", "^</body"),
    ])
  func element(_ html: String, _ expected: String) {
    let built = state(.built(artifacts(["index.html": html])))
    let page = String(decoding: LiveReload.page(Array(html.utf8), in: built), as: UTF8.self)
    #expect(page.split(separator: liveElement, omittingEmptySubsequences: false).count == 2)
    #expect(page.split(separator: liveElement).joined(separator: "^").isEmpty == html.isEmpty)
    #expect(
      page
        == expected.split(separator: "^", omittingEmptySubsequences: false)
        .joined(separator: liveElement))
  }

  @Test("sends each state as one message of one line")
  func messages() throws {
    let message = LiveReloadMessage(basePath: try #require(BasePath("/repo/")))
    let first = artifacts(["index.html": "a", "css/a b.css": "1"])
    let second = artifacts(["index.html": "a", "css/a b.css": "2"])
    #expect(
      message.text(for: state(.built(first))) == """
        event: state
        data: {"revision":"s-1","from":"s-0","styles":null,"attempt":1,"failure":null}


        """)
    #expect(
      message.text(for: state(.built(first), .built(second), .failed(report: "a:1\n\t\"b\\\r</")))
        == #"""
        event: state
        data: {"revision":"s-2","from":"s-1","styles":["/repo/css/a%20b.css"],"attempt":3,"failure":"a:1\n\u0009\"b\\\u000d</"}


        """#)
  }

  @Test("runs as one classic script that sets the report as text only")
  func script() {
    let script = String(decoding: LiveReload.script, as: UTF8.self)
    #expect(!script.contains("innerHTML") && !script.contains("insertAdjacentHTML"))
    #expect(script.contains(#"EventSource("\#(LiveReload.eventsPath)")"#))
  }
}
