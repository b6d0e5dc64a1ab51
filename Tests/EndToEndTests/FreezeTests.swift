import Foundation
import Testing

/// Paragraph numbers as a desk meets them: frozen by `ingest`, moved by `ingest --refreeze`.
@Suite(.serialized)
struct FreezeTests {
  static let new = """
    The tide was low on that day, and the buoys lay on the sand of the harbour, as an official of the \
    harbour office had said they would before the winter storms begin.

    """

  private static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    #expect(
      try Dossier.run(["ingest", "seeds/tide.txt"], in: folder)
        == Dossier.Run(code: 0, output: "seeds/tide.txt\n", error: ""))
    return folder
  }

  /// The capture with a paragraph before all others: `p1` is `p2` now.
  private static func edit(_ folder: TemporaryFolder) throws {
    let lines = SampleSite.capture.split(separator: "\n", omittingEmptySubsequences: false)
    try folder.write(
      ([lines[0], "", Substring(new)] + lines.dropFirst(2)).joined(separator: "\n"),
      to: "seeds/tide.txt")
  }

  /// What a run changed, hidden files aside.
  private static func changed(_ before: [String: Data], _ folder: TemporaryFolder) throws
    -> [String]
  {
    differences(before, try folder.tree()).filter { !$0.hasPrefix("site/") }
  }

  @Test func `a capture dropped into seeds is frozen in place, once, with what is said of it`()
    throws
  {
    var files = SampleSite.small
    files["seeds/tide.yml"] = nil
    let folder = try TemporaryFolder.holding(files.mapValues { $0 })
    let before = try folder.tree()
    let words = ["--publisher", "Tide Gazette", "--published", "2020-10-15", "--author", "Ada"]
    let run = try Dossier.run(
      [
        "ingest", "./seeds/../seeds/tide.txt", "--url", "https://example.org/t", "--cite-as",
        "tide",
      ]
        + words, in: folder)
    #expect(run == Dossier.Run(code: 0, output: "seeds/tide.txt\n", error: ""))
    #expect(
      differences(before, try folder.tree()) == ["seeds/tide.read.json", "seeds/tide.yml"])
    let reading = try folder.json("seeds/tide.read.json")
    #expect(reading["captured-at"] is NSNull, "nobody wrote down when it came")
    #expect(reading["rules"] as? Int ?? 0 > 0)
    #expect(try folder.text("seeds/tide.yml").contains("author: \"Ada\""))
    let frozen = try folder.tree()
    let again = try Dossier.run(["ingest", "seeds/tide.txt", "--publisher", "B"], in: folder)
    #expect(
      again
        == Dossier.Run(
          code: 0, output: "seeds/tide.txt\n",
          error: """
            dossier: seeds/tide.txt: there is a sidecar; what you say was not written into it
            dossier: seeds/tide.txt: the same bytes are stored already

            """))
    #expect(differences(frozen, try folder.tree()) == [])
  }

  @Test func `of two captures with the same bytes the one that was named is frozen`() throws {
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: ["seeds/again.txt": SampleSite.capture]))
    #expect(try Dossier.run(["ingest", "seeds/tide.txt"], in: folder).output == "seeds/tide.txt\n")
    #expect(folder.exists("seeds/tide.read.json") && !folder.exists("seeds/again.read.json"))
  }

  @Test func `a changed capture fails the build until its citations are moved`() throws {
    let folder = try Self.site()
    try Self.edit(folder)
    let build = try Dossier.run(["build"], in: folder)
    #expect(build.code == 1 && build.error.contains("[capture-changed]"), "\(build)")
    let ingest = try Dossier.run(["ingest", "seeds/tide.txt"], in: folder)
    #expect(ingest.code == 2 && ingest.error.contains("--refreeze"), "\(ingest)")

    let before = try folder.tree()
    let dry = try Dossier.run(["ingest", "--refreeze", "--dry-run"], in: folder)
    #expect(try Self.changed(before, folder) == [])
    let run = try Dossier.run(["ingest", "--refreeze", "seeds/tide.txt"], in: folder)
    #expect(run == dry)
    #expect(
      run
        == Dossier.Run(
          code: 0,
          output: """
            seeds/tide.txt: 4 paragraphs; p1 → p2; p2 → p3; p3 → p4
            Content/actors/norland.md: 2 citations moved
            Content/conflicts/harbour-dispute.md: 3 citations moved
            Content/events/envoys-meet.md: 4 citations moved
            Content/index.md: 1 citation moved

            """, error: ""))
    #expect(
      try Self.changed(before, folder) == [
        "Content/actors/norland.md", "Content/conflicts/harbour-dispute.md",
        "Content/events/envoys-meet.md", "Content/index.md", "seeds/tide.read.json",
      ])
    #expect(
      try folder.text("Content/index.md")
        == "What is known of the [[harbour-dispute]] [@tide p2].\n")
    #expect(try Dossier.run(["check", "--strict"], in: folder) == .silentSuccess)
    let second = try Dossier.run(["ingest", "--refreeze"], in: folder)
    #expect(second == .silentSuccess)
  }

  @Test func `what cannot be moved is listed, and stays an error until a person mends it`() throws {
    let folder = try Self.site()
    let paragraphs = SampleSite.capture.components(separatedBy: "\n\n")
    try folder.write(
      ([paragraphs[0]] + paragraphs.dropFirst(2)).joined(separator: "\n\n"), to: "seeds/tide.txt")
    let run = try Dossier.run(["ingest", "--refreeze"], in: folder)
    #expect(run.code == 1)
    #expect(
      run.output.hasPrefix("seeds/tide.txt: 2 paragraphs; p1 → p3; p2 → p1; p3 → p2\n"), "\(run)")
    #expect(
      run.error.contains("Content/index.md:1:49: error: “tide” no longer holds what p1 was"),
      "\(run)")
    #expect(try folder.text("Content/index.md").contains("[@tide p3]"))
    let check = try Dossier.run(["check"], in: folder)
    #expect(check.code == 1)
    #expect(
      check.error.contains(
        "Content/index.md:1:42: error: “tide” no longer holds what p3 was [lost-paragraph]"),
      "\(check)")
  }

  @Test func `extract and the source's page show the frozen numbers`() throws {
    let folder = try Self.site()
    // As other rules might have numbered them.
    let reading = try folder.text("seeds/tide.read.json")
      .replacingOccurrences(of: "\"locator\":\"p3\"", with: "\"locator\":\"p7\"")
    try folder.write(reading, to: "seeds/tide.read.json")
    let text = try Dossier.run(["extract", "--format", "text", "seeds/tide.txt"], in: folder)
    #expect(text.code == 0 && text.error.contains("[moved-paragraph]"), "\(text)")
    #expect(text.output.contains("numbers    frozen in tide.read.json\n"), "\(text)")
    #expect(text.output.contains(" p7 ") && !text.output.contains(" p3 "), "\(text)")
    let json = try Dossier.run(["extract", "seeds/tide.txt"], in: folder)
    #expect(json.output.contains("\"locator\":\"p7\""), "\(json)")
    let plain = try Dossier.run(["extract", "--plain", "seeds/tide.txt"], in: folder)
    #expect(!plain.output.contains("\"locator\":\"p7\""))
    let build = try Dossier.run(["build"], in: folder)
    #expect(build.code == 0 && build.error.contains("[moved-paragraph]"), "\(build)")
    let page = HTMLScanner(try folder.text("site/sources/tide.html"))
    #expect(page.values("id").filter { $0.hasPrefix("p") && $0.count == 2 } == ["p1", "p2", "p7"])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let error: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(
    arguments: [
      Refusal(arguments: ["--dry-run", "seeds/tide.txt"], error: "--dry-run goes with --refreeze"),
      Refusal(arguments: [], error: "name a file, an address, or -"),
      Refusal(arguments: ["--refreeze", "--title", "T"], error: "--refreeze takes captures alone"),
      Refusal(arguments: ["--refreeze", "seeds/none.txt"], error: "is no capture in seeds/"),
      Refusal(arguments: ["--refreeze", "dossier.yml"], error: "is no capture in seeds/"),
    ])
  func `what is refused changes nothing`(_ refusal: Refusal) throws {
    let folder = try Self.site()
    let before = try folder.tree()
    let run = try Dossier.run(["ingest"] + refusal.arguments, in: folder)
    #expect(run.code == 2)
    #expect(run.error.contains(refusal.error), "\(run)")
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test
  func `killed at any moment, Content and readings are all old or, after the next run, all new`()
    throws
  {
    let folder = try Self.site()
    for number in 0..<150 {
      try folder.write(
        "---\ntitle: Page \(number)\n---\nWords [@tide p1] and [@tide p2-3].\n",
        to: "Content/pages/page-\(number).md")
    }
    try Self.edit(folder)
    let old = try folder.tree()
    #expect(try Dossier.run(["ingest", "--refreeze"], in: folder).code == 0)
    let new = try folder.tree()
    let moved = Set(differences(old, new))
    #expect(moved.count == 155)
    var random = SeededRandom(state: 6)
    var ends: [String: Int] = [:]
    for round in 0..<25 {
      for path in moved { try #require(old[path]).write(to: folder.at(path)) }
      let running = try Dossier.start(["ingest", "--refreeze"], in: folder)
      if round % 2 == 0 {
        // The journal stands for some milliseconds only.
        while !folder.exists(".dossier-rewrite"), running.process.isRunning {}
        Thread.sleep(forTimeInterval: Double.random(in: 0..<0.01, using: &random))
      } else {
        Thread.sleep(forTimeInterval: Double.random(in: 0..<0.2, using: &random))
      }
      _ = running.killAtOnce()
      if folder.exists(".dossier-rewrite") {
        let check = try Dossier.run(["check"], in: folder)
        #expect(check.code == 1 && check.error.contains("[unfinished-rewrite]"), "\(check)")
        #expect(try Dossier.run(["ingest", "--refreeze", "--dry-run"], in: folder).code == 2)
        let finishing = try Dossier.run(["ingest", "--refreeze"], in: folder)
        #expect(finishing.code == 0, "\(finishing)")
        ends["finished", default: 0] += 1
      }
      let now = try folder.tree().filter { !$0.key.contains(".dossier-") }
      let isOld = moved.allSatisfy { now[$0] == old[$0] }
      let isNew = moved.allSatisfy { now[$0] == new[$0] }
      #expect(isOld != isNew, "in round \(round)")
      ends[isOld ? "old" : "new", default: 0] += 1
    }
    #expect(ends["finished"] ?? 0 > 0, "no run was killed in the middle: \(ends)")
    print("killed refreezings: \(ends.sorted { $0.key < $1.key })")
  }
}
