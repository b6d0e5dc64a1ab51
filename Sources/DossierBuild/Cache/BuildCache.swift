package import FileTree

/// `.dossier/` in a site's folder: what the last build left for the next one. It may be removed, copied
/// and restored at any time: what is in it is believed only as far as digests prove it.
package struct BuildCache: Sendable {
  /// The folder's name, in the site's folder.
  package static let folder = ".dossier"
  private static let name = "build"
  /// The largest record that is read, in bytes.
  private static let limit = 1 << 30

  /// What was found in the folder.
  package enum Found: Sendable {
    case nothing
    case record(BuildRecord)
    /// A record that another version wrote, or that was damaged.
    case unusable
  }

  private let root: String

  /// - Parameter root: the site's folder.
  package init(root: String) { self.root = root }

  /// The folder's path.
  package var path: String { root + "/" + Self.folder }

  /// Reads the record of the last build. O(its bytes).
  package func load() -> Found {
    do throws(FileTreeError) {
      let folder = try Folder(path: root).folder(Self.folder)
      guard case .file? = try folder.item(Self.name) else { return .nothing }
      let bytes = try folder.contents(of: Self.name, limit: Self.limit)
      return BuildRecord(bytes).map { .record($0) } ?? .unusable
    } catch {
      if case .notFound = error { return .nothing }
      return .unusable
    }
  }

  /// Keeps the record for the next build, in a folder that git leaves out. Whoever is killed leaves the
  /// old record or the new one. Throws where the folder cannot be written.
  package func save(_ record: BuildRecord) throws(FileTreeError) {
    let folder = try Folder(path: root).folder(Self.folder, create: true)
    if try folder.item(".gitignore") == nil {
      _ = try folder.replace(".gitignore", with: Array("*\n".utf8))
    }
    _ = try folder.replace(Self.name, with: record.bytes)
  }

  /// Removes the record, so that the next build trusts nothing.
  package func forget() throws(FileTreeError) {
    do throws(FileTreeError) {
      _ = try Folder(path: root).folder(Self.folder).remove(Self.name)
    } catch {
      if case .notFound = error { return }
      throw error
    }
  }

  /// Removes the whole folder; false when there is none. A link that has its name is left alone.
  package func remove() throws(FileTreeError) -> Bool {
    let folder = try Folder(path: root)
    guard try folder.item(Self.folder) == .folder else { return false }
    try folder.removeTree(Self.folder)
    return true
  }
}
