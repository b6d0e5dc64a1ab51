internal import Glibc

/// What went wrong with the environment while a file was read or written. Every case names the path
/// as the caller gave it.
package enum FileTreeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// The file is there and cannot be read; `reason` is the system's text or ours.
  case notReadable(path: String, reason: String)
  /// The file has more bytes than the caller's limit; `size` as the system reports it.
  case tooLarge(path: String, size: Int, limit: Int)
  /// The path leads out of the root folder, by `..` or by a symbolic link.
  case leavesRoot(path: String)
  /// The file was written by somebody else each time it was read.
  case changing(path: String)
  /// The file or folder could not be made, replaced, moved or removed.
  case notWritable(path: String, reason: String)
  /// A new file was asked for, and there is one.
  case alreadyThere(path: String)
  /// A test's checkpoint stopped the work, as a kill would.
  case interrupted

  package var description: String {
    switch self {
    case .notFound(let path): "\(path): no such file"
    case .notReadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .tooLarge(let path, let size, let limit):
      "\(path): \(size) bytes, more than the \(limit) allowed"
    case .leavesRoot(let path): "\(path): leads out of the folder it belongs to"
    case .changing(let path): "\(path): is being written by another program"
    case .notWritable(let path, let reason): "\(path): cannot be written: \(reason)"
    case .alreadyThere(let path): "\(path): is already there"
    case .interrupted: "interrupted"
    }
  }

  /// The system's text for an error number, in its own language setting.
  static func text(of code: Int32) -> String {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let base = buffer.baseAddress, unsafe strerror_r(code, base, buffer.count) == 0
      else { return "error \(code)" }
      return unsafe String(cString: base)
    }
  }

  static func reading(_ path: String, _ code: Int32) -> FileTreeError {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path: path)
    default: .notReadable(path: path, reason: text(of: code))
    }
  }

  static func writing(_ path: String, _ code: Int32) -> FileTreeError {
    .notWritable(path: path, reason: text(of: code))
  }
}
