import Diagnostics
import DossierLoading
import DossierModel
import FileTree
import Testing

/// What citations call a paragraph is what was frozen, whatever today's rules and bytes are.
struct FrozenNumberTests {
  static let texts = (1...4).map { FrozenSite.paragraph($0) }
  static let reviewed = "publisher: A\npublished: 2020\nreviewed: 2020-12-01\n"

  static func site(_ sidecar: String = reviewed) -> FrozenSite {
    FrozenSite(["seeds/town.txt": FrozenSite.capture(texts), "seeds/town.yml": sidecar])
  }

  @Test func `the numbers of a capture without a reading are computed`() {
    let site = Self.site()
    #expect(site.paragraphs().keys.sorted() == ["p1", "p2", "p3", "p4"])
    #expect(site.report == "")
    #expect(site.load().model?.sources.first?.isFrozen == false)
  }

  @Test func `a fresh reading changes nothing and says nothing`() throws {
    var site = Self.site()
    let computed = site.paragraphs()
    let plan = site.refreeze()
    #expect(plan.changes.map(\.path) == ["seeds/town.read.json"])
    #expect(site.report == "")
    #expect(site.paragraphs() == computed)
    #expect(site.load().model?.sources.first?.isFrozen == true)
    #expect(site.plan().changes.isEmpty, "what is frozen by today's rules stays as it is")
  }

  @Test func `the frozen numbers count where today's rules would number otherwise`() throws {
    var site = Self.site()
    // Other rules read no first paragraph, and called what we read third the last.
    try site.freeze("seeds/town.txt", as: [nil, "p1", "p3", "p2"])
    #expect(
      site.paragraphs() == ["p1": Self.texts[1], "p3": Self.texts[2], "p2": Self.texts[3]])
    #expect(
      site.report == """
        seeds/town.txt:5:1: warning: today's rules read 3 paragraphs otherwise than was frozen [moved-paragraph]
          |
        5 | The council of the town met in room 2 on…
          | ^
          = help: citations mean what was frozen; `dossier ingest --refreeze seeds/town.txt` takes over today's numbers and moves them along
          = note: seeds/town.txt:5:1: p1 would be p2
          = note: seeds/town.txt:9:1: p2 would be p4
          = note: seeds/town.txt:3:1: a paragraph has no number

        """)
  }

  @Test func `a paragraph that today's rules do not read keeps number and text by its bytes`()
    throws
  {
    var site = Self.site()
    try site.freeze("seeds/town.txt", as: ["p1", "p2", "p3", "p4"])
    // Two paragraphs of old rules were one: half of the second by its bytes.
    let text = try #require(site["seeds/town.read.json"])
    let half = "The council of the town met in room 2"
    let start = try #require(site["seeds/town.txt"]?.utf8.firstRange(of: half.utf8))
    let capture = try #require(site["seeds/town.txt"]).utf8
    let lower = capture.distance(from: capture.startIndex, to: start.lowerBound)
    let row =
      "    {\"locator\":\"p5\",\"layer\":\"body\",\"line\":5,\"bytes\":[\(lower),"
      + "\(lower + half.utf8.count)],\"sha256\":\"\(Digest.of(half).hex)\"}"
    site["seeds/town.read.json"] = text.replacing("\n  ]\n}", with: ",\n\(row)\n  ]\n}")
    #expect(site.paragraphs()["p5"] == half)
    #expect(site.paragraphs()["p2"] == Self.texts[1])
    #expect(site.report.contains("= note: seeds/town.txt:5:1: p5 is no paragraph by today's rules"))
  }

  @Test func `other bytes are an error that says what is gone`() {
    var site = Self.site()
    site.refreeze()
    site["seeds/town.txt"] = FrozenSite.capture([Self.texts[0], Self.texts[2], Self.texts[3]])
    #expect(
      site.paragraphs() == ["p1": Self.texts[0], "p3": Self.texts[2], "p4": Self.texts[3]])
    #expect(
      site.report == """
        seeds/town.txt: error: the capture is not what was ingested [capture-changed]
          = help: captures are evidence: restore the file; if its new bytes are meant, `dossier ingest --refreeze seeds/town.txt` moves the citations
          = note: seeds/town.read.json: its hash was written down here
          = note: p2 is not in it any more
          = note: seeds/town.txt:5:1: p3 would be p2
          = note: seeds/town.txt:7:1: p4 would be p3

        """)
  }

  @Test func `in the inbox other bytes hold back the capture alone`() {
    var site = Self.site("publisher: A\npublished: 2020\n")
    site.refreeze()
    site["seeds/town.txt"] = FrozenSite.capture(Array(Self.texts.reversed()))
    let loaded = site.load()
    #expect(loaded.diagnostics.map(\.severity) == [.warning])
    #expect(loaded.model?.sources.isEmpty == true)
    #expect(
      loaded.model?.heldBack == [
        HeldBackSource(
          key: Slug("town"), path: "seeds/town.txt",
          reason: "the capture is not what was ingested")
      ])
  }

  @Test(
    "a reading that is damaged is an error where somebody relies on it",
    arguments: [
      ("{", 1, 2, "a string"),
      ("{\"sha256\": \"12\"}", 1, 12, "64 hexadecimal digits"),
      (
        "{\"paragraphs\": [{\"locator\":\"p1\"}]}", 1, 17,
        "a paragraph with locator, layer, bytes and sha256"
      ),
    ] as [(String, Int, Int, String)])
  func damaged(_ text: String, _ line: Int, _ column: Int, _ expected: String) {
    for (sidecar, severity) in [(Self.reviewed, Severity.error), ("publisher: A\n", .warning)] {
      var site = Self.site(sidecar)
      site["seeds/town.read.json"] = text
      let found = site.load().diagnostics.filter { $0.id == "bad-reading" }
      #expect(found.map(\.severity) == [severity])
      #expect(found.map(\.place?.line) == [line] && found.map(\.place?.column) == [column])
      #expect(
        found.map(\.summary) == [
          "the reading is not what `dossier ingest` writes: expected \(expected)"
        ])
      // A build without it has today's numbers; whoever would write it anew is told first.
      #expect(site.plan().changes.isEmpty)
    }
  }

  @Test(
    "every encoding gives the bytes back",
    arguments: ["utf-8", "utf-16le", "utf-16be", "html", "html-1251"])
  func encodings(_ encoding: String) throws {
    let words =
      "The council met in the “Grand Hôtel”, and nobody left it before the vote was taken."
    let texts = (1...3).map { FrozenSite.paragraph($0) + (encoding == "html-1251" ? "" : words) }
    var bytes: [UInt8]
    var path = "seeds/town.txt"
    switch encoding {
    case "html", "html-1251":
      path = "seeds/town.html"
      let charset = encoding == "html" ? "utf-8" : "windows-1251"
      let body = texts.map { "<p>\($0.replacing("town", with: "<b>town</b> &amp; port"))</p>" }
      bytes = Array(
        "<html><head><meta charset=\(charset)><title>A town</title></head><body><article>\(body.joined(separator: "\n"))</article></body></html>"
          .utf8)
      if encoding == "html-1251" {
        // “Совет” in windows-1251, at the start of each paragraph.
        let mark = Array("<p>".utf8)
        var marked: [UInt8] = []
        for index in bytes.indices {
          marked.append(bytes[index])
          if marked.suffix(3) == mark[...] { marked += [0xD1, 0xEE, 0xE2, 0xE5, 0xF2, 0x20] }
        }
        bytes = marked
      }
    case "utf-16le", "utf-16be":
      let units = Array(("\u{FEFF}" + FrozenSite.capture(texts)).utf16)
      bytes = units.flatMap {
        encoding == "utf-16le"
          ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
      }
    default: bytes = Array(FrozenSite.capture(texts).utf8)
    }
    var site = FrozenSite(["seeds/town.yml": Self.reviewed])
    site.files.files[path] = bytes
    let read = site.paragraphs()
    #expect(read.count == 3)
    site.refreeze()
    #expect(site.report == "")
    // Under rules that read nothing of it the texts come from the bytes alone.
    let model = try #require(site.load().model)
    let article = try #require(model.sources.first).article
    let frozen = FrozenReading(
      rules: 1, digest: Digest.of(bytes),
      paragraphs: article.paragraphs.map { FrozenReading.Paragraph($0) })
    var nothing = article
    nothing.paragraphs = []
    let held = FrozenArticle(
      nothing, frozen: frozen, capture: SourceFile(path: path, bytes: bytes),
      digest: Digest.of(bytes))
    #expect(
      held.article.paragraphs.map(\.text) == article.paragraphs.map(\.text), "\(encoding)")
  }
}
