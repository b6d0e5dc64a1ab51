package import Diagnostics
package import DossierLoading
package import FileTree

/// Whether a site is as whole after a planned change as it was before.
package struct RewriteCheck: Sendable {
  private let files: any FileSystem
  private let width: Int

  package init(files: any FileSystem, width: Int) {
    self.files = files
    self.width = width
  }

  /// The errors that the planned changes would bring, in reading order; none where they may be made.
  /// One whole build, and a second one where there are errors.
  ///
  /// - Parameter names: the old slug and the new one, which messages may name.
  package func newErrors(
    of plan: RewritePlan, renaming names: (old: String, new: String)
  ) -> [Diagnostic] {
    let after = errors(OverlayFileSystem(files, changes: plan.changes))
    guard !after.isEmpty else { return [] }
    /// What an error says, by whatever names; its line may have moved.
    func key(_ finding: Diagnostic) -> [String] {
      let path = finding.place?.path ?? ""
      return [
        finding.id.rawValue, path == plan.moved?.from ? plan.moved?.to ?? path : path,
        finding.summary.replacing("“\(names.old)”", with: "“\(names.new)”"),
      ]
    }
    var before: [[String]: Int] = [:]
    for finding in errors(files) { before[key(finding), default: 0] += 1 }
    return after.filter { finding in
      guard let count = before[key(finding)], count > 0 else { return true }
      before[key(finding)] = count - 1
      return false
    }
  }

  private func errors(_ files: any FileSystem) -> [Diagnostic] {
    var options = SiteBuilder.Options()
    options.width = width
    options.includesDrafts = true
    return SiteBuilder(files: files, options: options).build(into: DiscardedArtifacts()).diagnostics
      .filter { $0.severity == .error }
  }
}
