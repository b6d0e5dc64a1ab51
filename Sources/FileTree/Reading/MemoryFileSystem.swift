/// Files in memory, for tests and for snapshots: the same rules as on disk, without the disk.
package struct MemoryFileSystem: FileSystem {
  /// The bytes of each file by its path from the root.
  package var files: [String: [UInt8]]
  /// Names that are no files, to see what a reader makes of them.
  package var problems: [String: FileProblem]
  /// Folders without a file in them; those with one need not be named.
  package var emptyFolders: Set<String>

  package init(
    _ files: [String: [UInt8]] = [:], problems: [String: FileProblem] = [:],
    emptyFolders: Set<String> = []
  ) {
    self.files = files
    self.problems = problems
    self.emptyFolders = emptyFolders
  }

  /// Files given as text.
  package init(texts: [String: String]) {
    self.init(texts.mapValues { Array($0.utf8) })
  }

  package func entries(under folder: String) throws(FileTreeError) -> [FileEntry] {
    guard folder.isEmpty || RelativePath.isValid(folder) else { throw .leavesRoot(path: folder) }
    if files[folder] != nil { throw .notReadable(path: folder, reason: "not a folder") }
    let prefix = folder.isEmpty ? "" : folder + "/"
    func isListed(_ path: String) -> Bool {
      path.hasPrefix(prefix)
        && !IgnoredNames.contains(anyPartOf: String(path.dropFirst(prefix.count)))
    }
    var entries = files.filter { isListed($0.key) }
      .map { FileEntry(path: $0.key, size: $0.value.count) }
    entries += problems.filter { isListed($0.key) || $0.key == folder }
      .map { FileEntry(path: $0.key, kind: .problem($0.value)) }
    return entries.sorted { PathOrder.precedes($0.path, $1.path) }
  }

  package func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
    guard RelativePath.isValid(path) else { throw .leavesRoot(path: path) }
    guard let bytes = files[path] else {
      if let problem = problems[path] {
        throw .notReadable(path: path, reason: problem.description)
      }
      throw .notFound(path: path)
    }
    if bytes.count > limit { throw .tooLarge(path: path, size: bytes.count, limit: limit) }
    return bytes
  }

  package func hasFolder(_ path: String) -> Bool {
    let prefix = path.isEmpty ? "" : path + "/"
    return path.isEmpty || emptyFolders.contains(path)
      || files.keys.contains { $0.hasPrefix(prefix) }
      || problems.keys.contains { $0.hasPrefix(prefix) }
  }
}
