package import DossierModel
import Locking

/// Keeps all artifacts of a build in memory: for the preview, and for checking without writing.
package final class ArtifactCollector: ArtifactSink {
  private let collected = Mutex<[Artifact]>([])

  package init() {}

  package func receive(_ artifact: Artifact) {
    collected.withLock { $0.append(artifact) }
  }

  /// What was received, sorted by path.
  package var artifacts: [Artifact] {
    collected.withLock { $0 }.sorted { $0.path < $1.path }
  }
}

/// Counts and forgets.
package struct DiscardedArtifacts: ArtifactSink {
  package init() {}

  package func receive(_ artifact: Artifact) {}
}
