internal import DossierModel
internal import FileTree

/// What one thread needs to stage files, one after the other: a folder of its own, since two threads
/// in one folder wait for each other in the kernel, and the folders that it looked into last.
struct StagingLane: Sendable {
  /// A folder that is held open by several values.
  final class OpenFolder: Sendable {
    let folder: Folder
    init(_ folder: consuming Folder) { self.folder = folder }
  }

  let output: OutputFolder
  let emitter: Emitter
  /// The session's folder, which is made when there is something to put into it.
  let staging: String
  let number: Int
  /// The lane's own folder, once there is something in it.
  private(set) var own: OpenFolder?
  private var stagedCount = 0
  private var looked: [(path: String, folder: OpenFolder)] = []
  /// Neighbours share a folder, or take turns in a few.
  private static let lookedLimit = 8

  init(output: OutputFolder, emitter: Emitter, staging: String, number: Int) {
    self.output = output
    self.emitter = emitter
    self.staging = staging
    self.number = number
  }

  /// Sees to it that the bytes are in the output folder, at their path or staged.
  mutating func take(
    _ artifact: Artifact, digest: Digest
  ) throws(FileTreeError) -> StagedFile {
    let place: StagedFile.Place
    if let standing = standing(artifact, digest) {
      place = standing
    } else {
      place = try stage(artifact)
    }
    return StagedFile(
      path: artifact.path, size: artifact.bytes.count, digest: digest, place: place)
  }

  private mutating func stage(_ artifact: Artifact) throws(FileTreeError) -> StagedFile.Place {
    let own: OpenFolder
    if let known = self.own {
      own = known
    } else {
      own = OpenFolder(try output.root.folder("\(staging)/\(number)", create: true))
      self.own = own
    }
    let file = stagedCount
    stagedCount += 1
    let stamp = try own.folder.create(
      String(file), with: artifact.bytes, sync: emitter.sync,
      naming: "\(emitter.output)/\(artifact.path)")
    return .staged(lane: number, number: file, modified: stamp.modified, inode: stamp.inode)
  }

  /// Nil unless a file of ours with these bytes stands at the artifact's path. What cannot be read is
  /// written anew; if it cannot be replaced either, that is found when it is to be.
  private mutating func standing(_ artifact: Artifact, _ digest: Digest) -> StagedFile.Place? {
    let path = artifact.path.rawValue
    let entry = output.record.manifest.entry(path)
    let mayBeTorn = output.record.isInJournal(path)
    guard entry != nil || mayBeTorn else { return nil }
    let (parent, name) = PathParts.split(path)
    guard let open = look(into: parent), case .file(let stamp)? = try? open.folder.item(name),
      stamp.size == artifact.bytes.count
    else { return nil }
    if let entry, !mayBeTorn, entry.size == stamp.size,
      max(stamp.modified, stamp.changed) < output.record.verifiedBefore
    {
      // The file is as the manifest says, for nobody has touched it since.
      return entry.digest == digest ? .standing(wasRead: false) : nil
    }
    let holds = try? open.folder.file(name, holds: artifact.bytes)
    return holds == true ? .standing(wasRead: true) : nil
  }

  private mutating func look(into path: String) -> OpenFolder? {
    for (known, folder) in looked where known == path { return folder }
    guard let folder = try? output.root.folder(path) else { return nil }
    let open = OpenFolder(folder)
    if looked.count == Self.lookedLimit { looked.removeFirst() }
    looked.append((path, open))
    return open
  }
}
