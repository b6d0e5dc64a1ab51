/// One name found below a folder: a file that can be read, or the reason why it is none.
package struct FileEntry: Hashable, Sendable {
  /// What a name denotes.
  package enum Kind: Hashable, Sendable {
    /// A regular file, or a symbolic link to one below the same root.
    case file
    /// Something that is not read and that the caller should report.
    case problem(FileProblem)
  }

  /// The path from the root, `/` between its parts. Bytes that are not UTF-8 stand as U+FFFD.
  package let path: String
  package let kind: Kind
  /// In bytes; 0 for a problem.
  package let size: Int
  /// What the system knows about the file without reading it; nil for a problem and in memory.
  package let stamp: FileStamp?

  package init(path: String, kind: Kind = .file, size: Int = 0, stamp: FileStamp? = nil) {
    self.path = path
    self.kind = kind
    self.size = size
    self.stamp = stamp
  }

  /// The reason why this is not a file to read, or nil for a file.
  package var problem: FileProblem? {
    if case .problem(let problem) = kind { problem } else { nil }
  }
}

/// Why a name below a folder is not read.
package enum FileProblem: String, Hashable, Sendable, CaseIterable {
  /// A symbolic link whose target lies outside the root.
  case linkLeavesRoot
  /// A symbolic link to nothing.
  case brokenLink
  /// Symbolic links that lead to one another.
  case linkCycle
  /// A symbolic link to a folder below the root; following it would read its files twice.
  case linkToFolder
  /// A device, socket or named pipe.
  case specialFile
  /// A folder that cannot be listed.
  case unreadableFolder
  /// A name that is not UTF-8.
  case nameNotUTF8

  /// A sentence part for people, after the path.
  package var description: String {
    switch self {
    case .linkLeavesRoot: "a symbolic link that leaves the site's folder is not followed"
    case .brokenLink: "a symbolic link to nothing"
    case .linkCycle: "a symbolic link that leads back to itself"
    case .linkToFolder: "a symbolic link to a folder is not followed"
    case .specialFile: "neither a file nor a folder"
    case .unreadableFolder: "the folder cannot be listed"
    case .nameNotUTF8: "the file's name is not UTF-8"
    }
  }
}

/// What the system knows about a file without reading it. Two equal stamps *hint* at equal bytes;
/// only a digest proves them (a write within one tick of the clock leaves the stamp as it is).
package struct FileStamp: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// Last change of the bytes, in nanoseconds since 1970 (mtime).
  package let modified: Int64
  /// Last change of the bytes or of the file's own data, in nanoseconds since 1970 (ctime).
  package let changed: Int64
  package let inode: UInt64
  package let device: UInt64

  package init(size: Int, modified: Int64, changed: Int64, inode: UInt64, device: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.device = device
  }
}
