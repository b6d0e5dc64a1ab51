import Diagnostics
import DossierLinking
import DossierLoading
import DossierModel
import EDTF
import GitHistory

/// What changed since the revision that dossier.yml names, for a build. What cannot be known is a
/// finding, and nothing is told.
struct RecentChanges {
  let since: ChangesSince
  let repository: GitRepository?
  let options: SiteLoader.Options
  /// The day that the data go up to; days are counted from it.
  let now: EDTF?

  /// What the report depends on besides files; nil without a history.
  var record: HistoryRecord? {
    guard let repository else { return nil }
    switch since.base {
    case .revision(let name): return HistoryRecord(.revision(name), in: repository)
    case .days(let count):
      return HistoryRecord(firstDay(of: count).map { .day($0.text) } ?? .unknown, in: repository)
    }
  }

  /// The day that lies so many days before the one that the data go up to.
  private func firstDay(of count: Int) -> CivilDate? {
    now?.latest.flatMap { CivilDate(dayNumber: $0 - Int32(count)) }
  }

  /// Loads the older state and compares.
  func report(
    to new: SiteComparison.State, reporting diagnostics: inout [Diagnostic]
  ) -> ChangeReport? {
    guard let repository else {
      diagnostics.append(finding(.note, "no-history", "no history is read here"))
      return nil
    }
    do throws(GitError) {
      let state = try repository.state()
      guard let base = try base(repository, state, reporting: &diagnostics) else { return nil }
      guard let old = try RevisionSite.state(at: base, of: repository, options: options) else {
        diagnostics.append(
          finding(
            .warning, "unknown-revision",
            "the revision \(base.id.prefix(12)) of \(base.day) holds no dossier.yml"))
        return nil
      }
      var days: [String: String] = [:]
      for commit in try repository.log(since: base) {
        for path in commit.paths where days[path] == nil { days[path] = commit.day }
      }
      let changes = SiteComparison(from: old, to: new).changes()
      let left = changes.notCompared
      if !left.isEmpty {
        diagnostics.append(
          Diagnostic(
            .note, "not-compared",
            "\(left.count == 1 ? "a file was" : "\(left.count) files were") not compared with "
              + "\(base.id.prefix(12)): there are errors in \(left.count == 1 ? "it" : "them")",
            at: since.place, help: left.prefix(5).joined(separator: ", ")))
      }
      return ChangeReport(
        base: Self.revision(base), head: Self.revision(state.head), isShallow: state.isShallow,
        changes: changes, days: days)
    } catch {
      switch error {
      case .notInstalled, .noRepository, .noCommit:
        diagnostics.append(finding(.note, "no-history", error.description))
      case .unknownRevision:
        diagnostics.append(finding(.warning, "unknown-revision", error.description))
      case .refused, .failed:
        diagnostics.append(finding(.warning, "unreadable-history", error.description))
      }
      return nil
    }
  }

  private func base(
    _ repository: GitRepository, _ state: GitRepository.State,
    reporting diagnostics: inout [Diagnostic]
  ) throws(GitError) -> GitCommit? {
    switch since.base {
    case .revision(let name):
      do throws(GitError) {
        return try repository.commit(named: name)
      } catch .unknownRevision(let name) where state.isShallow {
        diagnostics.append(
          finding(
            .warning, "shallow-history", "the clone is shallow and lacks the revision “\(name)”",
            help: Self.deepen))
        return nil
      }
    case .days(let count):
      guard !state.isShallow else {
        diagnostics.append(
          finding(
            .warning, "shallow-history",
            "the clone is shallow: nobody can tell what it lacks of \(count) days",
            help: Self.deepen))
        return nil
      }
      guard let day = firstDay(of: count) else {
        diagnostics.append(
          finding(
            .warning, "unknown-revision", "\(count) days are counted from a day that nothing says",
            help: "give --now, or write `reviewed` or `captured` somewhere"))
        return nil
      }
      if let commit = try repository.commit(onOrBefore: day.text) { return commit }
      diagnostics.append(
        finding(
          .warning, "unknown-revision", "the history begins after \(day.text)",
          help: "name its first commit, or fewer days"))
      return nil
    }
  }

  private static let deepen =
    "fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0`"

  private static func revision(_ commit: GitCommit) -> ChangeReport.Revision {
    ChangeReport.Revision(id: commit.id, day: commit.day, subject: commit.subject)
  }

  private func finding(
    _ severity: Severity, _ id: DiagnosticID, _ reason: String, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, id, "what changed is not shown: \(reason)", at: since.place, help: help)
  }
}
