import DossierEmission
import DossierModel
import FileTree
import Testing

/// Sessions that end, and others beside them.
struct SessionEndTests {
  let folder = TemporaryFolder()
  var site: Emitter { Emitter(output: folder.path, lockPatience: .milliseconds(50)) }

  @Test("a session that has ended takes nothing more")
  func ended() throws {
    let over = "the emission has ended already, or its files are still being made"
    let session = try site.begin()
    session.stage(artifacts(["a": "1"])[0])
    #expect(message(folder, session.commit) == "+a =0")
    session.stage(artifacts(["b": "1"])[0])
    session.abandon()
    #expect(message(folder, session.commit) == over)
    let other = try site.begin()
    other.abandon()
    other.stage(artifacts(["b": "1"])[0])
    #expect(message(folder, other.commit) == over)
    #expect(folder.names == [".dossier-manifest", "a"])
  }

  @Test("a session that is abandoned while threads are staging is tidied up by the last of them")
  func abandonedInTheMiddle() throws {
    _ = try site.emit(artifacts(["f1": "old"]))
    let before = try Snapshot(folder)
    for _ in 0..<20 {
      let session = try site.begin()
      let list = artifacts(Dictionary(uniqueKeysWithValues: (0..<100).map { ("f\($0)", "\($0)") }))
      _ = concurrentMap(Array(list.indices), width: 3) { index in
        if index == 50 { session.abandon() }
        session.stage(list[index])
      }
      #expect(try Snapshot(folder) == before)
    }
  }

  @Test("a session holds the folder's lock from its beginning to its end")
  func lock() throws {
    folder.makeFolder("s")
    let emitter = Emitter(output: folder.at("s"), lockPatience: .milliseconds(30))
    let session = try emitter.begin()
    #expect(throws: EmissionError.locked(output: folder.at("s"))) { _ = try emitter.begin() }
    session.abandon()
    #expect(try emitter.emit(artifacts(["a": "1"])).summary == "+a =0")
  }

  @Test(
    "of two sessions in one absent folder the second waits, and finds it made or removed",
    arguments: [true, false])
  func twoInAbsentFolder(firstCommits: Bool) throws {
    for _ in 0..<10 {
      let output = folder.at("s")
      let sessions = try [Emitter(output: output).begin(), Emitter(output: output).begin()]
      sessions[0].stage(artifacts(["a": "1"])[0])
      let summaries = concurrentMap([0, 1], width: 2) { index in
        if index == 0 {
          FileClock.sleep(milliseconds: 5)
          if firstCommits { return (try? sessions[0].commit().summary) ?? "?" }
          sessions[0].abandon()
          return "abandoned"
        }
        sessions[1].stage(artifacts(["a": "1"])[0])
        return (try? sessions[1].commit().summary) ?? "?"
      }
      #expect(summaries == (firstCommits ? ["+a =0", "=1"] : ["abandoned", "+a =0"]))
      #expect(folder.tree == ["s/a": "1"])
      TemporaryFolder.remove(output)
    }
  }

  @Test(
    "what a killed session left is removed by the next commit, or by cleaning",
    arguments: [true, false])
  func sweep(cleans: Bool) throws {
    try folder.write("part", to: ".dossier-tmp-1/0/0")
    try folder.write("part", to: ".dossier-tmp-2")
    folder.link(".dossier-tmp-1/0/1", to: "/")
    if cleans {
      #expect(try site.clean() == [])
      #expect(folder.names == [])
    } else {
      #expect(try site.emit(artifacts(["a": "1"])).summary == "+a =0")
      #expect(folder.names == [".dossier-manifest", "a"])
    }
  }
}
