import Foundation
import Testing

@testable import TemplateEngine

/// Every kind of mistake with all that is printed about it, in a file to be read beside the tests.
/// `RECORD=1` writes it anew.
@Suite("What is printed about a mistake")
struct RenderedMistakeTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/TemplateEngine/mistakes.txt")

  private static let mistakes = MistakeTests.mistakes + Mistake.macros

  /// The templates and the findings of one mistake.
  private func section(_ mistake: Mistake) -> String {
    var text = ""
    for (name, template) in mistake.templates.sorted(by: { $0.key < $1.key }) {
      text += "=== \(name)\n\(template)\n"
    }
    return text + "---\n\(Fixture.printed(Fixture.compile(mistake.templates).diagnostics))\n"
  }

  @Test("is its place, the line with the mistake marked, and what to do, for all that is wrong")
  func printed() throws {
    let sections = Self.mistakes.map(section)
    if JinjaRecord.isWritten {
      try Data(sections.joined().utf8).write(to: Self.file)
      return
    }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
    var rest = recorded[...]
    for section in sections {
      let start = rest.prefix(section.count)
      #expect(String(start) == section)
      rest = rest.dropFirst(section.count)
    }
    #expect(rest.isEmpty)
  }

  @Test("is never nothing", arguments: mistakes)
  func isFound(_ mistake: Mistake) {
    #expect(!Fixture.compile(mistake.templates).diagnostics.isEmpty)
  }
}
