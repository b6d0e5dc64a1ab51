import Foundation
import Testing

/// `dossier template FILE --data JSON`.
struct TemplateCommandTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write([
      "theme/list.html": """
      {% include "head.html" %}
      <ul>
      {%- for item in items %}
      <li><a href="{{ item.href }}">{{ item.title }}</a></li>
      {%- endfor %}
      </ul>

      """,
      "theme/head.html": "<h1>{{ title }}</h1>",
      "theme/wrong.html": "<p>\n{{ titel }}</p>\n",
      "data.json": #"{"title": "A & B", "items": [{"href": "a.html", "title": "É"}]}"#,
      "broken.json": "{\"title\": }",
    ])
    return folder
  }

  private static let output = """
    <h1>A &amp; B</h1>
    <ul>
    <li><a href="a.html">É</a></li>
    </ul>
    """

  @Test func `the result goes to standard output and nothing else does`() throws {
    let folder = try Self.folder()
    let before = try folder.tree()
    let run = try Dossier.run(
      ["template", "theme/list.html", "--data", "data.json"], in: folder)
    #expect(run == Dossier.Run(code: 0, output: Self.output, error: ""))
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test func `data come from standard input, files from absolute paths`() throws {
    let folder = try Self.folder()
    let run = try Dossier.run(
      ["template", folder.at("theme/list.html").path, "--data", "-"], in: folder,
      input: try folder.text("data.json"))
    #expect(run == Dossier.Run(code: 0, output: Self.output, error: ""))
  }

  @Test func `a misspelt name is 1, at its place, with a suggestion`() throws {
    let run = try Dossier.run(
      ["template", "theme/wrong.html", "--data", "data.json"], in: try Self.folder())
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(run.error.hasPrefix("theme/wrong.html:2:4: error: no variable “titel”"), "\(run)")
    #expect(run.error.contains("did you mean “title”?"), "\(run)")
  }

  @Test func `broken data are 1, at their place, also from standard input`() throws {
    let folder = try Self.folder()
    let run = try Dossier.run(
      ["template", "theme/list.html", "--data", "broken.json"], in: folder)
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(run.error.hasPrefix("broken.json:1:11: error: expected a value"), "\(run)")
    let piped = try Dossier.run(
      ["template", "theme/list.html", "--data", "-", "--format", "json"], in: folder, input: "[")
    #expect(piped.code == 1)
    #expect(piped.error.hasPrefix(#"{"id":"json-syntax","severity":"error""#), "\(piped)")
  }

  @Test(
    "wrong usage and files that cannot be read are 2",
    arguments: [
      (["theme/list.html"], "--data"), (["--data", "data.json"], "file"),
      (["theme/none.html", "--data", "data.json"], "theme/none.html: no such file"),
      (["theme/list.html", "--data", "none.json"], "none.json: no such file"),
      (["theme/list.html", "--data", "theme"], "theme: cannot be read: a folder"),
      (["theme/", "--data", "data.json"], "is no file"),
      (["theme/list.html", "--data", "data.json", "--format", "xml"], "xml"),
    ])
  func usage(arguments: [String], expected: String) throws {
    let run = try Dossier.run(["template"] + arguments, in: try Self.folder())
    #expect(run.code == 2, "\(run)")
    #expect(run.output == "")
    #expect(run.error.contains(expected), "\(run)")
  }
}
