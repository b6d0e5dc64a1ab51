package import DossierModel
import Locking

/// The artifacts of one rendering, by job, for the next one: what was made of inputs that are the same
/// is taken again. Jobs are known by their numbers, so that both renderings must be of a site with the
/// same pages, sources and statements.
package final class RenderMemory: Sendable {
  private struct State: Sendable {
    /// By job.
    var made: [[Artifact]?] = []
    /// The jobs that have an artifact made of an input, but for those that every page has.
    var jobs: [InputID: [Int]] = [:]
    /// Jobs with an artifact that says nothing of its inputs, which may depend on anything.
    var unsure: Set<Int> = []
    /// The paths that no job made.
    var others: [SitePath]?
  }

  private let last: [[Artifact]?]
  private let changed: Set<InputID>
  private let state = Mutex(State())

  /// For a first rendering.
  package init() {
    last = []
    changed = []
  }

  private init(last: [[Artifact]?], changed: Set<InputID>) {
    self.last = last
    self.changed = changed
  }

  /// For the next rendering, in which `changed` is no longer what it was, and all other inputs are.
  package func next(changed: Set<InputID>) -> RenderMemory {
    RenderMemory(last: state.withLock { $0.made }, changed: changed)
  }

  /// What the last rendering made of a job, where nothing has changed that it was made from.
  func kept(_ job: Int, of count: Int) -> [Artifact]? {
    guard last.count == count, let artifacts = last[job] else { return nil }
    for artifact in artifacts {
      if artifact.inputs.isEmpty { return nil }
      for input in artifact.inputs where changed.contains(input) { return nil }
    }
    return artifacts
  }

  func keep(_ artifacts: [Artifact], _ job: Int, of count: Int) {
    state.withLock { state in
      if state.made.count != count { state.made = Array(repeating: nil, count: count) }
      state.made[job] = artifacts
    }
  }

  /// To be called when all is rendered: the paths of the site, of which jobs made so many. O(inputs of all
  /// artifacts).
  func note(_ paths: [SitePath], ofJobs count: Int) {
    state.withLock { state in
      var own: Set<SitePath> = []
      own.reserveCapacity(count)
      for (job, artifacts) in state.made.enumerated() {
        for artifact in artifacts ?? [] {
          own.insert(artifact.path)
          Self.note(artifact, job, in: &state)
        }
      }
      state.others = paths.filter { !own.contains($0) }
    }
  }

  private static func note(_ artifact: Artifact, _ job: Int, in state: inout State) {
    if artifact.inputs.isEmpty { state.unsure.insert(job) }
    for input in artifact.inputs {
      if case .file(let path) = input, !path.hasPrefix("Content/") { continue }
      state.jobs[input, default: []].append(job)
    }
  }

  /// Whether jobs made all files but, at most, the one at `path`, which paths alone are put into.
  func coversAll(besides path: SitePath) -> Bool {
    state.withLock { state in state.others?.allSatisfy { $0 == path } ?? false }
  }

  /// The jobs with an artifact made of one of `changed`, files of Content/ and questions; nil where there
  /// are not `count` jobs.
  func jobs(of count: Int, dependingOn changed: Set<InputID>) -> Set<Int>? {
    state.withLock { state in
      guard state.made.count == count else { return nil }
      var jobs = state.unsure
      for input in changed { jobs.formUnion(state.jobs[input] ?? []) }
      return jobs
    }
  }

  /// Puts artifacts in the place of those of their jobs; false, and nothing is done, where any has other
  /// paths than before.
  func replace(_ results: [(job: Int, artifacts: [Artifact])]) -> Bool {
    state.withLock { state in
      let isSame = results.allSatisfy { job, artifacts in
        state.made[job]?.map(\.path) == artifacts.map(\.path)
      }
      guard isSame else { return false }
      for (job, artifacts) in results {
        let old = state.made[job] ?? []
        state.made[job] = artifacts
        // What an artifact is made from may be more than before; what it no longer is, costs a rendering.
        for (artifact, last) in zip(artifacts, old) where artifact.inputs != last.inputs {
          Self.note(artifact, job, in: &state)
        }
      }
      return true
    }
  }
}
