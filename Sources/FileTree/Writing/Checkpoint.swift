/// Asked before each change of the file system, so that a test can end the work there as a kill
/// would: nothing is tidied up.
package struct Checkpoint: Sendable {
  private let shouldStop: @Sendable (_ step: String) -> Bool

  /// `shouldStop` is called from any thread, with the step's name: `create`, `write`, `rename`,
  /// `remove`, `make-folder`, `remove-folder`. After its first `true` it should return nothing else.
  package init(shouldStop: @escaping @Sendable (_ step: String) -> Bool) {
    self.shouldStop = shouldStop
  }

  package func pass(_ step: String) throws(FileTreeError) {
    if shouldStop(step) { throw .interrupted }
  }
}
