/// Changes several files below one folder as one change.
///
/// The new files are written under temporary names beside the old ones; then a journal names them all;
/// then each takes its place; then the journal goes. Killed before the journal stands, all files are old;
/// killed after it, some are, and `recover` finishes the work. As long as the journal is there, nobody
/// should take the files for one another's (`isUnfinished`).
package struct FileTransaction: Sendable {
  /// The name of the journal in the folder.
  package static let journal = ".dossier-rewrite"

  /// What becomes of one file.
  package struct Change: Sendable {
    /// From the folder: `Content/actors/russia.md`.
    package let path: String
    /// The bytes that it must have until then; nil where there must be no such file.
    package let old: [UInt8]?
    /// The bytes that it gets; nil to remove it.
    package let new: [UInt8]?

    package init(path: String, old: [UInt8]?, new: [UInt8]?) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  private let root: String
  private let checkpoint: Checkpoint?

  /// - Parameter root: the folder's path.
  package init(root: String, checkpoint: Checkpoint? = nil) {
    self.root = root
    self.checkpoint = checkpoint
  }

  /// Whether a change was interrupted behind its journal.
  package func isUnfinished() throws(FileTreeError) -> Bool {
    try Folder(path: root).item(Self.journal) != nil
  }

  /// Waits until nobody is making a change any more: a journal that is still there then was left by an
  /// interrupted run. For readers that were woken by the change itself.
  package func settle() {
    guard (try? isUnfinished()) == true, let folder = try? Folder(path: root) else { return }
    folder.waitForLock()
  }

  /// Makes all changes or none; all are on the medium on return. Throws `changing` when a file is not as
  /// `old` says, `alreadyThere` when an interrupted change must be finished before.
  package func commit(_ changes: [Change]) throws(FileTreeError) {
    guard !changes.isEmpty else { return }
    let folder = try lockedRoot()
    guard try folder.item(Self.journal) == nil else {
      throw .alreadyThere(path: folder.whole(Self.journal))
    }
    var entries: [Entry] = []
    do throws(FileTreeError) {
      for change in changes { entries.append(try stage(change, in: folder)) }
      _ = try folder.replace(
        Self.journal, with: Entry.journal(entries), mustBeNew: true, sync: true)
    } catch {
      if error != .interrupted { for entry in entries { discard(entry, in: folder) } }
      throw error
    }
    try finish(entries, in: folder)
  }

  /// Finishes an interrupted change; false when there is none. Throws where a file was edited meanwhile,
  /// and changes nothing more then.
  package func recover() throws(FileTreeError) -> Bool {
    let folder = try lockedRoot()
    guard try folder.item(Self.journal) != nil else { return false }
    let bytes = try folder.contents(of: Self.journal, limit: 64 << 20)
    guard let entries = Entry.entries(ofJournal: bytes) else {
      throw .notReadable(path: folder.whole(Self.journal), reason: "it is no journal")
    }
    for entry in entries { try check(entry, in: folder) }
    try finish(entries, in: folder)
    return true
  }

  private func lockedRoot() throws(FileTreeError) -> Folder {
    let folder = try Folder(path: root, checkpoint: checkpoint)
    guard folder.tryLock() else {
      throw .notWritable(path: root, reason: "another dossier is changing files in it")
    }
    return folder
  }

  // MARK: Steps

  private func stage(
    _ change: Change, in root: borrowing Folder
  ) throws(FileTreeError) -> Entry {
    let (parent, name) = Self.split(change.path)
    let folder = try root.folder(parent)
    guard try holds(folder, name, change.old) else { throw .changing(path: change.path) }
    let old = change.old.map { Digest.of($0) }
    guard let new = change.new else { return Entry(change.path, "", old: old, new: nil) }
    let temporary = AtomicFile.temporaryName()
    _ = try folder.create(
      temporary, with: new, mode: folder.mode(of: name), sync: true, naming: change.path)
    return Entry(change.path, temporary, old: old, new: Digest.of(new))
  }

  private func holds(
    _ folder: borrowing Folder, _ name: String, _ bytes: [UInt8]?
  ) throws(FileTreeError) -> Bool {
    guard let item = try folder.item(name) else { return bytes == nil }
    guard case .file = item, let bytes else { return false }
    return try folder.file(name, holds: bytes)
  }

  private func discard(_ entry: Entry, in root: borrowing Folder) {
    guard !entry.temporary.isEmpty else { return }
    let (parent, _) = Self.split(entry.path)
    if let folder = try? root.folder(parent) { _ = try? folder.remove(entry.temporary) }
  }

  /// Throws where a file that is yet to be changed is neither as it was nor as it will be.
  private func check(_ entry: Entry, in root: borrowing Folder) throws(FileTreeError) {
    let (parent, name) = Self.split(entry.path)
    let folder = try root.folder(parent)
    if !entry.temporary.isEmpty {
      // Without its temporary file it is in its place already.
      guard case .file = try folder.item(entry.temporary) else { return }
      guard try folder.digest(of: entry.temporary) == entry.new else {
        throw .notReadable(path: entry.path, reason: "its new version is not whole")
      }
    }
    let now = try folder.digest(of: name)
    guard now == entry.old || now == entry.new else {
      throw .notWritable(
        path: entry.path,
        reason:
          "it was edited after a change of several files was interrupted; to give that change "
          + "up remove \(Self.journal)")
    }
  }

  private func finish(_ entries: [Entry], in root: borrowing Folder) throws(FileTreeError) {
    for entry in entries {
      let (parent, name) = Self.split(entry.path)
      let folder = try root.folder(parent)
      if entry.temporary.isEmpty {
        _ = try folder.remove(name)
      } else if try folder.item(entry.temporary) != nil {
        try folder.move(entry.temporary, to: folder, as: name)
      }
    }
    var synchronized: Set<String> = []
    for entry in entries where synchronized.insert(Self.split(entry.path).folder).inserted {
      try root.folder(Self.split(entry.path).folder).synchronize()
    }
    _ = try root.remove(Self.journal)
    try root.synchronize()
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let (folder, name) = AtomicFile.split(path)
    return (folder == "." ? "" : folder, name)
  }

  // MARK: The journal

  /// A file in the journal: `old NUL new NUL temporary NUL path NUL`, digests in hexadecimal or empty.
  private struct Entry {
    let path: String
    /// The name of the new file beside the old one; empty where the file is removed.
    let temporary: String
    let old: Digest?
    let new: Digest?

    init(_ path: String, _ temporary: String, old: Digest?, new: Digest?) {
      self.path = path
      self.temporary = temporary
      self.old = old
      self.new = new
    }

    private static let head = "dossier-rewrite/1"

    static func journal(_ entries: [Entry]) -> [UInt8] {
      var bytes = Array(head.utf8) + [0]
      for entry in entries {
        for field in [entry.old?.hex ?? "", entry.new?.hex ?? "", entry.temporary, entry.path] {
          bytes += field.utf8
          bytes.append(0)
        }
      }
      return bytes
    }

    /// nil for bytes that are no journal, or name what is no plain path.
    static func entries(ofJournal bytes: [UInt8]) -> [Entry]? {
      let fields = bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.first == head, fields.count % 4 == 1 else { return nil }
      var entries: [Entry] = []
      for start in stride(from: 1, to: fields.count, by: 4) {
        let (temporary, path) = (fields[start + 2], fields[start + 3])
        guard RelativePath.isValid(path),
          temporary.isEmpty
            || temporary.hasPrefix(AtomicFile.temporaryPrefix) && !temporary.contains("/"),
          temporary.isEmpty == fields[start + 1].isEmpty
        else { return nil }
        entries.append(
          Entry(
            path, temporary, old: Digest(hex: fields[start]), new: Digest(hex: fields[start + 1])))
      }
      return entries
    }
  }
}
