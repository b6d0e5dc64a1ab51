/// What has changed in a watched tree since the last report.
package struct FileChanges: Hashable, Sendable {
  /// The paths that changed, from the watcher's root: files and folders written, made, moved or
  /// removed. What is under a removed folder is not listed.
  package var paths: Set<String>
  /// Whether events were lost, so that anything may have changed.
  package var everything: Bool
  /// Folders whose changes cannot be seen (the system's limit of watches, permissions).
  package var unwatched: Set<String>

  package init(
    paths: Set<String> = [], everything: Bool = false, unwatched: Set<String> = []
  ) {
    self.paths = paths
    self.everything = everything
    self.unwatched = unwatched
  }

  var isEmpty: Bool { paths.isEmpty && !everything && unwatched.isEmpty }

  mutating func merge(_ other: FileChanges) {
    paths.formUnion(other.paths)
    everything = everything || other.everything
    unwatched.formUnion(other.unwatched)
  }
}
