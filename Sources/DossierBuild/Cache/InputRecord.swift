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
  package enum Difference: Sendable {
    /// The answers are the same; nil where every stamp is as it was, else the record to keep instead.
    case none(InputRecord?)
    /// There are the same files as before, and these, sorted, hold something else: the record as it is now.
    case contents([String], InputRecord)
    /// Anything else.
    case other
  }

  /// Asks everything again. A file whose stamp is as it was is not read, where `trustsStamps`: only
  /// where they were taken by the same machine since it was started.
  ///
  /// - Parameter width: how many threads read what must be read.
  /// - Complexity: O(files) where stamps say enough, else O(bytes of those of which they do not).
  package func difference(
    in files: any FileSystem, trustsStamps: Bool, width: Int
  ) -> Difference {
    let now = FileClock.now()
    for folder in folders where files.hasFolder(folder.path) != folder.isThere { return .other }
    var fresh: [Listing] = []
    var untrusted: Set<String> = []
    let compared = concurrentMap(listings, width: width) { compare($0, files, trustsStamps) }
    for compared in compared {
      guard let (listing, changed) = compared else { return .other }
      fresh.append(listing)
      untrusted.formUnion(changed)
    }
    let unsure = contents.indices.filter {
      !contents[$0].isListed || untrusted.contains(contents[$0].question.path)
    }
    let answers = concurrentMap(unsure, width: width) { Self.answer(contents[$0].question, files) }
    var next = contents
    var changed: [String] = []
    for (index, answer) in zip(unsure, answers) where answer != contents[index].answer {
      guard contents[index].isListed, case .digest = answer else { return .other }
      next[index] = Content(
        question: contents[index].question, answer: answer, isListed: contents[index].isListed)
      changed.append(contents[index].question.path)
    }
    let record = InputRecord(began: now, listings: fresh, folders: folders, contents: next)
    if !changed.isEmpty { return .contents(changed, record) }
    return .none(untrusted.isEmpty ? nil : record)
  }

  /// The folder as it is now, and the files of which stamps do not prove that they are as they were. Nil
  /// where other files are there.
  private func compare(
    _ listing: Listing, _ files: any FileSystem, _ trustsStamps: Bool
  ) -> (Listing, [String])? {
    let entries: [FileEntry]
    do throws(FileTreeError) { entries = try files.entries(under: listing.folder) } catch {
      return listing.failure == error.description ? (listing, []) : nil
    }
    guard listing.failure == nil, entries.count == listing.entries.count else { return nil }
    var untrusted: [String] = []
    for (old, new) in zip(listing.entries, entries) {
      guard PathOrder.compare(old.path, new.path) == 0, old.kind == new.kind else { return nil }
      if !trustsStamps || !isTrusted(old, new) { untrusted.append(new.path) }
    }
    return (Listing(folder: listing.folder, entries: entries, failure: nil), untrusted)
  }

  /// The record with what another one, of the same files, was told.
  func merging(_ other: InputRecord) -> InputRecord {
    let answers = Dictionary(
      other.contents.map { ($0.question, $0.answer) }, uniquingKeysWith: { $1 })
    return InputRecord(
      began: began, listings: listings, folders: folders,
      contents: contents.map {
        Content(
          question: $0.question, answer: answers[$0.question] ?? $0.answer, isListed: $0.isListed)
      })
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
