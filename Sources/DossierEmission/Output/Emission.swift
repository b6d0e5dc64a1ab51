internal import DossierModel
internal import FileTree

/// Carries out one plan in a folder that is locked, known and free of foreign files in the way.
///
/// Whenever it is killed, the manifest and the journal together list every file of ours, each of them
/// is an old or a new one, and the next emission finishes the work.
struct Emission: ~Copyable {
  let plan: EmissionPlan
  /// The manifest to be.
  let manifestText: [UInt8]
  let record: OutputRecord
  let inspection: Inspection
  let root: Folder
  let width: Int
  let sync: Bool
  /// Whether the folder stays ours; if not, the records go too.
  let keepsRecord: Bool
  /// When the inspection began, in nanoseconds since 1970.
  let began: Int64

  func run() throws(FileTreeError) -> EmissionReport {
    let stale = staleFiles()
    let pending = plan.paths.indices.filter { inspection.states[$0].needsWriting }
    let unchanged = plan.count - pending.count
    if pending.isEmpty, stale.isEmpty, record.journal == nil, record.leftovers.isEmpty,
      manifestText == record.manifestText, keepsRecord
    {
      if inspection.states.contains(where: \.wasRead) {
        // Everything is verified as of `began`: so much the next emission need not read.
        try root.setModified(began, of: OutputRecord.manifestName)
      }
      return EmissionReport(written: [], removed: [], unchanged: unchanged)
    }
    let planned = pending.map { plan.paths[$0] }
    let journal = record.journal.map { OutputRecord.union($0, planned) } ?? planned
    _ = try root.replace(
      OutputRecord.journalName, with: OutputRecord.journalText(journal), sync: sync)
    try sweep()
    var removed = try remove(stale.filter { isObstruction($0) })
    try removeObstructingFolders()
    let stamps = try write(pending)
    removed += try remove(stale.filter { !isObstruction($0) })
    try removeEmptyFolders(above: stale + (record.journal ?? []))
    if keepsRecord {
      _ = try root.replace(
        OutputRecord.manifestName, with: manifestText, modified: try verifiedMoment(stamps),
        sync: sync)
    } else {
      _ = try root.remove(OutputRecord.manifestName)
    }
    _ = try root.remove(OutputRecord.journalName)
    return EmissionReport(
      written: pending.map { plan.path($0) },
      removed: removed.sorted(by: PathOrder.precedes).compactMap { SitePath($0) },
      unchanged: unchanged)
  }

  /// The paths of earlier emissions that the plan lacks, in byte order.
  private func staleFiles() -> [String] {
    var stale: [String] = []
    var next = 0
    for path in record.paths {
      while next < plan.count, PathOrder.precedes(plan.paths[next], path) { next += 1 }
      let isPlanned = next < plan.count && PathOrder.compare(plan.paths[next], path) == 0
      if !isPlanned { stale.append(path) }
    }
    return stale
  }

  /// Whether a stale file must go before the new ones come: it stands where a folder is to be, below
  /// where a file is to be, or is a new file where case is ignored.
  private func isObstruction(_ path: String) -> Bool {
    if plan.file(likeFolded: path) != nil { return true }
    guard !inspection.obstructions.isEmpty else { return false }
    var path = path
    while !path.isEmpty {
      if inspection.obstructions.contains(path) { return true }
      path = PathParts.split(path).folder
    }
    return false
  }

  /// Removes the temporary files of an emission that was killed.
  private func sweep() throws(FileTreeError) {
    var folders: Set<String> = [""]
    for path in record.journal ?? [] { folders.insert(PathParts.split(path).folder) }
    for path in folders.sorted(by: PathOrder.precedes) {
      guard let folder = try existingFolder(path) else { continue }
      for name in try folder.names() where name.hasPrefix(AtomicFile.temporaryPrefix) {
        _ = try folder.remove(name)
      }
    }
  }

  /// The folder at `path`; nil when there is none, or something else.
  func existingFolder(_ path: String) throws(FileTreeError) -> Folder? {
    do throws(FileTreeError) { return try root.folder(path) } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }
}

extension Inspection.State {
  var needsWriting: Bool {
    switch self {
    case .same: false
    case .new, .changed: true
    }
  }

  var wasRead: Bool { if case .same(_, wasRead: true) = self { true } else { false } }
}
