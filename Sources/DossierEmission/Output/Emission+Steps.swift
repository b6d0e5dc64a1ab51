internal import DossierModel
internal import FileTree

extension Emission {
  /// Writes the files `pending` of the plan; returns the stamps of the new files.
  ///
  /// What links lead to comes before what links: first files that nobody can ask for yet, among them
  /// the assets first, then the changed ones.
  func write(_ pending: [Int]) throws(FileTreeError) -> [Int: FileStamp] {
    func isPage(_ file: Int) -> Bool { plan.names[file].hasSuffix(".html") }
    let new = pending.filter { inspection.states[$0] == .new }
    let phases = [
      new.filter { !isPage($0) }, new.filter(isPage),
      pending.filter { inspection.states[$0] == .changed },
    ]
    var stamps: [Int: FileStamp] = [:]
    stamps.reserveCapacity(pending.count)
    for phase in phases where !phase.isEmpty {
      let units = plan.units(of: phase)
      let written = concurrentMap(units, width: width) { write($0) }
      for (unit, written) in zip(units, written) {
        for (file, stamp) in zip(unit.files, try written.get()) { stamps[file] = stamp }
      }
    }
    return stamps
  }

  private func write(_ unit: EmissionPlan.Unit) -> Result<[FileStamp], FileTreeError> {
    do throws(FileTreeError) {
      let folder = try root.folder(unit.folder, create: true)
      var stamps: [FileStamp] = []
      stamps.reserveCapacity(unit.files.count)
      for index in unit.files {
        stamps.append(
          try folder.replace(
            plan.names[index], with: plan.bytes(index), temporary: index, sync: sync))
      }
      return .success(stamps)
    } catch {
      return .failure(error)
    }
  }

  /// Removes stale files; returns those that were there.
  func remove(_ stale: [String]) throws(FileTreeError) -> [String] {
    var folders: [String: [String]] = [:]
    for path in stale {
      let (folder, name) = PathParts.split(path)
      folders[folder, default: []].append(name)
    }
    var removed: [String] = []
    for (path, names) in folders.sorted(by: { PathOrder.precedes($0.key, $1.key) }) {
      guard let folder = try existingFolder(path) else { continue }
      for name in names {
        // A folder of somebody else may have taken the name of a file of ours.
        guard let item = try folder.item(name), item != .folder else { continue }
        if try folder.remove(name) { removed.append(path.isEmpty ? name : "\(path)/\(name)") }
      }
    }
    return removed
  }

  /// Removes the folders, by now without files, that stand where files are to be.
  func removeObstructingFolders() throws(FileTreeError) {
    var folders: [String] = []
    for path in inspection.obstructions {
      let (parent, name) = PathParts.split(path)
      guard let folder = try existingFolder(parent), try folder.item(name) == .folder else {
        continue
      }
      folders.append(path)
    }
    var next = 0
    while next < folders.count {
      let path = folders[next]
      next += 1
      let folder = try root.folder(path)
      for name in try folder.names() {
        if try folder.item(name) == .folder {
          folders.append("\(path)/\(name)")
        } else if name.hasPrefix(AtomicFile.temporaryPrefix) {
          _ = try folder.remove(name)
        }
      }
    }
    try removeEmptyFolders(folders)
  }

  /// Removes the folders above `paths` that are empty and that the plan has nothing in.
  func removeEmptyFolders(above paths: [String]) throws(FileTreeError) {
    var folders: Set<String> = []
    for path in paths {
      var folder = PathParts.split(path).folder
      while !folder.isEmpty, !plan.folders.contains(folder), folders.insert(folder).inserted {
        folder = PathParts.split(folder).folder
      }
    }
    try removeEmptyFolders(Array(folders))
  }

  private func removeEmptyFolders(_ folders: [String]) throws(FileTreeError) {
    // Backwards, a folder comes after those in it.
    for path in folders.sorted(by: { PathOrder.precedes($1, $0) }) {
      let (parent, name) = PathParts.split(path)
      guard let folder = try existingFolder(parent), try folder.item(name) == .folder else {
        continue
      }
      _ = try folder.removeEmptyFolder(name)
    }
  }

  /// The moment, for the manifest's own time, before which every file was as the manifest says.
  ///
  /// That is the beginning of the inspection; then the next emission reads what was written in this
  /// one. After many writes it is cheaper to look at all files once more, and so to take a later one.
  func verifiedMoment(_ stamps: [Int: FileStamp]) throws(FileTreeError) -> Int64 {
    guard stamps.count > 256 else { return began }
    let moment = FileClock.now()
    let isVerified = concurrentMap(plan.units, width: width) { unit in
      Result { () throws(FileTreeError) in
        let folder = try root.folder(unit.folder)
        for index in unit.files {
          guard case .file(let now)? = try folder.item(plan.names[index]) else { return false }
          switch inspection.states[index] {
          case .same(let stamp, _): if now != stamp { return false }
          case .new, .changed:
            // The rename has changed `changed`, and nothing else.
            guard let stamp = stamps[index], now.inode == stamp.inode, now.size == stamp.size,
              now.modified == stamp.modified
            else { return false }
          }
        }
        return true
      }
    }
    for result in isVerified where try !result.get() { return began }
    return moment
  }
}
