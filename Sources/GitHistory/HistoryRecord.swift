/// What a build asked of a repository's history, and what it was told. Asked again, the same answer makes
/// the same site.
package struct HistoryRecord: Sendable, Hashable {
  /// What is compared with HEAD.
  package enum Base: Sendable, Hashable {
    case revision(String)
    /// The last commit of a day or before: `2020-11-10`.
    case day(String)
    /// Nobody can say: HEAD alone counts.
    case unknown
  }

  package let base: Base
  /// HEAD, whether the clone is shallow, and the base as commits, or why there are none.
  package let answer: String

  /// A record that was kept.
  package init(base: Base, answer: String) {
    self.base = base
    self.answer = answer
  }

  /// Asks. Up to five runs of git.
  package init(_ base: Base, in repository: GitRepository) {
    self.base = base
    do throws(GitError) {
      let state = try repository.state()
      let commit: GitCommit? =
        switch base {
        case .revision(let name): try repository.commit(named: name)
        case .day(let day): try repository.commit(onOrBefore: day)
        case .unknown: nil
        }
      answer =
        "\(state.head.id) \(state.isShallow ? "shallow" : "whole") \(commit?.id ?? "none")"
    } catch {
      answer = error.description
    }
  }

  /// Whether the repository answers the same now. Up to five runs of git.
  package func holds(in repository: GitRepository) -> Bool {
    HistoryRecord(base, in: repository) == self
  }
}
