package import FileTree
import Subprocesses

/// Reads the history of the repository that a folder lies in, through `git`.
///
/// A repository's own settings are not ours: they may name programs. Whatever git would run for the
/// commands used here is switched off on its command line, which wins over every file; its environment
/// is made anew; no hook is run by these commands; nothing is fetched for a partial clone; a repository
/// that is hidden as plain files below the folder is not taken for one. Nothing is written, no index
/// refreshed. That a repository belongs to somebody else (`safe.directory`) is reported and not
/// overridden.
package struct GitRepository: Sendable {
  /// The most that one command may print, in bytes.
  private static let outputLimit = 1 << 30
  private static let timeout = Duration.seconds(300)

  private let folder: String
  private let environment: [String: String]
  private let program: String

  /// - Parameters:
  ///   - folder: the site's folder, somewhere in a work tree.
  ///   - environment: what git is given of ours: PATH, and HOME for what the user declared safe.
  ///   - program: git, by name or path.
  package init(folder: String, environment: [String: String], program: String = "git") {
    self.folder = folder
    self.program = program
    var variables = environment.filter { !$0.key.hasPrefix("GIT_") }
    variables["LC_ALL"] = "C"
    variables["GIT_OPTIONAL_LOCKS"] = "0"
    variables["GIT_TERMINAL_PROMPT"] = "0"
    variables["GIT_NO_LAZY_FETCH"] = "1"
    // An older git fetches what a partial clone lacks all the same, by no protocol.
    variables["GIT_ALLOW_PROTOCOL"] = ""
    variables["GIT_NO_REPLACE_OBJECTS"] = "1"
    self.environment = variables
  }

  /// Where the history stands.
  package struct State: Sendable, Hashable {
    /// The commit that the work tree is based on.
    package let head: GitCommit
    /// Whether the clone has only the last part of the history.
    package let isShallow: Bool
  }

  /// HEAD and shallowness. Throws where there is no history to read. Two or three runs of git.
  package func state() throws(GitError) -> State {
    let words = try text(["rev-parse", "--is-shallow-repository", "--is-inside-work-tree"])
      .split(separator: "\n")
    guard words.last == "true" else { throw .noRepository }
    let head: GitCommit
    do throws(GitError) {
      head = try commit(named: "HEAD")
    } catch .unknownRevision {
      throw .noCommit
    }
    return State(head: head, isShallow: words.first == "true")
  }

  /// The commit that `revision` names: a hash, a branch, a tag, `HEAD~3`.
  package func commit(named revision: String) throws(GitError) -> GitCommit {
    // What begins with a hyphen would be an option.
    guard !revision.isEmpty, !revision.hasPrefix("-"), revision.utf8.count <= 1024,
      revision.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { throw .unknownRevision(revision) }
    let outcome = try run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
    let id = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").first
    guard outcome.code == 0, let id else {
      switch Self.error(outcome) {
      case .noRepository?: throw .noRepository
      case .refused(let words)?: throw .refused(words)
      default: throw .unknownRevision(revision)
      }
    }
    guard let commit = try log([String(id), "-1", "--no-walk"], paths: false).first else {
      throw .unknownRevision(revision)
    }
    return commit
  }

  /// The last commit on the main line of HEAD that was made on `day` (`2020-11-10`, UTC) or before; nil
  /// where the history begins later.
  package func commit(onOrBefore day: String) throws(GitError) -> GitCommit? {
    try log(["HEAD", "-1", "--first-parent", "--before=\(day)T23:59:59Z"], paths: false).first
  }

  /// The commits since `base` (all where nil) up to HEAD, newest first, with the paths below the site's
  /// folder that they touched. O(commits).
  package func log(since base: GitCommit?) throws(GitError) -> [GitCommit] {
    try log([base.map { "\($0.id)..HEAD" } ?? "HEAD"], paths: true)
  }

  /// The files below the site's folder that `isWanted` and that stand in `commit`, with their bytes. A
  /// symbolic link to another such file has its bytes; others are problems. Two runs of git.
  /// O(bytes).
  package func files(
    at commit: GitCommit, where isWanted: (String) -> Bool
  ) throws(GitError) -> MemoryFileSystem {
    let listing = try output(["ls-tree", "-r", "-z", commit.id])
    let entries = GitTree.entries(listing).filter { isWanted($0.path) }
    guard !entries.isEmpty else { return MemoryFileSystem() }
    let names = entries.map { $0.object + "\n" }.joined()
    let objects = try GitObjects.read(
      try output(["cat-file", "--batch"], input: Array(names.utf8)), count: entries.count)
    return GitTree.files(entries, objects)
  }

  // MARK: Running git

  private func log(_ arguments: [String], paths: Bool) throws(GitError) -> [GitCommit] {
    let format = "--format=%x01%H%x00%aI%x00%s%x00"
    let bytes = try output(
      [
        "log", "-z", format, "--no-color", "--no-show-signature", "--no-mailmap", "--no-renames",
        "--no-ext-diff", "--no-textconv", "--diff-merges=off", "--encoding=UTF-8", "--no-notes",
      ]
        + (paths ? ["--name-only", "--relative"] : ["--no-patch"]) + arguments + ["--"]
        + (paths ? ["."] : []))
    return GitLog.commits(bytes)
  }

  private func text(_ arguments: [String]) throws(GitError) -> String {
    String(decoding: try output(arguments), as: UTF8.self)
  }

  private func output(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> [UInt8] {
    let outcome = try run(arguments, input: input)
    if let error = Self.error(outcome) { throw error }
    return outcome.output
  }

  /// Settings that a repository cannot take back.
  private static let settings = [
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.askPass=",
    "core.untrackedCache=false", "log.showSignature=false", "log.follow=false", "diff.external=",
    "diff.orderFile=/dev/null", "gpg.program=false", "protocol.allow=never",
    "safe.bareRepository=explicit", "core.quotePath=false", "color.ui=false",
  ]

  private func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws(GitError) -> Subprocess.Outcome {
    let options =
      ["-C", folder, "--no-optional-locks", "--no-pager", "--literal-pathspecs"]
      + Self.settings.flatMap { ["-c", $0] }
    do {
      return try Subprocess(
        program, options + arguments, environment: environment, input: input
      ).run(limit: Self.outputLimit, timeout: Self.timeout)
    } catch {
      throw .notInstalled
    }
  }

  /// What went wrong; nil where nothing did.
  private static func error(_ outcome: Subprocess.Outcome) -> GitError? {
    switch outcome.stopped {
    case .size: return .failed("it printed more than 1 GB")
    case .time: return .failed("it took more than five minutes")
    case nil: break
    }
    guard outcome.code != 0 else { return nil }
    let lines = String(decoding: outcome.error, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("fatal: ") } ?? lines.first ?? ""
    let words = line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : String(line)
    if words.hasPrefix("not a git repository") || words.hasPrefix("this operation must be run in") {
      return .noRepository
    }
    if words.contains("dubious ownership") || words.hasPrefix("unsafe repository")
      || words.hasPrefix("cannot use bare repository")
    {
      return .refused(words)
    }
    return .failed(words)
  }
}
