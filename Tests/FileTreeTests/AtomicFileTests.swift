import FileTree
import Glibc
import Synchronization
import Testing

struct AtomicFileTests {
  let folder = TemporaryFolder()

  func text(_ name: String) -> String? {
    guard let bytes = try? Folder(path: folder.path).contents(of: name) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("writing makes a file or replaces it whole, and keeps its permissions")
  func replaces() throws {
    try AtomicFile.write(Array("one".utf8), to: folder.at("a"))
    #expect(text("a") == "one")
    unsafe chmod(folder.at("a"), 0o640)
    try AtomicFile.write(Array("two".utf8), to: folder.at("a"), sync: true)
    #expect(text("a") == "two")
    var status = stat()
    unsafe #expect(stat(folder.at("a"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(folder.names == ["a"])
  }

  @Test("creating never overwrites")
  func creates() throws {
    try AtomicFile.create(Array("one".utf8), at: folder.at("a"))
    #expect(throws: FileTreeError.alreadyThere(path: folder.at("a"))) {
      try AtomicFile.create(Array("two".utf8), at: folder.at("a"))
    }
    #expect(text("a") == "one")
    #expect(folder.names == ["a"])
  }

  @Test("a failure leaves no temporary file")
  func failureIsTidy() throws {
    try folder.write("x", to: "taken/x")
    #expect(throws: FileTreeError.self) {
      try AtomicFile.write([1], to: folder.at("taken"))
    }
    #expect(throws: FileTreeError.notFound(path: folder.at("none"))) {
      try AtomicFile.write([1], to: folder.at("none/a"))
    }
    #expect(folder.names == ["taken/", "taken/x"])
  }

  @Test("stopped at any step, the file is the old or the new one, and the leftover can be told")
  func stopped() throws {
    var steps: [String] = []
    for stop in 0..<10 {
      try folder.write("old", to: "a")
      let count = Counter()
      let checkpoint = Checkpoint { _ in count.next() >= stop }
      let open = try Folder(path: folder.path, checkpoint: checkpoint)
      let ended = (try? open.replace("a", with: Array("new!".utf8))) != nil
      let leftovers = folder.names.filter { $0.hasPrefix(AtomicFile.temporaryPrefix) }
      steps.append("\(text("a") ?? "-") \(leftovers.count)")
      for name in leftovers { folder.remove(name) }
      #expect(folder.names == ["a"])
      if ended { break }
    }
    #expect(steps == ["old 0", "old 1", "old 1", "old 1", "new! 0"])
  }

  @Test("folders are made as far as they are missing")
  func makesFolders() throws {
    let made = try AtomicFile.createDirectories(folder.at("a/b/c"))
    #expect(made == ["a", "a/b", "a/b/c"].map(folder.at))
    #expect(try AtomicFile.createDirectories(folder.at("a/b/c")) == [])
    try AtomicFile.createDirectories(folder.at("a/b/d/"))
    #expect(folder.names == ["a/", "a/b/", "a/b/c/", "a/b/d/"])
    try folder.write("x", to: "file")
    #expect(throws: FileTreeError.self) { try AtomicFile.createDirectories(folder.at("file")) }
    #expect(throws: FileTreeError.self) { try AtomicFile.createDirectories(folder.at("file/a")) }
  }

  @Test("no folder is reached through a link")
  func linksAreNotFollowed() throws {
    let outside = TemporaryFolder()
    folder.link("link", to: outside.path)
    let open = try Folder(path: folder.path)
    #expect(throws: FileTreeError.self) { _ = try open.folder("link") }
    #expect(throws: FileTreeError.self) { _ = try open.folder("link/a", create: true) }
    #expect(throws: FileTreeError.self) { _ = try open.folder("../x") }
    #expect(outside.names.isEmpty)
    #expect(try open.item("link") == .link)
  }
}

struct FolderChangesTests {
  let folder = TemporaryFolder()

  @Test("folders that were made are removed again as far as they are empty")
  func removesMadeFolders() throws {
    let made = try AtomicFile.createDirectories(folder.at("a/b/c"))
    try folder.write("x", to: "a/x")
    try AtomicFile.removeEmptyDirectories(made)
    #expect(folder.names == ["a/", "a/x"])
  }

  @Test("a tree is removed with all that is in it, and links in it are not followed")
  func removesTrees() throws {
    try folder.write("precious", to: "out/precious")
    try folder.write("x", to: "tree/a/b/x")
    try folder.write("y", to: "tree/y")
    try folder.write("z", to: "file")
    folder.link("tree/a/link", to: folder.at("out"))
    folder.link("link", to: "out")
    let open = try Folder(path: folder.path)
    for name in ["tree", "file", "link", "none"] { try open.removeTree(name) }
    #expect(folder.names == ["out/", "out/precious"])
  }

  @Test("a file made under one name takes the place of another in another folder")
  func moves() throws {
    try folder.write("old", to: "b/target")
    let from = try Folder(path: folder.path).folder("a", create: true)
    let stamp = try from.create("1", with: Array("new".utf8), naming: "the page")
    #expect(throws: FileTreeError.notWritable(path: "the page", reason: "File exists")) {
      _ = try from.create("1", with: [], naming: "the page")
    }
    try from.move("1", to: try Folder(path: folder.at("b")), as: "target")
    guard case .file(let moved)? = try Folder(path: folder.at("b")).item("target") else {
      throw FileTreeError.notFound(path: "target")
    }
    #expect(moved.inode == stamp.inode && moved.modified == stamp.modified && moved.size == 3)
    #expect(folder.names == ["a/", "b/", "b/target"])
  }

  @Test("an open folder knows whether another has taken its place")
  func isStill() throws {
    try AtomicFile.createDirectories(folder.at("a"))
    let open = try Folder(path: folder.at("a"))
    let here = open.isStill(at: folder.at("a"))
    folder.move("a", to: "b")
    let gone = open.isStill(at: folder.at("a"))
    try AtomicFile.createDirectories(folder.at("a"))
    let replaced = open.isStill(at: folder.at("a"))
    let moved = open.isStill(at: folder.at("b"))
    #expect([here, gone, replaced, moved] == [true, false, false, true])
  }
}

/// Counts calls from any thread.
final class Counter: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.add(1, ordering: .relaxed).oldValue }
}
