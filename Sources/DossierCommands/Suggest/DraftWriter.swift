import Diagnostics
import DossierLoading
import DossierModel
import FileTree

/// Writes drafts as new files of Content: all of them or none. No file that is there is touched.
struct DraftWriter {
  let site: String
  let files: DiskFileSystem

  /// Returns how many were written. Throws when one of them is there already, when the site would not
  /// load with them, or when they cannot be written; then none is left.
  func write(_ drafts: [DraftPage]) throws(CommandFailure) -> Int {
    guard !drafts.isEmpty else { return 0 }
    let content = path("Content")
    for folder in Set(drafts.map { String($0.path.split(separator: "/")[1]) }).sorted() {
      for path in [content, "\(content)/\(folder)"] where FolderProbe.exists(path) {
        guard FolderProbe.isOwnFolder(path) else {
          throw .environment("\(path) is no folder of the site’s own; nothing is written")
        }
      }
    }
    for draft in drafts where FolderProbe.exists(path(draft.path)) {
      throw .environment("\(draft.path) is there already; nothing is written")
    }
    try check(drafts)
    var made: [String] = []
    var written: [String] = []
    do {
      for draft in drafts {
        let path = self.path(draft.path)
        if let slash = path.lastIndex(of: "/") {
          made += try AtomicFile.createDirectories(String(path[..<slash]))
        }
        try AtomicFile.create(Array(draft.text.utf8), at: path)
        written.append(path)
      }
    } catch {
      for path in written { FolderProbe.removeFile(path) }
      try? AtomicFile.removeEmptyDirectories(made)
      throw .environment("\(error); nothing is written")
    }
    return written.count
  }

  /// Loads the site as it would be, so that no draft keeps it from building.
  private func check(_ drafts: [DraftPage]) throws(CommandFailure) {
    let overlay = OverlayFiles(
      base: files,
      added: Dictionary(
        drafts.map { ($0.path, Array($0.text.utf8)) }, uniquingKeysWith: { first, _ in first }))
    let loaded = SiteLoader(
      files: overlay,
      options: .init(width: Environment.processorCount, includesDrafts: true)
    ).load()
    let paths = Set(drafts.map(\.path))
    let errors = loaded.diagnostics.filter {
      $0.severity == .error && ($0.place.map { paths.contains($0.path) } ?? true)
    }
    guard errors.isEmpty else {
      FindingsPrinter(.console).print(errors.sorted(by: Diagnostic.inReadingOrder))
      throw .content
    }
  }

  private func path(_ relative: String) -> String {
    site == "." ? relative : site + "/" + relative
  }
}

/// The site’s files with some that are not written yet.
struct OverlayFiles: FileSystem {
  let base: DiskFileSystem
  let added: [String: [UInt8]]

  func entries(under folder: String) throws(FileTreeError) -> [FileEntry] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let new = added.filter { $0.key.hasPrefix(prefix) }
      .map { FileEntry(path: $0.key, size: $0.value.count) }
    let old = try base.entries(under: folder).filter { added[$0.path] == nil }
    return (old + new).sorted { $0.path < $1.path }
  }

  func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
    if let bytes = added[path] { return bytes }
    return try base.contents(of: path, limit: limit)
  }

  func hasFolder(_ path: String) -> Bool {
    base.hasFolder(path) || added.keys.contains { $0.hasPrefix(path + "/") }
  }
}
