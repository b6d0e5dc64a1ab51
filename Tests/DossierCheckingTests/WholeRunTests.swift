import Diagnostics
import FileTree
import Testing

/// The files of another file system, listed in another order.
struct ShuffledFileSystem: FileSystem {
  let files: MemoryFileSystem
  let seed: UInt64

  func entries(under folder: String) throws(FileTreeError) -> [FileEntry] {
    var random = SeededRandom(seed: seed)
    return try files.entries(under: folder).shuffled(using: &random)
  }

  func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
    try files.contents(of: path, limit: limit)
  }

  func hasFolder(_ path: String) -> Bool { files.hasFolder(path) }
}

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("One run reports everything, in reading order")
struct WholeRunTests {
  /// Seven mistakes in three files.
  static let site = BrokenSite(
    "seven mistakes in three files",
    [
      "Content/actors/turkey.md": """
      ---
      title: Turkey
      kind: sate
      reviewed: 2020-13-01
      ---
      Turkey spoke with [[rusia]].

      """,
      "Content/events/call.md": """
      ---
      titel: Telephone call
      ---

      ## Facts
      - when: 2020-10-14 [@wier p1]

      """,
      "seeds/wire.yml": """
      cite-as: wire
      publisher: Wire
      published: 2020-10-15
      reviewed: 2020-12-01
      rights: all

      """,
    ],
    reads: """
      Content/actors/turkey.md:3:7: error: “sate” is no kind of actor [unknown-kind]
        |
      3 | kind: sate
        |       ^^^^
        = help: did you mean “state”?
      Content/actors/turkey.md:4:11: error: “2020-13-01” is no EDTF date: there is no month 13 [bad-date]
        |
      4 | reviewed: 2020-13-01
        |           ^^^^^^^^^^
      Content/actors/turkey.md:6:19: error: no page is called “rusia” [unknown-page]
        |
      6 | Turkey spoke with [[rusia]].
        |                   ^^^^^^^^^
        = help: did you mean “russia”?
      Content/events/call.md:1:1: error: the page has no title [missing-title]
        |
      1 | ---
        | ^
        = help: add a line `title: …` to its front matter
      Content/events/call.md:2:1: error: unknown key “titel” [unknown-key]
        |
      2 | titel: Telephone call
        | ^^^^^
        = help: did you mean “title”?
      Content/events/call.md:6:20: error: no source is cited as “wier” [unknown-source]
        |
      6 | - when: 2020-10-14 [@wier p1]
        |                    ^^^^^^^^^^
        = help: did you mean “wire”?
      seeds/wire.yml:5:9: error: “all” is not known as rights [bad-rights]
        |
      5 | rights: all
        |         ^^^
        = help: write “full” to publish the whole text, “extracts” for short extracts

      """)

  @Test("a run does not stop at the first mistake")
  func everything() {
    #expect(Self.site.report() == Self.site.expected)
  }

  @Test("threads do not change the report", arguments: [2, 4])
  func threads(_ width: Int) {
    #expect(Self.site.report(width: width) == Self.site.expected)
  }

  @Test("the order in which files are found does not change the report", arguments: 0..<8)
  func order(_ seed: UInt64) {
    let files = ShuffledFileSystem(files: Self.site.files, seed: seed)
    #expect(BrokenSite.report(on: files, width: 4) == Self.site.expected)
  }

  @Test("the order in which files are found does not decide which of two pages is the second")
  func collisions() {
    let site = BrokenSite(
      "one slug, one old address and one source key twice",
      [
        "Content/events/turkey.md": "---\ntitle: Thanksgiving\n---\n",
        "Content/actors/armenia.md": "---\ntitle: Armenia\nredirect-from: [old.html]\n---\n",
        "Content/actors/iran.md": "---\ntitle: Iran\nredirect-from: [old.html]\n---\n",
        "seeds/zulu.yml": "title: A\ncite-as: wire\n",
      ], reads: "")
    let report = site.report()
    #expect(report.contains("two pages are called “turkey”"))
    #expect(report.contains("two sources are cited as “wire”"))
    #expect(report.contains("two pages claim the address old.html"))
    for seed in 0..<8 as Range<UInt64> {
      #expect(BrokenSite.report(on: ShuffledFileSystem(files: site.files, seed: seed)) == report)
    }
  }

  @Test("the valid site has nothing to report")
  func valid() {
    #expect(BrokenSite("valid", reads: "").report().isEmpty)
  }

  @Test("a draft that is built is a page as any")
  func drafts() {
    let site = BrokenSite(
      "a draft",
      ["Content/actors/turkey.md": "---\ntitle: Turkey\ndraft: true\n---\n"], reads: "")
    #expect(BrokenSite.report(on: site.files, includesDrafts: true).isEmpty)
    #expect(site.report().contains("“turkey” is a draft"))
  }
}
