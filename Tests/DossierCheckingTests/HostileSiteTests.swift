import Diagnostics
import FileTree
import Foundation
import Testing

@Suite("Hostile input is reported, never obeyed")
struct HostileSiteTests {
  @Test("mutated bytes in any file neither stop a run nor change the report", arguments: 0..<10)
  func mutations(_ round: UInt64) throws {
    var random = SeededRandom(seed: round)
    let paths = BrokenSite.valid.keys.sorted()
    let isLong = ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == "1"
    for _ in 0..<(isLong ? 50 : 10) {
      var files = BrokenSite("", reads: "").files
      for path in paths {
        files.files[path] = Self.mutated(try #require(files.files[path]), &random)
      }
      let first = BrokenSite.findings(on: files)
      #expect(BrokenSite.findings(on: files, width: 2) == first)
      for finding in first {
        let text = ConsoleFormatter().format(finding) + JSONFormatter().format(finding)
        #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A })
      }
    }
  }

  /// `bytes` with a few of them changed, dropped, doubled or replaced by what has a meaning somewhere.
  private static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    let pieces = [
      "[[", "]]", "[@", "]", "|", "#", "---\n", "\n", "\r", "\0", "{#", "\u{202E}", ": ", "- ",
      "> ",
      "&a", "*a", "\u{FEFF}", "```", "[^1]", "disputed", "\t", "\"", "\u{1B}[31m",
    ].map { Array($0.utf8) }
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
      case 3: bytes.removeSubrange(index..<min(bytes.count, index + 10))
      default:
        bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: index)
      }
    }
    return bytes
  }

  @Test(
    "a page of one mark, repeated, is read in a moment",
    arguments: ["[[", "[[a|", "[@", "> ", "- ", "{#", "|", "*", "[^1]", "## Facts\n- ", "a: "])
  func repeated(_ piece: String) {
    let text = "---\ntitle: T\n---\n" + String(repeating: piece, count: 4_000)
    let facts = "---\ntitle: U\n---\n## Facts\n- office: " + String(repeating: piece, count: 1_000)
    let statements =
      "---\ntitle: V\n---\n## Statements\n> " + String(repeating: piece, count: 1_000)
    let site = BrokenSite(
      "",
      [
        "Content/actors/t.md": text, "Content/actors/u.md": facts,
        "Content/actors/v.md": statements,
      ], reads: "")
    let clock = ContinuousClock()
    var findings: [Diagnostic] = []
    let duration = clock.measure { findings = BrokenSite.findings(on: site.files) }
    #expect(duration < .seconds(60))
    #expect(findings == BrokenSite.findings(on: site.files))
  }
}
