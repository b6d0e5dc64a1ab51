import Foundation
import Testing

/// A build killed at any moment leaves whole files, and the next build finishes its work.
@Suite(.serialized)
struct KillTests {
  /// How often a build is killed: fifty times in the long run, which takes a minute or two.
  private static let kills =
    ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == "1" ? 50 : 10

  @Test func `killed at random moments between two versions of a site`() throws {
    let folder = try TemporaryFolder()
    for version in [1, 2] {
      let prefix = "v\(version)/"
      let files = SampleSite.large(version: version)
      try folder.write(Dictionary(uniqueKeysWithValues: files.map { (prefix + $0.key, $0.value) }))
    }
    func arguments(_ version: Int, _ output: String) -> [String] {
      ["build", "--source", "v\(version)", "--output", output]
    }
    var fresh: [Int: [String: Data]] = [:]
    for version in [1, 2] {
      #expect(try Dossier.run(arguments(version, "fresh\(version)"), in: folder) == .silentSuccess)
      fresh[version] = try folder.tree("fresh\(version)")
    }
    let old = try #require(fresh[1])
    let new = try #require(fresh[2])
    #expect(differences(old, new).count > 100)

    // How long a build takes that has everything to write. The machine may be busier at one time than
    // at another: the figure follows what happens.
    var duration = 0.0
    let clock = ContinuousClock()
    for version in [1, 2] {
      let start = clock.now
      #expect(try Dossier.run(arguments(version, "out"), in: folder) == .silentSuccess)
      duration = Self.seconds(clock.now - start)
    }

    var random = SeededRandom(state: 2020)
    var killed = 0
    var mixed = 0
    var rounds = 0
    while killed < Self.kills, rounds < 8 * Self.kills {
      rounds += 1
      let version = 1 + rounds % 2
      // Half of the kills come at any time. Files are put into their places within a few milliseconds,
      // so that the others wait until that begins, which the journal tells.
      let waits = killed % 2 == 1
      if waits {
        #expect(try Dossier.run(arguments(3 - version, "out"), in: folder) == .silentSuccess)
      }
      let running = try Dossier.start(arguments(version, "out"), in: folder)
      if waits {
        while !folder.exists("out/.dossier-journal"), running.process.isRunning {}
        Thread.sleep(forTimeInterval: Double.random(in: 0..<0.05, using: &random) * duration)
      } else {
        Thread.sleep(forTimeInterval: Double.random(in: 0..<1, using: &random) * duration)
      }
      guard running.killAtOnce() else {
        duration *= 0.95
        continue
      }
      duration *= 1.02
      killed += 1
      let tree = try folder.site("out")
      for (path, bytes) in tree {
        #expect(
          bytes == old[path] || bytes == new[path],
          "\(path) is neither the old nor the new file after kill \(killed)")
      }
      let shared = old.keys.filter { new[$0] != nil && old[$0] != new[$0] && tree[$0] != nil }
      if Set(shared.map { tree[$0] == new[$0] }).count == 2 { mixed += 1 }
      // Now and then the work is finished, by either version.
      if killed % 5 == 0 {
        let next = killed % 10 == 0 ? 2 : 1
        #expect(try Dossier.run(arguments(next, "out"), in: folder) == .silentSuccess)
        #expect(differences(try #require(fresh[next]), try folder.tree("out")) == [])
      }
    }
    #expect(killed == Self.kills)
    #expect(mixed > 0, "no build was killed while it put files into their places")
    print("of \(killed) kills, \(mixed) left a mixture of both sites")
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
