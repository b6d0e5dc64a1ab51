import Foundation
import GitHistory

/// A git repository in a temporary folder, removed with its last reference.
final class TemporaryRepository {
  let url: URL

  /// Nil where git is not installed: then there is nothing to test.
  init?() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/git") else {
      print("git is not installed: its tests are left out")
      return nil
    }
    url = FileManager.default.temporaryDirectory.appending(path: "dossier-git-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func history(below folder: String = "", environment: [String: String] = [:]) -> GitRepository {
    GitRepository(
      folder: folder.isEmpty ? url.path : url.appending(path: folder).path,
      environment: ["PATH": "/usr/bin:/bin", "HOME": url.path].merging(environment) { $1 })
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Runs git as an author at work would, on a day.
  @discardableResult
  func git(_ arguments: String..., day: String = "2020-11-10") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": url.path, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "C",
      "GIT_COMMITTER_EMAIL": "c@example.org", "GIT_AUTHOR_DATE": "\(day)T09:00:00+01:00",
      "GIT_COMMITTER_DATE": "\(day)T09:00:00+01:00",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  func commit(_ subject: String, day: String) throws {
    try git("add", "-A", day: day)
    try git("commit", "-q", "-m", subject, day: day)
  }
}
