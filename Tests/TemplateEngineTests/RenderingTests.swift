import Diagnostics
import Testing

@testable import TemplateEngine

@Suite("A value is escaped by the place where it stands")
struct EscapingByPlaceTests {
  private static let schema = RecordSchema("Root", [.init("x", .string), .init("y", .string)])

  private func render(_ template: String, _ x: String, _ y: String = "", name: String = "t.html")
    -> String
  {
    let (set, diagnostics) = TemplateSet.compile(
      [TemplateSource(name: name, file: SourceFile(path: name, text: template))],
      entries: [name: "Root"], schema: TemplateSchema([Self.schema]))
    guard let set else { return Fixture.printed(diagnostics) }
    var output: [UInt8] = []
    do throws(TemplateError) {
      try set.render(name, TemplateRecord(Self.schema, [.string(x), .string(y)]), into: &output)
    } catch {
      return "\(error)"
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "an address with a scheme that is not known as harmless becomes #",
    arguments: [
      ("https://a.example/?a&b", "https://a.example/?a&amp;b"), ("HTTP://x", "HTTP://x"),
      ("mailto:a@b", "mailto:a@b"), ("tel:+1", "tel:+1"), ("ftp://x", "ftp://x"),
      ("/a:b", "/a:b"), ("?a:b", "?a:b"), ("#a:b", "#a:b"), ("a/b", "a/b"), ("", ""),
      ("javascript:alert(1)", "#"), ("JavaScript:alert(1)", "#"), (" \u{1}javascript:x", "#"),
      ("java\nscript:x", "#"), ("java\tscript:x", "#"), ("data:text/html,x", "#"),
      ("vbscript:x", "#"), (":x", "#"), ("httpsx:y", "#"),
      ("&#106;avascript:x", "&amp;#106;avascript:x"),
      ("ahttp:y", "#"), ("aaaaaaaahttp:y", "#"), ("\u{130}http:y", "#"),
    ])
  func addresses(_ address: String, _ expected: String) {
    #expect(render("<a href=\"{{ x }}\">", address) == "<a href=\"\(expected)\">")
    #expect(render("<form action='{{ x }}'>", address) == "<form action='\(expected)'>")
    #expect(render("<img srcset=\"{{ x }} 2x\">", address) == "<img srcset=\"\(expected) 2x\">")
  }

  @Test("a scheme cannot be put together from two values")
  func puzzles() {
    #expect(
      render("<a href=\"{{ x }}{{ y }}\">", "javascript", ":alert(1)")
        == "<a href=\"javascript#\">")
    #expect(
      render("<a href=\"{% if x %}{{ x }}{% endif %}{{ y }}\">", "java", "script:alert(1)")
        == "<a href=\"java#\">")
    #expect(render("<a href=\"/{{ x }}{{ y }}\">", "a", ":b") == "<a href=\"/a:b\">")
    #expect(render("<a href=\"{{ x }}/{{ y }}\">", "a", ":b") == "<a href=\"a/:b\">")
    #expect(render("<a href=\"https:{{ x }}\">", "a:b") == "<a href=\"https:a:b\">")
  }

  @Test("markup is judged by what its character references mean")
  func markupAsAddress() {
    let template = "{% set u %}MARKUP{% endset %}<a href=\"{{ u }}\">"
    for (markup, expected) in [
      ("/a?b&amp;c", "/a?b&amp;c"), ("https://x/?a&amp;b", "https://x/?a&amp;b"),
      ("&#106;avascript:x", "#"), ("&#106avascript:x", "#"), ("javascript&colon;x", "#"),
      ("javascript:x", "#"), ("/x&eacute;", "/x&eacute;"), ("{{ x }}", "#"),
    ] {
      let made = template.split(separator: "MARKUP").joined(separator: markup)
      #expect(render(made, "javascript:alert(1)") == "<a href=\"\(expected)\">")
    }
  }

  @Test("what is escaped stays escaped beside combining marks, and none of the five is missed")
  func total() {
    #expect(
      render("<p title=\"{{ x }}\">", "\"\u{301}'\u{301}")
        == "<p title=\"&#34;\u{301}&#39;\u{301}\">")
    #expect(render("{{ x }}", "&<>\"'") == "&amp;&lt;&gt;&#34;&#39;")
    #expect(render("{{ x }}", "é&") == "é&amp;")
  }

  @Test("markup in an attribute keeps its character references and loses its brackets and quotes")
  func markupInAttributes() {
    #expect(render("<p title=\"{{ x|e }}\">", "a & \"b\"") == "<p title=\"a &amp; &#34;b&#34;\">")
    #expect(
      render("{% set m %}<b class=\"c\">{{ x }}</b>{% endset %}<p title=\"{{ m }}\">{{ m }}", "&")
        == "<p title=\"&lt;b class=&#34;c&#34;&gt;&amp;&lt;/b&gt;\"><b class=\"c\">&amp;</b>")
    #expect(
      render("<p data-x=\"{{ x|tojson }}\">", "\"'<")
        == "<p data-x=\"&#34;\\&#34;\\u0027\\u003c&#34;\">")
  }

  @Test("the ending of a template's name says what is escaped")
  func endings() {
    #expect(render("{{ x }}", "<&>", name: "t.txt") == "<&>")
    #expect(render("{\"a\": {{ x|tojson }}}", "<", name: "t.json") == "{\"a\": \"\\u003c\"}")
    #expect(render("<title>{{ x }}</title>", "<", name: "t.xml") == "<title>&lt;</title>")
    #expect(
      render("{{ x }}", "", name: "t.js").contains("only JSON may be inserted in this file"))
  }

  @Test("tags, comments, scripts and titles are told apart, whatever their case")
  func places() {
    #expect(render("<!-- <a href= --><b>{{ x }}</b>", "<") == "<!-- <a href= --><b>&lt;</b>")
    #expect(
      render("<SCRIPT>a < b</SCRIPT >{{ x }}<p TITLE='{{ x }}'>", "'")
        == "<SCRIPT>a < b</SCRIPT >&#39;<p TITLE='&#39;'>")
    #expect(render("<textarea><p a=</textarea>{{ x }}", "<") == "<textarea><p a=</textarea>&lt;")
    #expect(render("a < b {{ x }}", "<") == "a < b &lt;")
  }
}

@Suite("A rendering that goes wrong says where, and leaves the output alone")
struct FailureTests {
  private static let schema = RecordSchema(
    "Root", [.init("n", .int), .init("s", .string), .init("r", .record("Inner"))])
  private static let inner = RecordSchema("Inner", [.init("a", .string)])
  private static let good = TemplateRecord(inner, [.string("a")])

  private func failure(
    _ template: String, _ values: [TemplateValue], limits: TemplateLimits = TemplateLimits()
  ) -> String {
    let (set, diagnostics) = TemplateSet.compile(
      [TemplateSource(name: "t.html", file: SourceFile(path: "t.html", text: template))],
      entries: ["t.html": "Root"], schema: TemplateSchema([Self.schema, Self.inner]))
    guard let set else { return Fixture.printed(diagnostics) }
    var output = Array("before".utf8)
    do throws(TemplateError) {
      try set.render("t.html", TemplateRecord(Self.schema, values), into: &output, limits: limits)
    } catch {
      #expect(output == Array("before".utf8))
      return "\(error)"
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "with the line and column",
    arguments: [
      ("a\n {{ 1 // n }}", "t.html:2:5: division by zero"),
      ("{{ (n + 9223372036854775807) + 1 }}", "t.html:1:5: integer overflow"),
      ("{{ s|truncate(1) }}", "t.html:1:4: `truncate` to 1 has no room for its end"),
      ("{{ 1.5|round(1, 'up') }}", "t.html:1:4: `round` knows common, ceil and floor, not “up”"),
      (
        "{% for i in range(1000) %}{% for j in range(1000) %}{% endfor %}{% endfor %}",
        "t.html:1:30: loops and macro calls take more than 5000 turns"
      ),
      ("{% for i in range(999999999) %}{% endfor %}", "t.html:1:13: `range` is longer than 5000"),
      (
        "{% for i in range(1000) %}0123456789{% endfor %}",
        "t.html:1:27: output is longer than 2000 bytes"
      ),
    ])
  func places(_ template: String, _ expected: String) {
    let values: [TemplateValue] = [.int(0), .string("long enough"), .record(Self.good)]
    #expect(
      failure(template, values, limits: TemplateLimits(output: 2000, turns: 5000)) == expected)
  }

  @Test("when the data are not as the schema says")
  func data() {
    let other = TemplateRecord(RecordSchema("Other", [.init("a", .string)]), [.string("x")])
    let short = TemplateRecord(Self.inner, [])
    #expect(
      failure("{{ r.a }}", [.int(0), .string(""), .record(other)])
        == "t.html:1:6: a record of another schema was given: “Other”")
    #expect(
      failure("{{ r.a }}", [.int(0), .string(""), .record(short)])
        == "t.html:1:6: record “Inner” has 0 values for 1 fields")
    #expect(
      failure("{{ r.a }}", [.int(0), .string(""), .int(1)])
        == "t.html:1:6: int given where the schema says record")
    #expect(
      failure("{{ s }}", [.int(0), .none, .record(Self.good)])
        == "t.html:1:4: none cannot be printed")
    #expect(failure("{{ s }}", []) == "template “t.html” is not rendered with record “Root”")
  }

  @Test("a text cannot double itself without end")
  func growth() {
    let doubling = String(repeating: "{% set a = a ~ a %}", count: 60)
    #expect(
      failure("{% set a = 'ab' %}\(doubling)", [.int(0), .string(""), .record(Self.good)])
        .hasSuffix("a value grows longer than 67108864"))
  }
}

@Suite("A set of templates")
struct TemplateSetTests {
  @Test("knows what a template depends on")
  func dependencies() {
    let (set, diagnostics) = Fixture.compile([
      "main.html":
        "{% extends \"base.html\" %}{% block a %}{% include \"x/y.html\" %}{% endblock %}",
      "base.html": "{% block a %}{% include \"base2.html\" %}{% endblock %}", "base2.html": "",
      "x/y.html": "",
    ])
    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(
      set?.dependencies(of: "main.html") == ["base.html", "base2.html", "main.html", "x/y.html"])
    #expect(set?.dependencies(of: "x/y.html") == ["x/y.html"])
    #expect(set?.dependencies(of: "none.html") == [])
  }

  @Test("prints a mistake in an included template with the way to it")
  func notes() {
    let (_, diagnostics) = Fixture.compile([
      "main.html": "{% extends \"base.html\" %}",
      "base.html": "<p>\n{% for item in items %}{% include \"item.html\" %}{% endfor %}",
      "item.html": "{{ item.titel }}",
    ])
    #expect(
      Fixture.printed(diagnostics) == """
        Templates/item.html:1:9: error: Item has no attribute “titel” [template-unknown-attribute]
          |
        1 | {{ item.titel }}
          |         ^^^^^
          = help: did you mean “title”?
          = note: Templates/base.html:2:35: included here
          = note: Templates/main.html:1:12: extended here

        """)
  }

  @Test("reports a mistake once, however many pages share it")
  func once() {
    let sources = ["a.html", "b.html", "base.html"].map { name in
      TemplateSource(
        name: name,
        file: SourceFile(
          path: name, text: name == "base.html" ? "{{ x }}" : "{% extends \"base.html\" %}"))
    }
    let (set, diagnostics) = TemplateSet.compile(
      sources, entries: ["a.html": "Page", "b.html": "Page", "c.html": "Page", "base.html": "Pag"],
      schema: Fixture.schema)
    #expect(set == nil)
    #expect(
      diagnostics.map { "\($0.place?.path ?? "-"): \($0.summary)" } == [
        "-: the schema has no record “Pag”", "-: there is no template “c.html”",
        "base.html: no variable “x”",
      ])
  }

  @Test("refuses a schema whose fields hold unknown records")
  func schema() {
    let schema = TemplateSchema([RecordSchema("Page", [.init("a", .list(.record("Pag")))])])
    let (_, diagnostics) = TemplateSet.compile([], entries: [:], schema: schema)
    #expect(
      diagnostics.map(\.summary) == ["field “Page.a” holds record “Pag”, which the schema lacks"])
  }

  @Test("bounds the depth of tags, expressions and includes")
  func depth() {
    let tags = String(repeating: "{% if flag %}", count: 10_000)
    let parentheses = "{{ " + String(repeating: "(", count: 10_000)
    let signs = "{{ " + String(repeating: "-", count: 10_000) + "1 }}"
    let filters = "{{ title" + String(repeating: "|upper", count: 10_000) + " }}"
    let sums = "{{ 1" + String(repeating: " + 1", count: 10_000) + " }}"
    let nots = "{% if " + String(repeating: "not ", count: 10_000) + "flag %}{% endif %}"
    for template in [tags, parentheses, signs, filters, sums, nots] {
      let (set, diagnostics) = Fixture.compile(["main.html": template])
      #expect(set == nil)
      #expect(diagnostics.contains { $0.summary.contains("deeper") })
    }
    var templates: [String: String] = ["main.html": "{% include \"0.html\" %}"]
    for level in 0..<60 { templates["\(level).html"] = "{% include \"\(level + 1).html\" %}" }
    templates["60.html"] = ""
    #expect(
      Fixture.compile(templates).diagnostics.contains { $0.summary.contains("nest deeper than 50") }
    )
  }

  @Test("bounds includes that multiply")
  func multiplication() {
    var templates: [String: String] = ["main.html": "{% include \"0.html\" %}"]
    for level in 0..<40 {
      templates["\(level).html"] =
        "{{ title }}{% include \"\(level + 1).html\" %}{% include \"\(level + 1).html\" %}"
    }
    templates["40.html"] = ""
    #expect(
      Fixture.compile(templates).diagnostics.contains { $0.summary.contains("grows too large") })
  }
}
