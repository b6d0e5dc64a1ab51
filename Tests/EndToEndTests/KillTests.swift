import Foundation
import Testing

/// A build killed at any moment leaves whole files, and the next build finishes its work.
@Suite(.serialized)
struct KillTests {
  @Test func `killed at 50 random moments between two versions of a site`() throws {
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

    // How long a build takes that has everything to write.
    var durations: [Duration] = []
    let clock = ContinuousClock()
    for version in [1, 2, 1, 2] {
      let start = clock.now
      #expect(try Dossier.run(arguments(version, "out"), in: folder) == .silentSuccess)
      durations.append(clock.now - start)
    }
    let longest = try #require(durations.max())

    var random = SeededRandom(state: 2020)
    var killed = 0
    for round in 0..<50 {
      let version = 1 + round % 2
      // Spread evenly, so that reading, rendering and writing are all met.
      let share = (Double(round) + Double.random(in: 0..<1, using: &random)) / 50
      let running = try Dossier.start(arguments(version, "out"), in: folder)
      Thread.sleep(forTimeInterval: share * 1.05 * Self.seconds(longest))
      if running.killAtOnce() { killed += 1 }
      for (path, bytes) in try folder.site("out") {
        #expect(
          bytes == old[path] || bytes == new[path],
          "\(path) is neither the old nor the new file after kill \(round)")
      }
      // Every tenth time the work is finished, by either version.
      if round % 10 == 9 {
        let next = round % 20 == 9 ? 1 : 2
        #expect(try Dossier.run(arguments(next, "out"), in: folder) == .silentSuccess)
        #expect(differences(try #require(fresh[next]), try folder.tree("out")) == [])
      }
    }
    #expect(killed >= 20, "the builds were too quick to be killed")
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
