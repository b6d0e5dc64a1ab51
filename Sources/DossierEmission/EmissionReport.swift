package import DossierModel

/// What an emission did, each list in the order of the paths' bytes.
package struct EmissionReport: Hashable, Sendable {
  /// The files made or replaced.
  package let written: [SitePath]
  /// The files of earlier emissions that are gone.
  package let removed: [SitePath]
  /// The number of files that had their bytes already.
  package let unchanged: Int

  package init(written: [SitePath], removed: [SitePath], unchanged: Int) {
    self.written = written
    self.removed = removed
    self.unchanged = unchanged
  }
}
