import DossierEmission
import DossierModel
import FileTree
import Testing

/// An emission killed at any moment leaves files that are old or new, and is finished by the next.
struct InterruptionTests {
  static let old: [String: String] = [
    "index.html": "old home", "style.css": "old style", "a/one.html": "old one",
    "a/two.html": "same", "b/gone.html": "gone", "b/c/gone.html": "gone too", "turns": "a file",
    "folder/x.html": "in a folder", "folder/deep/y.html": "deeper",
  ]
  static let new: [String: String] = [
    "index.html": "new home", "style.css": "new style!", "a/one.html": "new one",
    "a/two.html": "same", "turns/into/folder.html": "a folder", "folder": "a file",
    "d/new.html": "new", "d/e/new.png": "new too",
  ]

  /// An emitter that is killed before its `stop`th change.
  func doomed(
    _ folder: TemporaryFolder, at stop: Int, width: Int, counter: Counter = Counter()
  ) -> Emitter {
    Emitter(
      output: folder.path, width: width, checkpoint: Checkpoint { _ in counter.next() >= stop })
  }

  /// Every file is whole: as one of the two sites has it.
  func expectWhole(_ folder: TemporaryFolder, _ sites: [[String: String]], _ stop: Int) {
    for (path, text) in folder.tree where !path.hasSuffix("/") {
      let allowed = sites.compactMap { $0[path] }
      #expect(allowed.contains(text), "\(path) after a kill at step \(stop)")
    }
  }

  func fresh(_ files: [String: String]) throws -> (names: [String], manifest: String?) {
    let folder = TemporaryFolder()
    _ = try Emitter(output: folder.path).emit(artifacts(files))
    return (folder.names, folder.text(".dossier-manifest"))
  }

  @Test("killed at every single step of a first and of a second emission", arguments: [1, 2])
  func everyStep(width: Int) throws {
    let wanted = try fresh(Self.new)
    for (before, files) in [([:], Self.new), (Self.old, Self.new)] {
      var stop = 0
      while true {
        let folder = TemporaryFolder()
        if !before.isEmpty { _ = try Emitter(output: folder.path).emit(artifacts(before)) }
        let counter = Counter()
        let emitter = doomed(folder, at: stop, width: width, counter: counter)
        _ = try? emitter.emit(artifacts(files))
        let wasKilled = counter.count > stop
        expectWhole(folder, [before, files], stop)
        if wasKilled {
          _ = try Emitter(output: folder.path).emit(artifacts(files))
        }
        #expect(folder.tree == files, "after a kill at step \(stop)")
        #expect(folder.names == wanted.names, "after a kill at step \(stop)")
        #expect(folder.text(".dossier-manifest") == wanted.manifest)
        if !wasKilled { break }
        stop += 1
      }
      #expect(stop > 20)
    }
  }

  @Test("killed while it takes artifacts or is abandoned, it has not touched the site")
  func everyStepOfStaging() throws {
    let wanted = try fresh(Self.new)
    for (before, ending) in [(Self.old, "commit"), (Self.old, "abandon"), ([:], "abandon")] {
      var stop = 0
      while true {
        let folder = TemporaryFolder()
        if !before.isEmpty { _ = try Emitter(output: folder.path).emit(artifacts(before)) }
        let manifest = folder.text(".dossier-manifest")
        let counter = Counter()
        let session = try doomed(folder, at: stop, width: 1, counter: counter).begin()
        for artifact in artifacts(Self.new) { session.stage(artifact) }
        let wasKilled = counter.count > stop
        if ending == "abandon" { session.abandon() }
        if wasKilled {
          #expect(throws: EmissionError.self) { try session.commit() }
        }
        if wasKilled || ending == "abandon" {
          #expect(folder.tree == before, "after a kill at step \(stop)")
          #expect(folder.text(".dossier-manifest") == manifest)
        }
        let wasLastStep = counter.count <= stop
        _ = try? session.commit()
        _ = try Emitter(output: folder.path).emit(artifacts(Self.new))
        #expect(folder.tree == Self.new)
        #expect(folder.names == wanted.names, "after a kill at step \(stop)")
        #expect(folder.text(".dossier-manifest") == wanted.manifest)
        if wasLastStep { break }
        stop += 1
      }
      #expect(stop > 15)
    }
  }

  @Test("killed again and again while going to and fro between sites", arguments: 0..<50)
  func randomKills(seed: UInt64) throws {
    var random = Random(state: seed)
    let folder = TemporaryFolder()
    let third = ["index.html": "third", "a": "a file now", "d/e": "too", "folder/z.html": "z"]
    let sites = [Self.old, Self.new, third, [:]]
    for _ in 0..<6 {
      let files = sites[Int.random(in: 0..<sites.count, using: &random)]
      let stop = Int.random(in: 0..<60, using: &random)
      let emitter = doomed(folder, at: stop, width: Int.random(in: 1...3, using: &random))
      _ = try? emitter.emit(artifacts(files))
      expectWhole(folder, sites, stop)
    }
    let last = sites[Int.random(in: 0..<sites.count, using: &random)]
    _ = try Emitter(output: folder.path).emit(artifacts(last))
    let wanted = try fresh(last)
    #expect(folder.tree == last)
    #expect(folder.names == wanted.names)
    #expect(folder.text(".dossier-manifest") == wanted.manifest)
  }

  @Test("an asset is there before a page, a new page before a changed one, and all before removals")
  func order() throws {
    let files = ["a.html": "2", "b.html": "1", "z.css": "1"]
    var seen: [String] = []
    for stop in 0..<100 {
      let copy = TemporaryFolder()
      _ = try Emitter(output: copy.path).emit(artifacts(["a.html": "1", "gone.html": "x"]))
      let emitter = doomed(copy, at: stop, width: 1)
      let ended = (try? emitter.emit(artifacts(files))) != nil
      let state = copy.tree.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
      if seen.last != state { seen.append(state) }
      if ended { break }
    }
    #expect(
      seen == [
        "a.html=1 gone.html=x",
        "a.html=1 gone.html=x z.css=1",
        "a.html=1 b.html=1 gone.html=x z.css=1",
        "a.html=2 b.html=1 gone.html=x z.css=1",
        "a.html=2 b.html=1 z.css=1",
      ])
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed.
struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
