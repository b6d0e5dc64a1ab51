/// Why a folder's history cannot be read.
package enum GitError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no git on this machine.
  case notInstalled
  /// The folder lies in no repository.
  case noRepository
  /// The repository has no commit yet.
  case noCommit
  /// Git refuses to read it, mostly since it belongs to somebody else; its own words.
  case refused(String)
  /// No commit is called so.
  case unknownRevision(String)
  /// Git ended with an error; its own words.
  case failed(String)

  /// A sentence part for people.
  package var description: String {
    switch self {
    case .notInstalled: "git is not installed"
    case .noRepository: "the folder is in no git repository"
    case .noCommit: "the git repository has no commit yet"
    case .refused(let words): "git refuses to read the repository: \(words)"
    case .unknownRevision(let name): "git knows no revision “\(name)”"
    case .failed(let words): "git failed: \(words)"
    }
  }
}
