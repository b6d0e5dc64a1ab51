internal import Dispatch
internal import Glibc
internal import Locking

/// Reports what changes below some folders of a root, by inotify, from a thread of its own.
///
/// A burst of changes is one report: it comes when nothing more has happened for `quiet`, at the
/// latest `patience` after its first change. Reports that nobody has fetched yet are merged. Names
/// that `IgnoredNames` knows are not reported. Links to folders are not followed.
package final class FileWatcher: Sendable {
  /// The reports, to be read by one task. Ends when that task is cancelled or `stop` is called; holding it keeps the watcher at work.
  package let changes: AsyncStream<FileChanges>
  private let lifetime: Lifetime

  /// Watches from now on: whatever changes after the return is reported.
  ///
  /// - Parameters:
  ///   - root: a folder that is there.
  ///   - paths: folders (watched with all below them) and files, from the root. They need not be
  ///     there yet. `""` for the root itself.
  package init(
    root: String, paths: [String], quiet: Duration = .milliseconds(20),
    patience: Duration = .milliseconds(200)
  ) throws(FileTreeError) {
    guard let stopSignal = EventSignal() else { throw .notReadable(path: root, reason: "eventfd") }
    let lifetime = Lifetime(stopSignal)
    self.lifetime = lifetime
    let tree = try WatchedTree(root: root, paths: paths)
    let mailbox = Mailbox()
    let ticks = mailbox.ticks
    changes = AsyncStream {
      for await _ in ticks {
        if let changes = mailbox.take() { return withExtendedLifetime(lifetime) { changes } }
      }
      return nil
    } onCancel: {
      lifetime.end()
    }
    DispatchQueue(label: "dossier.file-watcher").async {
      var loop = WatchLoop(tree: tree, stop: stopSignal, quiet: quiet, patience: patience)
      while let changes = loop.next() { mailbox.put(changes) }
      mailbox.close()
    }
  }

  /// Ends the reports and the thread. Returns at once; may be called again.
  package func stop() { lifetime.end() }
}

/// Ends the watcher's thread when neither the watcher nor its stream is held any more.
private final class Lifetime: Sendable {
  private let stop: EventSignal

  init(_ stop: EventSignal) { self.stop = stop }

  deinit { stop.raise() }

  func end() { stop.raise() }
}

/// Holds the changes that nobody has fetched yet.
private final class Mailbox: Sendable {
  let ticks: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let pending = Mutex(FileChanges())

  init() {
    (ticks, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func put(_ changes: FileChanges) {
    pending.withLock { $0.merge(changes) }
    continuation.yield()
  }

  func take() -> FileChanges? {
    pending.withLock { pending in
      let changes = pending
      pending = FileChanges()
      return changes.isEmpty ? nil : changes
    }
  }

  func close() { continuation.finish() }
}
