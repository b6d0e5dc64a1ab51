import Foundation
import Testing

@testable import TemplateEngine

@Suite("Where the language differs from Jinja2 on purpose")
struct DifferenceTests {
  @Test(
    "it gives this",
    arguments: [
      // Jinja2 replaces what is undefined only; to us none is undefined.
      ("{{ none|default('d') }}", "d"), ("{{ 'a' if none is defined else 'b' }}", "b"),
      ("{{ (none or 'x') ~ 1 }}", "x1"),
      // Jinja2 leaves the place out of account.
      ("<a href=\"{{ items[2].url|default('') }}\">", "<a href=\"#\">"),
      (
        "<p title=\"{{ body }}\">",
        "<p title=\"&lt;p&gt;Hi &amp; &lt;b&gt;bye&lt;/b&gt;&lt;/p&gt;\">"
      ),
      (
        "<title>{{ body }}</title>",
        "<title>&lt;p&gt;Hi &amp; &lt;b&gt;bye&lt;/b&gt;&lt;/p&gt;</title>"
      ),
    ])
  func gives(_ template: String, _ expected: String) {
    #expect(Fixture.render(["main.html": template]) == expected)
  }

  @Test("the documentation names all filters and tests")
  func documentation() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Documentation/TemplateLanguage.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("skipped: no Documentation/TemplateLanguage.md beside the tests")
      return
    }
    func names(after heading: String) -> [String] {
      let paragraph = text.components(separatedBy: "\n\n").first { $0.hasPrefix(heading) } ?? ""
      return paragraph.components(separatedBy: "`").dropFirst().first?
        .split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }
    #expect(names(after: "Filters:") == FilterTable.filterNames.sorted())
    #expect(names(after: "Tests:") == FilterTable.testNames.sorted())
  }
}
