import ArgumentParser
import Diagnostics
import DossierBuild
import DossierLinking
import DossierLoading
import DossierModel
import FileTree
import GitHistory

/// `dossier changes REV [REV2]`: what a reader is told otherwise, by claim and statement.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List what changed between two git revisions, by fact and statement.",
    discussion: """
      Reads the site as it stands in a revision, and compares it with the folder as it is now, or with a \
      second revision. Facts are compared by page, key, value and qualifiers, statements by id; prose is \
      counted in sentences. Renamed pages are followed by `redirect-from`.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For programs: dossier-changes/1.
    case json
  }

  @Argument(help: "The older revision: a hash, a tag, a branch, HEAD~3.")
  var revision: String

  @Argument(help: "The newer revision; else the folder as it is.")
  var other: String?

  @Option(name: .shortAndLong, help: "The site's folder, with dossier.yml.")
  var source = "."

  @Flag(help: "Compare drafts too.")
  var drafts = false

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    let repository = SiteHistory.repository(of: source)
    let options = SiteLoader.Options(
      width: Environment.processorCount, includesDrafts: drafts)
    let base: GitCommit
    let head: GitCommit?
    let old: SiteComparison.State
    let new: SiteComparison.State
    do throws(GitError) {
      let state = try repository.state()
      base = try commit(revision, repository, state)
      old = try site(at: base, repository, options)
      if let other {
        let commit = try commit(other, repository, state)
        head = commit
        new = try site(at: commit, repository, options)
      } else {
        head = nil
        new = try current(options)
      }
    } catch {
      throw CommandFailure.environment("\(error)")
    }
    let changes = SiteComparison(from: old, to: new).changes()
    switch format {
    case .text:
      Terminal.standardOutput.write(ChangesText(base: base, head: head, changes: changes).text)
      if !changes.notCompared.isEmpty {
        let files = changes.notCompared.joined(separator: ", ")
        Terminal.standardError.write(
          "dossier: warning: not compared, since there are errors in them: \(files)\n")
      }
    case .json:
      Terminal.standardOutput.write(ChangesJSON(base: base, head: head, changes: changes).text)
    }
  }

  private func commit(
    _ name: String, _ repository: GitRepository, _ state: GitRepository.State
  ) throws(GitError) -> GitCommit {
    do throws(GitError) {
      return try repository.commit(named: name)
    } catch .unknownRevision(let name) where state.isShallow {
      throw .failed("the clone is shallow and lacks the revision “\(name)”")
    }
  }

  private func site(
    at commit: GitCommit, _ repository: GitRepository, _ options: SiteLoader.Options
  ) throws(GitError) -> SiteComparison.State {
    guard let state = try RevisionSite.state(at: commit, of: repository, options: options) else {
      throw .failed("the revision \(commit.id.prefix(12)) holds no dossier.yml")
    }
    return state
  }

  private func current(_ options: SiteLoader.Options) throws(GitError) -> SiteComparison.State {
    guard FolderProbe.isFolder(source),
      let state = RevisionSite.state(
        of: SiteLoader(files: DiskFileSystem(root: source), options: options).load())
    else { throw .failed("there is no dossier.yml in \(source)") }
    return state
  }
}
