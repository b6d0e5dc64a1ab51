internal import Glibc

/// The files of the disk below one root folder. Nothing outside it is ever read: what a path really
/// leads to is asked of the open file, so that no exchange of a folder for a link can cheat.
package struct DiskFileSystem: FileSystem {
  /// The root as given, without a `/` at its end.
  package let root: String
  /// The root with its links resolved, if it was there when this value was made.
  private let resolvedRoot: [UInt8]?

  /// `root` is absolute, or relative to the process's working folder; it need not exist.
  package init(root: String) {
    var root = root
    while root.utf8.count > 1, root.utf8.last == UInt8(ascii: "/") { root.removeLast() }
    self.root = root.isEmpty ? "." : root
    resolvedRoot = Self.resolve(self.root)
  }

  package func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
    guard RelativePath.isValid(path) else { throw .leavesRoot(path: path) }
    // Without O_NONBLOCK, opening a named pipe would wait for its writer.
    guard
      let file = Descriptor(
        unsafe open(absolute(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    else { throw .reading(path, errno) }
    guard isBelowRoot(file) else { throw .leavesRoot(path: path) }
    for _ in 0..<3 {
      guard let before = file.status() else { throw .reading(path, errno) }
      guard before.isRegular else {
        throw .notReadable(path: path, reason: before.isFolder ? "a folder" : "not a regular file")
      }
      let size = Int(before.st_size)
      guard size <= limit else { throw .tooLarge(path: path, size: size, limit: limit) }
      let bytes = try read(file, size: size, path: path)
      guard let after = file.status() else { throw .reading(path, errno) }
      if bytes.count == size, Int(after.st_size) == size,
        after.st_mtim.nanoseconds == before.st_mtim.nanoseconds
      {
        return bytes
      }
    }
    throw .changing(path: path)
  }

  package func hasFolder(_ path: String) -> Bool {
    guard path.isEmpty || RelativePath.isValid(path),
      let folder = Descriptor(unsafe open(absolute(path), O_RDONLY | O_CLOEXEC | O_DIRECTORY))
    else { return false }
    return isBelowRoot(folder)
  }

  /// One read of the whole file; asks for a byte more than `size` to notice that it has grown.
  private func read(
    _ file: borrowing Descriptor, size: Int, path: String
  ) throws(FileTreeError) -> [UInt8] {
    let descriptor = file.raw
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count <= size {
        let part = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + count }, size + 1 - count, off_t(count))
        if part < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        count += part
        // A regular file gives less than it was asked for only at its end.
        if part == 0 || count == size { return }
      }
    }
    if failure != 0 { throw .reading(path, failure) }
    return bytes
  }

  func absolute(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

  /// Whether the open file or folder is the root or lies below it.
  func isBelowRoot(_ file: borrowing Descriptor) -> Bool {
    guard let path = file.resolvedPath() else { return false }
    if let resolvedRoot, Self.isPath(path, below: resolvedRoot) { return true }
    // The root may have been made or moved since.
    guard let now = Self.resolve(root) else { return false }
    return Self.isPath(path, below: now)
  }

  /// Whether the place that `path` leads to, links followed, is the root or lies below it.
  func isBelowRoot(resolved path: [UInt8]) -> Bool {
    guard let root = resolvedRoot ?? Self.resolve(root) else { return false }
    return Self.isPath(path, below: root)
  }

  private static func isPath(_ path: [UInt8], below root: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    return path.starts(with: root)
      && (path.count == root.count || root.last == slash || path[root.count] == slash)
  }

  /// The absolute path with its links resolved; nil with `errno` set when it leads nowhere.
  static func resolve(_ path: String) -> [UInt8]? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }
}
