internal import Glibc

/// Reads what a person names on the command line: any file, links followed, pipes too.
package enum WholeFile {
  /// The bytes of the file at `path` (absolute, or relative to the process's working folder), at most
  /// `limit`. Throws when there is none, when it is a folder, too large, or cannot be read.
  package static func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
    guard let file = Descriptor(unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)) else {
      throw .reading(path, errno)
    }
    guard let status = file.status() else { throw .reading(path, errno) }
    guard !status.isFolder else { throw .notReadable(path: path, reason: "a folder") }
    if status.isRegular, Int(status.st_size) > limit {
      throw .tooLarge(path: path, size: Int(status.st_size), limit: limit)
    }
    return try read(file.raw, path, limit: limit)
  }

  /// A digest of the file at `path` that holds little of it in memory: that of the digests of its
  /// megabytes. Throws when it cannot be read.
  package static func fingerprint(of path: String) throws(FileTreeError) -> Digest {
    guard let file = Descriptor(unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)) else {
      throw .reading(path, errno)
    }
    var digests: [UInt8] = []
    while true {
      var failure: Int32 = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
        while count < buffer.count {
          let read = unsafe Glibc.read(
            file.raw, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
          if read < 0, errno == EINTR { continue }
          if read < 0 { failure = errno }
          guard read > 0 else { return }
          count += read
        }
      }
      guard failure == 0 else { throw .reading(path, failure) }
      if part.isEmpty { return Digest.of(digests) }
      digests += Digest.of(part).bytes
    }
  }

  /// What standard input holds up to its end, at most `limit` bytes.
  package static func standardInput(limit: Int) throws(FileTreeError) -> [UInt8] {
    try read(STDIN_FILENO, "standard input", limit: limit)
  }

  private static func read(
    _ descriptor: Int32, _ path: String, limit: Int
  ) throws(FileTreeError) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    let capacity = 256 * 1024
    unsafe withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 16) { buffer in
      while bytes.count <= limit {
        let count = unsafe Glibc.read(descriptor, buffer.baseAddress, capacity)
        if count < 0, errno == EINTR { continue }
        if count < 0 { failure = errno }
        guard count > 0 else { return }
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
    guard failure == 0 else { throw .reading(path, failure) }
    guard bytes.count <= limit else {
      throw .tooLarge(path: path, size: bytes.count, limit: limit)
    }
    return bytes
  }
}
