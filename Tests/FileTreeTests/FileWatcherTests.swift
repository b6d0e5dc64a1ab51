import Testing

@testable import FileTree

struct FileWatcherTests {
  let folder = TemporaryFolder()

  /// The union of the reports until `isDone` or twenty seconds have passed.
  func reports(
    _ watcher: FileWatcher, until isDone: @escaping @Sendable (FileChanges) -> Bool
  ) async -> FileChanges {
    let timer = Task {
      try? await Task.sleep(for: .seconds(20))
      if !Task.isCancelled { watcher.stop() }
    }
    defer { timer.cancel() }
    var all = FileChanges()
    for await changes in watcher.changes {
      all.paths.formUnion(changes.paths)
      all.everything = all.everything || changes.everything
      if isDone(all) { break }
    }
    return all
  }

  @Test("a file written, saved by rename, or removed is reported")
  func files() async throws {
    for name in ["Content/a.md", "Content/b.md", "Content/deep/c.md", "site/x.html"] {
      try folder.write("old", to: name)
    }
    let watcher = try FileWatcher(root: folder.path, paths: ["Content", "dossier.yml"])
    try folder.write("new", to: "Content/a.md")
    try folder.write("new", to: "site/x.html")
    try folder.write("new", to: "dossier.yml")
    try folder.write("new", to: "other.yml")
    try folder.write("swap", to: "Content/.b.md.swp")
    try folder.write("backup", to: "Content/b.md~")
    folder.remove("Content/b.md")
    folder.move("Content/deep/c.md", to: "Content/deep/d.md")
    let wanted: Set = [
      "Content/a.md", "Content/b.md", "Content/deep/c.md", "Content/deep/d.md", "dossier.yml",
    ]
    let changes = await reports(watcher) { $0.paths.isSuperset(of: wanted) }
    #expect(changes == FileChanges(paths: wanted))
  }

  @Test("folders that appear are watched, with the files already in them")
  func newFolders() async throws {
    let watcher = try FileWatcher(root: folder.path, paths: ["Content", "a/b"])
    try folder.write("1", to: "Content/x/y/z.md")
    try folder.write("1", to: "a/b/c.md")
    let first: Set = ["Content/x/y/z.md", "a/b/c.md"]
    let early = await reports(watcher) { $0.paths.isSuperset(of: first) }
    #expect(early.paths.isSuperset(of: first))
    #expect(!early.paths.contains("a"))
  }

  @Test("a folder that moves is followed to its new name, and no longer under its old one")
  func movedFolder() async throws {
    try folder.write("1", to: "Content/old/in/a.md")
    let watcher = try FileWatcher(root: folder.path, paths: ["Content"])
    folder.move("Content/old", to: "Content/new")
    try await Task.sleep(for: .milliseconds(60))
    try folder.write("2", to: "Content/new/in/b.md")
    let changes = await reports(watcher) { $0.paths.contains("Content/new/in/b.md") }
    #expect(changes.paths.contains("Content/new/in/a.md"))
    #expect(changes.paths.contains("Content/old"))
    #expect(!changes.paths.contains("Content/old/in/b.md"))
  }

  @Test("a burst is one report", .timeLimit(.minutes(1)))
  func burst() async throws {
    let watcher = try FileWatcher(
      root: folder.path, paths: [""], quiet: .milliseconds(700), patience: .seconds(30))
    for index in 0..<50 { try folder.write("x", to: "f\(index)") }
    var iterator = watcher.changes.makeAsyncIterator()
    #expect(await iterator.next() == FileChanges(paths: Set((0..<50).map { "f\($0)" })))
  }

  @Test("what never comes to rest is reported all the same", .timeLimit(.minutes(1)))
  func steadyChanges() async throws {
    let watcher = try FileWatcher(
      root: folder.path, paths: [""], quiet: .seconds(30), patience: .milliseconds(200))
    let writer = Task { [folder] in
      while !Task.isCancelled {
        try folder.write("y", to: "steady")
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    var iterator = watcher.changes.makeAsyncIterator()
    #expect(await iterator.next() == FileChanges(paths: ["steady"]))
    writer.cancel()
    _ = await writer.result
  }

  @Test("more events than the queue holds are reported as: everything")
  func overflow() throws {
    var tree = try WatchedTree(root: folder.path, paths: [""])
    try folder.write("x", to: "a")
    // Two events each, and none equal to the one before, so that the kernel merges none.
    for _ in 0..<20_000 {
      folder.move("a", to: "b")
      folder.move("b", to: "a")
    }
    #expect(tree.readEvents().everything)
    try folder.write("x", to: "c")
    #expect(tree.readEvents() == FileChanges(paths: ["c"]))
  }

  @Test(
    "the stream ends when its task is cancelled, or the watcher is stopped, with nothing changed",
    .timeLimit(.minutes(1)))
  func ends() async throws {
    let watcher = try FileWatcher(root: folder.path, paths: [""])
    let reader = Task { for await _ in watcher.changes {} }
    try await Task.sleep(for: .milliseconds(30))
    reader.cancel()
    await reader.value
    let other = try FileWatcher(root: folder.path, paths: [""])
    let second = Task { for await _ in other.changes {} }
    other.stop()
    await second.value
  }

  @Test("who holds the stream need not hold the watcher", .timeLimit(.minutes(1)))
  func streamAlone() async throws {
    let changes = try FileWatcher(root: folder.path, paths: [""]).changes
    try folder.write("x", to: "a")
    var iterator = changes.makeAsyncIterator()
    #expect(await iterator.next() == FileChanges(paths: ["a"]))
  }

  @Test("a root that is not there, and a path that leaves it, are refused")
  func refused() {
    #expect(throws: FileTreeError.self) {
      _ = try FileWatcher(root: folder.at("none"), paths: [""])
    }
    #expect(throws: FileTreeError.leavesRoot(path: "../x")) {
      _ = try FileWatcher(root: folder.path, paths: ["../x"])
    }
  }
}
