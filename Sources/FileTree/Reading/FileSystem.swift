/// The files below one root folder, on disk or in memory. Paths go from the root, with `/`.
package protocol FileSystem: Sendable {
  /// Every file below `folder` (`""` for the root), at any depth, in the order of the paths' bytes.
  ///
  /// Left out: names that start with `.` and what editors leave beside a file (`x~`, `.swp`, `#x#`).
  /// Whatever else is no readable file is an entry with a problem. A folder that is not there has no
  /// entries; `hasFolder` tells. Throws when `folder` is no path below the root, or a file.
  func entries(under folder: String) throws(FileTreeError) -> [FileEntry]

  /// The bytes of the file at `path`, as they were at one moment. Throws when there is none, when it
  /// leaves the root, has more than `limit` bytes, or cannot be read.
  func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8]

  /// Whether there is a folder at `path` (below the root, links followed).
  func hasFolder(_ path: String) -> Bool
}

/// The rules of paths below a root, shared by the file systems.
enum RelativePath {
  /// Whether `path` is parts joined by `/`, none of them empty, `.`, `..` or with a NUL.
  static func isValid(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        && !$0.contains(0)
    }
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : "\(folder)/\(name)"
  }
}
