internal import FileTree

/// The output folder of one emission: open, locked as long as this value lives, and known to be ours
/// or free.
final class OutputFolder: Sendable {
  let root: Folder
  let record: OutputRecord
  /// A moment before the record was read, in nanoseconds since 1970.
  let began: Int64

  private init(_ root: consuming Folder) throws(EmissionError) {
    began = FileClock.now()
    record = try OutputRecord(root)
    self.root = root
  }

  /// The folder, if there is one. Changes nothing.
  static func existing(for emitter: Emitter) throws(EmissionError) -> OutputFolder? {
    while true {
      let root: Folder
      do throws(FileTreeError) {
        root = try Folder(path: emitter.output, checkpoint: emitter.checkpoint)
      } catch {
        if case .notFound = error { return nil }
        throw .fileSystem(error)
      }
      try lock(root, for: emitter)
      // An emission that made the folder and was abandoned has removed it before it let the lock go.
      if root.isStill(at: emitter.output) { return try OutputFolder(root) }
    }
  }

  /// The folder, made where it is missing, with those above it; adds to `made` what was made.
  static func make(
    for emitter: Emitter, made: inout [String]
  ) throws(EmissionError) -> OutputFolder {
    let clock = ContinuousClock()
    let end = clock.now + emitter.lockPatience
    repeat {
      made += try EmissionError.wrap { () throws(FileTreeError) in
        try AtomicFile.createDirectories(emitter.output)
      }
      if let folder = try existing(for: emitter) { return folder }
    } while clock.now < end
    throw .locked(output: emitter.output)
  }

  private static func lock(
    _ root: borrowing Folder, for emitter: Emitter
  ) throws(EmissionError) {
    let clock = ContinuousClock()
    let end = clock.now + emitter.lockPatience
    while !root.tryLock() {
      guard clock.now < end else { throw .locked(output: emitter.output) }
      FileClock.sleep(milliseconds: 5)
    }
  }
}
