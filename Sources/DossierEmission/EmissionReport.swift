package import DossierModel
package import FileTree

/// What an emission did, each list in the order of the paths' bytes.
package struct EmissionReport: Hashable, Sendable {
  /// The files made or replaced.
  package let written: [SitePath]
  /// The files of earlier emissions that are gone.
  package let removed: [SitePath]
  /// The number of files that had their bytes already.
  package let unchanged: Int
  /// Of the bytes of the manifest that lists the files now; nil where none was left.
  package let manifest: Digest?

  package init(
    written: [SitePath], removed: [SitePath], unchanged: Int, manifest: Digest? = nil
  ) {
    self.written = written
    self.removed = removed
    self.unchanged = unchanged
    self.manifest = manifest
  }
}
