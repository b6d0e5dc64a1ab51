import Diagnostics
import Foundation
import Testing

@testable import TemplateEngine

@Suite("Where the language differs from Jinja2 on purpose")
struct DifferenceTests {
  /// For each item of the closed list what we give where Jinja2 gives something else: output, or
  /// the summary of the first finding.
  static let differences: [(item: Int, template: String, gives: String)] = [
    (1, "{{ titel }}", "no variable “titel”"), (1, "{{ author.x }}", "Author has no attribute “x”"),
    (2, "{{ none|default('d') }}", "d"), (2, "{{ 'a' if none is defined else 'b' }}", "b"),
    (2, "{{ (none or 'x') ~ 1 }}", "x1"),
    (2, "{{ none }}", "`none` is none and cannot be printed as it is"),
    (2, "{{ items|rejectattr('note', 'none')|list|length }}", "2"),
    (3, "{{ flag }}", "a bool has no text to print"),
    (3, "{{ tags }}", "a list of string has no text to print"),
    (3, "{{ author }}", "a record “Author” has no text to print"),
    (4, "{{ title|safe }}", "`safe` vouches for html only, and this is a string"),
    (4, "{{ body|upper }}", "`upper` takes a string, and this is html"),
    (5, "<a href=\"{{ items[2].url|default('') }}\">", "<a href=\"#\">"),
    (
      5, "<p title=\"{{ body }}\">",
      "<p title=\"&lt;p&gt;Hi &amp; &lt;b&gt;bye&lt;/b&gt;&lt;/p&gt;\">"
    ),
    (
      5, "<title>{{ body }}</title>",
      "<title>&lt;p&gt;Hi &amp; &lt;b&gt;bye&lt;/b&gt;&lt;/p&gt;</title>"
    ),
    (5, "<a href={{ title }}>", "the value of this attribute must be quoted"),
    (5, "<script>{{ title }}</script>", "only JSON may be inserted inside <script>"),
    (
      5, "<i title=\"{{ tags|tojson }}\">",
      "<i title=\"[&#34;b&#34;, &#34;A&#34;, &#34;c&#34;, &#34;a&#34;]\">"
    ),
    (5, "{% filter striptags %}&lt;i&gt;{% endfilter %}", "&lt;i&gt;"),
    (5, "{% set x | striptags %}&lt;i&gt;{% endset %}{{ x }}", "&lt;i&gt;"),
    (6, "{% include title %}", "the name of a template is written out, in quotes"),
    (6, "{% if flag %}{% include 'main.html' %}{% endif %}", "“main.html” includes itself"),
    (7, "{{ '-' * 3 }}", "`*` does not apply to a string and an int"),
    (7, "{{ '%s' % title }}", "`%` does not apply to a string and a string"),
    (7, "{% for c in title %}{% endfor %}", "a string cannot be looped over"),
    (7, "{{ 'y' if title == 3 }}", "a string never equals an int"),
    (7, "{{ 'y' if 1 < 2 < 3 }}", "comparisons cannot be chained"),
    (7, "{{ (1, 2)|length }}", "tuples are written as lists"),
    (7, "{{ {'a': 1}|length }}", "mappings cannot be written in a template"),
    (7, "{{ author|dictsort }}", "no filter “dictsort”"),
    (7, "{{ author.items() }}", "no function “items”"),
    (8, "{{ 9223372036854775807 + count }}", "FAILURE Templates/main.html:1:4: integer overflow"),
    (8, "{{ 1 // zero }}", "FAILURE Templates/main.html:1:4: division by zero"),
    (9, "{{ items|map(attribute=title)|join }}", "expected the name of an attribute, in quotes"),
    (9, "{{ tags|map(title)|join }}", "expected the name of a filter, in quotes"),
    (9, "{{ tags|map('format', 1)|join }}", "`format` cannot be applied by `map`"),
    (
      9, "{{ (items|groupby('count'))[0][0] }}",
      "a group of Item by int or none has no elements"
    ),
    (
      9, "{{ items|groupby('count')|tojson }}",
      "`tojson` takes what the data hold, and this is a list of group of Item by int"
    ),
    (9, "{{ '%o'|format(8) }}", "`format` knows %s, %d, %i, %f, %x, %X and %%"),
    (9, "{{ '%(a)s'|format(a=8) }}", "filter “format” has no argument “a”"),
    (10, "{{ é }}", "unexpected character"), (10, "{{ 'ΟΔΟΣ'|lower }}", "οδοσ"),
    (10, "\u{FEFF}x", "x"), (10, "{{ '&zigrarr;'|striptags }}", "&amp;zigrarr;"),
    (11, "{{ \(String(repeating: "(", count: 70))1", "expression nests deeper than 64"),
    (
      11, "{% for i in range(99999999) %}{% endfor %}",
      "FAILURE Templates/main.html:1:13: `range` is longer than 100000"
    ),
    (
      11, "{% macro a(n) %}{{ a(n + 1) }}{% endmacro %}{{ a(1) }}",
      "FAILURE Templates/main.html:1:20: macros call each other deeper than 200"
    ),
    (
      11,
      "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}",
      "FAILURE Templates/main.html:1:30: loops and macro calls take more than 100000 turns"
    ),
    (12, "{% macro a(x) %}{% endmacro %}{{ a() }}", "macro “a” needs the argument “x”"),
    (12, "{% macro a() %}{{ varargs }}{% endmacro %}{{ a(1) }}", "no variable “varargs”"),
    (
      12, "{% macro a() %}{{ caller() }}{% endmacro %}{% call a() %}{% endcall %}",
      "unknown tag “call”"
    ),
    (12, "{% macro a() %}{% endmacro %}{% set b = a %}", "“a” is a macro"),
    (
      12, "{% macro a() %}{% endmacro %}{% set a = 1 %}",
      "“a” is a macro or import, and cannot be set"
    ),
    (
      12, "{% for x in tags %}{% macro a() %}{{ loop.index }}{% endmacro %}{{ a() }}{% endfor %}",
      "no variable “loop”"
    ),
    (12, "{% macro a() %}<p{% endmacro %}{{ a() }}>", "macro “a” ends in the name of a tag"),
    (12, "{% if flag %}{% macro a() %}{% endmacro %}{% endif %}{{ a() }}", "no function “a”"),
    (
      12, "{% macro a() %}{% block b %}{% endblock %}{% endmacro %}",
      "a block cannot stand in a macro"
    ),
    (13, "{% for x in tags recursive %}{% endfor %}", "recursive loops are not supported"),
    (13, "{% for x in tags %}{% break %}{% endfor %}", "unknown tag “break”"),
    (13, "{% do x %}", "unknown tag “do”"),
    (13, "{% autoescape false %}{% endautoescape %}", "unknown tag “autoescape”"),
    (13, "{% set n = namespace(x=1) %}", "no function “namespace”"),
    (13, "{% block a required %}{% endblock %}", "expected the end of the tag, found `required`"),
    (13, "{% set a, b = pairs %}", "expected `=`, found `,`"),
  ]

  @Test("it gives this", arguments: differences)
  func gives(_ item: Int, _ template: String, _ expected: String) {
    let templates = ["main.html": template]
    let (set, diagnostics) = Fixture.compile(templates)
    if set != nil {
      // Ten million turns, the limit of a build, take long in a debug build.
      let limits = TemplateLimits(turns: 100_000)
      #expect(Fixture.render(templates, limits: limits) == expected)
    } else {
      #expect(diagnostics.contains { $0.summary == expected }, "\(diagnostics.map(\.summary))")
    }
  }

  @Test("a build's limit is ten million turns")
  func limit() {
    #expect(TemplateLimits().turns == 10_000_000)
    #expect(
      Fixture.render(["main.html": "{% for i in range(10000001) %}{% endfor %}"])
        == "FAILURE Templates/main.html:1:13: `range` is longer than 10000000")
  }

  @Test("every item of the closed list has a test")
  func isComplete() throws {
    guard let text = try? String(contentsOf: Self.file, encoding: .utf8) else {
      print("skipped: no Documentation/TemplateLanguage.md beside the tests")
      return
    }
    let list = text.components(separatedBy: "## Where it differs").last ?? ""
    let items = list.split(separator: "\n").compactMap { Int($0.prefix { $0 != "." }) }
    #expect(items == Array(1...13))
    #expect(Set(Self.differences.map(\.item)) == Set(items))
  }

  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation/TemplateLanguage.md")

  @Test("the documentation names all filters and tests")
  func documentation() throws {
    guard let text = try? String(contentsOf: Self.file, encoding: .utf8) else {
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
