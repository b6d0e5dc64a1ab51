import Diagnostics
import DossierModel
import Testing

@Suite("An HTML capture is read as its article")
struct HTMLCaptureTests {
  @Test("the text is kept in order with its kinds; furniture on every side is not")
  func paragraphs() {
    let kept = TestPage.read(TestPage.page()).paragraphs.map { paragraph in
      let kind =
        if case .listItem(let place) = paragraph.kind { "item \(place.number)" } else {
          "\(paragraph.kind)"
        }
      return "\(paragraph.locator) \(kind) \(paragraph.text)"
    }
    #expect(
      kept == [
        "p1 plain \(Prose.first)", "p2 plain \(Prose.second)", "p3 heading(2) What comes next",
        "p4 plain \(Prose.third)", "p5 item 1 Carts may cross from the spring.",
        "p6 item 2 Cars must wait.", "p7 quotation \(Prose.fourth)",
      ])
  }

  @Test("paragraphs point into the capture's own bytes")
  func places() throws {
    let page = TestPage.page()
    let bytes = Array(page.utf8)
    let article = TestPage.read(page)
    let first = try #require(article.paragraphs.first)
    #expect(String(decoding: bytes[first.bytes], as: UTF8.self) == Prose.first)
    let line = page.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("<p>The two towns") }
    #expect(first.line - 1 == line)
  }

  @Test("links keep their place in the text and their resolved address")
  func links() throws {
    let second = try #require(TestPage.read(TestPage.page()).paragraphs.dropFirst().first)
    #expect(
      second.links == [
        Article.Paragraph.Link(range: 0..<9, address: "https://example.org/a?b=1&c=2")
      ])
  }

  @Test(
    "an address that is no absolute web address is not kept",
    arguments: [
      "javascript:alert(1)", "java&#115;cript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:x",
      "data:text/html,x", "vbscript:x", "/relative", "#fragment", "mailto:a@example.org", "http:",
      "https://a b", "java&Tab;script:x",
    ])
  func addresses(_ address: String) {
    let page = TestPage.page(
      "<p>\(Prose.first) <a href=\"\(address)\">Ada</a></p><p>\(Prose.second)</p>")
    #expect(TestPage.read(page).paragraphs.first?.links == [])
  }

  @Test(
    "scripts, styles, handlers, comments and embedded media leave nothing",
    arguments: [
      "<script>TRACE</script>", "<SCRIPT type=module>TRACE</SCRIPT >", "<style>TRACE</style>",
      "<!-- TRACE -->", "<noscript>TRACE</noscript>", "<iframe>TRACE</iframe>",
      "<svg><text>TRACE</text></svg>",
      "<p onclick='TRACE'></p>", "<template><p>TRACE</p></template>", "<textarea>TRACE</textarea>",
      "<p style='display : none'>TRACE</p>", "<p aria-hidden=true>TRACE</p>", "<script>TRACE",
      "<select><option>TRACE</option></select>", "<object>TRACE</object>", "<!-- TRACE --!>",
      "<?php TRACE ?>",
      "<math><mi>TRACE</mi></math>", "<xmp>TRACE</xmp>", "<button>TRACE</button>",
    ])
  func nothingRuns(_ piece: String) {
    let article = TestPage.read(
      TestPage.page("<p>\(Prose.first)</p><p>\(Prose.second)</p>" + piece))
    #expect(article.paragraphs.prefix(2).map(\.text) == [Prose.first, Prose.second])
    #expect(!"\(article)".contains("TRACE"))
  }

  @Test("character references are resolved once and white space is folded")
  func references() {
    let page = TestPage.page(
      "<p>\(Prose.first)</p><p>Bread &amp;amp; butter\u{A0}&nbsp; cost\n   &lt;b&gt; two crowns, said the miller.</p>"
    )
    #expect(
      TestPage.read(page).paragraphs.last?.text
        == "Bread &amp; butter cost <b> two crowns, said the miller.")
  }

  @Test("a page saved under another name is read as a page")
  func sniffed() {
    let page = Array(TestPage.page().utf8)
    #expect(TestPage.read(page, path: "seeds/a.txt").article.paragraphs.count == 7)
    #expect(TestPage.read(page, path: "seeds/a").article.paragraphs.count == 7)
  }

  @Test("paragraphs without markup are cut at double line breaks")
  func lineBreaks() {
    let page = TestPage.page("<div>\(Prose.first)<br><br>\(Prose.second)<br>\(Prose.third)</div>")
    #expect(
      TestPage.read(page).paragraphs.map(\.text) == [Prose.first, Prose.second + " " + Prose.third])
  }

  @Test("teasers of other articles do not outweigh a short one")
  func teasers() {
    let teasers = (1...12).map {
      "<div class=item><h4><a href='/\($0)'>Another long headline \($0)</a></h4><p>\(Prose.fourth)</p></div>"
    }
    let page = TestPage.page(
      "<p>\(Prose.first)</p><p>\(Prose.second)</p></article>"
        + "<section>\(teasers.joined())</section><article>")
    #expect(TestPage.read(page).paragraphs.map(\.text) == [Prose.first, Prose.second])
  }

  @Test("the lines between title and text are a standfirst")
  func standfirst() {
    let page = TestPage.page(
      "<p class=standfirst>\(Prose.fourth)</p><p>\(Prose.first)</p><p>\(Prose.second)</p>")
    #expect(
      TestPage.read(page).paragraphs.map(\.layer) == [.standfirst, .body, .body])
  }

  @Test(
    "what holds no article is an error",
    arguments: ["", "<html></html>", "<p>Hello</p>", "<nav>x</nav>"])
  func empty(_ page: String) {
    let (article, findings) = TestPage.read(Array(page.utf8))
    let found = article.paragraphs.map(\.text)
    #expect(found == (page == "<p>Hello</p>" ? ["Hello"] : []))
    #expect(findings.map(\.severity) == (found.isEmpty ? [.error] : []))
  }
}
