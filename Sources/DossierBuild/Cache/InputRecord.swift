package import FileTree

/// What a build asked of the file system, and what it was told. Asked again, the same answers make the
/// same site.
package struct InputRecord: Sendable {
  /// What a folder held, at any depth.
  struct Listing: Sendable {
    let folder: String
    let entries: [FileEntry]
    /// Why it could not be listed.
    let failure: String?
  }

  struct FolderAnswer: Sendable {
    let path: String
    let isThere: Bool
  }

  /// Which file was asked for, with the most bytes that it might have.
  struct Question: Hashable, Comparable, Sendable {
    let path: String
    let limit: Int

    static func < (left: Question, right: Question) -> Bool {
      let order = PathOrder.compare(left.path, right.path)
      return order != 0 ? order < 0 : left.limit < right.limit
    }
  }

  enum Answer: Hashable, Sendable {
    case digest(Digest)
    case failure(String)
  }

  struct Content: Sendable {
    let question: Question
    let answer: Answer
    /// Whether a listing has the file, with its stamp.
    let isListed: Bool
  }

  /// A moment before anything was asked, in nanoseconds since 1970: a file that was touched at that
  /// moment or later may have other bytes under the same stamp.
  let began: Int64
  let listings: [Listing]
  let folders: [FolderAnswer]
  let contents: [Content]

  /// How the files stand to what was recorded.
  package enum State: Sendable {
    case changed
    /// The answers are the same; nil where every stamp is as it was, else the record to keep instead.
    case same(InputRecord?)
  }

  /// Asks everything again. A file whose stamp is as it was is not read, where `trustsStamps`: only
  /// where they were taken by the same machine since it was started.
  ///
  /// - Parameter width: how many threads read what must be read.
  /// - Complexity: O(files) where stamps say enough, else O(bytes of those of which they do not).
  package func state(
    in files: any FileSystem, trustsStamps: Bool, width: Int
  ) -> State {
    let now = FileClock.now()
    for folder in folders where files.hasFolder(folder.path) != folder.isThere { return .changed }
    var fresh: [Listing] = []
    var untrusted: Set<String> = []
    for listing in listings {
      guard let found = compare(listing, files, trustsStamps, &untrusted) else { return .changed }
      fresh.append(found)
    }
    let unsure = contents.filter { !$0.isListed || untrusted.contains($0.question.path) }
    let isSame = concurrentMap(unsure, width: width) {
      Self.answer($0.question, files) == $0.answer
    }
    guard isSame.allSatisfy(\.self) else { return .changed }
    guard !untrusted.isEmpty else { return .same(nil) }
    return .same(
      InputRecord(began: now, listings: fresh, folders: folders, contents: contents))
  }

  /// The folder as it is now; adds the files of which stamps do not prove that they are as they were.
  /// Nil where other files are there.
  private func compare(
    _ listing: Listing, _ files: any FileSystem, _ trustsStamps: Bool,
    _ untrusted: inout Set<String>
  ) -> Listing? {
    let entries: [FileEntry]
    do throws(FileTreeError) { entries = try files.entries(under: listing.folder) } catch {
      return listing.failure == error.description ? listing : nil
    }
    guard listing.failure == nil, entries.count == listing.entries.count else { return nil }
    for (old, new) in zip(listing.entries, entries) {
      guard PathOrder.compare(old.path, new.path) == 0, old.kind == new.kind, old.size == new.size
      else { return nil }
      if !trustsStamps || !isTrusted(old, new) { untrusted.insert(new.path) }
    }
    return Listing(folder: listing.folder, entries: entries, failure: nil)
  }

  private func isTrusted(_ old: FileEntry, _ new: FileEntry) -> Bool {
    if old.problem != nil { return true }
    guard let stamp = old.stamp, stamp == new.stamp else { return false }
    return max(stamp.modified, stamp.changed) < began
  }

  private static func answer(_ question: Question, _ files: any FileSystem) -> Answer {
    do throws(FileTreeError) {
      return .digest(Digest.of(try files.contents(of: question.path, limit: question.limit)))
    } catch {
      return .failure(error.description)
    }
  }
}
