import Foundation
import Testing

/// `dossier rename` and `dossier merge` as a desk meets them.
@Suite(.serialized)
struct RewriteCommandTests {
  private static func changed(_ before: [String: Data], _ folder: TemporaryFolder) throws
    -> [String]
  {
    differences(before, try folder.tree())
  }

  @Test func `a dry run prints what is then done, and the old address leads on`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let before = try folder.tree()
    let arguments = ["rename", "sudland", "southland", "--title", "Southland"]
    let dry = try Dossier.run(arguments + ["--dry-run"], in: folder)
    #expect(try Self.changed(before, folder) == [])
    let run = try Dossier.run(arguments, in: folder)
    #expect(run == dry)
    #expect(run.code == 0 && run.error.isEmpty, "\(run)")
    #expect(
      run.output.hasPrefix(
        """
        Content/actors/sudland.md → Content/actors/southland.md
        Content/actors/norland.md
          13 - - accuses: sudland [@tide p2]
          13 + - accuses: southland [@tide p2]
        Content/actors/southland.md
          2 - title: Sudland
          2 + title: Southland

        """), "\(run)")
    #expect(
      try folder.text("Content/actors/southland.md")
        == "---\ntitle: Southland\nkind: state\naliases: [Sudland]\nredirect-from: [actors/sudland.html]\n---\nSudland holds the harbour, and Norland says so too.\n"
    )
    #expect(!folder.exists("Content/actors/sudland.md"))
    #expect(try Dossier.run(["build", "--strict", "--quiet"], in: folder).code == 0)
    #expect(try folder.text("site/actors/sudland.html").contains("southland.html"))
  }

  @Test func `a source keeps its files and its frozen numbers`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    #expect(try Dossier.run(["ingest", "seeds/tide.txt"], in: folder).code == 0)
    let before = try folder.tree()
    let run = try Dossier.run(["rename", "tide", "tide-gazette"], in: folder)
    #expect(run.code == 0 && run.error.isEmpty, "\(run)")
    #expect(
      try Self.changed(before, folder).filter { $0.hasPrefix("seeds/") } == ["seeds/tide.yml"])
    #expect(try folder.text("Content/index.md").contains("[@tide-gazette p1]"))
    #expect(try Dossier.run(["build", "--strict", "--quiet"], in: folder).code == 0)
    #expect(try folder.text("site/sources/tide.html").contains("tide-gazette.html"))
  }

  @Test func `two pages become one`() throws {
    var files = SampleSite.small
    files["Content/actors/kingdom.md"] =
      "---\ntitle: The Kingdom\n---\n\n## Facts\n- accuses: sudland [@tide p3]\n- opposes: sudland\n"
    files["Content/pages/of-it.md"] = "---\ntitle: Of it\n---\nOf [[kingdom]] and [[norland]].\n"
    let folder = try TemporaryFolder.holding(files)
    let run = try Dossier.run(["merge", "kingdom", "norland"], in: folder)
    #expect(run.code == 0 && run.error.isEmpty, "\(run)")
    let text = try folder.text("Content/actors/norland.md")
    #expect(text.contains("aliases: [Kingdom of Norland, The Kingdom]\n"))
    #expect(text.contains("redirect-from: [actors/old-norland.html, actors/kingdom.html]\n"))
    #expect(text.contains("- accuses: sudland [@tide p2] [@tide p3]\n- opposes: sudland\n"))
    #expect(try folder.text("Content/pages/of-it.md").contains("Of [[norland]] and [[norland]]."))
    #expect(try Dossier.run(["build", "--quiet"], in: folder).code == 0)
    #expect(try folder.text("site/actors/kingdom.html").contains("norland.html"))
  }

  @Test func `what is refused changes nothing, and says why`() throws {
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: [
        "Content/pages/p.md": "---\ntitle: P\n---\n## [[norland]]\n\n[[#norland]]\n"
      ]))
    let before = try folder.tree()
    for (arguments, code, error) in [
      (["rename", "nobody", "x"], Int32(2), "[unknown-name]"),
      (["rename", "norland", "sudland"], 2, "[name-taken]"),
      (["rename", "norland", "N N"], 2, "[bad-slug]"),
      (["merge", "norland", "tide"], 2, "[merge-refused]"),
      (["merge", "norland", "sudland"], 1, "[merge-conflict]"),
      (["rename", "norland", "north"], 1, "nothing was changed, since the site would have"),
      (["rename", "norland", "north", "--title", " "], 2, "--title is empty"),
      (["rename", "norland", "north", "--source", "none"], 2, "none: no such folder"),
    ] {
      let run = try Dossier.run(arguments, in: folder)
      #expect(run.code == code && run.error.contains(error) && run.output.isEmpty, "\(run)")
    }
    #expect(try Self.changed(before, folder) == [])
  }

  @Test func `killed at any moment, all files are old or, after the next run, all new`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    for number in 0..<150 {
      try folder.write(
        "---\ntitle: Page \(number)\n---\nOf [[sudland]].\n", to: "Content/pages/page-\(number).md")
    }
    let arguments = ["rename", "sudland", "southland"]
    let old = try folder.tree()
    #expect(try Dossier.run(arguments, in: folder).code == 0)
    let new = try folder.tree()
    let moved = differences(old, new)
    #expect(moved.count > 150)
    var random = SeededRandom(state: 7)
    var ends: [String: Int] = [:]
    let rounds = ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == "1" ? 40 : 12
    for round in 0..<rounds {
      for path in moved {
        if let bytes = old[path] {
          try bytes.write(to: folder.at(path))
        } else if folder.exists(path) {
          try folder.remove(path)
        }
      }
      let running = try Dossier.start(arguments, in: folder)
      if round % 3 != 2 {
        // The journal stands for some milliseconds only.
        while !folder.exists(".dossier-rewrite"), running.process.isRunning {}
        Thread.sleep(forTimeInterval: Double.random(in: 0..<0.01, using: &random))
      } else {
        Thread.sleep(forTimeInterval: Double.random(in: 0..<0.4, using: &random))
      }
      _ = running.killAtOnce()
      if folder.exists(".dossier-rewrite") {
        let check = try Dossier.run(["check"], in: folder)
        #expect(check.code == 1 && check.error.contains("[unfinished-rewrite]"), "\(check)")
        #expect(try Dossier.run(arguments + ["--dry-run"], in: folder).code == 2)
        // The next change of names finishes it first, and then finds nobody of the old name.
        let next = try Dossier.run(arguments, in: folder)
        #expect(next.code == 2 && next.error.contains("finished a change"), "\(next)")
        ends["finished", default: 0] += 1
      }
      let now = try folder.tree().filter { !$0.key.contains(".dossier-") }
      let isOld = moved.allSatisfy { now[$0] == old[$0] }
      let isNew = moved.allSatisfy { now[$0] == new[$0] }
      #expect(isOld != isNew, "in round \(round)")
      ends[isOld ? "old" : "new", default: 0] += 1
    }
    #expect(ends["finished"] ?? 0 > 0, "no run was killed in the middle: \(ends)")
    print("killed renames: \(ends.sorted { $0.key < $1.key })")
  }
}
