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
