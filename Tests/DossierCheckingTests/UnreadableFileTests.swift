import Diagnostics
import FileTree
import Glibc
import Testing

/// Files of which some cannot be read when it comes to it.
struct FailingFileSystem: FileSystem {
  let files: MemoryFileSystem
  let failures: [String: FileTreeError]

  func entries(under folder: String) throws(FileTreeError) -> [FileEntry] {
    if let failure = failures[folder] { throw failure }
    return try files.entries(under: folder)
  }

  func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
    if let failure = failures[path] { throw failure }
    return try files.contents(of: path, limit: limit)
  }

  func hasFolder(_ path: String) -> Bool { files.hasFolder(path) }
}

@Suite("What cannot be read is reported by its path")
struct UnreadableFileTests {
  @Test("names that are no files", arguments: FileProblem.allCases)
  func problems(_ problem: FileProblem) {
    var files = BrokenSite("", reads: "").files
    files.problems = [
      "Content/actors/x.md": problem, "seeds/x.txt": problem,
    ]
    let reason = problem.description
    #expect(
      BrokenSite.report(on: files) == """
        Content/actors/x.md: error: cannot be read: \(reason) [unreadable-file]
          = help: remove it, or put a file in its place
        seeds/x.txt: error: cannot be read: \(reason) [unreadable-file]
          = help: remove it, or put a file in its place

        """)
  }

  @Test(
    "files that fail to be read",
    arguments: [
      (FileTreeError.notReadable(path: "x", reason: "Permission denied"), "Permission denied"),
      (
        .tooLarge(path: "x", size: 17_000_000, limit: 16_777_216),
        "17000000 bytes are more than the 16777216 allowed"
      ),
      (.leavesRoot(path: "x"), "it leads out of the site's folder"),
      (.notFound(path: "x"), "it is not there any more"),
      (.changing(path: "x"), "another program is writing it"),
    ])
  func failures(_ failure: FileTreeError, _ reason: String) {
    let site = BrokenSite(
      "", ["Content/pages/x.md": "---\ntitle: X\n---\n", "seeds/x.txt": "x"], reads: "")
    let files = FailingFileSystem(
      files: site.files, failures: ["Content/pages/x.md": failure, "seeds/x.txt": failure])
    #expect(
      BrokenSite.report(on: files) == """
        Content/pages/x.md: error: cannot be read: \(reason) [unreadable-file]
        seeds/x.txt: warning: cannot be read: \(reason) [unreadable-file]
          = note: the capture is left out meanwhile

        """)
  }

  @Test("a capture that nobody reviewed holds back itself alone, a reviewed one the site")
  func largeCaptures() {
    let limit = 16 << 20
    let large = FileTreeError.tooLarge(path: "x", size: limit + 1, limit: limit)
    func report(_ sidecar: String) -> String {
      let site = BrokenSite("", ["seeds/x.txt": "x", "seeds/x.yml": sidecar], reads: "")
      return BrokenSite.report(
        on: FailingFileSystem(files: site.files, failures: ["seeds/x.txt": large]))
    }
    let text =
      "cannot be read: 16777217 bytes are more than the 16777216 allowed [unreadable-file]\n"
    #expect(
      report("publisher: X\n")
        == "seeds/x.txt: warning: \(text)  = note: the capture is left out meanwhile\n")
    #expect(report("reviewed: 2020-12-01\n") == "seeds/x.txt: error: \(text)")
  }

  @Test("an unreadable dossier.yml hides nothing else")
  func configuration() {
    let site = BrokenSite("", ["Content/actors/x.md": ""], reads: "")
    let files = FailingFileSystem(
      files: site.files,
      failures: ["dossier.yml": .notReadable(path: "dossier.yml", reason: "Permission denied")])
    #expect(
      BrokenSite.report(on: files) == """
        Content/actors/x.md:1:1: error: the page has no front matter [missing-front-matter]
          |
        1 |
          | ^
          = help: begin the file with a line `---`, a line `title: …` and a line `---`
        dossier.yml: error: cannot be read: Permission denied [unreadable-file]

        """)
  }

  @Test("a folder that is a file is reported once")
  func folderIsFile() {
    let files = MemoryFileSystem(texts: [
      "dossier.yml": "title: Test\n", "Content": "", "seeds": "",
    ])
    #expect(
      BrokenSite.report(on: files) == """
        Content: error: cannot be read: not a folder [unreadable-file]
        dossier.yml: warning: neither seeds/ nor Content/ holds a file [empty-site]
          = help: put captures into seeds/ and pages into Content/
        seeds: error: cannot be read: not a folder [unreadable-file]

        """)
  }

  @Test("a site without folders, and one with empty ones, only lacks files")
  func empty() {
    var files = MemoryFileSystem(texts: ["dossier.yml": "title: Test\n"])
    let expected = """
      dossier.yml: warning: neither seeds/ nor Content/ holds a file [empty-site]
        = help: put captures into seeds/ and pages into Content/

      """
    #expect(BrokenSite.report(on: files) == expected)
    files.emptyFolders = ["Content", "seeds", "Content/actors"]
    #expect(BrokenSite.report(on: files) == expected)
  }

  @Test("either folder alone makes a site", arguments: ["seeds", "Content"])
  func oneFolder(_ folder: String) {
    let files = MemoryFileSystem(
      texts: BrokenSite.valid.filter { !$0.key.hasPrefix("Content/") }
        .merging(["Content/pages/about.md": "---\ntitle: About\n---\nWords.\n"]) { $1 }
        .filter { $0.key == "dossier.yml" || $0.key.hasPrefix(folder + "/") })
    #expect(BrokenSite.report(on: files).isEmpty)
  }

  @Test("a text that is not UTF-8 is reported at the byte, and nothing in it is guessed")
  func encoding() {
    var files = BrokenSite("", reads: "").files
    files.files["Content/actors/turkey.md"] =
      Array("---\ntitle: Turkey\nkind: sate\n---\nT".utf8) + [0xFC] + Array("rkei\n".utf8)
    files.files["Content/index.md"] = [0xFF, 0xFE, 0x41, 0x00]
    #expect(
      BrokenSite.report(on: files) == """
        Content/actors/turkey.md:5:2: error: the text is not UTF-8 from here on [not-utf8]
          |
        5 | T\u{FFFD}rkei
          |  ^
          = help: save the file as UTF-8
        Content/index.md:1:1: error: the text is not UTF-8 from here on [not-utf8]
          |
        1 | \u{FFFD}\u{FFFD}A\u{FFFD}
          | ^
          = help: save the file as UTF-8

        """)
  }

  @Test("a capture that is no text is left out, and an error once somebody reviewed it")
  func captures() {
    var files = BrokenSite("", reads: "").files
    files.files["seeds/nul.txt"] = Array("A tit\0le\n".utf8)
    files.files["seeds/latin.txt"] = Array("A t".utf8) + [0xEF] + Array("tle\n".utf8)
    files.files["seeds/latin.yml"] = Array(
      "publisher: A\nencoding: utf-8\nreviewed: 2020-12-01\n".utf8)
    #expect(
      BrokenSite.report(on: files) == """
        seeds/latin.txt: note: its paragraph numbers are computed at each build [unfrozen-capture]
          = help: `dossier ingest seeds/latin.txt` freezes them, and leaves the capture as it is
        seeds/latin.txt: warning: nobody knows when “latin” was published [unknown-publication-date]
          = help: say `published: …` in seeds/latin.yml, as 2020-10, 2020-10-15? or `unknown`
        seeds/latin.txt:1:4: error: the capture is not valid UTF-8 at byte 3 [capture-encoding]
          |
        1 | A t\u{FFFD}tle
          |    ^
          = help: save it as UTF-8, or say `encoding: …` in its sidecar
        seeds/nul.txt:1:6: warning: the capture holds a NUL byte, so it is no text [capture-nul]
          |
        1 | A tit\u{FFFD}le
          |      ^
          = note: the capture is left out meanwhile

        """)
  }

  @Test("on disk: links that leave the site, files without permission, files over the limit")
  func disk() throws {
    let root = "/tmp/dossier-checking-\(UInt64.random(in: 0 ... .max))"
    defer {
      for name in ["/Content/pages/out.md", "/Content/pages/big.md", "/dossier.yml"] {
        _ = unsafe unlink(root + name)
      }
      for name in ["/Content/pages", "/Content", ""] { _ = unsafe rmdir(root + name) }
    }
    try AtomicFile.createDirectories(root + "/Content/pages")
    try AtomicFile.write(Array("title: Test\n".utf8), to: root + "/dossier.yml")
    try AtomicFile.write([], to: root + "/Content/pages/big.md")
    // Sparse: a length, no bytes.
    try #require(unsafe truncate(root + "/Content/pages/big.md", 100_000_000) == 0)
    try #require(unsafe symlink("/etc/passwd", root + "/Content/pages/out.md") == 0)
    #expect(
      BrokenSite.report(on: DiskFileSystem(root: root)) == """
        Content/pages/big.md: error: cannot be read: 100000000 bytes are more than the 16777216 \
        allowed [unreadable-file]
        Content/pages/out.md: error: cannot be read: a symbolic link that leaves the site's folder \
        is not followed [unreadable-file]
          = help: remove it, or put a file in its place

        """)
  }
}
