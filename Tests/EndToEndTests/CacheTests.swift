import Foundation
import Testing

/// What `dossier build` remembers of its last run never shows in the site.
struct CacheTests {
  /// Runs a build that says whether it did anything.
  static func build(
    _ folder: TemporaryFolder, _ arguments: [String] = []
  ) throws -> (isUnchanged: Bool, run: Dossier.Run) {
    let run = try Dossier.run(["build", "--timings"] + arguments, in: folder)
    return (run.error.contains("unchanged: "), run)
  }

  /// The findings of a run without the times of its stages.
  static func findings(_ run: Dossier.Run) -> String {
    run.error.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasSuffix(" ms") }.joined(separator: "\n")
  }

  static func site(_ files: [String: String] = SampleSite.small) throws -> TemporaryFolder {
    let folder = try TemporaryFolder.holding(files)
    #expect(try build(folder).isUnchanged == false)
    return folder
  }

  @Test func `a build with nothing to do leaves everything and says the same`() throws {
    var files = SampleSite.small
    files["Content/events/undated.md"] = "---\ntitle: Undated event\n---\nSomething happened.\n"
    let folder = try TemporaryFolder.holding(files)
    let first = try Self.build(folder)
    #expect(first.run.code == 0)
    #expect(first.run.error.contains("undated"), "\(first.run)")
    let before = try folder.tree("site")
    let second = try Self.build(folder)
    #expect(second.isUnchanged)
    #expect(second.run.code == 0)
    #expect(Self.findings(first.run) == Self.findings(second.run))
    #expect(differences(before, try folder.tree("site")) == [])
    #expect(try Dossier.run(["build", "--verify"], in: folder).code == 0)
    #expect(try Dossier.run(["build", "--strict"], in: folder).code == 1)
  }

  /// Each leaves a site that another build than the last one made.
  static let changes: [(name: String, change: @Sendable (TemporaryFolder) throws -> Void)] = [
    (
      "a page of the same length",
      { try $0.replace("claims", "blames", in: "Content/actors/norland.md") }
    ),
    ("a sidecar", { try $0.replace("Tide Gazette", "Tide Mercury", in: "seeds/tide.yml") }),
    (
      "a capture",
      { try $0.write(try $0.text("seeds/tide.txt") + "\nOne more line.\n", to: "seeds/tide.txt") }
    ),
    ("the configuration", { try $0.replace("Harbour dispute", "The harbour", in: "dossier.yml") }),
    (
      "a new page",
      { try $0.write("---\ntitle: Weir\n---\nA weir.\n", to: "Content/places/weir.md") }
    ),
    ("a page less", { try $0.remove("Content/pages/about.md") }),
    ("a new template", { try $0.write("<p>{{ page.title }}</p>", to: "Templates/404.html") }),
    ("an attachment", { try $0.write("1,2\n", to: "Content/pages/table.csv") }),
  ]

  @Test(arguments: changes.indices)
  func `every change is seen, and its end as well`(index: Int) throws {
    let (name, change) = Self.changes[index]
    var files = SampleSite.small
    files["Content/pages/about.md"] = "---\ntitle: About\n---\nWords.\n"
    let folder = try Self.site(files)
    let original = try folder.tree("site")
    let kept = try folder.tree("Content").merging(try folder.tree("seeds")) { $1 }
    try change(folder)
    #expect(try Self.build(folder).isUnchanged == false, "\(name)")
    let fresh = try TemporaryFolder()
    for (path, bytes) in try folder.tree()
    where !path.hasPrefix("site/") && !path.hasPrefix(".dossier/") {
      try fresh.write(String(decoding: bytes, as: UTF8.self), to: path)
    }
    #expect(try Self.build(fresh).isUnchanged == false)
    #expect(differences(try fresh.tree("site"), try folder.tree("site")) == [], "\(name)")
    for path in ["Templates/404.html", "Content/places/weir.md", "Content/pages/table.csv"]
    where folder.exists(path) { try folder.remove(path) }
    try folder.write(files)
    #expect(!kept.isEmpty)
    #expect(try Self.build(folder).isUnchanged == false, "\(name)")
    #expect(differences(original, try folder.tree("site")) == [], "\(name)")
  }

  @Test func `options and what stands in the output folder count`() throws {
    let folder = try Self.site()
    for arguments in [
      ["--now", "2021-01-01"], ["--base-url", "https://example.net/"], ["--drafts"],
    ] {
      #expect(try Self.build(folder, arguments).isUnchanged == false, "\(arguments)")
      #expect(try Self.build(folder, arguments).isUnchanged, "\(arguments)")
      #expect(try Self.build(folder, ["--jobs", "1"] + arguments).isUnchanged, "\(arguments)")
    }
    #expect(try Self.build(folder).isUnchanged == false)
    let page = try folder.text("site/actors/norland.html")
    try folder.write(String(repeating: " ", count: page.utf8.count), to: "site/actors/norland.html")
    #expect(try Self.build(folder).isUnchanged == false)
    #expect(try folder.text("site/actors/norland.html") == page)
    try folder.remove("site/actors/norland.html")
    #expect(try Self.build(folder).isUnchanged == false)
    #expect(try folder.text("site/actors/norland.html") == page)
    try folder.remove("site")
    #expect(try Self.build(folder).isUnchanged == false)
    #expect(try folder.text("site/actors/norland.html") == page)
  }

  @Test func `a restored cache is believed by its digests, not by times`() throws {
    let folder = try Self.site()
    let copy = try TemporaryFolder()
    for (path, bytes) in try folder.tree() { try copy.writeBytes(bytes, to: path) }
    #expect(try Self.build(copy).isUnchanged)
    // The page has other bytes, and the times of before.
    let path = "Content/actors/norland.md"
    let old = try FileManager.default.attributesOfItem(atPath: copy.at(path).path)
    try copy.replace("claims", "blames", in: path)
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(old[.modificationDate])], ofItemAtPath: copy.at(path).path)
    #expect(try Self.build(copy).isUnchanged == false)
    #expect(try copy.text("site/actors/norland.html").contains("blames"))
  }

  @Test(arguments: [
    "", "dossier-build 1\n", "dossier-build 0\nold", "half", "flipped",
  ])
  func `a cache that is damaged or foreign is dropped with a note`(damage: String) throws {
    let folder = try Self.site()
    let expected = try folder.tree("site")
    var bytes = try Data(contentsOf: folder.at(".dossier/build"))
    switch damage {
    case "half": bytes = bytes.prefix(bytes.count / 2)
    case "flipped": bytes[bytes.count / 2] ^= 1
    default: bytes = Data(damage.utf8)
    }
    try folder.writeBytes(bytes, to: ".dossier/build")
    let (isUnchanged, run) = try Self.build(folder)
    #expect(!isUnchanged)
    #expect(
      run.error.hasPrefix("dossier: note: the cache in .dossier is damaged or of another version"))
    #expect(differences(expected, try folder.tree("site")) == [])
    #expect(try Self.build(folder).isUnchanged)
  }

  @Test func `clean removes the site and the cache, and nothing else`() throws {
    let folder = try Self.site()
    try folder.write("mine", to: "site/.gitignore")
    #expect(try Dossier.run(["clean"], in: folder) == .silentSuccess)
    #expect(
      Set(try folder.tree().keys) == Set(SampleSite.small.keys).union(["site/.gitignore"]))
    #expect(try Dossier.run(["clean"], in: folder) == .silentSuccess)
    #expect(try Self.build(folder).isUnchanged == false)
  }
}

extension TemporaryFolder {
  /// Puts `new` in the place of `old`, which is there.
  func replace(_ old: String, _ new: String, in path: String) throws {
    let text = try text(path)
    try #require(text.contains(old))
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  func writeBytes(_ bytes: Data, to path: String) throws {
    try FileManager.default.createDirectory(
      at: at(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: at(path))
  }
}
