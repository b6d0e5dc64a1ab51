import Foundation
import Testing

/// One input gives one output, to the byte, whatever surrounds it.
struct DeterminismTests {
  /// The emitted tree, records of the emission included, of `files` written in the order given.
  func tree(
    _ files: [(path: String, text: String)], _ arguments: [String] = [],
    environment: [String: String] = [:]
  ) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    try folder.write(files)
    let run = try Dossier.run(["build"] + arguments, in: folder, environment: environment)
    #expect(run == .silentSuccess)
    return try folder.tree("site")
  }

  static var files: [(path: String, text: String)] {
    SampleSite.large(version: 1, pages: 120).sorted { $0.key < $1.key }
      .map { (path: $0.key, text: $0.value) }
  }

  @Test func `threads, zone, language and order of creation do not show`() throws {
    let expected = try tree(Self.files, ["--jobs", "1"])
    #expect(expected.count > 120)
    for jobs in ["2", "5"] {
      #expect(differences(expected, try tree(Self.files, ["--jobs", jobs])) == [])
    }
    var random = SeededRandom(state: 7)
    for environment in [
      ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
      ["TZ": "America/Adak", "LANG": "C", "HOME": "/nonexistent", "COLUMNS": "20"],
    ] {
      let shuffled = Self.files.shuffled(using: &random)
      #expect(differences(expected, try tree(shuffled, environment: environment)) == [])
    }
  }

  @Test func `the day comes from now or from SOURCE_DATE_EPOCH, and shows`() throws {
    let now = try tree(Self.files, ["--now", "2020-11-20"])
    let epoch = try tree(Self.files, environment: ["SOURCE_DATE_EPOCH": "1605877200"])
    #expect(differences(now, epoch) == [])
    let both = try tree(
      Self.files, ["--now", "2020-11-20"], environment: ["SOURCE_DATE_EPOCH": "0"])
    #expect(differences(now, both) == [])
    let own = try tree(Self.files)
    let page = String(decoding: try #require(now["pages/about.html"]), as: UTF8.self)
    #expect(page.contains("20 November 2020"), "\(page)")
    #expect(own["pages/about.html"] != now["pages/about.html"])
  }

  @Test func `where the site stands and how it is named do not show`() throws {
    let inside = try tree(Self.files)
    let folder = try TemporaryFolder.holding(
      Dictionary(uniqueKeysWithValues: Self.files.map { ($0.path, $0.text) }), in: "a b/sïte")
    let run = try Dossier.run(
      ["build", "--source", "a b/sïte", "--output", "somewhere/else"], in: folder)
    #expect(run == .silentSuccess)
    #expect(differences(inside, try folder.tree("somewhere/else")) == [])
  }

  @Test func `a build over another version equals a fresh one`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.large(version: 1, pages: 60))
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    try folder.remove("Content")
    let files = SampleSite.large(version: 2, pages: 50)
    try folder.write(files)
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    let fresh = try tree(files.map { (path: $0.key, text: $0.value) })
    #expect(differences(fresh, try folder.tree("site")) == [])
  }
}

/// A generator whose numbers are the same in every run (splitmix64).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
