import Foundation
import Testing

@Suite("What changed between two revisions is told by fact and statement")
struct ChangesTests {
  /// Whether git is there; without it there is nothing to test.
  private static var hasGit: Bool {
    let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")
    if !isThere { print("git is not installed: its tests are left out") }
    return isThere
  }

  private static func git(
    _ arguments: [String], in folder: TemporaryFolder, day: String = "2020-11-10"
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.url.path, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "C",
      "GIT_COMMITTER_EMAIL": "c@example.org", "GIT_AUTHOR_DATE": "\(day)T09:00:00Z",
      "GIT_COMMITTER_DATE": "\(day)T09:00:00Z",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments)")
  }

  private static func commit(_ subject: String, in folder: TemporaryFolder, day: String) throws {
    try git(["add", "-A"], in: folder, day: day)
    try git(["commit", "-q", "-m", subject], in: folder, day: day)
  }

  private static let corrected = """
    ---
    title: Harbour dispute of 2020
    kind: interstate
    ---
    A dispute between Norland and Sudland. It goes on.[^1]

    ## Earlier talks
    There were talks.

    [^1]: The port of [[grey-port]].

    ## Facts
    - start: 2020-09-26 [@tide p1]
      - corrected 2020-11-09: was 2020-09-27 | why: a slip
    - side North: norland [@tide p1]
    - side South: sudland [@tide p1]

    """

  /// The small site, committed on 1 November, and changed on the 10th.
  private static func repository(_ configuration: String = "") throws -> TemporaryFolder {
    var files = SampleSite.small
    files["dossier.yml", default: ""] += configuration
    files[".gitignore"] = "site/\n"
    let folder = try TemporaryFolder.holding(files)
    try git(["init", "-q", "-b", "main"], in: folder)
    try commit("The site", in: folder, day: "2020-11-01")
    try git(["tag", "v1"], in: folder)
    try folder.write(corrected, to: "Content/conflicts/harbour-dispute.md")
    try commit("A slip corrected", in: folder, day: "2020-11-10")
    return folder
  }

  @Test func `the folder as it is, compared with a tag`() throws {
    guard Self.hasGit else { return }
    let folder = try Self.repository()
    try folder.write("title: Flotsam\n", to: "seeds/flotsam.yml")
    let run = try Dossier.run(["changes", "v1"], in: folder)
    #expect(run.code == 0, "\(run)")
    #expect(run.error == "")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first?.hasSuffix(" of 2020-11-01, The site") == true, "\(run)")
    #expect(
      lines.dropFirst().joined(separator: "\n") == """
        to the folder as it is

        Sources
          new flotsam  Flotsam

        conflicts/harbour-dispute  Harbour dispute of 2020
          corrected start: 2020-09-27 → 2020-09-26 (on 9 November 2020: a slip)
          changed prose (1 sentence new)

        """, "\(run)")
    let both = try Dossier.run(["changes", "v1", "HEAD"], in: folder)
    #expect(!both.output.contains("flotsam"))
    #expect(both.output.contains("A slip corrected\n"), "\(both)")
    let none = try Dossier.run(["changes", "HEAD", "HEAD"], in: folder)
    #expect(none.output.hasSuffix("\n\nNothing is told otherwise.\n"), "\(none)")
    #expect(!folder.exists("site"))
  }

  @Test func `the same for programs`() throws {
    guard Self.hasGit else { return }
    let folder = try Self.repository()
    let run = try Dossier.run(["changes", "v1", "HEAD", "--format", "json"], in: folder)
    struct Document: Decodable {
      struct Commit: Decodable {
        let subject: String
        let authored: String
      }
      struct Claim: Decodable, Equatable {
        let value: String
        let qualifiers: [String]
        let sources: [String]
      }
      struct Change: Decodable {
        let subject: String
        let kind: String
        let page: String?
        let key: String?
        let was: Claim?
        let now: Claim?
      }
      let format: String
      let from: Commit
      let to: Commit
      let changes: [Change]
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
    #expect(document.format == "dossier-changes/1")
    #expect(document.from.subject == "The site")
    #expect(document.to.authored.hasPrefix("2020-11-10T09:00:00"))
    #expect(document.changes.map(\.subject) == ["fact", "prose"])
    let fact = try #require(document.changes.first)
    #expect(fact.kind == "corrected")
    #expect(fact.page == "conflicts/harbour-dispute")
    #expect(fact.key == "start")
    #expect(fact.was?.value == "2020-09-27")
    #expect(fact.now == .init(value: "2020-09-26", qualifiers: [], sources: ["tide"]))
  }

  @Test func `what cannot be compared is said, with code 2`() throws {
    guard Self.hasGit else { return }
    let folder = try Self.repository()
    for (arguments, words) in [
      (["v9"], "git knows no revision “v9”"), (["v1", "--", "--exec=x"], "no revision “--exec=x”"),
    ] {
      let run = try Dossier.run(["changes"] + arguments, in: folder)
      #expect(run.code == 2)
      #expect(run.error.contains(words), "\(run)")
      #expect(run.output == "")
    }
    let plain = try TemporaryFolder.holding(SampleSite.small)
    let run = try Dossier.run(["changes", "HEAD"], in: plain)
    #expect(
      run
        == .init(
          code: 2, output: "", error: "dossier: error: the folder is in no git repository\n"))
  }

  // MARK: The page

  @Test(arguments: ["v1", "5 days"])
  func `a build tells what changed since, as page and feed`(since: String) throws {
    guard Self.hasGit else { return }
    let folder = try Self.repository("changes-since: \(since)\n")
    let run = try Dossier.run(["build", "--now", "2020-11-12"], in: folder)
    #expect(run.code == 0, "\(run)")
    let page = try folder.text("site/changes.html")
    for words in [
      "of <time datetime=\"2020-11-01\">1 November 2020</time>, by fact and statement",
      "<p class=\"kicker\">2 changes</p>",
      "<p class=\"when\"><time datetime=\"2020-11-10\">10 November 2020</time></p>",
      "<p dir=\"auto\">Was “<bdi>27 September 2020</bdi>”, now “<bdi>26 September 2020</bdi>”</p>",
      "<p dir=\"auto\">1 sentence new</p>",
    ] { #expect(page.contains(words), "\(words)\n\(page)") }
    let feed = try folder.text("site/changes.xml")
    #expect(
      feed.contains("<title>Harbour dispute of 2020: fact Start corrected</title>"), "\(feed)")
    #expect(feed.contains("<updated>2020-11-10T00:00:00Z</updated>"))
    let links = SiteLinks(try folder.site(), basePath: "/harbour/")
    #expect(links.problems == [])
    #expect(
      try folder.text("site/index.html").contains("<a href=\"changes.html\">What changed</a>"))
    // The same again, byte for byte.
    let before = try folder.tree("site")
    #expect(try Dossier.run(["build", "--now", "2020-11-12", "-j", "1"], in: folder).code == 0)
    #expect(differences(before, try folder.tree("site")) == [])
  }

  @Test func `a commit that changes no file is seen by the next build all the same`() throws {
    guard Self.hasGit else { return }
    let folder = try Self.repository("changes-since: v1\n")
    try folder.write(
      (SampleSite.small["Content/actors/sudland.md"] ?? "") + "It is small.\n",
      to: "Content/actors/sudland.md")
    func days() throws -> [String] {
      #expect(try Dossier.run(["build", "--now", "2020-11-12"], in: folder).code == 0)
      return try folder.text("site/changes.html").split(separator: "\n")
        .filter { $0.hasPrefix("<p class=\"when\">") }.map { String($0) }
    }
    func day(_ number: Int) -> String {
      "<p class=\"when\"><time datetime=\"2020-11-\(number)\">\(number) November 2020</time></p>"
    }
    // What is not committed has the day that the data go up to.
    #expect(try days() == [day(10), day(10), day(12)])
    try Self.commit("Small", in: folder, day: "2020-11-11")
    #expect(try days() == [day(10), day(10), day(11)])
    #expect(try days() == [day(10), day(10), day(11)])
    let unchanged = try Dossier.run(
      ["build", "--now", "2020-11-12", "--timings", "--verify"], in: folder)
    #expect(unchanged.code == 0, "\(unchanged)")
    #expect(unchanged.error.hasPrefix("unchanged: "), "\(unchanged)")
  }

  /// What is wrong with the history, and what a build says of it.
  struct Absence: CustomTestStringConvertible {
    let testDescription: String
    let since: String
    let isShallow: Bool
    let finding: String
  }

  static let absences = [
    Absence(
      testDescription: "an unknown revision", since: "v9", isShallow: false,
      finding: "warning: what changed is not shown: git knows no revision “v9” [unknown-revision]"),
    Absence(
      testDescription: "days before the history", since: "30 days", isShallow: false,
      finding:
        "warning: what changed is not shown: the history begins after 2020-10-13 [unknown-revision]"
    ),
    Absence(
      testDescription: "a revision that a shallow clone lacks", since: "v1", isShallow: true,
      finding:
        "warning: what changed is not shown: the clone is shallow and lacks the revision “v1” [shallow-history]"
    ),
    Absence(
      testDescription: "days in a shallow clone", since: "5 days", isShallow: true,
      finding:
        "warning: what changed is not shown: the clone is shallow: nobody can tell what it lacks of 5 days [shallow-history]"
    ),
  ]

  @Test(arguments: absences)
  func `what cannot be known is a finding, and there is no page`(_ absence: Absence) throws {
    guard Self.hasGit else { return }
    var folder = try Self.repository("changes-since: \(absence.since)\n")
    if absence.isShallow {
      let clone = try TemporaryFolder()
      try Self.git(
        ["clone", "-q", "--depth", "1", "file://\(folder.url.path)", "."], in: clone)
      folder = clone
    }
    let run = try Dossier.run(["build", "--now", "2020-11-12"], in: folder)
    #expect(run.code == 0, "\(run)")
    #expect(run.error.contains("dossier.yml:5:16: \(absence.finding)\n"), "\(run)")
    #expect(!folder.exists("site/changes.html"))
    #expect(!(try folder.text("site/index.html")).contains("changes.html"))
  }

  @Test func `without a repository a build says nothing, and check notes it`() throws {
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: [
        "dossier.yml": "title: T\nchanges-since: v1\n"
      ]))
    #expect(try Dossier.run(["build", "-q"], in: folder) == .silentSuccess)
    #expect(!folder.exists("site/changes.html"))
    let check = try Dossier.run(["check"], in: folder)
    #expect(
      check.error.contains(
        "dossier.yml:2:16: note: what changed is not shown: the folder is in no git repository [no-history]"
      ), "\(check)")
  }
}
