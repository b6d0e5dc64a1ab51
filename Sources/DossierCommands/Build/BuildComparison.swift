import Diagnostics
import DossierBuild
import DossierModel

/// What a short way came to beside what a build from nothing comes to.
enum BuildComparison {
  /// A line for each file that differs, is missing or is too much, in the order of the paths, and one if
  /// the findings differ. Both lists sorted by path. O(bytes).
  static func differences(
    _ warm: (findings: [Diagnostic], artifacts: [Artifact]),
    _ cold: (findings: [Diagnostic], artifacts: [Artifact])
  ) -> [String] {
    var lines: [String] = []
    var left = warm.artifacts[...]
    for artifact in cold.artifacts {
      while let first = left.first, first.path < artifact.path {
        lines.append("\(first.path): is not part of the site")
        left.removeFirst()
      }
      guard let first = left.first, first.path == artifact.path else {
        lines.append("\(artifact.path): is missing")
        continue
      }
      if first.bytes != artifact.bytes { lines.append("\(artifact.path): differs") }
      left.removeFirst()
    }
    lines += left.map { "\($0.path): is not part of the site" }
    if warm.findings != cold.findings { lines.append("the findings differ") }
    return lines
  }
}
