internal import Glibc

extension Folder {
  /// Makes `name` hold `bytes` by a temporary file and a rename; returns what the system knows about
  /// the new file (but for its `changed`, which the rename sets once more).
  ///
  /// - Parameters:
  ///   - mode: the file's permissions; nil for what the process's mask makes of a new file's.
  ///   - mustBeNew: throws `alreadyThere` when there is a file of that name.
  ///   - modified: the time of last change that the file is to have, in nanoseconds since 1970.
  ///   - sync: whether the bytes and the name are on the medium on return.
  package func replace(
    _ name: String, with bytes: [UInt8], mode: UInt32? = nil, mustBeNew: Bool = false,
    modified: Int64? = nil, sync: Bool = false
  ) throws(FileTreeError) -> FileStamp {
    let temporary = AtomicFile.temporaryName()
    let stamp = try create(
      temporary, with: bytes, mode: mode, modified: modified, sync: sync, naming: whole(name))
    do throws(FileTreeError) {
      if mustBeNew {
        try pass("rename")
        guard unsafe linkat(raw, temporary, raw, name, 0) == 0 else {
          throw errno == EEXIST ? .alreadyThere(path: whole(name)) : .writing(whole(name), errno)
        }
        _ = unsafe unlinkat(raw, temporary, 0)
      } else {
        try move(temporary, to: self, as: name)
      }
      if sync { try synchronize() }
      return stamp
    } catch {
      // A kill, which a checkpoint plays, would leave the temporary file.
      if error != .interrupted { _ = unsafe unlinkat(raw, temporary, 0) }
      throw error
    }
  }

  /// Makes the file `name`, which nobody else reads before it is whole. A failure leaves no file; a
  /// killed process may leave a part of one.
  ///
  /// - Parameters:
  ///   - mode, modified, sync: as for `replace`; the name itself is not yet on the medium.
  ///   - naming: the path that errors name, where `name` would tell people nothing.
  package func create(
    _ name: String, with bytes: [UInt8], mode: UInt32? = nil, modified: Int64? = nil,
    sync: Bool = false, naming: @autoclosure () -> String
  ) throws(FileTreeError) -> FileStamp {
    try pass("create")
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    guard let file = Descriptor(unsafe openat(raw, name, flags, 0o666)) else {
      throw .writing(naming(), errno)
    }
    do throws(FileTreeError) {
      try pass("write")
      var start = 0
      if isWatched {
        start = bytes.count / 2
        try Self.check(Self.write(bytes[..<start], to: file), naming)
        try pass("write")
      }
      try Self.check(Self.write(bytes[start...], to: file), naming)
      if let mode { try Self.check(fchmod(file.raw, mode) == 0 ? 0 : errno, naming) }
      if let modified { try setModified(modified, of: name) }
      if sync { try Self.check(fsync(file.raw) == 0 ? 0 : errno, naming) }
      guard let status = file.status() else { throw .writing(naming(), errno) }
      return status.stamp
    } catch {
      if error != .interrupted { _ = unsafe unlinkat(raw, name, 0) }
      throw error
    }
  }

  /// Moves the file `name` into `folder` of the same file system, where it takes at once the place of
  /// what has the name `newName`. Errors name the new place.
  package func move(
    _ name: String, to folder: borrowing Folder, as newName: String
  ) throws(FileTreeError) {
    try pass("rename")
    guard unsafe renameat(raw, name, folder.raw, newName) == 0 else {
      throw .writing(folder.whole(newName), errno)
    }
  }

  /// Waits until the names in the folder are on the medium.
  package func synchronize() throws(FileTreeError) {
    guard fsync(raw) == 0 else { throw .writing(path, errno) }
  }

  private static func check(
    _ code: Int32, _ path: () -> String
  ) throws(FileTreeError) {
    if code != 0 { throw .writing(path(), code) }
  }

  /// Writes all `bytes`; returns 0, or the system's error number.
  private static func write(_ bytes: ArraySlice<UInt8>, to file: borrowing Descriptor) -> Int32 {
    let descriptor = file.raw
    return unsafe bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count, let base = bytes.baseAddress {
        let part = unsafe Glibc.write(descriptor, base + offset, bytes.count - offset)
        if part < 0, errno == EINTR { continue }
        guard part >= 0 else { return errno }
        offset += part
      }
      return 0
    }
  }

  /// Removes the file or link `name`; false when there was none.
  package func remove(_ name: String) throws(FileTreeError) -> Bool {
    try pass("remove")
    if unsafe unlinkat(raw, name, 0) == 0 { return true }
    if errno == ENOENT { return false }
    throw .writing(whole(name), errno)
  }

  /// Removes the folder `name` if it is there and empty; false when it stays.
  package func removeEmptyFolder(_ name: String) throws(FileTreeError) -> Bool {
    try pass("remove-folder")
    if unsafe unlinkat(raw, name, AT_REMOVEDIR) == 0 { return true }
    switch errno {
    case ENOENT, ENOTDIR, ENOTEMPTY, EEXIST: return false
    default: throw .writing(whole(name), errno)
    }
  }

  /// Removes what stands under `name`, a folder with all that is in it; links are not followed.
  package func removeTree(_ name: String) throws(FileTreeError) {
    guard let item = try item(name) else { return }
    guard item == .folder else {
      _ = try remove(name)
      return
    }
    var folders = [(parent: "", name: name)]
    var next = 0
    while next < folders.count {
      let path = folders[next].parent + folders[next].name
      let folder = try folder(path)
      for name in try folder.names() {
        if try folder.item(name) == .folder {
          folders.append(("\(path)/", name))
        } else {
          _ = try folder.remove(name)
        }
      }
      next += 1
    }
    for (parent, name) in folders.reversed() {
      _ = try folder(String(parent.dropLast())).removeEmptyFolder(name)
    }
  }

  /// Sets the time of the last change of `name`, in nanoseconds since 1970.
  package func setModified(_ nanoseconds: Int64, of name: String) throws(FileTreeError) {
    try pass("touch")
    let time = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    let result = unsafe withUnsafeTemporaryAllocation(of: timespec.self, capacity: 2) { times in
      unsafe times.initialize(repeating: time)
      return unsafe utimensat(raw, name, times.baseAddress, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { throw .writing(whole(name), errno) }
  }

  /// Takes the folder's lock, which ends with this value or its process; false when another holds it.
  package func tryLock() -> Bool { flock(raw, LOCK_EX | LOCK_NB) == 0 }

  /// Takes the folder's lock as soon as nobody else holds it.
  func waitForLock() {
    while flock(raw, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Whether `path` leads to this folder, and not to another that has taken its place, or to none.
  package func isStill(at path: String) -> Bool {
    var there = stat()
    guard unsafe stat(path, &there) == 0, let here = status else { return false }
    return there.st_ino == here.st_ino && there.st_dev == here.st_dev
  }
}
