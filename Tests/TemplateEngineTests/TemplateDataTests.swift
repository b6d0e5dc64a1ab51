import Diagnostics
import Testing

@testable import TemplateEngine

/// Data from JSON, and the schema that they are the witness of.
struct TemplateDataTests {
  private static func read(_ json: String) -> (data: TemplateData?, findings: String) {
    let (data, diagnostics) = TemplateData.read(SourceFile(path: "data.json", text: json))
    return (data, diagnostics.map { ConsoleFormatter().format($0) }.joined())
  }

  /// What the template gives for the data, or the findings.
  private static func render(_ template: String, _ json: String) -> String {
    let (data, findings) = read(json)
    guard let data else { return findings }
    let (set, mistakes) = TemplateSet.compile(
      [TemplateSource(name: "t.html", file: SourceFile(path: "t.html", text: template))],
      entries: ["t.html": data.root.schema.name], schema: data.schema)
    guard let set else { return mistakes.map { ConsoleFormatter().format($0) }.joined() }
    var output: [UInt8] = []
    do throws(TemplateError) {
      try set.render("t.html", data.root, into: &output)
    } catch {
      return "FAILURE \(error)"
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "values of every kind come through",
    arguments: [
      ("{{ x }}", #"{"x": "a"}"#, "a"),
      ("{{ x }}", " \u{FEFF}{}", "expected a value"),
      ("{{ x }}", "\u{FEFF}\r\n\t{\"x\":\"a\"}\n", "a"),
      (
        "{{ x }}", #"{"x": "\"\\\/\b\f\n\r\t|\u00e9\uD83D\uDE00\u0000"}"#,
        "&#34;\\/\u{8}\u{C}\n\r\t|é😀\0"
      ),
      ("{{ x + 1 }}", #"{"x": -0}"#, "1"), ("{{ x + 1 }}", #"{"x": 41}"#, "42"),
      ("{{ x }}", #"{"x": -9223372036854775808}"#, "-9223372036854775808"),
      ("{{ x }}", #"{"x": 2.5e+1}"#, "25.0"), ("{{ x }}", #"{"x": 1E-2}"#, "0.01"),
      ("{{ 'yes' if x and not y }}", #"{"x": true, "y": false}"#, "yes"),
      ("{{ x | default('-') }}", #"{"x": null}"#, "-"),
      ("{% for a in x %}{{ a }},{% endfor %}", #"{"x": [1, 2]}"#, "1,2,"),
      ("{% for a in x %}{{ a.b.c }}{% else %}none{% endfor %}", #"{"x": []}"#, "none"),
      ("{{ x['a b'].c }}", #"{"x": {"a b": {"c": "d"}}}"#, "d"),
      (
        "{% for r in x %}{% for a in r %}{{ a.b }}{% endfor %};{% endfor %}",
        #"{"x": [[{"b": 1}], [], [{"b": 2}, {"b": 3}]]}"#, "1;;23;"
      ),
      ("{% if x %}{{ x.y.z }}{% else %}-{% endif %}", #"{"x": null}"#, "-"),
      (
        "{% for a in x %}{{ a.n | default('?') }}{% endfor %}",
        #"{"x": [{"n": "1"}, {}, {"n": null}, {"m": 0, "n": "4"}]}"#, "1??4"
      ),
      (
        "{% for a in x %}{{ a.n.b }}{{ a.m.b }}{% endfor %}",
        #"{"x": [{"m": {"b": 1}, "n": {"b": 2}}, {"n": {"b": 4}, "m": {"b": 3}}]}"#, "2143"
      ),
      ("{{ x[0] | default('') }}{{ x[1] | default('') }}", #"{"x": ["<", 1.5]}"#, "&lt;1.5"),
      ("{{ a.list.x }}{{ b.list.x }}", #"{"a":{"list":{"x":1}},"b":{"list":{"x":2}}}"#, "12"),
      ("", "{}", ""),
    ])
  func values(template: String, json: String, expected: String) {
    let found = Self.render(template, json)
    #expect(expected == "expected a value" ? found.contains(expected) : found == expected)
  }

  @Test(
    "what the data do not have is an error in the template",
    arguments: [
      (
        "{{ titel }}", #"{"title": "x"}"#, "t.html:1:4: error: no variable “titel”",
        "did you mean “title”?"
      ),
      (
        "{% for i in items %}{{ i.nmae }}{% endfor %}", #"{"items": [{"name": 1}]}"#,
        "t.html:1:26: error: items[] has no attribute “nmae”", "did you mean “name”?"
      ),
      ("{{ a.b.d }}", #"{"a": {"b": {"c": 1}}}"#, "t.html:1:8: error: b has no attribute “d”", ""),
      (
        "{% for i in items %}{{ i.name }}{% endfor %}", #"{"items": [{"name": 1}, {}]}"#,
        "t.html:1:24: error: `i.name` may be none", "default"
      ),
      ("{{ x }}", #"{"x": null}"#, "t.html:1:4: error: `x` may be none", ""),
      ("{{ x + 1 }}", #"{"x": "1"}"#, "t.html:1:", ""),
      (
        "{% for i in x %}{{ i.a }}{% endfor %}", #"{"x": [{"a": 1}, 2]}"#,
        "t.html:1:22: error: an any has no attribute “a”", ""
      ),
      (
        "{% for i in l %}{{ i.list.y }}{% endfor %}{{ list.x }}",
        #"{"list": {"y": 1}, "l": [{"list": {"x": 1}}]}"#,
        "t.html:1:27: error: list (2) has no attribute “y”", ""
      ),
    ])
  func mistakes(template: String, json: String, place: String, help: String) {
    let found = Self.render(template, json)
    #expect(found.contains(place), "\(found)")
    #expect(found.contains(help), "\(found)")
  }

  @Test(
    "what is no JSON object is an error at its place",
    arguments: [
      ("", "1:1: error: expected a value, but the text ends [json-syntax]"),
      ("[1]", "1:1: error: the data are no object [template-data]"),
      ("\"x\"", "1:1: error: the data are no object [template-data]"),
      ("{\"a\": 1", "1:8: error: expected “,” or “}”, but the text ends [json-syntax]"),
      ("{\n  \"a\": 1\n  \"b\": 2\n}", "3:3: error: expected “,” or “}”, found “\"” [json-syntax]"),
      ("{\"a\": 1,}", "1:9: error: expected a name in double quotes, found “}” [json-syntax]"),
      ("{a: 1}", "1:2: error: expected a name in double quotes, found “a” [json-syntax]"),
      ("{\"a\" 1}", "1:6: error: expected “:”, found “1” [json-syntax]"),
      ("{\"a\": [1,]}", "1:10: error: expected a value, found “]” [json-syntax]"),
      ("{\"a\": [1 2]}", "1:10: error: expected “,” or “]”, found “2” [json-syntax]"),
      ("{\"a\": tru}", "1:7: error: expected a value, found “tru” [json-syntax]"),
      ("{\"a\": truex}", "1:11: error: expected “,” or “}”, found “x” [json-syntax]"),
      ("{\"é\": é}", "1:7: error: expected a value, found “é” [json-syntax]"),
      ("{} {}", "1:4: error: expected the end, found “{” [json-syntax]"),
      ("{\"a\": 01}", "1:7: error: a number does not begin with a zero [json-syntax]"),
      ("{\"a\": -}", "1:8: error: expected a digit, found “}” [json-syntax]"),
      ("{\"a\": 1.}", "1:9: error: expected a digit, found “}” [json-syntax]"),
      ("{\"a\": .5}", "1:7: error: expected a value, found “.” [json-syntax]"),
      ("{\"a\": +1}", "1:7: error: expected a value, found “+” [json-syntax]"),
      ("{\"a\": 1e}", "1:9: error: expected a digit, found “}” [json-syntax]"),
      (
        "{\"a\": 9223372036854775808}",
        "1:7: error: the number does not fit into 64 bits [json-limit]"
      ),
      ("{\"a\": 1e999}", "1:7: error: the number does not fit into 64 bits [json-limit]"),
      ("{\"a\": \"x", "1:7: error: the string has no closing quote [json-syntax]"),
      ("{\"a\": \"x\ny\"}", "1:9: error: a control character stands in a string"),
      ("{\"a\": \"\\x\"}", "1:8: error: no such escape"),
      ("{\"a\": \"\\u12G4\"}", "1:8: error: \\u needs four hexadecimal digits [json-syntax]"),
      (
        "{\"a\": \"\\uD83D\"}", "1:8: error: half of a surrogate pair is no character [json-syntax]"
      ),
      (
        "{\"a\": \"\\uDE00\"}", "1:8: error: half of a surrogate pair is no character [json-syntax]"
      ),
      ("{\"a\": \"\\uD83D\\u0041\"}", "1:8: error: half of a surrogate pair is no character"),
      (
        "{\"a\": 1, \"b\": 2, \"a\": 3}",
        "1:18: error: the name “a” stands here twice [duplicate-key]"
      ),
    ])
  func noJSON(json: String, expected: String) {
    let (data, findings) = Self.read(json)
    #expect(data == nil)
    #expect(findings.hasPrefix("data.json:" + expected), "\(findings)")
  }

  @Test func `a string that is not UTF-8 is an error`() {
    let bytes = Array("{\"a\": \"".utf8) + [0xFF] + Array("\"}".utf8)
    let (data, diagnostics) = TemplateData.read(SourceFile(path: "data.json", bytes: bytes))
    #expect(data == nil)
    #expect(diagnostics.map(\.summary) == ["the string is not UTF-8"])
  }

  @Test func `64 levels are read, one more is an error, a million end at once`() {
    func nested(_ depth: Int) -> String {
      "{\"a\": " + String(repeating: "[", count: depth - 1)
        + String(repeating: "]", count: depth - 1) + "}"
    }
    #expect(Self.read(nested(64)).data != nil)
    #expect(Self.read(nested(65)).findings.contains("nest deeper than 64 levels [json-limit]"))
    #expect(Self.read(nested(1_000_000)).findings.contains("[json-limit]"))
  }

  @Test func `objects with too many names or too few in common are an error`() {
    let many = "{" + (0...10_000).map { "\"n\($0)\":0" }.joined(separator: ",") + "}"
    #expect(Self.read(many).findings.contains("more than 10000 names [json-limit]"))
    let uneven =
      "{\"l\":[" + (0..<4_000).map { "{\"n\($0)\":0}" }.joined(separator: ",") + "]}"
    #expect(Self.read(uneven).findings.contains("too few names in common [json-limit]"))
  }

  @Test func `a megabyte of small objects is read in time that follows its length`() {
    let item = #"{"title": "A title", "tags": ["a", "b"], "n": 12, "m": null}"#
    let json = "{\"items\": [" + Array(repeating: item, count: 20_000).joined(separator: ",") + "]}"
    let clock = ContinuousClock()
    var rendered = ""
    let time = clock.measure { rendered = Self.render("{{ items | length }}", json) }
    #expect(rendered == "20000")
    #expect(time < .seconds(20), "\(time)")
  }
}
