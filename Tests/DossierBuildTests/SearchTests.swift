import DossierBuild
import DossierModel
import Testing

/// What of a site can be searched.
struct SearchTests {
  private static func index(_ files: [String: String]) throws -> [String] {
    let site = try BuiltSite.clean(files)
    return site.artifacts.filter { $0.path.rawValue.hasPrefix("search/") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// A word of letters that no other word begins with: front coding takes one of them at most.
  private static let rare = "qzxqzxqzx"
  private static let trace = "zxqzxqzx"

  @Test(
    "What a page publishes can be found",
    arguments: [
      ("Content/actors/sudland.md", "---\ntitle: Sudland \(rare)\nkind: state\n---\nNorland.\n"),
      (
        "Content/actors/sudland.md",
        "---\ntitle: Sudland\nkind: state\naliases: [\(rare)]\n---\nNorland.\n"
      ),
      ("Content/pages/about.md", "---\ntitle: About\n---\nInvented \(rare).\n"),
      ("Content/pages/about.md", "---\ntitle: About\n---\nA list.\n\n- one\n- \(rare)\n"),
      (
        "Content/events/meeting.md",
        "---\ntitle: Meeting\nkind: meeting\n---\nThey met.\n\n## Facts\n- not-known: \(rare) [@tide p1]\n"
      ),
      ("Content/index.md", "Of the [[dispute]] and \(rare) [@tide p1].\n"),
      (
        "seeds/tide.yml",
        "title: \(rare)\npublisher: Tide\ncaptured: 2020-10-20\nreviewed: 2020-10-21\n"
      ),
      ("seeds/tide.yml", "publisher: \(rare)\ncaptured: 2020-10-20\nreviewed: 2020-10-21\n"),
    ])
  func published(path: String, text: String) throws {
    let files = try Self.index(SampleFiles.with([path: text]))
    #expect(files.contains { $0.contains(Self.trace) })
  }

  @Test func `what a source page does not show cannot be found`() throws {
    let capture = try #require(SampleFiles.site["seeds/tide.txt"])
    let paragraph = "\nNobody was named in this part of the report about \(Self.rare).\n"
    let hidden = try Self.index(SampleFiles.with(["seeds/tide.txt": capture + paragraph]))
    #expect(!hidden.contains { $0.contains(Self.trace) })
    let granted = try Self.index(
      SampleFiles.with([
        "seeds/tide.txt": capture + paragraph,
        "Content/pages/about.md": "---\ntitle: About\n---\nInvented [@tide p3].\n",
      ]))
    #expect(granted.contains { $0.contains(Self.trace) })
  }

  @Test func `comments and addresses of links cannot be found`() throws {
    let files = try Self.index(
      SampleFiles.with([
        "Content/pages/about.md":
          "---\ntitle: About\n---\nA [link](https://example.org/\(Self.rare)). <!-- \(Self.rare) -->\n"
      ]))
    #expect(!files.contains { $0.contains(Self.trace) })
  }

  @Test func `a site without search has nothing of it`() throws {
    let site = try BuiltSite.clean(
      SampleFiles.with(["dossier.yml": "title: Harbour dispute\nsearch: false\n"]))
    #expect(site.paths.filter { $0.contains("search") } == [])
    #expect(
      site.pages.filter { String(decoding: $0.bytes, as: UTF8.self).contains("search") }
        .map(\.path.rawValue) == [])
  }

  @Test
  func
    `every page has a form that works without a script, and the search page alone loads that of the search`()
    throws
  {
    let site = try BuiltSite.clean(SampleFiles.site)
    for page in site.pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      guard !text.contains("http-equiv=\"refresh\"") else { continue }
      let isSearch = page.path.rawValue == "search.html"
      #expect(text.contains("<form class=\"find\" role=\"search\"") != isSearch, "\(page.path)")
      #expect(text.contains("assets/search.js") == isSearch, "\(page.path)")
    }
    #expect(try site.text("actors/sudland.html").contains("action=\"../search.html\""))
    #expect(try site.text("404.html").contains("action=\"/search.html\""))
  }
}
