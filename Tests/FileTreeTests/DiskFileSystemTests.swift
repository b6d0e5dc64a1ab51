import FileTree
import Glibc
import Testing

struct DiskFileSystemTests {
  let folder = TemporaryFolder()
  var disk: DiskFileSystem { DiskFileSystem(root: folder.path) }

  @Test("entries are all files below a folder, in the order of their paths' bytes, with sizes")
  func listing() throws {
    for name in ["b/é.md", "b/z.md", "b/c/x.md", "b/c-d.md", "a.md", "B/y.md"] {
      try folder.write(name, to: name)
    }
    #expect(
      try disk.entries(under: "b").map(\.path) == ["b/c-d.md", "b/c/x.md", "b/z.md", "b/é.md"])
    #expect(
      try disk.entries(under: "").map(\.path)
        == ["B/y.md", "a.md", "b/c-d.md", "b/c/x.md", "b/z.md", "b/é.md"])
    #expect(try disk.entries(under: "b").map(\.size) == [8, 8, 6, 7])
    #expect(try disk.entries(under: "b").allSatisfy { $0.stamp?.size == $0.size })
  }

  @Test("hidden names and what editors leave are left out")
  func ignored() throws {
    for name in [".git/x", "a.md", "a.md~", ".a.md.swp", "#a.md#", "x.swp", "4913", ".b", "c/.d/e"]
    {
      try folder.write("", to: name)
    }
    #expect(try disk.entries(under: "").map(\.path) == ["a.md"])
  }

  @Test("whatever is no file to read is an entry with the reason")
  func problems() throws {
    let outside = TemporaryFolder()
    try outside.write("secret", to: "secret")
    try folder.write("text", to: "real/a.md")
    for (link, target) in [
      ("inside.md", "real/a.md"), ("dangling.md", "nowhere"), ("out.md", outside.at("secret")),
      ("out", outside.path), ("one", "two"), ("two", "one"), ("again", "real"), ("self", "."),
    ] {
      folder.link(link, to: target)
    }
    unsafe #expect(mkfifo(folder.at("pipe"), 0o600) == 0)
    var raw = folder.at("bad-").utf8CString
    raw[raw.count - 1] = -1
    raw.append(0)
    let made = unsafe raw.withUnsafeBufferPointer { name in
      guard let base = name.baseAddress else { return Int32(-1) }
      return unsafe open(base, O_CREAT | O_WRONLY, 0o666)
    }
    #expect(made >= 0)
    close(made)
    defer {
      unsafe raw.withUnsafeBufferPointer { name in
        if let base = name.baseAddress { _ = unsafe unlink(base) }
      }
    }
    let entries = try disk.entries(under: "")
    #expect(
      entries.map { "\($0.path) \($0.problem?.rawValue ?? "file \($0.size)")" } == [
        "again linkToFolder", "bad-\u{FFFD} nameNotUTF8", "dangling.md brokenLink",
        "inside.md file 4", "one linkCycle", "out linkLeavesRoot", "out.md linkLeavesRoot",
        "pipe specialFile", "real/a.md file 4", "self linkToFolder", "two linkCycle",
      ])
    #expect(try disk.contents(of: "inside.md", limit: 10) == Array("text".utf8))
    #expect(throws: FileTreeError.leavesRoot(path: "out.md")) {
      try disk.contents(of: "out.md", limit: 10)
    }
    #expect(throws: FileTreeError.leavesRoot(path: "out/secret")) {
      try disk.contents(of: "out/secret", limit: 10)
    }
    #expect(
      try disk.entries(under: "out") == [
        FileEntry(path: "out", kind: .problem(.linkLeavesRoot))
      ])
    #expect(throws: FileTreeError.notReadable(path: "pipe", reason: "not a regular file")) {
      try disk.contents(of: "pipe", limit: 10)
    }
  }

  @Test("a missing folder has no entries, and can be told from an empty one")
  func missing() throws {
    folder.makeFolder("empty")
    #expect(try disk.entries(under: "missing").isEmpty)
    #expect(try disk.entries(under: "empty").isEmpty)
    #expect(!disk.hasFolder("missing"))
    #expect(disk.hasFolder("empty"))
    #expect(!DiskFileSystem(root: folder.at("missing")).hasFolder(""))
    #expect(try DiskFileSystem(root: folder.at("missing")).entries(under: "seeds").isEmpty)
  }

  @Test("a root that is made later, or is a link, is read all the same")
  func lateRoot() throws {
    let late = DiskFileSystem(root: folder.at("late/"))
    folder.link("link", to: folder.at("late"))
    try folder.write("x", to: "late/a/b")
    #expect(try late.contents(of: "a/b", limit: 1) == [0x78])
    #expect(try late.entries(under: "a").map(\.path) == ["a/b"])
    #expect(try DiskFileSystem(root: folder.at("link")).contents(of: "a/b", limit: 1) == [0x78])
  }

  @Test("a file that cannot be given whole is an error that says why")
  func errors() throws {
    try folder.write("12345", to: "a/five")
    #expect(throws: FileTreeError.notFound(path: "a/none")) {
      try disk.contents(of: "a/none", limit: 9)
    }
    #expect(throws: FileTreeError.notFound(path: "a/five/x")) {
      try disk.contents(of: "a/five/x", limit: 9)
    }
    #expect(throws: FileTreeError.tooLarge(path: "a/five", size: 5, limit: 4)) {
      try disk.contents(of: "a/five", limit: 4)
    }
    #expect(throws: FileTreeError.notReadable(path: "a", reason: "a folder")) {
      try disk.contents(of: "a", limit: 4)
    }
    for path in ["../x", "/etc/passwd", "a/../../x", "a//five", "", ".", "a/five\0x"] {
      #expect(throws: FileTreeError.leavesRoot(path: path)) {
        try disk.contents(of: path, limit: 9)
      }
    }
    #expect(throws: FileTreeError.notReadable(path: "a/five", reason: "not a folder")) {
      try disk.entries(under: "a/five")
    }
    #expect(try disk.contents(of: "a/five", limit: 5) == Array("12345".utf8))
    #expect(
      "\(FileTreeError.tooLarge(path: "a", size: 5, limit: 4))"
        == "a: 5 bytes, more than the 4 allowed")
  }

  @Test("a file that has other bytes than its size says, each time it is read, is an error")
  func changing() {
    // The files of /proc say that they are empty.
    #expect(throws: FileTreeError.changing(path: "status")) {
      try DiskFileSystem(root: "/proc/self").contents(of: "status", limit: 100_000)
    }
  }

  @Test("in memory the same files give the same answers")
  func memory() throws {
    let names = ["b/é.md", "b/c/x.md", "b/c-d.md", "a.md", "b/.hidden", "b/x~"]
    for name in names { try folder.write(name, to: name) }
    let memory = MemoryFileSystem(
      texts: Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
    for path in ["", "b", "b/c", "none"] {
      #expect(
        try memory.entries(under: path).map(\.path) == disk.entries(under: path).map(\.path))
      #expect(memory.hasFolder(path) == disk.hasFolder(path))
    }
    for path in ["b/é.md", "a.md", "b/.hidden"] {
      #expect(
        try memory.contents(of: path, limit: 99) == disk.contents(of: path, limit: 99))
    }
    for path in ["none", "../x", "b/é.md"] {
      let error = try #require(
        #expect(throws: FileTreeError.self) { try memory.contents(of: path, limit: 1) })
      #expect(throws: error) { try disk.contents(of: path, limit: 1) }
    }
  }
}
