package import DossierModel
internal import FileTree
internal import Locking

/// One emission that is given its artifacts one by one and keeps none of their bytes in memory.
///
/// The folder is locked from `begin` on (from the first artifact on, where there was none). What is
/// to be written waits in a folder of the session's own, `.dossier-tmp-…` in the output folder, so
/// that `commit` need but rename it. Until then the site is as it was. What a killed session leaves is
/// removed by the next one that commits.
///
/// It ends with `commit`, `abandon`, or its last reference, which abandons it.
package final class EmissionSession: Sendable {
  private struct State: Sendable {
    /// Nil while there is no folder, and after the end.
    var output: OutputFolder?
    /// The folders that were made to have one.
    var made: [String] = []
    /// What each lane has taken: as a rule in the order of the paths, so that sorting has less to do.
    var files: [[StagedFile]] = []
    /// The lanes that no thread has at the moment.
    var free: [StagingLane] = []
    var failure: EmissionError?
    var hasEnded = false

    var isIdle: Bool { free.count == files.count }
  }

  private let emitter: Emitter
  private let staging = AtomicFile.temporaryName()
  private let state: Mutex<State>

  init(_ emitter: Emitter) throws(EmissionError) {
    self.emitter = emitter
    state = Mutex(State(output: try OutputFolder.existing(for: emitter)))
  }

  deinit { abandon() }

  /// Takes one artifact, on any thread, in any order. Digests it; unless a file of ours with these
  /// bytes stands at its path, writes them into the session's folder. Errors are kept for `commit`;
  /// after one, and after the session's end, nothing more is taken.
  package func stage(_ artifact: Artifact) { stage(artifact, digest: nil) }

  /// - Parameter digest: that of the bytes, where the caller knows it.
  func stage(_ artifact: Artifact, digest: Digest?) {
    guard var lane = claim() else { return }
    let digest = digest ?? Digest.of(artifact.bytes)
    do throws(FileTreeError) {
      let file = try lane.take(artifact, digest: digest)
      giveBack(lane) { $0.files[lane.number].append(file) }
    } catch {
      giveBack(lane) { $0.failure = $0.failure ?? .fileSystem(error) }
    }
  }

  /// Makes the output folder hold exactly the artifacts staged, beside what may be kept: the files are
  /// renamed to their places, assets first, then new pages, then changed ones; then what the site
  /// lacks is removed. To be called when the whole build has succeeded and `stage` has returned
  /// everywhere.
  ///
  /// - Throws: `EmissionError`; the folder is then as it was, unless the system failed half-way.
  package func commit() throws(EmissionError) -> EmissionReport {
    let (files, lanes, output) = try takeStock()
    defer { tidyUp() }
    let plan = try EmissionPlan(files)
    let inspection = try Inspection(plan, output.record, output.root, width: emitter.width)
    let emission = Emission(
      plan: plan, inspection: inspection, output: output, lanes: lanes, width: emitter.width,
      sync: emitter.sync)
    return try EmissionError.wrap(emission.run)
  }

  /// Removes what was staged, as well as it can: the folder is as it was. Nothing after `commit`. If
  /// other threads are still staging, the last of them does it.
  package func abandon() {
    let isIdle = state.withLock { state in
      if state.hasEnded { return false }
      state.hasEnded = true
      return state.isIdle
    }
    if isIdle { tidyUp() }
  }

  /// A lane that nobody has; nil when there is nothing to be staged any more.
  private func claim() -> StagingLane? {
    state.withLock { state in
      guard !state.hasEnded, state.failure == nil else { return nil }
      if let lane = state.free.popLast() { return lane }
      guard let output = open(&state) else { return nil }
      state.files.append([])
      return StagingLane(
        output: output, emitter: emitter, staging: staging, number: state.files.count - 1)
    }
  }

  private func giveBack(_ lane: StagingLane, _ note: (inout State) -> Void) {
    let isLast = state.withLock { state in
      state.free.append(lane)
      note(&state)
      return state.hasEnded && state.isIdle
    }
    if isLast { tidyUp() }
  }

  /// The output folder, made if need be; nil, and the failure noted, when that fails.
  private func open(_ state: inout State) -> OutputFolder? {
    if let output = state.output { return output }
    do throws(EmissionError) {
      let output = try OutputFolder.make(for: emitter, made: &state.made)
      state.output = output
      return output
    } catch {
      state.failure = error
      return nil
    }
  }

  /// What was staged, the lanes by their numbers, and the folder. Ends the session.
  private func takeStock() throws(EmissionError)
    -> (files: [StagedFile], lanes: [StagingLane], output: OutputFolder)
  {
    do throws(EmissionError) {
      return try state.withLock { state throws(EmissionError) in
        guard !state.hasEnded else { throw .ended }
        let output = state.failure == nil ? open(&state) : nil
        state.hasEnded = true
        guard let output, state.isIdle else { throw state.failure ?? .ended }
        return (Array(state.files.joined()), state.free.sorted { $0.number < $1.number }, output)
      }
    } catch {
      if state.withLock({ $0.isIdle }) { tidyUp() }
      throw error
    }
  }

  /// Removes the session's folder, and the output folder if it was made for nothing. Then lets go of
  /// the lock.
  private func tidyUp() {
    let (output, made) = state.withLock { state in
      defer {
        state.output = nil
        state.free = []
        state.files = []
      }
      return (state.output, state.made)
    }
    // Without the lock, another may be about to use a folder that was made here.
    guard let output else { return }
    try? output.root.removeTree(staging)
    try? AtomicFile.removeEmptyDirectories(made, checkpoint: emitter.checkpoint)
  }
}

extension EmissionSession: ArtifactSink {
  /// Stages the artifact.
  package func receive(_ artifact: Artifact) { stage(artifact) }
}
