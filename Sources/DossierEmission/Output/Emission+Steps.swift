internal import DossierModel
internal import FileTree

extension Emission {
  /// Renames the files `pending` of the plan to their places.
  ///
  /// What links lead to comes before what links: first files that nobody can ask for yet, among them
  /// the assets first, then the changed ones.
  func place(_ pending: [Int]) throws(FileTreeError) {
    func isPage(_ file: Int) -> Bool { plan.names[file].hasSuffix(".html") }
    let new = pending.filter { inspection.states[$0] == .new }
    let phases = [
      new.filter { !isPage($0) }, new.filter(isPage),
      pending.filter { inspection.states[$0] == .changed },
    ]
    for phase in phases where !phase.isEmpty {
      let placed = concurrentMap(plan.units(of: phase), width: width) { unit in
        Result { () throws(FileTreeError) in try place(unit) }
      }
      for result in placed { try result.get() }
    }
  }

  private func place(_ unit: EmissionPlan.Unit) throws(FileTreeError) {
    let folder = try output.root.folder(unit.folder, create: true)
    for index in unit.files {
      guard case .staged(let lane, let number, _, _) = plan.files[index].place,
        let own = lanes[lane].own
      else { continue }
      try own.folder.move(String(number), to: folder, as: plan.names[index])
    }
    if sync { try folder.synchronize() }
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
      let folder = try output.root.folder(path)
      for name in try folder.names() {
        if try folder.item(name) == .folder { folders.append("\(path)/\(name)") }
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
  /// That is the beginning of the session; then the next emission reads what was written in this
  /// one. After many writes it is cheaper to look at all files once more, and so to take a later one.
  func verifiedMoment(afterWriting count: Int) throws(FileTreeError) -> Int64 {
    guard count > 256 else { return output.began }
    let moment = FileClock.now()
    let isVerified = concurrentMap(plan.units, width: width) { unit in
      Result { () throws(FileTreeError) in try isUntouched(unit) }
    }
    for result in isVerified where try !result.get() { return output.began }
    return moment
  }

  private func isUntouched(_ unit: EmissionPlan.Unit) throws(FileTreeError) -> Bool {
    guard let folder = try existingFolder(unit.folder) else { return false }
    for index in unit.files {
      let file = plan.files[index]
      guard case .file(let now)? = try folder.item(plan.names[index]), now.size == file.size
      else { return false }
      switch file.place {
      case .standing:
        if max(now.modified, now.changed) >= output.began { return false }
      case .staged(_, _, let modified, let inode):
        // The rename has changed `changed`, and nothing else.
        if now.modified != modified || now.inode != inode { return false }
      }
    }
    return true
  }
}
