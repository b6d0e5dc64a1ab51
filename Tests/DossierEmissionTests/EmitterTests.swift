import DossierEmission
import DossierModel
import FileTree
import Testing

struct EmitterTests {
  let folder = TemporaryFolder()
  var site: Emitter { Emitter(output: folder.path) }

  @Test("an absent folder is made, with those above it")
  func absent() throws {
    let emitter = Emitter(output: folder.at("a/b"))
    let report = try emitter.emit(artifacts(["index.html": "home", "x/y.html": "page"]))
    #expect(report.summary == "+index.html +x/y.html =0")
    #expect(folder.tree == ["a/b/index.html": "home", "a/b/x/y.html": "page"])
    #expect(
      folder.text("a/b/.dossier-manifest") == """
        dossier-manifest 1
        \(Digest.of("home")) 4 index.html
        \(Digest.of("page")) 4 x/y.html

        """)
  }

  /// What is there, what is emitted, what then happens, and what is there afterwards.
  @Test(
    "only what differs is written, only what was listed is removed",
    arguments: [
      (["a": "1", "b": "2"], ["a": "1", "b": "2"], "=2"),
      (["a": "1", "b": "2"], ["a": "1", "b": "3"], "+b =1"),
      (["a": "1", "b": "2"], ["a": "1"], "-b =1"),
      (["a": "1", "b": "2"], [:], "-a -b =0"),
      ([:], [:], "=0"),
      (["a": "1"], ["b/c/d": "1"], "+b/c/d -a =0"),
      (["b/c/d": "1", "b/e": "2"], ["b/e": "2"], "-b/c/d =1"),
      // A file becomes a folder, a folder a file, and both at several levels.
      (["a": "1", "z": "0"], ["a/b/c": "1", "z": "0"], "+a/b/c -a =1"),
      (["a/b/c": "1", "a/d": "2"], ["a": "1"], "+a -a/b/c -a/d =0"),
      (["a/b": "1", "c": "2"], ["a": "2", "c/d": "1"], "+a +c/d -a/b -c =0"),
      (["a/b/c": "1"], ["a/b": "1"], "+a/b -a/b/c =0"),
      // Names that differ by case only, one after the other.
      (["Page.html": "1"], ["page.html": "1"], "+page.html -Page.html =0"),
      (
        ["é.html": "1", "a-b": "2", "a/b": "3"], ["é.html": "1", "a-b": "2", "a/b": "4"], "+a/b =2"
      ),
    ] as [([String: String], [String: String], String)])
  func changes(before: [String: String], after: [String: String], summary: String) throws {
    _ = try site.emit(artifacts(before))
    #expect(folder.tree == before)
    let report = try site.emit(artifacts(after))
    #expect(report.summary == summary)
    #expect(folder.tree == after)
    let fresh = TemporaryFolder()
    _ = try Emitter(output: fresh.path).emit(artifacts(after))
    #expect(folder.names == fresh.names)
    #expect(folder.text(".dossier-manifest") == fresh.text(".dossier-manifest"))
    #expect(try site.emit(artifacts(after)).summary == "=\(after.count)")
  }

  @Test("a file that somebody has changed, cut, replaced or removed is made good")
  func repairs() throws {
    let files = ["a": "one", "b": "two", "c": "three", "d": "four", "e/f": "five"]
    _ = try site.emit(artifacts(files))
    try folder.write("two!", to: "b")
    try folder.write("THREE", to: "c")
    folder.remove("d")
    folder.link("d", to: "a")
    folder.remove("e/f")
    #expect(try site.emit(artifacts(files)).summary == "+b +c +d +e/f =1")
    #expect(folder.tree == files)
    #expect(try site.emit(artifacts(files)).summary == "=5")
  }

  @Test("a file changed within one tick of the clock, to as many bytes, is noticed")
  func racyTimestamps() throws {
    for round in 0..<50 {
      _ = try site.emit(artifacts(["a": "\(round % 2)", "b": "same"]))
      try folder.write("x", to: "a")
      #expect(try site.emit(artifacts(["a": "\(round % 2)", "b": "same"])).summary == "+a =1")
    }
  }

  @Test("a file changed back in time is noticed, by the time that nobody can set")
  func forgedTimestamps() throws {
    _ = try site.emit(artifacts(["a": "1"]))
    FileClock.sleep(milliseconds: 30)
    _ = try site.emit(artifacts(["a": "1"]))
    let root = try Folder(path: folder.path)
    _ = try root.replace("a", with: Array("2".utf8), modified: 1_000_000_000)
    #expect(try site.emit(artifacts(["a": "1"])).summary == "+a =0")
  }

  @Test("a file of ours is not read again once it is known to be older than the manifest says")
  func trusted() throws {
    _ = try site.emit(artifacts(["a": "1"]))
    FileClock.sleep(milliseconds: 30)
    _ = try site.emit(artifacts(["a": "1"]))
    // With permissions taken away nobody but root could read it; so look at the manifest's time.
    guard case .file(let before)? = try Folder(path: folder.path).item(".dossier-manifest"),
      case .file(let file)? = try Folder(path: folder.path).item("a")
    else { throw FileTreeError.notFound(path: "a") }
    #expect(file.changed < before.modified)
    FileClock.sleep(milliseconds: 30)
    _ = try site.emit(artifacts(["a": "1"]))
    guard case .file(let after)? = try Folder(path: folder.path).item(".dossier-manifest") else {
      throw FileTreeError.notFound(path: "a")
    }
    #expect(before == after)
  }

  @Test("after many writes the files are trusted at once")
  func manyFiles() throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<600).map { ("d\($0 % 7)/f\($0)", "\($0)") })
    #expect(try site.emit(artifacts(files)).written.count == 600)
    #expect(folder.tree == files)
    guard case .file(let manifest)? = try Folder(path: folder.path).item(".dossier-manifest"),
      case .file(let file)? = try Folder(path: folder.at("d0")).item("f0")
    else { throw FileTreeError.notFound(path: "f0") }
    #expect(file.modified <= manifest.modified)
    #expect(try site.emit(artifacts(files)).summary == "=600")
  }

  @Test("the manifest does not depend on the artifacts' order, the threads or the time")
  func determinism() throws {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<300).map { ("d\($0 % 3)/f\($0).html", "\($0)") })
    var manifests: Set<String> = []
    for width in [1, 2, 5] {
      let folder = TemporaryFolder()
      _ = try Emitter(output: folder.path, width: width).emit(artifacts(files).shuffled())
      manifests.insert(folder.text(".dossier-manifest") ?? "-")
      #expect(folder.tree == files)
    }
    #expect(manifests.count == 1)
  }

  @Test("digests that the caller knows are taken")
  func knownDigests() throws {
    let list = artifacts(["a": "1", "b": "2"])
    _ = try site.emit(list, digests: list.map { Digest.of($0.bytes) })
    let other = TemporaryFolder()
    _ = try Emitter(output: other.path).emit(list)
    #expect(folder.text(".dossier-manifest") == other.text(".dossier-manifest"))
  }

  @Test("cleaning removes what was emitted and the records, nothing else")
  func clean() throws {
    try folder.write("keep", to: ".gitkeep")
    _ = try site.emit(artifacts(["a": "1", "b/c": "2"]))
    try folder.write("mine", to: "b/mine")
    #expect(try site.clean().map(\.rawValue) == ["a", "b/c"])
    #expect(folder.names == [".gitkeep", "b/", "b/mine"])
    #expect(try site.clean() == [])
    #expect(try Emitter(output: folder.at("none")).clean() == [])
    #expect(folder.names == [".gitkeep", "b/", "b/mine"])
  }

  @Test(
    "an output folder that is, contains or lies in an input folder is found out",
    arguments: [
      ("site", nil), ("seeds", "seeds"), ("seeds/site", "seeds"), (".", "seeds"), ("seeds2", nil),
      ("x/../seeds", "seeds"), ("link", "Content"), ("link/site", "Content"),
      ("site/none/../../Content/x", "Content"),
    ] as [(String, String?)])
  func overlap(output: String, found: String?) throws {
    folder.makeFolder("seeds")
    folder.makeFolder("Content")
    folder.makeFolder("site")
    folder.link("link", to: "Content")
    let inputs = [folder.at("seeds"), folder.at("Content"), folder.at("Templates")]
    #expect(
      Emitter.overlap(output: folder.at(output), inputs: inputs) == found.map { folder.at($0) })
  }
}
