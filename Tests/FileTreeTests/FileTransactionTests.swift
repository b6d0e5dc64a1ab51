import FileTree
import Testing

/// Several files change together, whatever happens on the way.
struct FileTransactionTests {
  static let old = ["a/one.md": "one", "a/two.md": "two", "b.json": "b", "gone.md": "gone"]
  static let new = ["a/one.md": "ONE!", "a/two.md": "two", "b.json": "BB", "c.md": "c"]

  let folder = TemporaryFolder()

  func fill(_ files: [String: String] = old) throws {
    for name in folder.names where !name.hasSuffix("/") { folder.remove(name) }
    for (path, text) in files { try folder.write(text, to: path) }
  }

  /// Every file that people see, by path.
  var tree: [String: String] {
    var tree: [String: String] = [:]
    for name in folder.names
    where !name.hasSuffix("/") && !name.split(separator: "/").contains(where: { $0.hasPrefix(".") })
    {
      let bytes = try? WholeFile.contents(of: folder.at(name), limit: 1 << 20)
      tree[name] = String(decoding: bytes ?? [], as: UTF8.self)
    }
    return tree
  }

  static let changes = Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map {
    FileTransaction.Change(
      path: $0, old: old[$0].map { Array($0.utf8) }, new: new[$0].map { Array($0.utf8) })
  }

  @Test func `all files change, and nothing is left behind`() throws {
    try fill()
    let transaction = FileTransaction(root: folder.path)
    try transaction.commit(Self.changes)
    #expect(tree == Self.new)
    #expect(folder.names == ["a/", "a/one.md", "a/two.md", "b.json", "c.md"])
    #expect(try !transaction.recover())
    try transaction.commit([])
    #expect(tree == Self.new)
  }

  @Test func `killed at any step, all are old or the next run makes all new`() throws {
    var ends: Set<String> = []
    var stop = 0
    while true {
      try fill()
      let count = Counter()
      let limit = stop
      let doomed = FileTransaction(
        root: folder.path, checkpoint: Checkpoint { _ in count.next() >= limit })
      let isWhole = (try? doomed.commit(Self.changes)) != nil
      let transaction = FileTransaction(root: folder.path)
      let isUnfinished = try transaction.isUnfinished()
      // Without a journal, what is seen is one or the other.
      if !isUnfinished {
        #expect(tree == Self.old || tree == Self.new, "after a kill at step \(stop)")
        ends.insert(tree == Self.old ? "old" : "new")
      } else {
        // Nobody is at work any more: a reader does not wait for ever.
        transaction.settle()
        // The finishing run may be killed as well.
        for second in 0..<12 {
          let again = Counter()
          let next = FileTransaction(
            root: folder.path, checkpoint: Checkpoint { _ in again.next() >= second })
          if (try? next.recover()) != nil { break }
        }
        _ = try transaction.recover()
        #expect(tree == Self.new, "after a kill at step \(stop)")
        #expect(try !transaction.isUnfinished())
        ends.insert("finished")
      }
      if isWhole { break }
      stop += 1
    }
    #expect(stop > 10)
    #expect(ends == ["old", "new", "finished"])
  }

  @Test(
    "a file that is not as it was read stops the whole change",
    arguments: [
      ("a/one.md", "edited"), ("c.md", "here already"), ("b.json", nil),
    ] as [(String, String?)])
  func edited(_ path: String, _ text: String?) throws {
    try fill()
    if let text { try folder.write(text, to: path) } else { folder.remove(path) }
    let before = tree
    #expect(throws: FileTreeError.changing(path: path)) {
      try FileTransaction(root: folder.path).commit(Self.changes)
    }
    #expect(tree == before)
    #expect(!folder.names.contains { $0.contains(AtomicFile.temporaryPrefix) })
  }

  @Test func `a link is not followed and not replaced`() throws {
    try fill()
    folder.remove("b.json")
    try folder.write("b", to: "elsewhere")
    folder.link("b.json", to: "elsewhere")
    #expect(throws: FileTreeError.changing(path: "b.json")) {
      try FileTransaction(root: folder.path).commit(Self.changes)
    }
  }

  @Test func `what was edited after an interruption is not overwritten`() throws {
    try fill()
    var stop = 0
    while true {
      try fill()
      let count = Counter()
      let limit = stop
      try? FileTransaction(
        root: folder.path, checkpoint: Checkpoint { _ in count.next() >= limit }
      ).commit(Self.changes)
      if try FileTransaction(root: folder.path).isUnfinished() { break }
      stop += 1
    }
    try folder.write("somebody's words", to: "b.json")
    #expect(throws: FileTreeError.self) { try FileTransaction(root: folder.path).recover() }
    #expect(tree["b.json"] == "somebody's words")
    #expect(tree["a/one.md"] == "one")
    #expect(
      throws: FileTreeError.alreadyThere(path: folder.at(FileTransaction.journal))
    ) {
      try FileTransaction(root: folder.path).commit(Self.changes)
    }
  }

  @Test(
    "a journal that is none is refused",
    arguments: [
      "", "dossier-rewrite/1", "dossier-rewrite/2\0", "dossier-rewrite/1\0a\0b\0c\0",
      "dossier-rewrite/1\0\0\0x\0../a\0", "dossier-rewrite/1\0\0\0.dossier-tmp-1\0/etc/x\0",
      "dossier-rewrite/1\0\0\0../.dossier-tmp-1\0a\0", "dossier-rewrite/1\0\0\0\0../a\0",
    ])
  func hostile(_ journal: String) throws {
    try fill()
    try folder.write(journal, to: FileTransaction.journal)
    #expect(throws: FileTreeError.self) { try FileTransaction(root: folder.path).recover() }
    #expect(tree == Self.old)
  }
}
