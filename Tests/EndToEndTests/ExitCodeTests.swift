import Foundation
import Testing

/// 0 clean, 1 content, 2 usage or environment; and who says what on which stream.
struct ExitCodeTests {
  static let broken: [String: String?] = [
    "Content/actors/norland.md": """
    ---
    tittle: Norland
    ---
    Norland.

    """
  ]
  /// A warning: nobody knows who published the capture.
  static let warned: [String: String?] = ["seeds/loose.txt": SampleSite.capture]

  @Test func `a clean build is silent when piped, and so is the next`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    #expect(folder.exists("site/index.html"))
    let first = try folder.tree("site")
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    #expect(differences(first, try folder.tree("site")) == [])
    // A note does not fail, and only `check` tells it.
    let noted = try Dossier.run(["check", "--strict"], in: folder)
    #expect(noted.code == 0 && noted.error.contains("[unfrozen-capture]"), "\(noted)")
    try Dossier.freeze(folder)
    #expect(try Dossier.run(["check", "--strict"], in: folder) == .silentSuccess)
  }

  @Test func `check writes nothing`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    try Dossier.freeze(folder)
    let before = try folder.tree()
    #expect(try Dossier.run(["check"], in: folder) == .silentSuccess)
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test func `a content error is 1 and makes no output folder`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small(with: Self.broken))
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(run.error.contains("Content/actors/norland.md:2:1: error: "), "\(run)")
    #expect(run.error.contains("title"))
    #expect(!folder.exists("site"))
  }

  @Test func `a content error leaves an existing site as it is, byte for byte`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    let before = try folder.tree("site")
    try folder.write(SampleSite.small(with: Self.broken))
    #expect(try Dossier.run(["build"], in: folder).code == 1)
    #expect(differences(before, try folder.tree("site")) == [])
  }

  @Test func `a broken template fails the build and leaves the site`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    let before = try folder.tree("site")
    try folder.write(
      "{% extends \"layout.html\" %}\n{{ page.titel }}\n", to: "Templates/actor.html")
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 1)
    #expect(run.error.contains("Templates/actor.html:2:"), "\(run)")
    #expect(differences(before, try folder.tree("site")) == [])
  }

  @Test func `a warning builds, and under strict fails and writes nothing`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small(with: Self.warned))
    let strict = try Dossier.run(["build", "--strict"], in: folder)
    #expect(strict.code == 1)
    #expect(strict.error.contains("seeds/loose.txt"), "\(strict)")
    #expect(!folder.exists("site"))
    #expect(try Dossier.run(["check", "--strict"], in: folder).code == 1)
    let lenient = try Dossier.run(["build"], in: folder)
    #expect(lenient.code == 0)
    #expect(lenient.error == strict.error)
    #expect(folder.exists("site/sources/loose.html"))
  }

  @Test(
    "wrong usage is 2, says so on stderr, and does nothing",
    arguments: [
      ["build", "--nonsense"], ["bild"], ["build", "--jobs", "0"], ["build", "--jobs", "many"],
      ["build", "--now", "yesterday"], ["build", "--now", "2020-13-01"],
      ["build", "--now", "2020"],
      ["build", "--base-url", "example.org"], ["build", "--format", "xml"], ["new", "actor"],
      ["new"], ["init"], ["serve", "--port", "70000"], ["check", "--output", "x"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let before = try folder.tree()
    let run = try Dossier.run(arguments, in: folder)
    #expect(run.code == 2, "\(run)")
    #expect(run.output == "")
    #expect(run.error.hasPrefix("Error: "), "\(run)")
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test(
    "a missing folder is 2",
    arguments: [
      ["build", "--source", "nowhere"], ["check", "--source", "nowhere"],
      ["serve", "--source", "nowhere", "--port", "0"], ["build", "--source", "dossier.yml"],
      ["new", "actor", "Someone", "--source", "nowhere"],
    ])
  func missingFolder(arguments: [String]) throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let before = try folder.tree()
    let run = try Dossier.run(arguments, in: folder)
    #expect(run.code == 2, "\(run)")
    #expect(run.error.hasPrefix("dossier: error: "), "\(run)")
    #expect(run.error.contains("nowhere") || run.error.contains("dossier.yml"), "\(run)")
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test(
    "an output folder that holds or stands in the input is 2",
    arguments: [".", "Content", "Content/site", "seeds", "Templates/x", "./Content/../Content"])
  func overlap(output: String) throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let before = try folder.tree()
    let run = try Dossier.run(["build", "--output", output], in: folder)
    #expect(run.code == 2, "\(run)")
    #expect(run.error.contains("overlaps"), "\(run)")
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test func `a folder of somebody else is 2 and is left alone`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    try folder.write("my photographs", to: "site/holiday.txt")
    let before = try folder.tree()
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 2, "\(run)")
    #expect(run.error.contains("holiday.txt"), "\(run)")
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test(
    "what cannot be emitted because of the content is 1, for check as for build",
    arguments: [
      ["Content/pages/Map.txt": "A", "Content/pages/map.txt": "b"],
      ["Content/pages/old.md": "---\ntitle: Old\nredirect-from: [.git/x.html]\n---\nx\n"],
      ["Content/pages/old.md": "---\ntitle: Old\nredirect-from: [Actors/norland.html]\n---\nx\n"],
    ])
  func unwritable(changes: [String: String]) throws {
    let folder = try TemporaryFolder.holding(SampleSite.small.merging(changes) { $1 })
    let build = try Dossier.run(["build"], in: folder)
    #expect(build.code != 0)
    #expect(!folder.exists("site"))
    let check = try Dossier.run(["check"], in: folder)
    #expect(check.code == 1)
    #expect(build.code == 1)
  }

  @Test func `a wrong SOURCE_DATE_EPOCH is 2`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let run = try Dossier.run(["build"], in: folder, environment: ["SOURCE_DATE_EPOCH": "noon"])
    #expect(run.code == 2)
    #expect(run.error.contains("SOURCE_DATE_EPOCH"), "\(run)")
    #expect(!folder.exists("site"))
  }

  @Test func `a folder without dossier yml is no site, and says what to do`() throws {
    let folder = try TemporaryFolder()
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code != 0)
    #expect(run.error.contains("dossier.yml"), "\(run)")
    #expect(run.error.contains("dossier init"), "\(run)")
    #expect(!folder.exists("site"))
  }

  @Test(arguments: [["--help"], ["build", "--help"], ["--version"]])
  func `help and version are 0 and go to stdout`(arguments: [String]) throws {
    let run = try Dossier.run(arguments, in: try TemporaryFolder())
    #expect(run.code == 0)
    #expect(run.error == "")
    #expect(!run.output.isEmpty)
  }
}
