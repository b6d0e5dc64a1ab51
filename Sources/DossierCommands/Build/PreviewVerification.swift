import DossierBuild
import FileTree

/// Holds every build of a preview against one from nothing.
struct PreviewVerification: Sendable {
  let files: DiskFileSystem
  let options: SiteBuilder.Options

  /// A line that says that both are the same, or what is not.
  func report(on built: SiteRebuilder.Built) -> String {
    let collector = ArtifactCollector()
    let cold = SiteBuilder(files: files, options: options).build(into: collector)
    let lines = BuildComparison.differences(
      (built.result.diagnostics, built.artifacts),
      (cold.diagnostics, cold.artifactCount == nil ? [] : collector.artifacts))
    let way = built.isWhole ? "built whole" : "built in part"
    guard !lines.isEmpty else {
      return "verified: \(built.artifacts.count) files, \(way)\n"
    }
    return "dossier: error: not what a build from nothing makes (\(way)):\n"
      + lines.prefix(20).map { "  \($0)\n" }.joined()
  }
}
