import Diagnostics
import DossierBuild
import DossierModel
import Testing

/// The stages together.
struct SiteBuilderTests {
  @Test func `a site has the pages that its files and kinds ask for, and nothing else`() throws {
    let site = try BuiltSite.clean(SampleFiles.site, baseURL: "https://example.org/")
    #expect(site.report == "")
    let reports = [
      "ambiguous-names", "contradictory", "coverage", "index", "licences", "orphans",
      "single-origin", "stale", "terminology", "uncited", "wanted",
    ].map { "reports/\($0).html" }
    let expected =
      [
        ".nojekyll", "404.html", "a-z.html", "actors/index.html", "actors/nordia.html",
        "actors/norland.html", "actors/sudland.html", "assets/favicon.svg", "assets/preview.js",
        "assets/search.js",
        "assets/style.css",
        "conflicts/dispute.html", "conflicts/index.html", "events/index.html",
        "events/meeting.html", "feed.atom", "index.html", "pages/about.html", "pages/chart.png",
        "pages/index.html", "previews/0.js",
      ] + reports + [
        "robots.txt", "search.html",
        "search/d0-0.js", "search/filters.js", "search/l0.js", "search/manifest.js", "search/r0.js",
        "search/t0.js", "search/words.js", "sitemap.xml", "sources/index.html", "sources/tide.html",
        "statements/fish.html", "statements/index.html",
      ]
    #expect(site.paths == expected)
    #expect(site.result.timings.map(\.stage) == ["templates", "load", "link", "check", "render"])
  }

  @Test func `errors leave the sink empty, warnings do not`() {
    let broken = BuiltSite(SampleFiles.with(["Content/actors/norland.md": "no front matter"]))
    #expect(broken.result.artifactCount == nil)
    #expect(broken.result.severity == .error)
    #expect(broken.artifacts.isEmpty)
    let warned = BuiltSite(SampleFiles.with(["seeds/tide.yml": "cite-as: tide\n"]))
    #expect(warned.result.severity == .warning)
    #expect(warned.result.artifactCount == warned.artifacts.count)
  }

  @Test func `mistakes in templates and in content are reported in one run`() {
    let site = BuiltSite(
      SampleFiles.with([
        "Content/actors/norland.md": "no front matter", "Templates/event.html": "{{ nonsense }}",
      ]))
    #expect(site.report.contains("Templates/event.html:1:4: error: "), "\(site.report)")
    #expect(site.report.contains("Content/actors/norland.md:1:1: error: "), "\(site.report)")
  }

  @Test func `a draft is nowhere, and everywhere with drafts`() throws {
    let files = SampleFiles.with([
      "Content/actors/westland.md": """
      ---
      title: Westland
      summary: A hidden kingdom.
      kind: state
      draft: true
      reviewed: 2020-10-10
      redirect-from: [actors/old-westland.html]
      ---
      Norland knows the secret word xyzzy [@tide p1].

      """
    ])
    let without = try BuiltSite.clean(files, baseURL: "https://example.org/")
    for words in ["estland", "xyzzy", "hidden kingdom"] {
      #expect(without.paths(holding: words) == [], "\(words)")
    }
    #expect(!without.paths.contains { $0.contains("westland") })
    let with = try BuiltSite.clean(files, baseURL: "https://example.org/", drafts: true)
    for path in ["actors/index.html", "a-z.html", "feed.atom", "sitemap.xml"] {
      #expect(try with.text(path).lowercased().contains("westland"), "\(path)")
    }
    #expect(with.paths.contains("actors/old-westland.html"))
  }

  @Test func `the day is the one given, else the newest of the input`() throws {
    let own = try BuiltSite.clean(SampleFiles.site)
    #expect(try own.text("index.html").contains("Data up to 21 October 2020"))
    let given = try BuiltSite.clean(SampleFiles.site, now: "2021-01-01")
    #expect(try given.text("index.html").contains("Data up to 1 January 2021"))
    var undated = SampleFiles.site
    undated["seeds/tide.yml"] = "publisher: Tide\npublished: 2020-10-15\n"
    undated["Content/actors/norland.md"] = "---\ntitle: Norland\n---\nIt.\n"
    #expect(try !BuiltSite.clean(undated).text("index.html").contains("Data up to"))
  }

  @Test func `a page not reviewed for longer than the site allows says so`() throws {
    let files = SampleFiles.with(["dossier.yml": "title: Harbour\nstale-after: 30\n"])
    let banner = "longer ago than this site allows"
    #expect(
      try BuiltSite.clean(files, now: "2020-10-31").paths(holding: banner) == [])
    #expect(
      try BuiltSite.clean(files, now: "2020-11-01").paths(holding: banner) == [
        "actors/norland.html"
      ])
  }

  @Test(
    "two files for one address are an error",
    arguments: [
      ("Content/actors/sudland.md", "redirect-from: [actors/index.html]"),
      ("Content/actors/sudland.md", "redirect-from: [a-z.html]"),
      ("Content/actors/sudland.md", "redirect-from: [404.html]"),
      ("Content/actors/sudland.md", "redirect-from: [index.html]"),
      ("Content/actors/sudland.md", "redirect-from: [sources/tide.html]"),
    ])
  func collisions(path: String, line: String) {
    let site = BuiltSite(SampleFiles.with([path: "---\ntitle: Sudland\n\(line)\n---\nx\n"]))
    #expect(site.result.artifactCount == nil)
    #expect(site.result.severity == .error)
    #expect(site.report.contains("\(path):3:17: error: "), "\(site.report)")
    #expect(site.report.contains("remove it from `redirect-from`"), "\(site.report)")
  }

  @Test func `an old address that differs from a page's in case alone has its place`() {
    let site = BuiltSite(
      SampleFiles.with([
        "Content/actors/sudland.md":
          "---\ntitle: Sudland\nredirect-from: [sources/TIDE.html]\n---\nx\n"
      ]))
    #expect(site.result.artifactCount == nil)
    #expect(
      site.report == """
        Content/actors/sudland.md:3:17: error: the addresses sources/TIDE.html and sources/tide.html \
        differ in case alone [duplicate-path]
          |
        3 | redirect-from: [sources/TIDE.html]
          |                 ^^^^^^^^^^^^^^^^^
          = help: remove it from `redirect-from`

        """)
  }

  @Test func `links to a draft work with drafts, and say what it is without`() throws {
    let files = SampleFiles.with([
      "Content/actors/westland.md":
        "---\ntitle: Westland\naliases: [Far kingdom]\ndraft: true\n---\n",
      "Content/pages/about.md": """
      ---
      title: About
      ---
      [[westland]], [[westland#x|it]], [[Far Kingdom]], [a](../actors/westland.md),
      [b](../actors/westland.html).

      """,
    ])
    let without = BuiltSite(files)
    #expect(without.result.artifactCount == nil)
    let findings = without.result.diagnostics
    #expect(findings.map(\.summary) == Array(repeating: "“westland” is a draft", count: 5))
    #expect(
      findings.map(\.id) == [
        "unknown-page", "unknown-page", "unknown-page", "dead-link", "dead-link",
      ])
    #expect(
      Set(findings.map(\.help)) == ["build with --drafts, or remove `draft: true` there"])
    let sound = files.merging([
      "Content/pages/about.md": "---\ntitle: About\n---\n[[westland]] [a](../actors/westland.md)\n"
    ]) { $1 }
    let with = try BuiltSite.clean(sound, drafts: true)
    #expect(
      try with.text("pages/about.html").contains("<a href=\"../actors/westland.html\">"))
  }

  @Test func `an artifact for robots txt collides with the site's own`() {
    let site = BuiltSite(SampleFiles.with(["Content/robots.txt": "Disallow: /"]))
    #expect(site.result.artifactCount == nil)
    #expect(site.report.contains("Content/robots.txt"), "\(site.report)")
  }

  @Test func `threads do not show`() {
    let one = BuiltSite(SampleFiles.site, baseURL: "https://example.org/", width: 1)
    let many = BuiltSite(SampleFiles.site, baseURL: "https://example.org/", width: 8)
    #expect(one.paths == many.paths)
    for (left, right) in zip(one.artifacts, many.artifacts) {
      #expect(left.bytes == right.bytes, "\(left.path)")
      #expect(left.inputs == right.inputs, "\(left.path)")
    }
  }

  @Test func `every artifact but the empty one says what it was made from`() throws {
    let site = try BuiltSite.clean(SampleFiles.site, baseURL: "https://example.org/")
    for artifact in site.artifacts where artifact.path.rawValue != ".nojekyll" {
      #expect(!artifact.inputs.isEmpty, "\(artifact.path)")
    }
    #expect(site.artifact("pages/chart.png")?.inputs == [.file("Content/pages/chart.png")])
    #expect(site.artifact("assets/style.css")?.inputs == [.file("Templates/assets/style.css")])
    let actor = try #require(site.artifact("actors/norland.html")).inputs
    for file in [
      "Content/actors/norland.md", "Templates/actor.html", "Templates/article.html",
      "Templates/layout.html", "Templates/partials/notes.html", "seeds/tide.txt", "dossier.yml",
    ] {
      #expect(actor.contains(.file(file)), "\(file)")
    }
  }

  /// Changing one input file changes no artifact that does not name it, or a query over the model.
  @Test(arguments: ["Content/pages/about.md", "Content/pages/chart.png", "Templates/event.html"])
  func `an artifact that does not name a file does not depend on it`(file: String) throws {
    let before = try BuiltSite.clean(SampleFiles.site)
    let changed =
      file.hasPrefix("Templates/")
      ? "<p>{{ page.title }}</p>" : SampleFiles.site[file].map { $0 + "\nMore.\n" }
    let after = try BuiltSite.clean(SampleFiles.with([file: try #require(changed)]))
    #expect(before.paths == after.paths)
    for (old, new) in zip(before.artifacts, after.artifacts) where old.bytes != new.bytes {
      // The search is made of all prose, and says so by one question.
      #expect(
        old.inputs.contains(.file(file)) || old.inputs.contains(.query("prose:all")),
        "\(old.path)")
    }
    #expect(zip(before.artifacts, after.artifacts).contains { $0.bytes != $1.bytes })
  }
}
