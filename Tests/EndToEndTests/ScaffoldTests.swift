import Foundation
import Testing

/// `init` and `new`: what they write builds, and they never overwrite.
struct ScaffoldTests {
  @Test func `a new site builds and passes check, and carries a workflow`() throws {
    let folder = try TemporaryFolder()
    let made = try Dossier.run(
      ["init", "fresh", "--title", "A “quoted” \"title\": #1"], in: folder)
    #expect(made.code == 0, "\(made)")
    #expect(made.error == "")
    #expect(
      try Dossier.run(["check", "--strict", "--source", "fresh"], in: folder) == .silentSuccess)
    #expect(
      try Dossier.run(["build", "--strict", "--source", "fresh"], in: folder) == .silentSuccess)
    let home = HTMLScanner(try folder.text("fresh/site/index.html"))
    #expect(home.text.contains("A “quoted” \"title\": #1"))
    let problems = SiteLinks(try folder.site("fresh/site")).problems
    #expect(problems == [])
    let workflow = try folder.text("fresh/.github/workflows/site.yml")
    for step in ["dossier check", "dossier build", "actions/deploy-pages"] {
      #expect(workflow.contains(step), "\(step)")
    }
    #expect(try folder.text("fresh/.gitignore").contains("site/\n"))
  }

  /// What differs: Dossier is here already, and need not be fetched.
  private func own(_ workflow: String) -> String {
    var lines: [Substring] = []
    var isSkipping = false
    for line in workflow.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("# Dossier itself:") { isSkipping = true }
      if !isSkipping { lines.append(line) }
      if text == "# Dossier itself." { isSkipping = false }
    }
    return lines.joined(separator: "\n")
      .replacingOccurrences(of: "--package-path .dossier-source ", with: "")
      .replacingOccurrences(of: ".dossier-source/", with: "")
  }

  @Test(arguments: [".github/workflows/site.yml", ".gitlab-ci.yml"])
  func `the project's own workflow is the one that init writes`(_ path: String) throws {
    let folder = try TemporaryFolder()
    #expect(try Dossier.run(["init", "fresh"], in: folder).code == 0)
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    #expect(
      try String(contentsOf: project.appending(path: path), encoding: .utf8)
        == own(try folder.text("fresh/\(path)")))
  }

  @Test func `a second init refuses and changes nothing`() throws {
    let folder = try TemporaryFolder()
    #expect(try Dossier.run(["init", "fresh"], in: folder).code == 0)
    let before = try folder.tree()
    let again = try Dossier.run(["init", "fresh"], in: folder)
    #expect(again.code == 2)
    #expect(again.error.hasPrefix("dossier: error: "), "\(again)")
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test func `init leaves the files of an existing folder alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "fresh/dossier.yml")
    #expect(try Dossier.run(["init", "fresh"], in: folder).code == 2)
    #expect(Array(try folder.tree().keys) == ["fresh/dossier.yml"])
  }

  @Test(
    "a new page builds with drafts and is absent without",
    arguments: ["actor", "conflict", "event", "place", "page"])
  func new(kind: String) throws {
    let folder = try TemporaryFolder()
    #expect(try Dossier.run(["init", "."], in: folder).code == 0)
    let made = try Dossier.run(["new", kind, "Ahmet Çavuşoğlu: \"the\" #1"], in: folder)
    let path = "Content/\(kind)s/ahmet-çavuşoğlu-the-1.md"
    #expect(made == Dossier.Run(code: 0, output: path + "\n", error: ""))
    #expect(folder.exists(path))
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    let page = "\(kind)s/ahmet-çavuşoğlu-the-1.html"
    #expect(try folder.site()[page] == nil)
    let drafts = try Dossier.run(["build", "--drafts"], in: folder)
    #expect(drafts.code == 0, "\(drafts)")
    let html = HTMLScanner(String(decoding: try #require(try folder.site()[page]), as: UTF8.self))
    #expect(html.text.contains("Ahmet Çavuşoğlu: \"the\" #1"))
    // Without drafts again: what was emitted for the draft goes.
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    #expect(try folder.site()[page] == nil)
  }

  @Test func `new never overwrites`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let before = try folder.tree()
    let run = try Dossier.run(["new", "actor", "Norland"], in: folder)
    #expect(run.code == 2)
    #expect(run.error.contains("Content/actors/norland.md is there already"), "\(run)")
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test func `new in a site elsewhere writes there`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small, in: "elsewhere")
    let run = try Dossier.run(["new", "event", "A storm", "--source", "elsewhere"], in: folder)
    #expect(run.code == 0)
    #expect(folder.exists("elsewhere/Content/events/a-storm.md"))
  }

  @Test(
    "what is no kind of page is 2 with a suggestion",
    arguments: [
      ("actr", "did you mean “actor”?"), ("treaty", "actor, conflict, event, place, page"),
    ])
  func badKind(kind: String, help: String) throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let before = try folder.tree()
    let run = try Dossier.run(["new", kind, "Someone"], in: folder)
    #expect(run.code == 2)
    #expect(run.error.contains(help), "\(run)")
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test(
    "a name that gives no address is 2",
    arguments: [["!!!"], [""], ["Index"], ["X", "--slug", "../../x"], ["X", "--slug", "a/b"]])
  func badName(arguments: [String]) throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let before = try folder.tree()
    let run = try Dossier.run(["new", "actor"] + arguments, in: folder)
    #expect(run.code == 2, "\(run)")
    #expect(differences(before, try folder.tree()) == [])
  }
}
