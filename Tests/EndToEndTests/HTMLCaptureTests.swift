import Foundation
import Testing

/// Saved pages in seeds/: what may be read of them reaches the site, and nothing that runs does.
struct HTMLCaptureTests {
  /// The paragraphs that are to be kept.
  static let kept = [
    "The two towns on the lake have agreed to share the old bridge, which has been closed to carts "
      + "and cars since the flood of last winter.",
    "Engineers said that the middle arch of the bridge had moved by the width of a hand, and that it "
      + "would have to be taken down stone by stone.",
    "The council of the northern town will pay for the stones, and that of the southern town for the "
      + "work, as both had offered in the spring.",
  ]

  /// A page that tries everything: each of its traps says `trap`.
  static let page = """
    <!DOCTYPE html>
    <html lang="en" onclick="trap(1)"><head><meta charset="utf-8">
    <base href="javascript:trap(2)"><meta http-equiv="refresh" content="0;url=javascript:trap(3)">
    <title>The lake towns share a bridge &lt;script&gt;trap(4)&lt;/script&gt; | Lake Paper</title>
    <link rel="canonical" href="javascript:trap(5)">
    <meta property="og:url" content="data:text/html,trap6">
    <meta name="author" content="Ada &quot;&gt;&lt;img src=x onerror=trap(7)&gt; Quill">
    <script type="application/ld+json">{"@type": "NewsArticle", "url": "javascript:trap(8)",
    "publisher": {"name": "<svg onload=trap(9)>Lake Paper"}}</script>
    <script>trap(10)</script><style>p { background: url(javascript:trap11) }</style></head>
    <body onload="trap(12)"><article><h1 onclick='trap(13)'>The lake towns share a bridge</h1>
    <p onmouseover=trap(14) style="background:url(javascript:trap15)">\(kept[0])</p>
    <script>trap(16)</script><noscript><p>trap 17 is long enough to be taken for a paragraph of prose \
    by a careless reader.</p></noscript>
    <p>\(kept[1].replacingOccurrences(of: "Engineers", with: #"<a href="javascript:trap(18)" onclick="trap(19)">Engineers</a>"#))</p>
    <iframe srcdoc="<script>trap(20)</script>"></iframe><svg><script>trap(21)</script></svg>
    <math><mtext><script>trap(22)</script></mtext></math><object data="javascript:trap(23)"></object>
    <form action="javascript:trap(24)"><button formaction="javascript:trap(25)">go</button></form>
    <p>\(kept[2])<img src=x onerror="trap(26)"><a href="JaVa&#10;ScRiPt:trap(27)"> It is so.</a></p>
    <template><p>trap 28 is long enough to be taken for a paragraph of prose by a careless reader.</p>
    </template><!--<script>trap(29)</script>--><p hidden>trap 30 is long enough to be taken for a \
    paragraph of prose by a careless reader.</p></article></body></html>
    """

  @Test(
    "nothing that runs comes through, with full rights and without",
    arguments: ["rights: full\n", "", "rights: full\nreviewed: 2020-12-01\n"])
  func hostile(_ sidecar: String) throws {
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: [
        "seeds/bridge.html": Self.page, "seeds/bridge.yml": sidecar.isEmpty ? nil : sidecar,
        "Content/index.md":
          "Words [@bridge p1] [@bridge p3] of the [[harbour-dispute]] [@tide p1].\n",
      ]))
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 0, "\(run)")
    try HostileContentTests().expectHarmless(folder, showing: ["sources/bridge.html"], built: true)
    let tree = try folder.site()
    for (path, bytes) in tree
    where !path.hasPrefix("assets/") && !path.hasPrefix("search") {
      // The theme's own script is no capture's.
      let text = String(decoding: bytes, as: UTF8.self)
        .replacing(
          /<script(?: defer)? src="[a-z:.\/]*assets\/[a-z]+\.js"[^>]*><\/script>/, with: "")
      for word in ["<script", "javascript:", "onclick", "onmouseover", "srcdoc", "formaction"] {
        #expect(!text.lowercased().contains(word), "\(word) in \(path)")
      }
      // What is text in the head of the page may be shown as text, escaped: traps 4, 7 and 9.
      for number in 1...30 where ![4, 7, 9].contains(number) {
        let trap = try Regex("trap[ (]?\(number)\\b")
        #expect(text.firstMatch(of: trap) == nil, "trap \(number) in \(path)")
      }
    }
    let shown = HTMLScanner(try folder.text("site/sources/bridge.html")).text
    #expect(shown.contains(Self.kept[0]), "\(shown)")
    #expect(shown.contains(Self.kept[1]) == sidecar.contains("full"))
    #expect(SiteLinks(tree, basePath: "/harbour/").problems == [])
  }

  @Test func `what a page says of itself is on the source's page, with the rule that read it`()
    throws
  {
    let page = Self.page.replacingOccurrences(
      of: "javascript:trap(5)", with: "https://example.org/b")
    let folder = try TemporaryFolder.holding(SampleSite.small(with: ["seeds/bridge.html": page]))
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 0, "\(run)")
    let html = try folder.text("site/sources/bridge.html")
    #expect(html.contains("The lake towns share a bridge"))
    #expect(HTMLScanner(html).values("href").contains("https://example.org/b"))
  }

  @Test(
    "a capture over 16 MB is held back, an error once it is reviewed",
    arguments: [("", 0), ("reviewed: 2020-12-01\n", 1)] as [(String, Int32)])
  func tooLarge(_ sidecar: String, _ code: Int32) throws {
    // A comment is long without costing more than its bytes.
    let large = Self.page + "<!--" + String(repeating: "x", count: 16 << 20) + "-->"
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: [
        "seeds/large.html": large, "seeds/large.yml": sidecar.isEmpty ? nil : sidecar,
      ]))
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == code, "\(run)")
    #expect(run.error.contains("seeds/large.html"), "\(run)")
    #expect(run.error.contains(code == 0 ? "warning:" : "error:"), "\(run)")
    #expect(!folder.exists("site/sources/large.html"))
    let extract = try Dossier.run(["extract", "seeds/large.html"], in: folder)
    #expect(extract.code == 2 && extract.output.isEmpty, "\(extract)")
    guard code == 0 else { return }
    let allowed = try Dossier.run(["extract", "--max-size", "17", "seeds/large.html"], in: folder)
    #expect(allowed.code == 0 && allowed.output.contains(Self.kept[0]))
  }

  /// The pieces of one reading that a test compares.
  private func extract(_ arguments: [String], _ folder: TemporaryFolder) throws -> [String: Any] {
    let run = try Dossier.run(["extract"] + arguments, in: folder)
    #expect(run.code == 0, "\(run)")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(json as? [String: Any])
  }

  @Test(
    "offsets count code points of the paragraph, and lines are paragraphs, in every encoding",
    arguments: [
      (.utf8, "utf-8"), (.windowsCP1251, "windows-1251"), (.utf16LittleEndian, "utf-16le"),
    ] as [(String.Encoding, String)])
  func offsets(_ encoding: String.Encoding, _ label: String) throws {
    let quote =
      "On 3 May 2019 the mayor Иван Петров said: “The bridge is ours, and it will be ours again.”"
    let page = Self.page.replacingOccurrences(of: Self.kept[2], with: quote)
      .replacingOccurrences(of: "utf-8", with: label)
    let folder = try TemporaryFolder()
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : []
    let bytes = try #require(page.data(using: encoding))
    try (Data(mark) + bytes).write(to: folder.at("a.html"))
    let reading = try extract(["a.html"], folder)
    let paragraphs = try #require(reading["paragraphs"] as? [[String: Any]])
    #expect(paragraphs.count == 3, "\(paragraphs)")
    for key in ["timexes", "quotes"] {
      let items = try #require(reading[key] as? [[String: Any]])
      let spans =
        key == "quotes" ? items.flatMap { $0["segments"] as? [[String: Any]] ?? [] } : items
      let found = try #require(spans.last)
      let (line, start, end) = (found["line"] as? Int, found["start"] as? Int, found["end"] as? Int)
      let number = try #require(line)
      let text = Array(try #require(paragraphs[number - 1]["text"] as? String).unicodeScalars)
      let cut = String(String.UnicodeScalarView(text[try #require(start)..<(try #require(end))]))
      #expect(cut == found["text"] as? String)
      #expect(
        cut == (key == "quotes" ? "The bridge is ours, and it will be ours again." : "3 May 2019"))
    }
  }

  @Test func `people see the paragraphs of a page, its times and its quotes`() throws {
    let folder = try TemporaryFolder.holding(["a.html": Self.page])
    let run = try Dossier.run(["extract", "--format", "text", "a.html"], in: folder)
    #expect(run.code == 0, "\(run)")
    #expect(run.output.contains("body            p1    │ \(Self.kept[0])\n"), "\(run)")
    #expect(run.output.contains("\ntimes\n  p1    last winter  "), "\(run)")
  }
}
