internal import Glibc

/// An open folder, in which names are read, written and removed without following a symbolic link.
/// Because it is held open, nobody can lead the work elsewhere by exchanging it for a link.
package struct Folder: ~Copyable, Sendable {
  /// What stands under a name.
  package enum Item: Hashable, Sendable {
    case file(FileStamp)
    case folder
    /// A symbolic link, whatever it leads to.
    case link
    case other
  }

  private let descriptor: Descriptor
  /// The path for messages.
  package let path: String
  private let checkpoint: Checkpoint?

  var raw: Int32 { descriptor.raw }

  /// What the system knows about the folder itself; nil when it does not tell.
  var status: stat? { descriptor.status() }

  /// Opens the folder at `path`, which may be or contain symbolic links.
  package init(path: String, checkpoint: Checkpoint? = nil) throws(FileTreeError) {
    guard let descriptor = Descriptor(unsafe open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY))
    else { throw .reading(path, errno) }
    self.init(descriptor, path, checkpoint)
  }

  private init(_ descriptor: consuming Descriptor, _ path: String, _ checkpoint: Checkpoint?) {
    self.descriptor = descriptor
    self.path = path
    self.checkpoint = checkpoint
  }

  /// Opens the folder at `path` below this one, each of whose parts must be a folder and no link.
  /// With `create`, makes those that are missing. `""` opens this folder once more.
  package func folder(_ path: String, create: Bool = false) throws(FileTreeError) -> Folder {
    guard path.isEmpty || RelativePath.isValid(path) else { throw .leavesRoot(path: path) }
    let flags = O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW
    var current = unsafe openat(raw, ".", flags)
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      guard let parent = Descriptor(current) else { throw .reading(whole(path), errno) }
      let name = String(Substring(part))
      current = unsafe openat(parent.raw, name, flags)
      if current < 0, create, errno == ENOENT {
        try checkpoint?.pass("make-folder")
        guard unsafe mkdirat(parent.raw, name, 0o777) == 0 || errno == EEXIST else {
          throw .writing(whole(path), errno)
        }
        current = unsafe openat(parent.raw, name, flags)
      }
    }
    guard let folder = Descriptor(current) else { throw .reading(whole(path), errno) }
    return Folder(folder, whole(path), checkpoint)
  }

  /// What stands under `name`; nil when nothing does.
  package func item(_ name: String) throws(FileTreeError) -> Item? {
    var status = stat()
    guard unsafe fstatat(raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw .reading(whole(name), errno)
    }
    if status.isRegular { return .file(status.stamp) }
    if status.isFolder { return .folder }
    return status.isLink ? .link : .other
  }

  /// The names in the folder, in the order of their bytes; U+FFFD for what is not UTF-8 in them.
  package func names() throws(FileTreeError) -> [String] {
    guard var listing = FolderNames(openAt: raw) else { throw .reading(path, errno) }
    var names: [String] = []
    while let name = listing.next() {
      switch name {
      case .text(let text, _), .notText(let text): names.append(text)
      }
    }
    guard !listing.failed else { throw .notReadable(path: path, reason: "the listing broke off") }
    return names.sorted(by: PathOrder.precedes)
  }

  /// The bytes of the regular file `name`, at most `limit` of them.
  package func contents(of name: String, limit: Int = .max) throws(FileTreeError) -> [UInt8] {
    guard let file = try openFile(name) else {
      throw .notReadable(path: whole(name), reason: "not a regular file")
    }
    guard let status = file.status() else { throw .reading(whole(name), errno) }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(path: whole(name), size: size, limit: limit) }
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = unsafe read(
          file.raw, buffer.baseAddress.map { unsafe $0 + count }, size - count)
        if part < 0, errno == EINTR { continue }
        if part < 0 { failure = errno }
        guard part > 0 else { return }
        count += part
      }
    }
    guard failure == 0 else { throw .reading(whole(name), failure) }
    return bytes
  }

  /// Whether the regular file `name` holds exactly `bytes`. Reads it whole.
  package func file(_ name: String, holds bytes: [UInt8]) throws(FileTreeError) -> Bool {
    guard let file = try openFile(name), let status = file.status(),
      Int(status.st_size) == bytes.count
    else { return false }
    let capacity = 64 * 1024
    return unsafe withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 16) { buffer in
      unsafe bytes.withUnsafeBytes { bytes in
        var offset = 0
        while offset < bytes.count {
          let part = unsafe read(file.raw, buffer.baseAddress, capacity)
          if part < 0, errno == EINTR { continue }
          guard part > 0, offset + part <= bytes.count, let held = buffer.baseAddress,
            let wanted = bytes.baseAddress, unsafe memcmp(held, wanted + offset, part) == 0
          else { return false }
          offset += part
        }
        return true
      }
    }
  }

  /// The digest of the regular file `name`; nil when there is none.
  func digest(of name: String) throws(FileTreeError) -> Digest? {
    guard case .file = try item(name) else { return nil }
    return Digest.of(try contents(of: name))
  }

  /// The permissions of the regular file `name`; nil when there is none.
  func mode(of name: String) -> UInt32? {
    var status = stat()
    guard unsafe fstatat(raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.isRegular else {
      return nil
    }
    return status.st_mode & 0o7777
  }

  private func openFile(_ name: String) throws(FileTreeError) -> Descriptor? {
    let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    guard let file = Descriptor(unsafe openat(raw, name, flags)) else {
      if errno == ELOOP { return nil }
      throw .reading(whole(name), errno)
    }
    guard let status = file.status(), status.isRegular else { return nil }
    return file
  }

  func whole(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  /// Asks the checkpoint, if there is one, whether to go on.
  func pass(_ step: String) throws(FileTreeError) { try checkpoint?.pass(step) }

  /// Whether a checkpoint watches the work.
  var isWatched: Bool { checkpoint != nil }
}
