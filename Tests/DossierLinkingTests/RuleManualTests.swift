import DossierModel
import Foundation
import Testing

/// The list of rules is what the code says.
@Suite("Documentation/Rules.md lists the rules for names")
struct RuleManualTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Rules.md")

  @Test("its part on names is current")
  func names() throws {
    let marks = (open: "<!-- names -->\n", close: "\n<!-- /names -->")
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    // Other tests record other parts of the file at the same time.
    let handle =
      try isRecording
      ? FileHandle(forUpdating: Self.file) : FileHandle(forReadingFrom: Self.file)
    defer { try? handle.close() }
    #expect(flock(handle.fileDescriptor, LOCK_EX) == 0)
    let text = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    let open = try #require(text.range(of: marks.open))
    let close = try #require(text.range(of: marks.close))
    let part = open.upperBound..<close.lowerBound
    if isRecording {
      let recorded = text.replacingCharacters(in: part, with: NameRuleTable.markdown)
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(recorded.utf8))
      Issue.record("recorded Documentation/Rules.md; look at the difference, run again")
      return
    }
    #expect(String(text[part]) == NameRuleTable.markdown)
  }
}
