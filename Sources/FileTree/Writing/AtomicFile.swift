internal import Glibc

/// Writes files so that whoever reads them sees the old bytes or the new ones, never a part: the
/// bytes go into a temporary file in the same folder, which then takes the name.
///
/// A failure leaves no temporary file. A killed process may; its name starts with
/// `temporaryPrefix`.
package enum AtomicFile {
  /// How the names of temporary files start, followed by a number.
  package static let temporaryPrefix = ".dossier-tmp-"

  /// A name for a temporary file or folder that no other writer uses.
  package static func temporaryName() -> String {
    temporaryPrefix + String(UInt64.random(in: .min ... .max), radix: 16)
  }

  /// Makes `path` hold `bytes`, whatever it was. Keeps the permissions of a file that is replaced; a
  /// symbolic link is replaced, not followed. With `sync` the bytes are on the medium on return.
  package static func write(
    _ bytes: [UInt8], to path: String, sync: Bool = false
  ) throws(FileTreeError) {
    let (folder, name) = split(path)
    let parent = try Folder(path: folder)
    var status = stat()
    let isThere = unsafe fstatat(parent.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    let mode = isThere && status.isRegular ? status.st_mode & 0o7777 : nil
    _ = try parent.replace(name, with: bytes, mode: mode, sync: sync)
  }

  /// Makes a new file at `path`; throws `alreadyThere`, and changes nothing, where there is one.
  package static func create(
    _ bytes: [UInt8], at path: String, sync: Bool = false
  ) throws(FileTreeError) {
    let (folder, name) = split(path)
    _ = try Folder(path: folder).replace(name, with: bytes, mustBeNew: true, sync: sync)
  }

  /// Makes the folder at `path` and those above it, as far as they are missing; returns those that
  /// it made, each before what is in it.
  @discardableResult
  package static func createDirectories(_ path: String) throws(FileTreeError) -> [String] {
    var missing: [String] = []
    var path = path
    while !path.isEmpty, unsafe mkdir(path, 0o777) != 0 {
      let code = errno
      if code == EEXIST {
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.isFolder else {
          throw .writing(path, ENOTDIR)
        }
        path = ""
        break
      }
      let (parent, _) = split(path)
      guard code == ENOENT, parent != path, parent != "." else { throw .writing(path, code) }
      missing.append(path)
      path = parent
    }
    var made = path.isEmpty ? [] : [path]
    for path in missing.reversed() {
      if unsafe mkdir(path, 0o777) == 0 {
        made.append(path)
      } else if errno != EEXIST {
        throw .writing(path, errno)
      }
    }
    return made
  }

  /// Removes folders that `createDirectories` made, as far as they are empty by now.
  package static func removeEmptyDirectories(
    _ made: [String], checkpoint: Checkpoint? = nil
  ) throws(FileTreeError) {
    for path in made.reversed() {
      try checkpoint?.pass("remove-folder")
      guard unsafe rmdir(path) == 0 else { return }
    }
  }

  /// The folder and the name of a path; the folder is `.` for a bare name.
  static func split(_ path: String) -> (folder: String, name: String) {
    var bytes = path.utf8[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return (".", String(Substring(bytes)))
    }
    let folder = slash == bytes.startIndex ? "/" : String(Substring(bytes[..<slash]))
    return (folder, String(Substring(bytes[bytes.index(after: slash)...])))
  }
}
