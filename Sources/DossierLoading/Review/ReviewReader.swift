import Diagnostics
import DossierModel
import FileTree

/// Reads the review files of `Content/review/`: every line with a tick box is a decision, or is reported.
///
/// A file is read line by line and not as Markdown: a tick means the same wherever an editor puts it.
struct ReviewReader {
  let files: any FileSystem

  /// All decisions of the `.md` files among `entries`, in their order. O(bytes).
  func read(
    _ entries: [FileEntry], reporting diagnostics: inout [Diagnostic]
  ) -> ReviewDecisions {
    var items: [ReviewItem] = []
    for entry in entries where entry.path.hasPrefix(ReviewDecisions.folder + "/") {
      guard PathParts.split(entry.path).1 == "md" else { continue }
      if let problem = entry.problem {
        diagnostics.append(FileFindings.problem(entry.path, problem))
        continue
      }
      do throws(FileTreeError) {
        let bytes = try files.contents(of: entry.path, limit: FileFindings.textLimit)
        let file = SourceFile(path: entry.path, bytes: bytes)
        if let finding = FileFindings.notUTF8(file) {
          diagnostics.append(finding)
        } else {
          items += ReviewFile(file).items(reporting: &diagnostics)
        }
      } catch {
        diagnostics.append(FileFindings.unreadable(entry.path, error))
      }
    }
    return ReviewDecisions(items)
  }
}
