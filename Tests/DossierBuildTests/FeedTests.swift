import DossierBuild
import DossierModel
import Foundation
import FoundationXML
import Testing

/// Feed, sitemap and robots.txt.
struct FeedTests {
  /// The texts of the elements called `name`; nil when the document is not well-formed.
  static func elements(_ name: String, in xml: String) -> [String]? {
    final class Reader: NSObject, XMLParserDelegate {
      let name: String
      var found: [String] = []
      var current: String?
      init(_ name: String) { self.name = name }
      func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
      ) {
        if element == name { current = "" }
      }
      func parser(_ parser: XMLParser, foundCharacters text: String) { current? += text }
      func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
        qualifiedName: String?
      ) {
        if element == name, let text = current { found.append(text) }
        if element == name { current = nil }
      }
    }
    let parser = XMLParser(data: Data(xml.utf8))
    let reader = Reader(name)
    parser.delegate = reader
    return parser.parse() ? reader.found : nil
  }

  @Test func `the feed is well-formed and lists what was reviewed or happened, newest first`()
    throws
  {
    let site = try BuiltSite.clean(SampleFiles.site, baseURL: "https://example.org/a/")
    let feed = try site.text("feed.atom")
    #expect(
      Self.elements("id", in: feed) == [
        "https://example.org/a/", "https://example.org/a/events/meeting.html",
        "https://example.org/a/actors/norland.html",
        "https://example.org/a/conflicts/dispute.html",
      ])
    #expect(
      Self.elements("updated", in: feed) == [
        "2020-10-14T00:00:00Z", "2020-10-14T00:00:00Z", "2020-10-01T00:00:00Z",
        "2020-09-27T00:00:00Z",
      ])
    #expect(Self.elements("summary", in: feed) == ["A kingdom & more."])
  }

  @Test func `markup and control characters in titles leave feed and sitemap well-formed`() throws {
    let site = try BuiltSite.clean(
      SampleFiles.with([
        "dossier.yml": "title: \"<b> & ]]> \\u0007 \\\"x\\\"\"\nlanguage: en\n",
        "Content/events/meeting.md":
          "---\ntitle: \"</title> & \\u0001 \\uFFFE <x>\"\nreviewed: 2020-10-10\n---\nx\n",
      ]), baseURL: "https://example.org/a'b&c/")
    for file in ["feed.atom", "sitemap.xml"] {
      #expect(Self.elements("title", in: try site.text(file)) != nil, "\(file)")
    }
    let titles = Self.elements("title", in: try site.text("feed.atom")) ?? []
    #expect(titles.contains { $0.hasPrefix("</title> & ") && $0.hasSuffix("<x>") }, "\(titles)")
  }

  @Test func `without a base-url there is neither feed nor sitemap, nor a word of them`() throws {
    let site = try BuiltSite.clean(SampleFiles.site)
    #expect(site.artifact("feed.atom") == nil)
    #expect(site.artifact("sitemap.xml") == nil)
    #expect(site.paths(holding: "feed.atom") == [])
    #expect(site.paths(holding: "canonical").filter { $0 != "actors/nordia.html" } == [])
    #expect(try site.text("robots.txt") == "User-agent: *\nAllow: /\n")
  }

  @Test func `a site without any date has no feed, and no page links to one`() throws {
    let site = try BuiltSite.clean(
      [
        "dossier.yml": "title: New\n", "Content/index.md": "Nothing yet.\n",
        "Content/pages/about.md": "---\ntitle: About\n---\nNew.\n",
      ], baseURL: "https://example.org/")
    #expect(site.artifact("feed.atom") == nil)
    #expect(site.paths(holding: "feed.atom") == [])
  }

  @Test func `a page cannot link to a feed that there is not`() {
    let site = BuiltSite(
      SampleFiles.with(["Content/pages/about.md": "---\ntitle: A\n---\n[feed](../feed.atom)\n"]))
    #expect(site.report.contains("dead-link"), "\(site.report)")
  }

  @Test func `the sitemap lists every page, and nothing that moved`() throws {
    let site = try BuiltSite.clean(SampleFiles.site, baseURL: "https://example.org/")
    let addresses = try #require(Self.elements("loc", in: try site.text("sitemap.xml")))
    #expect(Set(addresses).count == addresses.count)
    let pages = site.pages.map(\.path.rawValue).filter {
      $0 != "404.html" && $0 != "search.html" && $0 != "actors/nordia.html"
    }
    #expect(pages.contains("a-z.html") && pages.contains("sources/index.html"))
    #expect(addresses == pages.map { "https://example.org/" + $0 })
    #expect(try site.text("robots.txt").contains("Sitemap: https://example.org/sitemap.xml\n"))
  }

  @Test func `the sitemap lists pages of mentions and the parts of long lists`() throws {
    var files = SampleFiles.site
    for number in 1...501 {
      files["Content/pages/page-\(number).md"] = "---\ntitle: Page \(number)\n---\nNorland.\n"
    }
    let site = try BuiltSite.clean(files, baseURL: "https://example.org/")
    let addresses = try #require(Self.elements("loc", in: try site.text("sitemap.xml")))
    for path in [
      "mentions/norland.html", "mentions/norland/undated.html", "pages/by-letter/p.html",
    ] {
      #expect(site.artifact(path) != nil, "\(path)")
      #expect(addresses.contains("https://example.org/" + path), "\(path)")
    }
  }
}
