package import FileTree
import Locking

/// A file system that notes everything that is asked of it, with the answers. What a build depends on
/// is then known without anybody having to list it.
package final class RecordingFiles: FileSystem {
  private let files: any FileSystem
  private let asked = Mutex(Asked())
  /// A moment before the first question, in nanoseconds since 1970.
  private let began = FileClock.now()

  private struct Asked {
    var listings: [String: InputRecord.Listing] = [:]
    var folders: [String: Bool] = [:]
    var contents: [InputRecord.Question: InputRecord.Answer] = [:]
  }

  package init(_ files: any FileSystem) { self.files = files }

  /// What was asked so far, in the order of the paths.
  package var record: InputRecord {
    let asked = asked.withLock { $0 }
    var listed: Set<String> = []
    for listing in asked.listings.values {
      for entry in listing.entries { listed.insert(entry.path) }
    }
    return InputRecord(
      began: began,
      listings: asked.listings.values.sorted { PathOrder.precedes($0.folder, $1.folder) },
      folders: asked.folders.sorted { PathOrder.precedes($0.key, $1.key) }
        .map { .init(path: $0.key, isThere: $0.value) },
      contents: asked.contents.map {
        .init(question: $0.key, answer: $0.value, isListed: listed.contains($0.key.path))
      }.sorted { $0.question < $1.question })
  }

  package func entries(under folder: String) throws(FileTreeError) -> [FileEntry] {
    do throws(FileTreeError) {
      let entries = try files.entries(under: folder)
      note(InputRecord.Listing(folder: folder, entries: entries, failure: nil))
      return entries
    } catch {
      note(InputRecord.Listing(folder: folder, entries: [], failure: error.description))
      throw error
    }
  }

  private func note(_ listing: InputRecord.Listing) {
    asked.withLock { $0.listings[listing.folder] = listing }
  }

  package func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
    let question = InputRecord.Question(path: path, limit: limit)
    do throws(FileTreeError) {
      let bytes = try files.contents(of: path, limit: limit)
      let digest = Digest.of(bytes)
      asked.withLock { $0.contents[question] = .digest(digest) }
      return bytes
    } catch {
      asked.withLock { $0.contents[question] = .failure(error.description) }
      throw error
    }
  }

  package func hasFolder(_ path: String) -> Bool {
    let isThere = files.hasFolder(path)
    asked.withLock { $0.folders[path] = isThere }
    return isThere
  }
}
