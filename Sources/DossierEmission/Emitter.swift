package import DossierModel
package import FileTree

/// Writes a site's files into its output folder: the only writer of `site/`.
///
/// It writes what has changed, each file whole (by a temporary file and a rename), then removes what
/// earlier emissions made and this site lacks; it touches nothing else. It takes a folder that is
/// absent, its own, or holds nothing but `.gitkeep .gitignore README.md .git CNAME`. An emission that
/// was killed is finished by the next one (ARCHITECTURE.md, rule 4).
///
/// In the folder it keeps `.dossier-manifest`, the list of its files, and while it works
/// `.dossier-journal`, the list of what it is about to write. To save reading every file each time,
/// it trusts a file that nobody has touched (size, mtime, ctime) since a moment at which it was known
/// to be as the manifest says; that moment is the manifest's mtime. A file touched in the very tick
/// of the clock, or later, is read and compared.
package struct Emitter: Sendable {
  private let output: String
  private let width: Int
  private let lockPatience: Duration
  private let sync: Bool
  private let checkpoint: Checkpoint?

  /// - Parameters:
  ///   - output: the folder, absolute or from the process's working folder.
  ///   - width: the number of threads.
  ///   - lockPatience: how long to wait for another emission into the folder.
  ///   - sync: whether each file is on the medium before the next step (slow; survives power loss).
  ///   - checkpoint: asked before each change, for tests.
  package init(
    output: String, width: Int = 2, lockPatience: Duration = .seconds(2), sync: Bool = false,
    checkpoint: Checkpoint? = nil
  ) {
    self.output = output
    self.width = width
    self.lockPatience = lockPatience
    self.sync = sync
    self.checkpoint = checkpoint
  }

  /// Makes the folder hold exactly `artifacts`, beside what may be kept. To be called only when the
  /// whole build has succeeded.
  ///
  /// - Parameter digests: those of the artifacts' bytes, where the caller knows them, in their order.
  /// - Throws: `EmissionError`; the folder is then as it was, unless the system failed half-way.
  package func emit(
    _ artifacts: [Artifact], digests: [Digest]? = nil
  ) throws(EmissionError) -> EmissionReport {
    let plan = try EmissionPlan(
      artifacts, digests: digests?.count == artifacts.count ? digests : nil)
    return try run(plan, keepsRecord: true)
  }

  private func run(
    _ plan: EmissionPlan, keepsRecord: Bool
  ) throws(EmissionError) -> EmissionReport {
    let root = try opened()
    try lock(root)
    let began = FileClock.now()
    let digests = plan.digests(width: width)
    let manifestText = Manifest.text(of: plan, digests: digests)
    let record = try OutputRecord(
      root, expecting: manifestText, of: Manifest(of: plan, digests: digests))
    let inspection = try Inspection(plan, digests, record, root, width: width)
    let emission = Emission(
      plan: plan, manifestText: manifestText, record: record, inspection: inspection, root: root, width: width, sync: sync,
      keepsRecord: keepsRecord, began: began)
    do throws(FileTreeError) { return try emission.run() } catch { throw .fileSystem(error) }
  }

  /// Removes every file that emissions made, and the records; what else is there stays. Returns what
  /// was removed; nothing when the folder is absent or not ours.
  package func clean() throws(EmissionError) -> [SitePath] {
    guard try isOurs() else { return [] }
    return try run(EmissionPlan([], digests: nil), keepsRecord: false).removed
  }

  private func opened() throws(EmissionError) -> Folder {
    do throws(FileTreeError) {
      try AtomicFile.createDirectories(output)
      return try Folder(path: output, checkpoint: checkpoint)
    } catch {
      throw .fileSystem(error)
    }
  }

  private func isOurs() throws(EmissionError) -> Bool {
    do throws(FileTreeError) {
      let root = try Folder(path: output)
      if try root.item(OutputRecord.manifestName) != nil { return true }
      return try root.item(OutputRecord.journalName) != nil
    } catch {
      if case .notFound = error { return false }
      throw .fileSystem(error)
    }
  }

  private func lock(_ root: borrowing Folder) throws(EmissionError) {
    let clock = ContinuousClock()
    let end = clock.now + lockPatience
    while !root.tryLock() {
      guard clock.now < end else { throw .locked(output: output) }
      FileClock.sleep(milliseconds: 5)
    }
  }

  /// Which of the `inputs` (folders) is the output folder, or contains it, or lies in it: emitting
  /// there would write into what is read. Links are resolved as far as the paths exist. Nil for none.
  package static func overlap(output: String, inputs: [String]) -> String? {
    let output = ResolvedPath(output)
    return inputs.first { input in
      let input = ResolvedPath(input)
      return input.contains(output) || output.contains(input)
    }
  }
}
