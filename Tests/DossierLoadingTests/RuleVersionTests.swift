import Diagnostics
import DossierLoading
import FileTree
import Foundation
import Testing

/// Whoever changes a rule raises the version of the rules: `Fixtures/Golden/rules.txt` holds it beside a
/// digest of all that is read in the project's own captures.
///
/// When this fails, raise `ArticleImporter.rulesVersion`, run once with RECORD=1, and give `seeds/` to
/// `dossier ingest --refreeze`.
struct RuleVersionTests {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let record = root.appending(path: "Tests/Fixtures/Golden/rules.txt")

  /// Of each capture its path and its reading, but for the version itself.
  private static func digest() throws -> Digest {
    let files = DiskFileSystem(root: root.path)
    var bytes: [UInt8] = []
    for folder in ["seeds", "Tests/Fixtures/Captures"] {
      for entry in try files.entries(under: folder).sorted(by: { $0.path < $1.path }) {
        guard ["txt", "md", "html", "htm"].contains(entry.path.split(separator: ".").last) else {
          continue
        }
        let capture = SourceFile(
          path: entry.path, bytes: try files.contents(of: entry.path, limit: 1 << 24))
        let reading = ReadingDocument.freezing(capture).document.bytes
        let text = String(decoding: reading, as: UTF8.self)
          .replacing("\n  \"rules\": \(ReadingDocument.rules),", with: "")
        bytes += Array("\(entry.path)\n\(text)".utf8)
      }
    }
    return Digest.of(bytes)
  }

  @Test func `rules that read our captures otherwise have another version`() throws {
    let now = "\(ReadingDocument.rules) \(try Self.digest().hex)\n"
    let recorded = (try? String(contentsOf: Self.record, encoding: .utf8)) ?? "0\n"
    let version = try #require(Int(recorded.prefix { $0.isNumber }))
    guard now != recorded else { return }
    if ReadingDocument.rules <= version {
      Issue.record(
        "the rules read our captures otherwise: raise ArticleImporter.rulesVersion above \(version)"
      )
    } else if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(now.utf8).write(to: Self.record)
      Issue.record("recorded version \(ReadingDocument.rules); run again without RECORD")
    } else {
      Issue.record("run once with RECORD=1 to write version \(ReadingDocument.rules) down")
    }
  }

  @Test func `our own captures are frozen as today's rules read them`() {
    let loaded = SiteLoader(files: DiskFileSystem(root: Self.root.path)).load()
    let ids: Set<DiagnosticID> = [
      "unfrozen-capture", "moved-paragraph", "capture-changed", "bad-reading",
    ]
    let found = loaded.diagnostics.filter { ids.contains($0.id) }
    #expect(found.map(ConsoleFormatter().format) == [])
  }
}
