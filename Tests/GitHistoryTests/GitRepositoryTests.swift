import FileTree
import Foundation
import GitHistory
import Testing

@Suite("A repository's history is read, and nothing of it is run")
struct GitRepositoryTests {
  /// Two commits of a site in a folder of the repository.
  private static func sample() throws -> TemporaryRepository? {
    guard let repository = try TemporaryRepository() else { return nil }
    try repository.git("init", "-q", "-b", "main")
    try repository.write("title: T\n", to: "wiki/dossier.yml")
    try repository.write("one\n", to: "wiki/Content/pages/ä \"b\".md")
    try repository.write("elsewhere\n", to: "notes.txt")
    try repository.commit("First: \u{1} words", day: "2020-11-01")
    try repository.git("tag", "v1")
    try repository.write("two\n", to: "wiki/Content/pages/ä \"b\".md")
    try repository.write("three\n", to: "wiki/seeds/c.txt")
    try FileManager.default.createSymbolicLink(
      atPath: repository.url.appending(path: "wiki/seeds/link.txt").path,
      withDestinationPath: "../seeds/c.txt")
    try FileManager.default.createSymbolicLink(
      atPath: repository.url.appending(path: "wiki/seeds/out.txt").path,
      withDestinationPath: "../../notes.txt")
    try repository.commit("Second", day: "2020-11-10")
    return repository
  }

  @Test func `HEAD, its day and its subject`() throws {
    guard let repository = try Self.sample() else { return }
    let state = try repository.history(below: "wiki").state()
    #expect(state.isShallow == false)
    #expect(state.head.subject == "Second")
    #expect(state.head.day == "2020-11-10")
    #expect(state.head.authored == "2020-11-10T09:00:00+01:00")
    let head = try repository.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    #expect(state.head.id == head)
  }

  @Test func `the files of a revision, below the site's folder alone`() throws {
    guard let repository = try Self.sample() else { return }
    let history = repository.history(below: "wiki")
    let first = try history.files(at: try history.commit(named: "v1")) { _ in true }
    #expect(
      first.files == [
        "dossier.yml": Array("title: T\n".utf8), "Content/pages/ä \"b\".md": Array("one\n".utf8),
      ])
    let second = try history.files(at: try history.commit(named: "HEAD")) { $0.hasPrefix("seeds/") }
    // A link to a file of the site is that file; one that leaves it is none.
    #expect(
      second.files == [
        "seeds/c.txt": Array("three\n".utf8), "seeds/link.txt": Array("three\n".utf8),
      ])
    #expect(second.problems == ["seeds/out.txt": .brokenLink])
  }

  @Test func `the log has each commit with the paths that it touched`() throws {
    guard let repository = try Self.sample() else { return }
    let history = repository.history(below: "wiki")
    let log = try history.log(since: nil)
    #expect(log.map(\.subject) == ["Second", "First: \u{1} words"])
    #expect(log.map(\.day) == ["2020-11-10", "2020-11-01"])
    #expect(
      log.map(\.paths) == [
        ["Content/pages/ä \"b\".md", "seeds/c.txt", "seeds/link.txt", "seeds/out.txt"],
        ["Content/pages/ä \"b\".md", "dossier.yml"],
      ])
    #expect(try history.log(since: try history.commit(named: "v1")).map(\.subject) == ["Second"])
  }

  @Test(arguments: [
    ("2020-11-12", "Second"), ("2020-11-10", "Second"), ("2020-11-09", "First: \u{1} words"),
    ("2020-10-31", nil),
  ])
  func `the last commit of a day or before`(day: String, subject: String?) throws {
    guard let repository = try Self.sample() else { return }
    #expect(try repository.history().commit(onOrBefore: day)?.subject == subject)
  }

  @Test(arguments: [
    "v2", "--help", "-1", "", "HEAD\n", "main:notes.txt", "HEAD^{tree}", "v1..HEAD",
  ])
  func `what names no commit is unknown`(name: String) throws {
    guard let repository = try Self.sample() else { return }
    #expect(throws: GitError.unknownRevision(name)) {
      try repository.history().commit(named: name)
    }
  }

  @Test func `a folder without a repository, and one without a commit`() throws {
    guard let repository = try TemporaryRepository() else { return }
    #expect(throws: GitError.noRepository) { try repository.history().state() }
    try repository.git("init", "-q")
    #expect(throws: GitError.noCommit) { try repository.history().state() }
  }

  @Test func `without git it is said so`() throws {
    let history = GitRepository(folder: "/", environment: [:], program: "no-git-here")
    #expect(throws: GitError.notInstalled) { try history.state() }
  }

  @Test func `a shallow clone says that it is one`() throws {
    guard let repository = try Self.sample(), let clone = try TemporaryRepository() else { return }
    try clone.git("clone", "-q", "--depth", "1", "file://\(repository.url.path)", ".")
    let state = try clone.history().state()
    #expect(state.isShallow)
    #expect(state.head.subject == "Second")
    #expect(throws: GitError.unknownRevision("HEAD~1")) {
      try clone.history().commit(named: "HEAD~1")
    }
  }

  @Test func `settings of the repository run nothing, and our environment leads nowhere else`()
    throws
  {
    guard let repository = try Self.sample() else { return }
    let marker = repository.url.appending(path: "ran").path
    let script = repository.url.appending(path: "run.sh").path
    try repository.write("#!/bin/sh\necho \"$0\" >> '\(marker)'\nexit 1\n", to: "run.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    for key in [
      "core.fsmonitor", "core.pager", "pager.log", "core.editor", "core.sshCommand", "core.askPass",
      "diff.external", "gpg.program", "gpg.ssh.program", "credential.helper",
      "interactive.diffFilter",
      "diff.x.textconv", "diff.x.command", "filter.x.smudge", "filter.x.clean", "filter.x.process",
      "alias.log", "alias.rev-parse", "uploadpack.packObjectsHook", "core.alternateRefsCommand",
      "core.gitProxy", "trailer.x.command",
    ] { try repository.git("config", key, script) }
    try repository.git("config", "log.showSignature", "true")
    try repository.git("config", "core.hooksPath", repository.url.path)
    try repository.git("config", "log.diffMerges", "on")
    try repository.write("* diff=x filter=x\n", to: ".git/info/attributes")
    for hook in ["post-index-change", "reference-transaction", "fsmonitor-watchman"] {
      try FileManager.default.copyItem(
        atPath: script, toPath: repository.url.appending(path: hook).path)
    }
    try? FileManager.default.removeItem(atPath: marker)
    let history = repository.history(environment: [
      "GIT_DIR": "/nonexistent", "GIT_PAGER": script, "GIT_EXTERNAL_DIFF": script,
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": script,
    ])
    let state = try history.state()
    #expect(state.head.subject == "Second")
    #expect(try history.log(since: nil).count == 2)
    #expect(try history.files(at: state.head) { _ in true }.files.count == 6)
    #expect(try history.commit(onOrBefore: "2020-11-05")?.day == "2020-11-01")
    let ran = (try? String(contentsOfFile: marker, encoding: .utf8)) ?? ""
    #expect(ran == "")
  }

  @Test func `plain files that look like a repository are none`() throws {
    guard let repository = try TemporaryRepository() else { return }
    try repository.git("init", "-q", "--bare", ".")
    #expect(throws: GitError.self) { try repository.history().state() }
  }
}
