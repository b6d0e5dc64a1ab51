import DossierModel
import Testing

@Suite("What a page says of itself is read in a fixed order of places")
struct HTMLMetadataTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let head: String
    let expected: String
    init(_ head: String, _ expected: String) { (self.head, self.expected) = (head, expected) }
    var testDescription: String { expected }
  }

  @Test(
    "the date: linked data, metadata, element, address, stamp",
    arguments: [
      Case(
        #"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-10-15T23:10:00-05:00"}</script><meta name=date content=2019-01-01>"#,
        "2020-10-15 html-json-ld-date-published"),
      Case(
        #"<script type="application/ld+json">{"@graph":[{"@type":["Thing","Article"],"datePublished":"2020-10-15"}]}</script>"#,
        "2020-10-15 html-json-ld-date-published"),
      Case(
        #"<script type="application/ld+json">{"@type":"Person","datePublished":"2020-10-15"}</script>"#,
        "nil"),
      Case(
        "<meta property='article:published_time' content='2020-10-14T08:00'>",
        "2020-10-14 html-meta-date"),
      Case("<meta name=pubdate content='October 13, 2020'>", "2020-10-13 html-meta-date"),
      Case("<meta itemprop=datePublished content=2020-10-12>", "2020-10-12 html-meta-date"),
      Case(
        "<link rel=canonical href='https://example.org/2020/10/11/bridge'>",
        "2020-10-11 html-address-date"),
      Case("<meta name=date content='05/06/2020'>", "nil"),
      Case("<meta name=date content='2020-13-45'>", "nil"),
      Case("<script type='application/ld+json'>{broken", "nil"),
      Case("", "nil"),
    ])
  func published(_ given: Case) {
    let date = TestPage.read(TestPage.page(head: given.head)).published
    #expect((date.map { "\($0.value) \($0.rule)" } ?? "nil") == given.expected)
  }

  @Test("a time element or a stamp beside the title dates a page without other data")
  func stamps() {
    let time = TestPage.page("<time datetime='2020-10-15T10:00'>Thursday</time>" + TestPage.body)
    #expect(TestPage.read(time).published?.rule == "html-time-element")
    let stamp = TestPage.page("<span>15 October 2020, 10:00</span>" + TestPage.body)
    #expect(TestPage.read(stamp).published?.value == "2020-10-15")
  }

  @Test("title, publisher, author, language and address name their rules")
  func particulars() {
    let article = TestPage.read(
      TestPage.page(
        head: """
          <meta property="og:site_name" content="Lake Paper"><meta name="author" content="Ada Quill">
          <link rel="canonical" href="https://example.org/bridge">
          """))
    #expect(
      article.title == Inferred(Prose.title, rule: "html-single-h1", line: article.title?.line))
    #expect(article.title?.line == 9)
    #expect(article.publisher == Inferred("Lake Paper", rule: "html-og-site-name", line: nil))
    #expect(article.author == Inferred("Ada Quill", rule: "html-meta-author", line: nil))
    #expect(article.language == Inferred("en", rule: "html-lang", line: nil))
    #expect(
      article.address == Inferred("https://example.org/bridge", rule: "html-canonical", line: nil))
  }

  @Test("of several headings the one like the page's title is the title")
  func headings() {
    let page = TestPage.page("<h1>Weather for the lake</h1>" + TestPage.body)
    #expect(TestPage.read(page).title?.value == Prose.title)
    #expect(TestPage.read(page).title?.rule == "html-h1-like-title")
  }

  @Test(
    "a desk, several names or an address is no author",
    arguments: [
      "Lake Paper Staff Desk Team", "Ada Quill and Bo Reed", "https://example.org/ada", "admin",
    ])
  func noAuthor(_ name: String) {
    let page = TestPage.page(head: "<meta name=author content='\(name)'>")
      .replacingFirst("<a rel=\"author\" href=\"/ada\">Ada Quill</a>", "us")
    #expect(TestPage.read(page).author == nil)
  }
}
