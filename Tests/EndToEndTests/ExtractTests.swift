import Foundation
import Testing

/// `dossier extract`: the schema, the margin, and the exit codes.
struct ExtractTests {
  static let capture = """
    Home
    News
    Sport
    Letters
    Contact

    The lake towns share a bridge

    By Ada Quill
    3 May 2019 at 2:07 pm

    The two towns on the lake have agreed to share the old bridge, which has been closed to carts and \
    cars since the flood of last winter.

    Engineers said that the middle arch of the bridge had moved by the width of a hand (Lake Courier, \
    May 2), and that it would have to be taken down. [1]

    [1] The arch is old.
    [2] So is the bridge.
    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(capture, to: "a.txt")
    return folder
  }

  @Test func `one object a line, each of the schema`() throws {
    let folder = try Self.folder()
    let run = try Dossier.run(["extract", "a.txt", "a.txt"], in: folder)
    #expect(run.code == 0 && run.error == "")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == lines[1])
    let first = try #require(lines.first)
    #expect(
      first
        == """
        {"schema":"dossier-extract/1","file":"a.txt",\
        "sha256":"SHA","metadata":\
        {"title":"The lake towns share a bridge","publisher":null,"author":"Ada Quill",\
        "published":"2019-05-03","published_time":"14:07","language":"en","url":null,\
        "encoding":"utf-8",\
        "cited_outlets":["Lake Courier"],"basis":{"title":"title-above-stamp, line 7",\
        "publisher":"unknown: no line names the outlet as one of its own: at the top, behind the title, \
        as source, or with the rights",\
        "author":"byline, line 9","published":"stamp-day-month-year, line 10",\
        "published_time":"stamp-time, line 10","language":"function-words","encoding":"encoding-valid-utf-8"}},\
        "structure":{"body_lines":[12,14],"standfirst_lines":[],"caption_lines":[],\
        "footnote_lines":[16,17],"byline_lines":[9],"title_line":7,"title_duplicate_lines":[],\
        "chrome_lines":[{"line":1,"why":"page-tool"},{"line":2,"why":"navigation-block"},\
        {"line":3,"why":"navigation-block"},{"line":4,"why":"navigation-block"},\
        {"line":5,"why":"page-tool"},{"line":10,"why":"stamp-day-month-year"}]},\
        "paragraphs":[{"n":1,"line":12,"text":"The two towns on the lake have agreed to share the old \
        bridge, which has been closed to carts and cars since the flood of last winter.",\
        "locator":"p1"},{"n":2,"line":14,"text":"Engineers said that the middle arch of the bridge \
        had moved by the width of a hand (Lake Courier, May 2), and that it would have to be taken \
        down. [1]","locator":"p2"},{"n":1,"line":16,"text":"The arch is old.","locator":"fn1"},\
        {"n":2,"line":17,"text":"So is the bridge.","locator":"fn2"}],\
        "captions":[],"quotes":[],"timexes":[\
        {"paragraph":1,"locator":"p1","line":12,"start":122,"end":133,"text":"last winter",\
        "type":"DATE","value":"2018-WI","edtf":"2018-24","anchor":"document","rule":"time-directed",\
        "modifier":null,"precision":"season","role":"event","interval":null},\
        {"paragraph":2,"locator":"p2","line":14,"start":98,"end":103,"text":"May 2","type":"DATE",\
        "value":"2019-05-02","edtf":"2019-05-02","anchor":"document","rule":"time-month-day",\
        "modifier":null,"precision":"day","role":"citation","interval":null}],"entities":[]}
        """.replacing("SHA", with: try Self.digest(in: String(first))))
  }

  /// What of the output says that the newspaper is named.
  private static let entity =
    #""start":84,"end":96,"text":"Lake Courier","id":"lake-courier""#

  @Test func `names are those of the registry`() throws {
    let folder = try Self.folder()
    try folder.write(
      #"[{"id": "lake-courier", "kind": "media", "name": "Lake Courier", "#
        + #""aliases": {"name": ["Lake Courier"]}}]"#, to: "registry.json")
    let run = try Dossier.run(["extract", "--registry", "registry.json", "a.txt"], in: folder)
    #expect(run.code == 0 && run.output.contains(Self.entity), "\(run)")
  }

  @Test func `without a registry names are those of the site in the working folder`() throws {
    let folder = try Self.folder()
    try folder.write("title: Lakes\n", to: "dossier.yml")
    try folder.write(
      "---\ntitle: Lake Courier\nkind: media-outlet\n---\n\nA newspaper.\n",
      to: "Content/actors/lake-courier.md")
    let run = try Dossier.run(["extract", "a.txt"], in: folder)
    #expect(run.code == 0 && run.output.contains(Self.entity), "\(run)")
  }

  @Test func `the names of a site that cannot be read are not guessed`() throws {
    let folder = try Self.folder()
    try folder.write("titel: Lakes\n", to: "dossier.yml")
    let run = try Dossier.run(["extract", "a.txt"], in: folder)
    #expect(run.code == 1 && run.output == "", "\(run)")
    #expect(run.error.contains("dossier.yml:1:1: error: unknown key “titel”"), "\(run)")
  }

  private static func digest(in line: String) throws -> String {
    let match = try #require(line.firstMatch(of: /"sha256":"([0-9a-f]{64})"/))
    return String(match.1)
  }

  @Test func `everything is body with --plain, and a stated date wins`() throws {
    let folder = try Self.folder()
    let run = try Dossier.run(
      ["extract", "--plain", "--published", "2019-06", "--genre", "background", "a.txt"],
      in: folder)
    #expect(run.code == 0)
    #expect(run.output.contains("\"body_lines\":[1,2,3,4,5,7,9,10,12,14,16,17]"))
    #expect(run.output.contains("\"published\":\"2019-06\""))
    #expect(run.output.contains("\"published\":\"stated\""))
  }

  @Test(
    "a bare day takes its year from what the caller says of the document",
    arguments: [
      ([], "2015-05-02 narrative"), (["--published", "2018-06-01"], "2018-05-02 editor"),
      (["--genre", "background", "--published", "2018-06-01"], "2015-05-02 narrative"),
    ] as [([String], String)])
  func anchors(_ options: [String], _ expected: String) throws {
    let folder = try TemporaryFolder.holding([
      "n.txt": "The flood came on 3 March 2015.\n\nOn May 2 the bridge was closed to carts.\n"
    ])
    let run = try Dossier.run(["extract", "--plain"] + options + ["n.txt"], in: folder)
    let pattern =
      /"text":"May 2","type":"DATE","value":"([^"]*)","edtf":"[^"]*","anchor":"([a-z]*)"/
    let match = try #require(run.output.firstMatch(of: pattern), "\(run)")
    #expect("\(match.1) \(match.2)" == expected)
  }

  @Test func `quotes have their segments, form, speaker and rule`() throws {
    let folder = try TemporaryFolder.holding([
      "a.txt": """
      “The arch,” said Ada Quill, “is old.”

      The stones are “Bréton”.

      """
    ])
    let run = try Dossier.run(["extract", "--plain", "a.txt"], in: folder)
    let quotes = run.output.firstMatch(of: /"quotes":(\[.*\]),"timexes"/)
    #expect(
      quotes.map { String($0.1) } == """
        [{"paragraph":1,"locator":"p1","line":1,"segments":[\
        {"paragraph":1,"locator":"p1","line":1,"start":1,"end":10,"text":"The arch,"},\
        {"paragraph":1,"locator":"p1","line":1,"start":29,"end":36,"text":"is old."}],\
        "type":"direct","speaker":null,"speaker_mention":\
        {"paragraph":1,"locator":"p1","line":1,"start":17,"end":26,"text":"Ada Quill"},\
        "antecedent":null,"rule":"quote-verb-subject","form_rule":null,"confidence":"explicit",\
        "utterance":0},\
        {"paragraph":2,"locator":"p2","line":3,"segments":[\
        {"paragraph":2,"locator":"p2","line":3,"start":16,"end":22,"text":"Bréton"}],\
        "type":"scare","speaker":null,"speaker_mention":null,"antecedent":null,"rule":null,\
        "form_rule":"scare-short-unattributed","confidence":"inferred","utterance":1}]
        """)
  }

  @Test func `people see each line with class, paragraph and rule`() throws {
    let folder = try Self.folder()
    let run = try Dossier.run(["extract", "--format", "text", "a.txt"], in: folder)
    #expect(run.code == 0 && run.error == "")
    for line in [
      "  published  2019-05-03  (stamp-day-month-year, line 10)",
      "  publisher  unknown: no line names the outlet as one of its own: at the top, behind the title, "
        + "as source, or with the rights",
      "  cites      Lake Courier",
      "    1  chrome                page-tool                │ Home",
      "    7  title                 title-above-stamp        │ The lake towns share a bridge",
      "   17  footnote        fn2   footnote-mark            │ [2] So is the bridge.",
    ] {
      #expect(run.output.contains(line + "\n"), "\(line) in \(run.output)")
    }
  }

  @Test func `what a capture holds cannot steer a terminal`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.capture + "\n\u{1B}[2J\u{202E}red\n", to: "a.txt")
    let run = try Dossier.run(["extract", "--format", "text", "a.txt"], in: folder)
    #expect(run.output.contains("\u{FFFD}[2J\u{FFFD}red"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test(
    arguments: [
      (["none.txt"], 2, "none.txt: no such file"), (["."], 2, "a folder"), ([], 2, "Usage:"),
      (["--published", "soon", "a.txt"], 2, "is no date"),
      (["--registry", "none.json", "a.txt"], 2, "none.json"),
      (["--registry", "menu.txt", "a.txt"], 1, "menu.txt:1:1: error: expected"),
      (["menu.txt"], 1, "capture-no-paragraph"),
    ] as [([String], Int32, String)])
  func `what goes wrong has its exit code`(_ arguments: [String], _ code: Int32, _ error: String)
    throws
  {
    let folder = try Self.folder()
    try folder.write("Home\nNews\nSport\nLetters\nContact\n", to: "menu.txt")
    let run = try Dossier.run(["extract"] + arguments, in: folder)
    #expect(run.code == code)
    #expect(run.error.contains(error), "\(run)")
  }
}
