import ArticleImport
import Foundation
import TestSupport
import Testing

/// The list of rules is what the code says, and the code logs no rule that is not listed.
@Suite("Documentation/Rules.md lists the rules by which captures are read")
struct ImportRuleManualTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("its part on captures is current")
  func captures() throws {
    #expect(
      try DocumentationFile("Rules.md").check("import", is: ImportRuleTable.markdown) == .current)
  }

  /// Rules that log more telling ids than their own, which `CaptureRules.table` describes.
  private static let silent: Set = [
    "stamp", "body", "outside-article", "repeats-line", "outlet-in-passing",
  ]

  @Test("every rule that the code names has an entry, and every entry is named in the code")
  func complete() throws {
    let sources = Self.root.appending(path: "Sources/ArticleImport").resolvingSymlinksInPath()
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var logged: Set<String> = []
    var literals: Set<String> = []
    for case let path as String in files
    where path.hasSuffix(".swift") && !path.hasPrefix("Manual") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      for pattern in [
        #"static let id = "([a-z0-9-]+)""#, #"rule: "([a-z0-9-]+)""#,
        #"case \w+ = "(encoding-[a-z0-9-]+)""#,
        #""(html-[a-z-]+)""#, #"mark\([^"\n]*"([a-z0-9-]+)""#,
      ] {
        let regex = try Regex(pattern)
        for match in text.matches(of: regex) {
          logged.insert(String(match.output[1].substring ?? ""))
        }
      }
      for match in text.matches(of: /"([a-z0-9-]+)"/) { literals.insert(String(match.1)) }
    }
    let listed = Set(ImportRuleTable.all.map(\.id))
    #expect(logged.subtracting(listed).subtracting(Self.silent) == [])
    let unnamed = listed.filter { id in
      !id.hasPrefix("page-") && id != "file-name" && !literals.contains(id)
        && !(id.hasPrefix("stamp-") && literals.contains(String(id.dropFirst(6))))
    }
    #expect(unnamed == [])
  }

  @Test("an entry says what the rule does, catches and leaves alone")
  func entries() {
    for entry in ImportRuleTable.all {
      #expect(entry.summary.hasSuffix(".") || entry.summary.hasSuffix("…"), "\(entry.id)")
      #expect(!entry.catches.isEmpty && !entry.leaves.isEmpty, "\(entry.id)")
      #expect(!(entry.summary + entry.catches + entry.leaves).contains("\n"), "\(entry.id)")
    }
    // Two rules of the same name are one rule, which classes its line and reads a datum in it.
    let twice = Dictionary(grouping: ImportRuleTable.all, by: \.id).filter { $1.count > 1 }.keys
    #expect(twice.sorted() == ["copyright-line", "source-line"])
  }
}
