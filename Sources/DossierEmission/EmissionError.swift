package import DossierModel
package import FileTree

/// Why a site was not emitted. All but `fileSystem` are found before anything is changed.
package enum EmissionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Two artifacts have one path.
  case duplicate(SitePath)
  /// Two paths are one file where file names ignore case or Unicode form (macOS, Windows, USB).
  case collision(SitePath, SitePath)
  /// One artifact's path is a folder of the other's.
  case fileIsFolder(file: SitePath, below: SitePath)
  /// The path belongs to the emitter itself, or to git.
  case reserved(SitePath)
  /// The folder is not one of ours and holds files of somebody else: the first of them, and how
  /// many there are.
  case foreignFolder(output: String, entries: [String], count: Int)
  /// Files of somebody else, or links, stand where artifacts are to be written: the first of them,
  /// from the output folder, and how many there are.
  case inTheWay(output: String, entries: [String], count: Int)
  /// The manifest or the journal in the folder was not written by this version, or was damaged.
  case unreadableRecord(path: String, reason: String)
  /// Another emission into the folder is under way.
  case locked(output: String)
  /// A session is committed that has ended, or whose artifacts are still being staged.
  case ended
  /// The system refused something; an emission that had begun is finished by the next one.
  case fileSystem(FileTreeError)

  package var description: String {
    switch self {
    case .duplicate(let path): "two artifacts have the path \(path)"
    case .collision(let first, let second):
      "\(first) and \(second) are one file where file names ignore case"
    case .fileIsFolder(let file, let below): "\(file) is a file, and a folder in \(below)"
    case .reserved(let path): "\(path): the name is reserved"
    case .foreignFolder(let output, let entries, let count):
      "\(output) was not made by dossier and holds \(Self.list(entries, count)); "
        + "choose an empty folder"
    case .inTheWay(let output, let entries, let count):
      "in \(output), \(Self.list(entries, count)) would be overwritten and was not made by "
        + "dossier; move it away"
    case .unreadableRecord(let path, let reason):
      "\(path): \(reason); remove the output folder to start anew"
    case .locked(let output): "another dossier is writing \(output)"
    case .ended: "the emission has ended already, or its files are still being made"
    case .fileSystem(let error): error.description
    }
  }

  private static func list(_ entries: [String], _ count: Int) -> String {
    let more = count > entries.count ? " and \(count - entries.count) more" : ""
    return entries.joined(separator: ", ") + more
  }
}
