import Diagnostics
import FileTree
import Foundation
import Testing

/// The site `Fixtures/Sites/ferry`, three of whose pages use the whole syntax of facts, statements and
/// front matter, and the ways to get them wrong in `Fixtures/Mistakes/ferry.txt`: one edit each, and all
/// that is printed about it. `RECORD=1` writes what is printed anew.
@Suite("A mistake in an actor, a conflict or an event is explained where it stands")
struct SyntaxMistakeTests {
  /// One edit of one file.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let old: String
    let new: String
    let report: String

    var testDescription: String { name }
  }

  private static let fixtures = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")
  private static let table = fixtures.appending(path: "Mistakes/ferry.txt")

  /// The site's files.
  private static func site() throws -> [String: String] {
    let files = DiskFileSystem(root: fixtures.appending(path: "Sites/ferry").path)
    var texts: [String: String] = [:]
    for folder in ["seeds", "Content"] {
      for entry in try files.entries(under: folder) {
        texts[entry.path] = String(
          decoding: try files.contents(of: entry.path, limit: 1 << 20), as: UTF8.self)
      }
    }
    texts["dossier.yml"] = String(
      decoding: try files.contents(of: "dossier.yml", limit: 1 << 20), as: UTF8.self)
    return BrokenSite.frozen(texts)
  }

  /// The table: `=== name`, the file, lines with `-` and `+` before them, `---`, the report.
  private static func mistakes() throws -> [Mistake] {
    let text = try String(contentsOf: table, encoding: .utf8)
    return try text.components(separatedBy: "=== ").dropFirst().map { section in
      let parts = section.components(separatedBy: "\n---\n")
      let lines = parts[0].components(separatedBy: "\n")
      try #require(parts.count == 2 && lines.count > 3, "\(section)")
      func side(_ mark: String) -> String {
        lines.dropFirst(2).filter { $0.hasPrefix(mark) }.map { String($0.dropFirst()) }
          .joined(separator: "\n")
      }
      return Mistake(
        name: lines[0], path: lines[1], old: side("-"), new: side("+"), report: parts[1])
    }
  }

  private static func report(on mistake: Mistake, in site: [String: String]) throws -> String {
    var site = site
    let text = try #require(site[mistake.path], "\(mistake.path)")
    let pieces = text.components(separatedBy: mistake.old)
    try #require(pieces.count == 2, "\(mistake.name): the text stands there once")
    site[mistake.path] = pieces.joined(separator: mistake.new)
    return BrokenSite.report(on: MemoryFileSystem(texts: site))
  }

  @Test func `the site itself has no mistake`() throws {
    #expect(BrokenSite.report(on: MemoryFileSystem(texts: try Self.site())) == "")
  }

  @Test func `all that is printed about each mistake is as it is written down`() throws {
    let site = try Self.site()
    let mistakes = try Self.mistakes()
    #expect(mistakes.count >= 40)
    #expect(Set(mistakes.map(\.name)).count == mistakes.count)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let sections = try mistakes.map { mistake in
        let old = mistake.old.components(separatedBy: "\n").map { "-\($0)\n" }.joined()
        let new = mistake.new.components(separatedBy: "\n").map { "+\($0)\n" }.joined()
        let report = try Self.report(on: mistake, in: site)
        return "=== \(mistake.name)\n\(mistake.path)\n\(old)\(new)---\n\(report)\n"
      }
      try Data(sections.joined().utf8).write(to: Self.table)
      Issue.record("recorded \(mistakes.count) reports; look at the difference, run again")
      return
    }
    for mistake in mistakes {
      let report = try Self.report(on: mistake, in: site)
      #expect(!report.isEmpty, "\(mistake.name)")
      #expect(report + "\n" == mistake.report, "\(mistake.name)")
    }
  }
}
