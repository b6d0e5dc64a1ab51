internal import Glibc

extension Folder {
  /// Makes `name` hold `bytes` by a temporary file and a rename; returns what the system knows about
  /// the new file (but for its `changed`, which the rename sets once more).
  ///
  /// - Parameters:
  ///   - mode: the file's permissions; nil for what the process's mask makes of a new file's.
  ///   - mustBeNew: throws `alreadyThere` when there is a file of that name.
  ///   - modified: the time of last change that the file is to have, in nanoseconds since 1970.
  ///   - temporary: a number that no other writer into the folder uses at the time, to name the
  ///     temporary file by; nil for a random one.
  ///   - sync: whether the bytes and the name are on the medium on return.
  package func replace(
    _ name: String, with bytes: [UInt8], mode: UInt32? = nil, mustBeNew: Bool = false,
    modified: Int64? = nil, temporary: Int? = nil, sync: Bool = false
  ) throws(FileTreeError) -> FileStamp {
    let temporary =
      AtomicFile.temporaryPrefix
      + (temporary.map { String($0) } ?? String(UInt64.random(in: .min ... .max), radix: 16))
    try pass("create")
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    guard let file = Descriptor(unsafe openat(raw, temporary, flags, 0o666)) else {
      throw .writing(whole(name), errno)
    }
    do throws(FileTreeError) {
      try pass("write")
      if isWatched {
        try write(bytes[..<(bytes.count / 2)], to: file, name)
        try pass("write")
        try write(bytes[(bytes.count / 2)...], to: file, name)
      } else {
        try write(bytes[...], to: file, name)
      }
      if let mode, fchmod(file.raw, mode) != 0 { throw .writing(whole(name), errno) }
      if let modified { try setModified(modified, of: temporary) }
      if sync, fsync(file.raw) != 0 { throw .writing(whole(name), errno) }
      guard let status = file.status() else { throw .writing(whole(name), errno) }
      try pass("rename")
      if mustBeNew {
        guard unsafe linkat(raw, temporary, raw, name, 0) == 0 else {
          throw errno == EEXIST ? .alreadyThere(path: whole(name)) : .writing(whole(name), errno)
        }
        _ = unsafe unlinkat(raw, temporary, 0)
      } else if unsafe renameat(raw, temporary, raw, name) != 0 {
        throw .writing(whole(name), errno)
      }
      if sync, fsync(raw) != 0 { throw .writing(path, errno) }
      return status.stamp
    } catch {
      // A kill, which a checkpoint plays, would leave the temporary file.
      if error != .interrupted { _ = unsafe unlinkat(raw, temporary, 0) }
      throw error
    }
  }

  private func write(
    _ bytes: ArraySlice<UInt8>, to file: borrowing Descriptor, _ name: String
  ) throws(FileTreeError) {
    let descriptor = file.raw
    let failure: Int32 = unsafe bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count, let base = bytes.baseAddress {
        let part = unsafe Glibc.write(descriptor, base + offset, bytes.count - offset)
        if part < 0, errno == EINTR { continue }
        guard part >= 0 else { return errno }
        offset += part
      }
      return 0
    }
    if failure != 0 { throw .writing(whole(name), failure) }
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
}
