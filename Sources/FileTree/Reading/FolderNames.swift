internal import Glibc

/// Reads the names in an open folder, without `.` and `..`, in the system's order.
@safe struct FolderNames: ~Copyable {
  /// What the system says beside a name; `unknown` also for links and special files.
  enum NameType { case folder, unknown }

  enum Name {
    case text(String, NameType)
    /// A name that is not UTF-8, with U+FFFD in place of what is wrong.
    case notText(String)
  }

  private let stream: OpaquePointer
  /// Whether the listing broke off.
  private(set) var failed = false

  /// Nil when the folder cannot be listed. The descriptor stays the caller's.
  init?(openAt descriptor: Int32) {
    let own = unsafe openat(descriptor, ".", O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard own >= 0 else { return nil }
    guard let stream = unsafe fdopendir(own) else {
      close(own)
      return nil
    }
    unsafe self.stream = stream
  }

  deinit { unsafe closedir(stream) }

  mutating func next() -> Name? {
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        failed = errno != 0
        return nil
      }
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
      let name = unsafe UnsafeRawPointer(entry).advanced(by: offset)
        .assumingMemoryBound(to: CChar.self)
      let type: NameType = unsafe entry.pointee.d_type == UInt8(DT_DIR) ? .folder : .unknown
      guard let text = unsafe String(validatingCString: name) else {
        return .notText(unsafe String(cString: name))
      }
      if text == "." || text == ".." { continue }
      return .text(text, type)
    }
  }
}
