import DossierBuild
import DossierModel
import Testing

/// The page and the feed of what a site took back.
struct CorrectionPageTests {
  private static func site() throws -> BuiltSite {
    try BuiltSite.clean(try WithdrawalTests.files())
  }

  @Test func `corrections and withdrawals stand there newest first, with old, new and why`() throws
  {
    let page = try Self.site().text("corrections.html")
    let list = StatementPageTests.part(page, from: "<ol class=\"events\">", to: "</ol>")
    #expect(
      list == """
        <ol class="events">
        <li id="correction.e0644fec08f29cdf">
        <p class="when"><time datetime="2020-12-01">1 December 2020</time></p>
        <div><a href="sources/almanac.html"><bdi>Almanac of the coast</bdi></a> <span class="label alert">Withdrawn</span>
        <p dir="auto">It was printed without leave.</p>
        </div></li>
        <li id="correction.9621650504c82bc8">
        <p class="when"><time datetime="2020-11-20">20 November 2020</time></p>
        <div><a href="actors/gullmark.html"><bdi>Gullmark</bdi></a> <span class="meta"><bdi>Founded</bdi></span>
        <p dir="auto">Was “<bdi>1899</bdi>”, now “<bdi><time datetime="1901">1901</time></bdi>”.</p>
        <p dir="auto">misread</p>
        </div></li>
        <li id="correction.4cfb9a7bc402a44">
        <p class="when"><time datetime="2020-11-20">20 November 2020</time></p>
        <div><a href="sources/lantern.html"><bdi>The lamp on the reef is out again</bdi></a> <span class="label alert">Withdrawn</span>
        <p dir="auto">The editor of the paper took the report back as invented.</p>
        </div></li>
        <li id="correction.40fd69ba745e453c">
        <p class="when"><time datetime="2020-11-02">2 November 2020</time></p>
        <div><a href="actors/gullmark.html"><bdi>Gullmark</bdi></a> <span class="meta"><bdi>Founded</bdi></span>
        <p dir="auto">Was “<bdi>1898</bdi>”, now “<bdi>1899</bdi>”.</p>
        </div></li>

        """)
  }

  @Test func `the feed has them too, and every page links to the list`() throws {
    let site = try Self.site()
    let feed = try site.text("corrections.xml")
    #expect(
      FeedTests.elements("title", in: feed) == [
        "Lighthouse quarrel: Corrections", "Withdrawn: Almanac of the coast",
        "Corrected: Gullmark, Founded", "Withdrawn: The lamp on the reef is out again",
        "Corrected: Gullmark, Founded",
      ])
    #expect(
      FeedTests.elements("summary", in: feed) == [
        "It was printed without leave.", "Was “1899”, now “1901”. Why: misread",
        "The editor of the paper took the report back as invented.", "Was “1898”, now “1899”.",
      ])
    #expect(FeedTests.elements("updated", in: feed)?.first == "2020-12-01T00:00:00Z")
    for page in site.pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.contains("corrections.html\">Corrections</a>"), "\(page.path)")
    }
  }

  @Test func `without a correction there is neither page nor feed, nor a word of them`() throws {
    let site = try BuiltSite.clean(SampleFiles.site, baseURL: "https://example.org/")
    #expect(site.artifact("corrections.html") == nil)
    #expect(site.artifact("corrections.xml") == nil)
    #expect(site.paths(holding: "corrections.") == [])
  }

  @Test func `over 500 corrections stand on a page for each year, and keep their ids`() throws {
    func events(_ count: Int) -> [String: String] {
      var files = SampleFiles.with(["dossier.yml": "title: T\nbase-url: https://example.org/\n"])
      for number in 0..<count {
        files["Content/events/e\(number).md"] = """
          ---
          title: Event \(number)
          ---
          ## Facts
          - when: 2020-10-14 [@tide p1]
            - corrected \(2019 + number % 2)-11-02: was \(1000 + number)

          """
      }
      return files
    }
    let site = try BuiltSite.clean(events(501))
    #expect(
      site.paths.filter { $0.hasPrefix("corrections") }.sorted() == [
        "corrections.html", "corrections.xml", "corrections/by-year/2019.html",
        "corrections/by-year/2020.html",
      ])
    let year = try site.text("corrections/by-year/2020.html")
    #expect(year.split(separator: "<li id=\"correction.").count == 251)
    let feed = try site.text("corrections.xml")
    let ids = try #require(FeedTests.elements("id", in: feed))
    #expect(ids.count == 51)
    let anchor = try #require(ids.dropFirst().first?.split(separator: "#").last)
    #expect(ids[1] == "https://example.org/corrections.html#\(anchor)")
    #expect(
      feed.contains(
        "<link href=\"https://example.org/corrections/by-year/2020.html#\(anchor)\"/>"))
    #expect(year.contains("<li id=\"\(anchor)\">"))
    let small = try BuiltSite.clean(events(500))
    #expect(try small.text("corrections.html").contains("<li id=\"\(anchor)\">"))
  }
}
