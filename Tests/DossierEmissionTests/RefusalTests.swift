import DossierEmission
import DossierModel
import FileTree
import Testing

struct RefusalTests {
  let folder = TemporaryFolder()
  var site: Emitter { Emitter(output: folder.path, lockPatience: .milliseconds(50)) }

  func error(_ list: [Artifact]) -> String {
    do throws(EmissionError) {
      return "emitted " + (try site.emit(list).summary)
    } catch {
      var text = error.description
      while let range = text.firstRange(of: folder.path) {
        text.replaceSubrange(range, with: "SITE")
      }
      return text
    }
  }

  @Test("what may be kept is kept")
  func kept() throws {
    let kept = [".gitkeep", ".gitignore", "README.md", ".git/config", "CNAME"]
    for name in kept { try folder.write("mine", to: name) }
    #expect(error(artifacts(["index.html": "home"])) == "emitted +index.html =0")
    #expect(error(artifacts([:])) == "emitted -index.html =0")
    #expect(kept.allSatisfy { folder.text($0) == "mine" })
  }

  @Test("a folder with anything else in it is refused, and left as it was")
  func foreign() throws {
    for index in 1...7 { try folder.write("mine", to: "thesis-\(index).doc") }
    try folder.write("mine", to: "README.md")
    let before = folder.tree
    #expect(
      error(artifacts(["index.html": "home"]))
        == "SITE was not made by dossier and holds thesis-1.doc, thesis-2.doc, thesis-3.doc, "
        + "thesis-4.doc, thesis-5.doc and 2 more; choose an empty folder")
    #expect(folder.tree == before)
    #expect(folder.names.count == 8)
  }

  /// What somebody put into a folder of ours that holds `a.html`, what is then emitted, the answer.
  @Test(
    "a file in the way that is not ours is refused before anything is written",
    arguments: [
      (["b.html"], ["a.html": "2", "b.html": "1"], "b.html"),
      (["CNAME"], ["CNAME": "1"], "CNAME"),
      (["d/x"], ["d": "1"], "d/x"),
      (["d/e/f/x", "d/y"], ["d": "1"], "d/e/f/x, d/y"),
      (["d"], ["d/x": "1"], "d"),
      (["d"], ["d/e/x": "1", "d/f/y": "2"], "d"),
      ([".well-known"], [".well-known/x": "1"], ".well-known"),
    ] as [([String], [String: String], String)])
  func inTheWay(foreign: [String], files: [String: String], named: String) throws {
    _ = try site.emit(artifacts(["a.html": "1"]))
    for name in foreign { try folder.write("mine", to: name) }
    let before = folder.names
    #expect(
      error(artifacts(files))
        == "in SITE, \(named) would be overwritten and was not made by dossier; move it away")
    #expect(folder.names == before)
    #expect(folder.text("a.html") == "1")
    #expect(foreign.allSatisfy { folder.text($0) == "mine" })
  }

  @Test("foreign files out of the way stay where they are")
  func outOfTheWay() throws {
    _ = try site.emit(artifacts(["a.html": "1", "d/b.html": "2"]))
    try folder.write("mine", to: "d/mine")
    #expect(error(artifacts(["a.html": "1"])) == "emitted -d/b.html =1")
    #expect(folder.tree == ["a.html": "1", "d/mine": "mine"])
  }

  @Test("a link in the place of a folder is never followed")
  func links() throws {
    let outside = TemporaryFolder()
    try outside.write("precious", to: "b.html")
    _ = try site.emit(artifacts(["d/b.html": "1", "a.html": "1"]))
    folder.remove("d/b.html")
    _ = try Folder(path: folder.path).removeEmptyFolder("d")
    folder.link("d", to: outside.path)
    #expect(
      error(artifacts(["d/b.html": "2", "a.html": "1"]))
        == "in SITE, d would be overwritten and was not made by dossier; move it away")
    #expect(error(artifacts(["a.html": "2"])) == "emitted +a.html =0")
    #expect(outside.tree == ["b.html": "precious"])
    #expect(folder.names == [".dossier-manifest", "a.html", "d"])
  }

  @Test(
    "artifacts that do not fit into one folder are refused",
    arguments: [
      (["a.html", "a.html"], "two artifacts have the path a.html"),
      (
        ["A/x.html", "a/X.html"], "A/x.html and a/X.html are one file where file names ignore case"
      ),
      (
        ["\u{E9}.html", "e\u{301}.html"],
        "e\u{301}.html and \u{E9}.html are one file where file names ignore case"
      ),
      (["a", "a/b/c"], "a is a file, and a folder in a/b/c"),
      (["a-b", "a/b/c", "A"], "A is a file, and a folder in a/b/c"),
      ([".git/config"], ".git/config: the name is reserved"),
      ([".dossier-manifest"], ".dossier-manifest: the name is reserved"),
      (["x/.dossier-tmp-1"], "x/.dossier-tmp-1: the name is reserved"),
    ])
  func misfits(paths: [String], message: String) throws {
    let list = paths.compactMap { SitePath($0) }
      .map { Artifact(path: $0, bytes: [], inputs: []) }
    #expect(error(list) == message)
    #expect(error(list.reversed()) == message)
    #expect(folder.names == [])
  }

  @Test(
    "a damaged record is refused, whatever it says",
    arguments: [
      "", "dossier-manifest 2\n", "dossier-manifest 1\nx",
      "dossier-manifest 1\n\(String(repeating: "0", count: 64)) 1 ../x\n",
      "dossier-manifest 1\n\(String(repeating: "0", count: 64)) 1 /x\n",
      "dossier-manifest 1\n\(String(repeating: "0", count: 64)) x x\n",
      "dossier-manifest 1\n\(String(repeating: "g", count: 64)) 1 x\n",
      "dossier-manifest 1\n\(String(repeating: "0", count: 64)) 1 x",
      "dossier-manifest 1\n\(String(repeating: "0", count: 64)) 99999999999999999999999 x\n",
    ])
  func damagedManifest(text: String) throws {
    try folder.write(text, to: ".dossier-manifest")
    #expect(
      error(artifacts(["a": "1"]))
        == "SITE/.dossier-manifest: not a manifest of this version; "
        + "remove the output folder to start anew")
    #expect(folder.names == [".dossier-manifest"])
  }

  @Test("of two emissions at once the second waits, then says that it is locked out")
  func lock() throws {
    let held = try Folder(path: folder.path)
    let isLocked = held.tryLock()
    #expect(isLocked)
    #expect(error(artifacts(["a": "1"])) == "another dossier is writing SITE")
    #expect(folder.names == [])
    let reports = concurrentMap([1, 2, 3, 4, 5, 6], width: 6) { _ in
      (try? Emitter(output: folder.at("sub")).emit(artifacts(["a": "1"])).summary) ?? "?"
    }
    #expect(reports.sorted() == ["+a =0", "=1", "=1", "=1", "=1", "=1"])
  }

  @Test("an output path that is a file is an error of the file system")
  func outputIsFile() throws {
    try folder.write("x", to: "file")
    #expect(throws: EmissionError.self) {
      try Emitter(output: folder.at("file")).emit(artifacts(["a": "1"]))
    }
    #expect(folder.text("file") == "x")
  }
}
