import Diagnostics
import DossierBuild
import DossierModel
import FileTree
import Foundation
import Testing

/// What a site says of sources that it no longer rests on, by `Fixtures/Sites/lighthouse`.
struct WithdrawalTests {
  /// The fixture's files as text.
  static func files(without left: Set<String> = []) throws -> [String: String] {
    let disk = DiskFileSystem(
      root: GoldenSiteTests.fixtures.appending(path: "Sites/lighthouse").path)
    var files: [String: String] = [:]
    for entry in try disk.entries(under: "") where !left.contains(entry.path) {
      let bytes = try disk.contents(of: entry.path, limit: 1 << 20)
      files[entry.path] = String(decoding: bytes, as: UTF8.self)
    }
    return files
  }

  private static let site = Result { try BuiltSite.clean(try files()) }

  private static func page(_ path: String) throws -> String { try site.get().text(path) }

  @Test func `what rested on them alone is found, each with its place`() throws {
    let places = try Self.site.get().result.diagnostics.map { finding in
      let place = finding.place.map { "\($0.path):\($0.line):\($0.column)" } ?? ""
      return "\(place) \(finding.summary)"
    }
    #expect(
      places == [
        "Content/actors/gullmark.md:5:112 the sentence rests on “lantern” alone, which is withdrawn",
        "Content/actors/gullmark.md:5:137 the sentence rests on “almanac” and “lantern” alone, which are withdrawn",
        "Content/actors/gullmark.md:8:14 the fact “member-of” rests on “lantern” alone, which is withdrawn",
        "Content/actors/gullmark.md:10:12 the fact “founded” rests on “almanac” alone, which is withdrawn",
        "Content/conflicts/lamp-quarrel.md:5:10 the fact “start” rests on “lantern” alone, which is withdrawn",
        "Content/conflicts/lamp-quarrel.md:14:6 the statement rests on “lantern” alone, which is withdrawn",
        "Content/index.md:1:24 the sentence rests on “lantern” alone, which is withdrawn",
      ])
  }

  @Test func `a finding says what to do, and where the source was withdrawn`() throws {
    let report = try Self.site.get().report
    let last = """
      Content/index.md:1:24: warning: the sentence rests on “lantern” alone, which is withdrawn [unsupported-claim]
        |
      1 | Nine boats turned back [@lantern p1].
        |                        ^^^^^^^^^^^^^
        = help: cite another source, or take it back
        = note: seeds/lantern.yml: it was withdrawn here

      """
    #expect(report.hasSuffix(last), "\(report)")
  }

  /// Runs of words that the withdrawn capture alone has.
  private static let extracts = [
    "counted nine boats", "whatever Ternland says", "sent nobody in his place",
    "our side of the water", "read out in the market",
  ]

  @Test(arguments: ["", "rights: full\n"])
  func `none of its words stand anywhere in the site`(rights: String) throws {
    var files = try Self.files()
    files["seeds/lantern.yml", default: ""] += rights
    let site = try BuiltSite.clean(files)
    for words in Self.extracts { #expect(site.paths(holding: words) == [], "\(words)") }
    // Before it was withdrawn, they did.
    files["seeds/lantern.yml"] = "publisher: Lantern Weekly\n" + rights
    let before = try BuiltSite.clean(files)
    for words in Self.extracts.prefix(4) { #expect(before.paths(holding: words) != [], "\(words)") }
  }

  @Test func `a preview shows nothing of it either`() throws {
    var options = SiteBuilder.Options()
    options.isPreview = true
    let collector = ArtifactCollector()
    var files = try Self.files()
    // Nobody reviewed it: a preview would show everything.
    files["seeds/lantern.yml"] = files["seeds/lantern.yml"]?.replacing(
      "reviewed: 2020-10-07\n", with: "")
    let result = SiteBuilder(files: MemoryFileSystem(texts: files), options: options)
      .build(into: collector)
    #expect(result.artifactCount != nil)
    for artifact in collector.artifacts {
      let text = String(decoding: artifact.bytes, as: UTF8.self)
      for words in Self.extracts {
        #expect(!text.contains(words), "\(artifact.path): \(words)")
      }
    }
  }

  @Test func `its address stays, with who, when, why, and the hash`() throws {
    let page = try Self.page("sources/lantern.html")
    for words in [
      "<h1><bdi>The lamp on the reef is out again</bdi></h1>",
      "<span class=\"label alert\">Withdrawn</span></p>",
      "<p class=\"callout-title\">Withdrawn <time datetime=\"2020-11-20\">20 November 2020</time></p>",
      "The editor of the paper took the report back as invented.", "Lantern Weekly",
      "363fd8c8b41e1279fe3a32334332fc1c28ef01656d6a7e4429710322c7315d20", "id=\"p4\"",
      "<p dir=\"auto\">Its keeper left in May.</p>",
      "<a href=\"../conflicts/lamp-quarrel.html#side\"><bdi>Quarrel over the lamp, statement by Ternland</bdi></a>",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains("part.quotations"))
    #expect(!page.contains("part.names"))
  }

  @Test func `citations to it stay, and their notes say so`() throws {
    let page = try Self.page("actors/gullmark.html")
    #expect(page.contains("<p>It holds the lighthouse since 1901<sup class=\"cite\">"))
    #expect(
      page.contains("paragraph 3 <span class=\"label alert\">Withdrawn</span> <a class=\"back\""))
    // A timeline's entry says so as well.
    #expect(
      page.contains("<bdi>Coast Press</bdi>, p12</a> <span class=\"label alert\">Withdrawn</span>"))
  }

  @Test func `origins and sources are counted without it`() throws {
    let conflict = try Self.page("conflicts/lamp-quarrel.html")
    #expect(!conflict.contains("2 sources"), "one of two is withdrawn")
    let home = try Self.page("index.html")
    #expect(home.contains("<div><dt>Sources</dt><dd>1</dd></div>"))
    #expect(home.contains("<div><dt>Origins</dt><dd>1</dd></div>"))
  }

  @Test func `a statement's page says what is left of it`() throws {
    let lamp = try Self.page("statements/lamp.html")
    #expect(lamp.contains("<span>2 renderings, 1 origin</span>"))
    #expect(
      lamp.contains("<p class=\"callout\">1 of 2 renderings is withdrawn with its source.</p>"))
    #expect(lamp.contains("<h1><bdi>“The lamp will be lit again before the first snow”</bdi></h1>"))
    let side = try Self.page("statements/side.html")
    #expect(side.contains("Every source that carried these words is withdrawn."))
    #expect(side.contains("<h1><bdi>Statement by Ternland</bdi></h1>"))
  }

  @Test func `a statement that was read in it alone has no page`() throws {
    var files = try Self.files(without: ["Content/conflicts/lamp-quarrel.md"])
    let site = try BuiltSite.clean(files)
    #expect(site.paths.filter { $0.hasPrefix("statements/ternland.") } == [])
    #expect(site.paths.filter { $0.hasPrefix("statements/gullmark.beacon.") }.count == 1)
    files["seeds/lantern.yml"] = "publisher: Lantern Weekly\nreviewed: 2020-10-07\n"
    let before = try BuiltSite.clean(files)
    #expect(before.paths.filter { $0.hasPrefix("statements/ternland.lantern.") }.count == 1)
  }

  @Test func `what has no support stands on a page of its own`() throws {
    let page = try Self.page("unsupported.html")
    #expect(page.contains("<p class=\"kicker\">7 entries</p>"))
    #expect(page.contains("<h2 id=\"page.2\"><bdi>Lighthouse quarrel</bdi></h2>"))
    let whole = try BuiltSite.clean(SampleFiles.site)
    #expect(whole.artifact("unsupported.html") == nil)
    #expect(whole.paths(holding: "unsupported.html") == [])
  }

  @Test func `it is there while a source is withdrawn, and says when there is nothing`() throws {
    var files = SampleFiles.site
    files["seeds/tale.yml"] =
      "title: A tale\npublisher: P\npublished: 1999\nwithdrawn: {date: 2020-11-20, reason: R}\n"
    let site = try BuiltSite.clean(files)
    #expect(site.report == "")
    #expect(try site.text("unsupported.html").contains("<p>There are none:"))
    #expect(try site.text("sources/tale.html").contains("<p>Nothing: whatever cites it"))
  }

  @Test func `a withdrawn capture may be removed, and its hash is known from its reading`() throws {
    var files = try Self.files(without: ["seeds/lantern.txt"])
    files["seeds/lantern.yml", default: ""] += "title: The lamp on the reef\n"
    let hash = String(repeating: "ab", count: 32)
    files["seeds/lantern.read.json"] = """
      {"format": "dossier-reading/1", "sha256": "\(hash)", "bytes": 552, "rules": 2, "paragraphs": []}

      """
    let site = try BuiltSite.clean(files)
    #expect(site.result.diagnostics.allSatisfy { $0.id == "unsupported-claim" }, "\(site.report)")
    let page = try site.text("sources/lantern.html")
    #expect(page.contains(hash), "\(page)")
    #expect(page.contains("recorded when it was captured; the capture is removed"))
    // No link leads to a paragraph that is not there.
    #expect(site.paths(holding: "sources/lantern.html#") == [])
  }

  @Test func `a quotation is held against a withdrawn capture all the same`() throws {
    var files = try Self.files()
    files["Content/conflicts/lamp-quarrel.md"] = files["Content/conflicts/lamp-quarrel.md"]?
      .replacing("ever touched the lamp", with: "ever touched the sea")
    let site = BuiltSite(files)
    #expect(site.report.contains("[quotation-not-in-source]"), "\(site.report)")
  }

  @Test func `what is wrong with a withdrawn capture of the inbox holds nothing back`() throws {
    var files = try Self.files()
    files["seeds/lantern.txt"] = ""
    files["seeds/lantern.yml"] = files["seeds/lantern.yml"]?
      .replacing("reviewed: 2020-10-07\n", with: "")
    files = files.filter { !$0.key.hasPrefix("Content/") }
    files["Content/actors/gullmark.md"] = "---\ntitle: Gullmark\n---\nSee [@lantern].\n"
    let site = try BuiltSite.clean(files)
    #expect(site.artifact("sources/lantern.html") != nil, "\(site.report)")
  }
}
