import DossierEmission
import DossierModel
import FileTree
import Testing

struct SessionTests {
  let folder = TemporaryFolder()
  var site: Emitter { Emitter(output: folder.path, lockPatience: .milliseconds(50)) }

  /// The names of the staging folders in the output folder.
  var staging: [String] { folder.names.filter { $0.hasPrefix(".dossier-tmp-") } }

  @Test("what is staged comes into the site when it is committed, and not before")
  func commit() throws {
    _ = try site.emit(artifacts(["a": "1", "b": "2", "c/d": "3"]))
    let session = try site.begin()
    for artifact in artifacts(["a": "1", "b": "new", "e/f": "4"]) { session.stage(artifact) }
    #expect(folder.tree == ["a": "1", "b": "2", "c/d": "3"])
    #expect(staging.filter { !$0.hasSuffix("/") }.count == 2)
    #expect(try session.commit().summary == "+b +e/f -c/d =1")
    #expect(folder.tree == ["a": "1", "b": "new", "e/f": "4"])
    #expect(staging == [])
  }

  @Test("bytes that stand there already are not written a second time")
  func unchanged() throws {
    let files = ["a": "1", "b": "2", "c/d": "3"]
    _ = try site.emit(artifacts(files))
    let before = folder.names
    let session = try site.begin()
    for artifact in artifacts(files) { session.stage(artifact) }
    #expect(folder.names == before)
    #expect(try session.commit().summary == "=3")
    #expect(folder.names == before)
  }

  @Test(
    "an abandoned session leaves the folder to the byte and the tick as it was",
    arguments: [true, false])
  func abandon(explicitly: Bool) throws {
    try folder.write("keep", to: ".gitkeep")
    _ = try site.emit(artifacts(["a": "1", "b": "2", "c/d": "3"]))
    let before = try Snapshot(folder)
    do {
      let session = try site.begin()
      for artifact in artifacts(["a": "1", "b": "new", "c": "a file", "e/f": "4"]) {
        session.stage(artifact)
      }
      #expect(staging != [])
      if explicitly {
        session.abandon()
        #expect(try Snapshot(folder) == before)
      }
    }
    #expect(try Snapshot(folder) == before)
    #expect(try site.emit(artifacts(["a": "1"])).summary == "-b -c/d =1")
  }

  @Test(
    "an absent folder is made with the first artifact, and goes with those above it if abandoned")
  func absent() throws {
    let emitter = Emitter(output: folder.at("x/y"))
    let session = try emitter.begin()
    #expect(folder.names == [])
    session.stage(artifacts(["a": "1"])[0])
    #expect(folder.names.contains("x/y/"))
    session.abandon()
    #expect(folder.names == [])
    try folder.write("mine", to: "x/mine")
    let second = try emitter.begin()
    second.stage(artifacts(["a": "1"])[0])
    second.abandon()
    #expect(folder.names == ["x/", "x/mine"])
    #expect(try emitter.begin().commit().summary == "=0")
    #expect(folder.names == ["x/", "x/mine", "x/y/", "x/y/.dossier-manifest"])
  }

  @Test("order and threads of staging change neither the tree nor the manifest", arguments: 1...4)
  func anyOrder(width: Int) throws {
    let old = Dictionary(uniqueKeysWithValues: (0..<400).map { ("d\($0 % 7)/f\($0)", "\($0)") })
    let new = Dictionary(
      uniqueKeysWithValues: (200..<900).map { ("d\($0 % 9)/f\($0)", "\($0 % 5 == 0 ? -$0 : $0)") })
    let fresh = TemporaryFolder()
    _ = try Emitter(output: fresh.path).emit(artifacts(new))
    for files in [old, new, new] {
      let session = try Emitter(output: folder.path, width: width).begin()
      _ = concurrentMap(artifacts(files).shuffled(), width: width) { session.stage($0) }
      _ = try session.commit()
      #expect(folder.tree == files)
    }
    #expect(folder.names == fresh.names)
    #expect(folder.text(".dossier-manifest") == fresh.text(".dossier-manifest"))
  }

  @Test("an artifact that cannot be staged is an error of the commit, and the site stays as it was")
  func errorInTheMiddle() throws {
    _ = try site.emit(artifacts(["a": "old"]))
    let before = try Snapshot(folder)
    let session = try site.begin()
    session.stage(artifacts(["a": "new"])[0])
    for name in staging.prefix(1) {
      try Folder(path: folder.path).removeTree(String(name.dropLast()))
    }
    session.stage(artifacts(["b/c.html": "1"])[0])
    session.stage(artifacts(["d": "1"])[0])
    #expect(
      message(folder, session.commit)
        == "SITE/b/c.html: cannot be written: No such file or directory")
    #expect(try Snapshot(folder) == before)
    #expect(
      message(folder) { () throws(EmissionError) in try site.emit(artifacts(["a": "new"])) }
        == "+a =0")
  }

  @Test("an emission that fails half-way leaves whole files, and the next one finishes it")
  func errorInCommit() throws {
    _ = try site.emit(artifacts(["a.html": "old", "c.html": "old"]))
    let path = folder.path
    let renames = Counter()
    let emitter = Emitter(
      output: path, width: 1,
      checkpoint: Checkpoint { step in
        // Before the third rename, after the journal's and b.css: somebody makes a folder.
        if step == "rename", renames.next() == 2 {
          _ = try? AtomicFile.createDirectories(path + "/d.html")
        }
        return false
      })
    let new = ["a.html": "new", "b.css": "new", "c.html": "old", "d.html": "new"]
    #expect(
      message(folder) { () throws(EmissionError) in try emitter.emit(artifacts(new)) }
        == "SITE/d.html: cannot be written: Is a directory")
    #expect(
      folder.tree == ["a.html": "old", "b.css": "new", "c.html": "old", "d.html/": ""])
    #expect(staging == [])
    #expect(try site.emit(artifacts(new)).summary == "+a.html +d.html =2")
    #expect(folder.tree == new)
  }

  @Test("a plan that does not fit is refused, and nothing of it stays")
  func misfit() throws {
    _ = try site.emit(artifacts(["a": "1"]))
    let before = try Snapshot(folder)
    let session = try site.begin()
    for text in ["2", "3"] { session.stage(artifacts(["a": text])[0]) }
    #expect(message(folder, session.commit) == "two artifacts have the path a")
    #expect(try Snapshot(folder) == before)
  }

  @Test("a file that somebody puts in the way during the session is not overwritten")
  func lateForeigner() throws {
    _ = try site.emit(artifacts(["a": "1"]))
    let session = try site.begin()
    for artifact in artifacts(["a": "2", "b": "1"]) { session.stage(artifact) }
    try folder.write("mine", to: "b")
    #expect(
      message(folder, session.commit)
        == "in SITE, b would be overwritten and was not made by dossier; move it away")
    #expect(folder.tree == ["a": "1", "b": "mine"])
    #expect(staging == [])
  }
}
