import CommonMark
import Diagnostics
import FileTree
import YAML

/// The files of `Content/review/`: no pages, but they name pages and passages as pages do.
enum ReviewTexts {
  static let folder = "Content/review"

  /// By path. What cannot be read is among the findings. O(bytes).
  static func all(
    in files: any FileSystem, reporting findings: inout [Diagnostic]
  ) -> [(file: SourceFile, tree: MarkdownTree)] {
    var texts: [(file: SourceFile, tree: MarkdownTree)] = []
    let entries = ((try? files.entries(under: folder)) ?? [])
      .filter { $0.problem == nil && $0.path.hasSuffix(".md") }
      .sorted { PathOrder.precedes($0.path, $1.path) }
    for entry in entries {
      do throws(FileTreeError) {
        let file = SourceFile(
          path: entry.path,
          bytes: try files.contents(of: entry.path, limit: FileFindings.textLimit))
        let start = FrontMatter.split(file).bodyStart
        texts.append((file, MarkdownTree.parse(file.bytes, from: start, extensions: .all)))
      } catch {
        findings.append(FileFindings.unreadable(entry.path, error))
      }
    }
    return texts
  }
}
