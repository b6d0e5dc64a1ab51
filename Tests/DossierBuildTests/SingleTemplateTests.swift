import Diagnostics
import DossierBuild
import FileTree
import Testing

/// One template with data from JSON, outside of any site.
struct SingleTemplateTests {
  private static func render(
    _ files: [String: String], _ json: String, name: String = "t.html"
  ) throws -> (text: String?, report: String) {
    let template = SingleTemplate(
      files: MemoryFileSystem(texts: files), folder: "Templates", name: name)
    let (output, diagnostics) = try template.render(data: SourceFile(path: "d.json", text: json))
    return (
      output.map { String(decoding: $0, as: UTF8.self) },
      diagnostics.map { ConsoleFormatter().format($0) }.joined()
    )
  }

  @Test func `templates of the folder and of the built-in theme can be used`() throws {
    let found = try Self.render(
      [
        "t.html":
          "{% extends 'base.html' %}{% block main %}{% include 'partials/date.html' %}{% endblock %}",
        "base.html": "<main>{% block main %}{% endblock %}</main>\n",
        "unused.html": "{% if",
      ], #"{"date": {"text": "May & June", "datetime": null}}"#)
    #expect(found.report == "")
    #expect(found.text == "<main>May &amp; June</main>")
  }

  @Test func `a file of the folder comes before one of the built-in theme`() throws {
    let found = try Self.render(
      ["t.html": "{% include 'partials/date.html' %}", "partials/date.html": "mine"], "{}")
    #expect(found.text == "mine")
  }

  @Test func `the ending says what is escaped`() throws {
    let json = #"{"x": "a & b"}"#
    #expect(try Self.render(["t.html": "{{ x }}"], json).text == "a &amp; b")
    #expect(try Self.render(["t.txt": "{{ x }}"], json, name: "t.txt").text == "a & b")
  }

  @Test(
    "a mistake is a finding at its place and nothing is rendered",
    arguments: [
      ("{{ y }}", "Templates/t.html:1:4: error: no variable “y”"),
      ("{% include 'no.html' %}", "Templates/t.html:1:12: error: no template"),
      ("{% include '../secret.html' %}", "Templates/t.html:1:12: error: no template"),
      ("{% include '/etc/passwd' %}", "Templates/t.html:1:12: error: no template"),
      ("{% include 'assets/style.css' %}", "Templates/t.html:1:12: error: no template"),
      (
        "{% include 'partials/date.html' %}",
        "built-in/partials/date.html:2:7: error: no variable “date”"
      ),
      ("{{ 1 // x }}", "Templates/t.html:1:4: error: "),
    ])
  func mistakes(template: String, expected: String) throws {
    let found = try Self.render(["t.html": template], #"{"x": 0}"#)
    #expect(found.text == nil)
    #expect(found.report.contains(expected), "\(found.report)")
  }

  @Test func `a mistake in the data is a finding`() throws {
    let found = try Self.render(["t.html": "x"], "{\n  \"x\": 1,\n}")
    #expect(found.text == nil)
    #expect(found.report.hasPrefix("d.json:3:1: error: "), "\(found.report)")
  }

  @Test func `a template that is not there is an error of the environment`() throws {
    #expect(throws: FileTreeError.notFound(path: "t.html")) { try Self.render([:], "{}") }
  }
}
