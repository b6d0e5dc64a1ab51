internal import DossierModel
internal import FileTree

/// Carries out one plan in a folder that is locked, known and free of foreign files in the way.
///
/// Whenever it is killed, the manifest and the journal together list every file of ours, each of them
/// is an old or a new one, and the next emission finishes the work.
struct Emission: Sendable {
  let plan: EmissionPlan
  let inspection: Inspection
  let output: OutputFolder
  /// Those that staged the plan's files, by their numbers.
  let lanes: [StagingLane]
  let width: Int
  let sync: Bool
  /// Whether the folder stays ours; if not, the records go too.
  var keepsRecord = true

  private var record: OutputRecord { output.record }

  func run() throws(FileTreeError) -> EmissionReport {
    let manifestText = Manifest.text(of: plan)
    let manifest = keepsRecord ? Digest.of(manifestText) : nil
    let stale = staleFiles()
    let pending = plan.files.indices.filter { plan.files[$0].needsWriting }
    let unchanged = plan.count - pending.count
    if pending.isEmpty, stale.isEmpty, record.journal == nil, record.leftovers.isEmpty,
      manifestText == record.manifestText, keepsRecord
    {
      if plan.files.contains(where: { $0.place == .standing(wasRead: true) }) {
        // Everything is verified as of `began`: so much the next emission need not read.
        try output.root.setModified(output.began, of: OutputRecord.manifestName)
      }
      return EmissionReport(
        written: [], removed: [], unchanged: unchanged, manifest: manifest)
    }
    let planned = pending.map { plan.paths[$0] }
    let journal = record.journal.map { OutputRecord.union($0, planned) } ?? planned
    _ = try output.root.replace(
      OutputRecord.journalName, with: OutputRecord.journalText(journal), sync: sync)
    for name in record.leftovers { try output.root.removeTree(name) }
    var removed = try remove(stale.filter { isObstruction($0) })
    try removeObstructingFolders()
    try place(pending)
    removed += try remove(stale.filter { !isObstruction($0) })
    try removeEmptyFolders(above: stale + (record.journal ?? []))
    if keepsRecord {
      _ = try output.root.replace(
        OutputRecord.manifestName, with: manifestText,
        modified: try verifiedMoment(afterWriting: pending.count), sync: sync)
    } else {
      _ = try output.root.remove(OutputRecord.manifestName)
    }
    _ = try output.root.remove(OutputRecord.journalName)
    return EmissionReport(
      written: pending.map { plan.files[$0].path },
      removed: removed.sorted(by: PathOrder.precedes).compactMap { SitePath($0) },
      unchanged: unchanged, manifest: manifest)
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

  /// The folder at `path`; nil when there is none, or something else.
  func existingFolder(_ path: String) throws(FileTreeError) -> Folder? {
    do throws(FileTreeError) { return try output.root.folder(path) } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }
}
