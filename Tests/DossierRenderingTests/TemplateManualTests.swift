import Foundation
import Testing

/// The page for theme authors is what the schema says.
struct TemplateManualTests {
  @Test func `Templates.md is current`() throws {
    let text = try TemplateManual.text()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: TemplateManual.file)
      Issue.record("recorded Documentation/Templates.md; look at the difference, run again")
      return
    }
    let recorded = try String(contentsOf: TemplateManual.file, encoding: .utf8)
    let lines = (recorded.split(separator: "\n"), text.split(separator: "\n"))
    for (old, new) in zip(lines.0, lines.1) { try #require(old == new) }
    #expect(recorded == text)
  }

  @Test func `every link of the page leads to a heading`() throws {
    let text = try TemplateManual.text()
    let headings = Set(
      text.matches(of: /(?m)^#+ (.+)$/).map {
        String($0.1).lowercased().replacing(" ", with: "-").filter {
          $0.isLetter || $0.isNumber || $0 == "-"
        }
      })
    let links = Set(text.matches(of: /\]\(#([^)]+)\)/).map { String($0.1) })
    #expect(links.count > 15)
    #expect(links.subtracting(headings) == [])
  }
}
