import Foundation
import Testing

/// What a machine read in captures that nobody reviewed: marked, or left out, and never the site's ruin.
@Suite(.serialized)
struct UnreviewedTests {
  static let mark = "Read by rule, not reviewed"
  static let inbox = """
    Norland writes to Sudland about the buoys

    The Reef Courier

    October 19, 2020

    Norland has written to Sudland about the buoys in the harbour of Grey Port, a clerk of the harbour \
    office said on Monday, and it asked for an answer within the week.

    The letter was sent by boat, the clerk said, since the road between both towns has been closed \
    since the storm, and the envoys of Sudland read it aloud in the market.

    """

  private static func site(_ configuration: String = "", _ changes: [String: String?] = [:]) throws
    -> TemporaryFolder
  {
    let base: [String: String?] = [
      "seeds/reef.txt": inbox,
      "dossier.yml": (SampleSite.small["dossier.yml"] ?? "") + configuration,
    ]
    return try TemporaryFolder.holding(SampleSite.small(with: base.merging(changes) { $1 }))
  }

  @Test(
    "by default every page that shows what was read in one says so",
    arguments: ["", "unreviewed: marked\n"])
  func marked(_ configuration: String) throws {
    let folder = try Self.site(configuration)
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 0, "\(run)")
    // Who is named in it, lists that describe it, and its own page.
    for path in [
      "actors/norland.html", "actors/sudland.html", "places/grey-port.html", "index.html",
      "sources/index.html", "sources/reef.html",
    ] {
      #expect(HTMLScanner(try folder.text("site/\(path)")).text.contains(Self.mark), "\(path)")
    }
    for path in ["sources/tide.html", "pages/about.html", "conflicts/harbour-dispute.html"] {
      #expect(!HTMLScanner(try folder.text("site/\(path)")).text.contains(Self.mark), "\(path)")
    }
    try folder.write("reviewed: 2020-10-21\n", to: "seeds/reef.yml")
    _ = try Dossier.run(["build"], in: folder)
    for (path, bytes) in try folder.site() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(Self.mark), "\(path)")
    }
  }

  @Test func `hidden, a public site shows nothing that a rule read in it, and a preview all`()
    async throws
  {
    let folder = try Self.site(
      "unreviewed: hide\n",
      [
        "Content/index.md": "What is known of the [[harbour-dispute]] [@tide p1] [@reef p1].\n",
        "seeds/reef.yml": "author: Ada Quill\n",
      ])
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 0, "\(run)")
    let shown = try folder.site()
    for (path, bytes) in shown where path.hasSuffix(".html") || path.hasSuffix(".xml") {
      let text = HTMLScanner(String(decoding: bytes, as: UTF8.self)).text
      // Its title, its second paragraph and its mentions are readings.
      #expect(!text.contains("writes to Sudland"), "\(path)")
      #expect(!text.contains("sent by boat"), "\(path)")
      if path != "index.html", path != "sources/reef.html" {
        #expect(!text.contains("a clerk of the harbour office"), "\(path)")
      }
    }
    let page = HTMLScanner(try folder.text("site/sources/reef.html")).text
    #expect(page.contains("nothing that a rule read is shown before the capture is reviewed"))
    #expect(page.contains("Ada Quill"), "what somebody said is shown")
    #expect(!page.contains("Names in it"))
    // What a person cites is shown, with the note's mark.
    let home = HTMLScanner(try folder.text("site/index.html")).text
    #expect(home.contains("a clerk of the harbour office") && home.contains("Not reviewed"))
    #expect(SiteLinks(shown, basePath: "/harbour/").problems == [])

    let preview = try await ServeTests.Preview(folder)
    let actor = try await preview.get("actors/sudland.html")
    #expect(actor.text.contains(Self.mark) && actor.text.contains("sent by boat"))
  }

  @Test func `a capture at fault is held back alone, named at the end, and its citations say so`()
    throws
  {
    let folder = try Self.site(
      "",
      [
        "seeds/reef.txt": "",
        "Content/pages/reef.md": """
        ---
        title: The reef
        ---
        It is long [@reef p1], see [[reef]] and [the source](../sources/reef.html).

        """,
        "Content/events/letter.md": """
        ---
        title: A letter
        kind: other
        ---
        A letter.

        ## Facts
        - when: 2020-10-19 [@reef p1] [@tide p1]

        ## Statements
        > "within the week" [@reef p1]
        > -- norland {#week}

        """,
      ])
    // The page of that name takes the wikilink.
    try FileManager.default.moveItem(
      at: folder.at("Content/pages/reef.md"), to: folder.at("Content/pages/the-reef.md"))
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 0, "\(run)")
    #expect(run.error.hasSuffix("; held back: seeds/reef.txt\n"), "\(run)")
    #expect(run.error.components(separatedBy: "[held-back-source]").count == 6, "\(run)")
    #expect(try Dossier.run(["build", "--strict"], in: folder).code == 1)
    let quiet = try Dossier.run(["build", "--quiet"], in: folder)
    #expect(!quiet.error.contains("dossier: "), "\(quiet)")
    let tree = try folder.site()
    #expect(tree["sources/reef.html"] == nil)
    #expect(SiteLinks(tree, basePath: "/harbour/").problems == [])
    let page = HTMLScanner(try folder.text("site/pages/the-reef.html")).text
    #expect(page.contains("It is long[reef: held back]"), "\(page)")
    let event = HTMLScanner(try folder.text("site/events/letter.html")).text
    #expect(event.components(separatedBy: "[reef: held back]").count == 3, "\(event)")
  }
}
