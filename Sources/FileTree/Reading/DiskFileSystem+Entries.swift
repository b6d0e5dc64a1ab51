internal import Glibc

extension DiskFileSystem {
  package func entries(under folder: String) throws(FileTreeError) -> [FileEntry] {
    guard folder.isEmpty || RelativePath.isValid(folder) else { throw .leavesRoot(path: folder) }
    guard let top = Descriptor(unsafe open(absolute(folder), O_RDONLY | O_CLOEXEC | O_DIRECTORY))
    else { return try entriesOfUnopened(folder, errno) }
    guard isBelowRoot(top) else {
      return [FileEntry(path: folder, kind: .problem(.linkLeavesRoot))]
    }
    var entries: [FileEntry] = []
    var pending: [String] = []
    list(top, folder, &entries, &pending)
    while let next = pending.popLast() {
      guard
        let folder = Descriptor(
          unsafe open(absolute(next), O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW))
      else {
        // One that has gone since it was listed is no problem.
        if errno != ENOENT {
          entries.append(FileEntry(path: next, kind: .problem(.unreadableFolder)))
        }
        continue
      }
      list(folder, next, &entries, &pending)
    }
    entries.sort { PathOrder.precedes($0.path, $1.path) }
    return entries
  }

  private func entriesOfUnopened(
    _ folder: String, _ code: Int32
  ) throws(FileTreeError) -> [FileEntry] {
    var status = stat()
    let isThere = unsafe lstat(absolute(folder), &status) == 0
    switch code {
    case ENOENT where isThere && status.isLink:
      return [FileEntry(path: folder, kind: .problem(.brokenLink))]
    case ENOENT: return []
    case ELOOP: return [FileEntry(path: folder, kind: .problem(.linkCycle))]
    case EACCES, EPERM, ENAMETOOLONG:
      return [FileEntry(path: folder, kind: .problem(.unreadableFolder))]
    case ENOTDIR where !isThere: return []
    case ENOTDIR: throw .notReadable(path: folder, reason: "not a folder")
    default: throw .reading(folder, code)
    }
  }

  /// Appends the files of one open folder to `entries` and its folders to `pending`.
  private func list(
    _ folder: borrowing Descriptor, _ path: String, _ entries: inout [FileEntry],
    _ pending: inout [String]
  ) {
    guard var names = FolderNames(openAt: folder.raw) else {
      entries.append(FileEntry(path: path, kind: .problem(.unreadableFolder)))
      return
    }
    while let name = names.next() {
      switch name {
      case .notText(let repaired):
        guard !repaired.hasPrefix(".") else { continue }
        entries.append(
          FileEntry(path: RelativePath.join(path, repaired), kind: .problem(.nameNotUTF8)))
      case .text(let name, let type):
        guard !IgnoredNames.contains(name) else { continue }
        let full = RelativePath.join(path, name)
        if type == .folder {
          pending.append(full)
          continue
        }
        var status = stat()
        guard unsafe fstatat(folder.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
        if status.isFolder {
          pending.append(full)
        } else if status.isRegular {
          entries.append(FileEntry(path: full, size: Int(status.st_size), stamp: status.stamp))
        } else if status.isLink {
          entries.append(entry(ofLink: full))
        } else {
          entries.append(FileEntry(path: full, kind: .problem(.specialFile)))
        }
      }
    }
    if names.failed { entries.append(FileEntry(path: path, kind: .problem(.unreadableFolder))) }
  }

  private func entry(ofLink path: String) -> FileEntry {
    func problem(_ problem: FileProblem) -> FileEntry {
      FileEntry(path: path, kind: .problem(problem))
    }
    guard let target = Self.resolve(absolute(path)) else {
      return problem(errno == ELOOP ? .linkCycle : .brokenLink)
    }
    guard isBelowRoot(resolved: target) else { return problem(.linkLeavesRoot) }
    var status = stat()
    guard unsafe stat(absolute(path), &status) == 0 else { return problem(.brokenLink) }
    if status.isFolder { return problem(.linkToFolder) }
    guard status.isRegular else { return problem(.specialFile) }
    return FileEntry(path: path, size: Int(status.st_size), stamp: status.stamp)
  }
}
