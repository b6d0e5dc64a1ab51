import DossierModel
import Testing

@testable import DossierRendering

/// Who backs whom, the drawing of it, and the bars of months.
struct ConflictPictureTests {
  /// Two sides of two with a supporter each, relations of which one is denied, and six events.
  static let files: [String: String] = {
    var files = [
      "dossier.yml": "title: Two sides\n",
      "seeds/book.yml": "title: A book\n",
      "Content/conflicts/war.md": """
      ---
      title: War
      kind: interstate
      ---
      A war.

      ## Facts
      - side North: a, b | supporters: c [@book]
      - side South: d
      - end: 2020-08-31
      - status: ended [@book]
      - not-known: why it began [@book]

      """,
      "Content/conflicts/part.md":
        "---\ntitle: Part\nkind: interstate\npart-of: war\n---\nA part.\n",
      "Content/actors/d.md": actorFile("d", "- accuses: c | in: war | denied by: c [@book]\n"),
      "Content/actors/e.md": actorFile(
        "e", "- supports-with-arms: d | in: war [@book]\n- opposes: f\n- trades-with: a | in: war\n"
      ),
    ]
    for name in ["a", "b", "c", "f"] { files["Content/actors/\(name).md"] = actorFile(name, "") }
    for (number, month) in [2, 2, 3, 7, 7, 7].enumerated() {
      files["Content/events/e\(number).md"] = """
        ---
        title: Event \(number)
        kind: battle
        conflicts: [\(number == 0 ? "part" : "war")]
        ---
        It happened.

        ## Facts
        - when: 2020-0\(month)

        """
    }
    return files
  }()

  /// With a sixth actor.
  static var drawn: [String: String] {
    files.merging(["Content/actors/f.md": actorFile("f", "- opposes: a | in: war\n")]) { $1 }
  }

  static func actorFile(_ name: String, _ facts: String) -> String {
    "---\ntitle: Actor \(name)\nkind: state\n---\nAn actor.\n"
      + (facts.isEmpty ? "" : "\n## Facts\n\(facts)")
  }

  static let site = Result { try RenderedSite(files) }

  @Test func `a matrix has the sides' parties first, and each cell what a fact states`() throws {
    let matrix = try Self.site.get().page("conflicts/war.html")["matrix"]
    #expect(matrix["columns"].texts("title") == ["Actor a", "Actor b", "Actor d", "Actor c"])
    #expect(
      matrix["rows"].list.map { $0["actor"]["title"].text } == ["Actor d", "Actor c", "Actor e"])
    let cells = matrix["rows"].list.map { row in
      row["cells"].list.map { $0["relations"].texts("label").joined(separator: "+") }
    }
    #expect(
      cells == [
        ["", "", "", "Accuses"], ["Supports side North", "Supports side North", "", ""],
        ["Trades with", "", "Supports with arms", ""],
      ])
    let denied = matrix["rows"][0]["cells"][3]["relations"][0]
    #expect(denied["qualifiers"].texts("label") == ["denied by"])
    #expect(denied["notes"].text?.contains("#note.1") == true)
    #expect(matrix["omitted"].int == 0)
  }

  @Test func `without relations there is neither matrix nor drawing nor bars`() throws {
    let page = try Self.site.get().page("conflicts/part.html")
    for key in ["matrix", "network", "sparkline"] { #expect(page[key].isNull, "\(key)") }
  }

  @Test func `a drawing is of six actors or more, one side on the left`() throws {
    let site = try Self.site.get()
    // Five actors have relations of the war, so that nothing is drawn of it.
    #expect(try site.page("conflicts/war.html")["network"].isNull)
    let drawn = try RenderedSite(Self.drawn).page("conflicts/war.html")["network"]
    #expect(drawn["nodes"].list.count == 6)
    let width = try #require(drawn["width"].int)
    for node in drawn["nodes"].list {
      let x = try #require(node["x"].int)
      let kind = try #require(node["kind"].text)
      if kind == "first" { #expect(x < width / 2) }
      if kind == "second" { #expect(x > width / 2) }
    }
    #expect(drawn["kinds"].list.map(\.text) == ["support", "against", "other"])
    let doubtful = drawn["edges"].list.map { $0["is_doubtful"].bool }
    #expect(doubtful.count { $0 == true } == 1)
  }

  @Test func `months count the events of a conflict and of its parts`() throws {
    let page = try Self.site.get().page("conflicts/war.html")["sparkline"]
    #expect(
      page["text"].text
        == "Events a month from August 2019 to July 2020: 6 in all, most in July 2020, 3.")
    #expect(page["bars"].list.map { $0["height"].int } == [18, 9, 28])
  }

  @Test func `what is not known has a section of its own, and is no line of the fact box`() throws {
    let page = try Self.site.get().page("conflicts/war.html")
    #expect(page["not_known"].texts("html") == ["why it began"])
    #expect(!page["facts"].texts("label").contains("Not known"))
  }

  @Test func `reports say what pages lack`() throws {
    let site = try Self.site.get()
    let uncited = try site.page("reports/uncited.html")["report"]
    #expect(uncited["columns"].list.count == 2)
    #expect(
      uncited["rows"].list.contains {
        $0["cells"][0].text == #"<a href="../conflicts/war.html">War</a>"#
          && $0["cells"][1].text == "Side South<br>End<br>the prose as a whole"
      })
    let orphans = try site.page("reports/orphans.html")["report"]["rows"]
    #expect(orphans.list.count == 1)
    let origins = try site.page("reports/single-origin.html")["report"]["rows"]
    #expect(origins[0]["cells"][0].text == #"<a href="../sources/book.html">A book</a>"#)
    #expect(origins[0]["cells"][1].text == "5")
    let links = try site.page("reports/index.html")["reports"]
    #expect(links.texts("href") == Report.names.map { $0 + ".html" })
  }
}
