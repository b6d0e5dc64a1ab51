/// Files as they will be: those of another file system, with changes that are not made yet.
package struct OverlayFileSystem: FileSystem {
  private let base: any FileSystem
  /// By path: the new bytes, or nil for a file that goes.
  private let changes: [String: [UInt8]?]

  /// - Parameter changes: as they are handed to `FileTransaction`.
  package init(_ base: any FileSystem, changes: [FileTransaction.Change]) {
    self.base = base
    self.changes = Dictionary(
      changes.map { ($0.path, $0.new) }, uniquingKeysWith: { _, last in last })
  }

  package func entries(under folder: String) throws(FileTreeError) -> [FileEntry] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    var entries = try base.entries(under: folder).filter { changes[$0.path] == nil }
    for (path, new) in changes {
      guard let new, path.hasPrefix(prefix),
        !IgnoredNames.contains(anyPartOf: String(path.dropFirst(prefix.count)))
      else { continue }
      entries.append(FileEntry(path: path, size: new.count))
    }
    return entries.sorted { PathOrder.precedes($0.path, $1.path) }
  }

  package func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
    guard let changed = changes[path] else { return try base.contents(of: path, limit: limit) }
    guard let bytes = changed else { throw .notFound(path: path) }
    guard bytes.count <= limit else { throw .tooLarge(path: path, size: bytes.count, limit: limit) }
    return bytes
  }

  package func hasFolder(_ path: String) -> Bool {
    base.hasFolder(path)
      || changes.contains { $0.value != nil && $0.key.hasPrefix(path + "/") }
  }
}
