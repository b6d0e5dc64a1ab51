internal import Glibc

/// The folders that inotify watches, and what its events mean as paths.
struct WatchedTree {
  private let inotify: Inotify
  private let root: String
  /// What the caller wants to know about, from the root.
  private let paths: [String]
  private var folders: [Int32: String] = [:]
  private var watches: [String: Int32] = [:]

  var raw: Int32 { inotify.raw }

  init(root: String, paths: [String]) throws(FileTreeError) {
    for path in paths where !path.isEmpty && !RelativePath.isValid(path) {
      throw .leavesRoot(path: path)
    }
    guard let inotify = Inotify() else { throw .reading(root, errno) }
    self.inotify = inotify
    self.root = root
    self.paths = paths
    let found = watch("")
    if found.unwatched.contains("") { throw .notReadable(path: root, reason: "cannot be watched") }
    guard watches[""] != nil else { throw .notFound(path: root) }
    if let folder = found.unwatched.min() {
      throw .notReadable(
        path: folder, reason: "cannot be watched (sysctl fs.inotify.max_user_watches)")
    }
  }

  /// Reads all the events there are.
  mutating func readEvents() -> FileChanges {
    var changes = FileChanges()
    for event in inotify.read() { take(event, &changes) }
    return changes
  }

  private mutating func take(_ event: Inotify.Event, _ changes: inout FileChanges) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      rewatch(&changes)
      changes.everything = true
      return
    }
    guard let folder = folders[event.watch] else { return }
    if event.mask & UInt32(IN_IGNORED) != 0 {
      folders[event.watch] = nil
      if watches[folder] == event.watch { watches[folder] = nil }
      return
    }
    if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF) != 0 {
      // Below the root, the folder's parent tells; of the root itself nobody else does.
      if folder.isEmpty { changes.everything = true }
      return
    }
    guard !event.name.isEmpty, !IgnoredNames.contains(event.name) else { return }
    let path = RelativePath.join(folder, event.name)
    if event.mask & UInt32(IN_ISDIR) != 0 || watches[path] != nil || paths.contains(path) {
      // A removed folder was empty; a moved one takes along what is below it.
      if event.mask & UInt32(IN_DELETE) != 0 { forgetAlone(path) }
      if event.mask & UInt32(IN_MOVED_FROM) != 0 { forget(path) }
      if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0, isFolderOfInterest(path) {
        changes.merge(watch(path))
      }
      // Permissions of a folder say nothing about its files' bytes.
      if event.mask & UInt32(IN_ISDIR) != 0, event.mask & UInt32(IN_ATTRIB) != 0 { return }
    }
    if isReported(path) { changes.paths.insert(path) }
  }

  /// Watches the folder at `path` and those below it, as far as anybody wants to know about them.
  /// Returns the files found, which may be newer than the watch, and the folders that failed.
  private mutating func watch(_ path: String) -> FileChanges {
    var changes = FileChanges()
    var pending = [path]
    while let path = pending.popLast() {
      // The watch comes first and the listing after it, so that no file falls between them.
      let follows = path.isEmpty || paths.contains(path)
      guard let watch = inotify.watch(absolute(path), follow: follows) else {
        // Gone again, or no folder after all.
        if errno != ENOENT && errno != ENOTDIR && errno != ELOOP { changes.unwatched.insert(path) }
        continue
      }
      if let known = folders[watch], known != path { watches[known] = nil }
      folders[watch] = path
      watches[path] = watch
      guard
        let folder = Descriptor(unsafe open(absolute(path), O_RDONLY | O_CLOEXEC | O_DIRECTORY)),
        var names = FolderNames(openAt: folder.raw)
      else { continue }
      while let name = names.next() {
        guard case .text(let name, let type) = name, !IgnoredNames.contains(name) else { continue }
        let full = RelativePath.join(path, name)
        if (type == .folder || paths.contains(full)) && isFolderOfInterest(full) {
          pending.append(full)
        }
        if isReported(full) { changes.paths.insert(full) }
      }
    }
    return changes
  }

  /// Stops watching the folder at `path`, which has moved or gone, and what was below it.
  private mutating func forget(_ path: String) {
    let below = path + "/"
    for folder in watches.keys.filter({ $0 == path || $0.hasPrefix(below) }) {
      forgetAlone(folder)
    }
  }

  private mutating func forgetAlone(_ path: String) {
    guard let watch = watches.removeValue(forKey: path) else { return }
    inotify.unwatch(watch)
    folders[watch] = nil
  }

  private mutating func rewatch(_ changes: inout FileChanges) {
    let found = watch("")
    changes.unwatched.formUnion(found.unwatched)
  }

  private func absolute(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

  /// Whether the caller wants to know about `path`: it was named, or lies below one that was.
  private func isReported(_ path: String) -> Bool {
    paths.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
  }

  /// Whether a folder at `path` is to be watched: as reported, or on the way to what is.
  private func isFolderOfInterest(_ path: String) -> Bool {
    isReported(path) || paths.contains { $0.hasPrefix(path + "/") }
  }
}
