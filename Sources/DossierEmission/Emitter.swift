package import DossierModel
package import FileTree

/// Writes a site's files into its output folder: the only writer of `site/`.
///
/// It writes what has changed, each file whole (in a folder of temporary files, from which it is
/// renamed to its place), then removes what earlier emissions made and this site lacks; it touches
/// nothing else. A session takes the artifacts one by one as they are made. The emitter takes a folder that is
/// absent, its own, or holds nothing but `.gitkeep .gitignore README.md .git CNAME`. An emission that
/// was killed is finished by the next one (ARCHITECTURE.md, rule 4).
///
/// In the folder it keeps `.dossier-manifest`, the list of its files, and while it works
/// `.dossier-journal`, the list of what it is about to write. To save reading every file each time,
/// it trusts a file that nobody has touched (size, mtime, ctime) since a moment at which it was known
/// to be as the manifest says; that moment is the manifest's mtime. A file touched in the very tick
/// of the clock, or later, is read and compared.
package struct Emitter: Sendable {
  let output: String
  let width: Int
  let lockPatience: Duration
  let sync: Bool
  let checkpoint: Checkpoint?

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

  /// Opens and locks the folder and reads what earlier emissions noted in it; changes nothing. The
  /// folder may be absent: it is made when there is something to put into it.
  ///
  /// - Throws: `EmissionError`, among others for a folder that holds files of somebody else.
  package func begin() throws(EmissionError) -> EmissionSession { try EmissionSession(self) }

  /// Makes the folder hold exactly `artifacts`, beside what may be kept, as one session. To be called
  /// only when the whole build has succeeded.
  ///
  /// - Parameter digests: those of the artifacts' bytes, where the caller knows them, in their order.
  /// - Throws: `EmissionError`; the folder is then as it was, unless the system failed half-way.
  package func emit(
    _ artifacts: [Artifact], digests: [Digest]? = nil
  ) throws(EmissionError) -> EmissionReport {
    let digests = digests?.count == artifacts.count ? digests : nil
    let session = try begin()
    _ = concurrentMap(Array(artifacts.indices), width: width) {
      session.stage(artifacts[$0], digest: digests?[$0])
    }
    return try session.commit()
  }

  /// Removes every file that emissions made, the records, and what killed emissions left; what else
  /// is there stays. Returns what was removed; nothing when the folder is absent or not ours.
  package func clean() throws(EmissionError) -> [SitePath] {
    let folder: OutputFolder?
    do throws(EmissionError) { folder = try OutputFolder.existing(for: self) } catch {
      if case .foreignFolder = error { return [] }
      throw error
    }
    guard let folder, folder.record.isOurs || !folder.record.leftovers.isEmpty else { return [] }
    let plan = try EmissionPlan([])
    let emission = Emission(
      plan: plan, inspection: try Inspection(plan, folder.record, folder.root, width: width),
      output: folder, lanes: [], width: width, sync: sync, keepsRecord: false)
    return try EmissionError.wrap(emission.run).removed
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
