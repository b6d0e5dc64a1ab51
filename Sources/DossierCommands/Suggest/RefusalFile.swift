import DossierLinking
import FileTree

/// `Content/review/refused.md`: what an editor does not want proposed again. It stays in git.
struct RefusalFile {
  let site: String
  let files: DiskFileSystem

  private static let heading = """
    # Refused

    What `dossier suggest` does not propose again, one name a line. `dossier suggest --refuse NAME` adds one.


    """

  private func text() throws(CommandFailure) -> String? {
    guard FolderProbe.exists(path) else { return nil }
    do {
      return String(
        decoding: try files.contents(of: RefusedNames.path, limit: 16 << 20), as: UTF8.self)
    } catch {
      throw .environment("\(error)")
    }
  }

  /// Adds names that are not in it, each as a line at its end; what else is in it stays as it is.
  func append(_ new: [String]) throws(CommandFailure) {
    guard FolderProbe.exists(site == "." ? "dossier.yml" : site + "/dossier.yml") else {
      throw .environment("there is no dossier.yml in \(site); name the site's folder with --source")
    }
    for name in ["Content", "Content/review"] {
      let folder = site == "." ? name : site + "/" + name
      guard !FolderProbe.exists(folder) || FolderProbe.isOwnFolder(folder) else {
        throw .environment("\(folder) is no folder of the site’s own; nothing is written")
      }
    }
    var text = try self.text() ?? Self.heading
    var known = RefusedNames(markdown: text)
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    for name in new where known.insert(name) { text += RefusedNames.line(for: name) + "\n" }
    try Scaffold.write(text, to: path)
  }

  private var path: String { site == "." ? RefusedNames.path : site + "/" + RefusedNames.path }
}
