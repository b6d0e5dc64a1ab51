internal import Glibc

/// Owns an open file descriptor and closes it.
struct Descriptor: ~Copyable {
  let raw: Int32

  /// Takes ownership of `raw`; nil when it is negative, as a failed `open` returns it.
  init?(_ raw: Int32) {
    guard raw >= 0 else { return nil }
    self.raw = raw
  }

  deinit { close(raw) }

  /// The file's data, or nil when the system does not tell.
  func status() -> stat? {
    var status = stat()
    return unsafe fstat(raw, &status) == 0 ? status : nil
  }

  /// The path under which the system knows the open file, links resolved; nil without `/proc`.
  func resolvedPath() -> [UInt8]? {
    let capacity = Int(PATH_MAX) + 1
    return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = unsafe readlink("/proc/self/fd/\(raw)", base, capacity)
      guard count > 0, count < capacity else { return nil }
      return unsafe buffer[..<count].map { UInt8(bitPattern: $0) }
    }
  }
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }

  var stamp: FileStamp {
    FileStamp(
      size: Int(st_size), modified: st_mtim.nanoseconds, changed: st_ctim.nanoseconds,
      inode: UInt64(st_ino), device: UInt64(st_dev))
  }
}

extension timespec {
  /// Since 1970.
  var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}
