import Foundation
import Testing

@Suite("dossier suggest proposes pages for what captures mention")
struct SuggestTests {
  /// Two captures about invented people; the second is hostile where the first is plain.
  static let captures: [String: String] = [
    "dossier.yml": "title: Test\n",
    "seeds/one.txt": """
    Talks in the harbour go on

    May 3, 2020

    Kazakh Foreign Minister Lena Moravec said on Monday that the talks with warlord Anton Belkar had \
    failed. The Lake Trade Council (LTC) met on May 2, 2020, when President Orlov called Moravec.

    “We have never agreed to it, and we never will,” Moravec said. There was fighting in Morva again, \
    and the Morva conflict is the longest of all, according to the Zamok.

    """,
    "seeds/two.txt": """
    The harbour talks have failed for good

    May 4, 2020

    President Orlov called Foreign Minister Lena Moravec on May 2, 2020, the Lake Trade Council said in \
    a long statement about the harbour and its many customers.

    The LTC will meet again, said Moravec, who had come from Poland and went on to Kazakhstan by rail.

    """,
  ]

  @Test func `a withdrawn capture proposes nothing`() throws {
    let folder = try TemporaryFolder.holding(
      Self.captures.merging([
        "seeds/one.yml": "withdrawn: {date: 2020-11-20, reason: R}\n"
      ]) { $1 })
    let run = try Dossier.run(["suggest"], in: folder)
    #expect(run.code == 0, "\(run)")
    #expect(run.output.contains("Lena Moravec"))
    #expect(!run.output.contains("Anton Belkar"))
  }

  @Test func `captures alone become a wiki of drafts in two commands`() throws {
    let folder = try TemporaryFolder.holding(Self.captures)
    let written = try Dossier.run(["suggest", "--write"], in: folder)
    #expect(written.code == 0, "\(written)")
    #expect(written.output.contains("Lena Moravec, person: "))
    let person = try folder.text("Content/actors/lena-moravec.md")
    #expect(
      person == """
        ---
        title: "Lena Moravec"
        kind: person
        surname: "Moravec"
        draft: true
        # dossier suggest: person-title
        ---
        Named in 2 captures [@one p1] [@two p1].

        ## Facts

        - office: Foreign Minister | of: kazakhstan [@one p1]
        - office: Foreign Minister [@two p1]

        """)
    #expect(
      try folder.text("Content/events/call-2020-05-02.md").contains(
        "- when: 2020-05-02 [@one p1] [@two p1]"))
    let check = try Dossier.run(["check", "--drafts"], in: folder)
    #expect(check.code == 0, "\(check)")
    let build = try Dossier.run(["build", "--drafts"], in: folder)
    #expect(build.code == 0, "\(build)")
    #expect(try folder.text("site/actors/lena-moravec.html").contains("kazakhstan.html"))
    // Without --drafts nothing of it is published.
    #expect(try Dossier.run(["build"], in: folder).code == 0)
    #expect(!folder.exists("site/actors/lena-moravec.html"))
  }

  @Test func `what was written is not proposed again, and stays as it is`() throws {
    let folder = try TemporaryFolder.holding(Self.captures)
    _ = try Dossier.run(["suggest", "--write"], in: folder)
    try folder.write(
      "---\ntitle: Lena Moravec\nkind: person\n---\nMine.\n", to: "Content/actors/lena-moravec.md")
    let before = try folder.tree()
    let again = try Dossier.run(["suggest", "--write"], in: folder)
    #expect(again.code == 0, "\(again)")
    #expect(!again.output.contains("Lena Moravec, person"))
    let after = try folder.tree()
    #expect(differences(before, after).filter { before[$0] != nil } == [])
  }

  @Test func `a slug that is taken stays with its page`() throws {
    let folder = try TemporaryFolder.holding(Self.captures)
    let mine = "---\ntitle: Something else\n---\nMine.\n"
    try folder.write(mine, to: "Content/places/lena-moravec.md")
    #expect(try Dossier.run(["suggest", "--write"], in: folder).code == 0)
    #expect(try folder.text("Content/places/lena-moravec.md") == mine)
    #expect(try folder.text("Content/actors/lena-moravec-2.md").contains("Lena Moravec"))
  }

  @Test func `a refusal is remembered`() throws {
    let folder = try TemporaryFolder.holding(Self.captures)
    try folder.write("# Mine\n\nA remark without an end", to: "Content/review/refused.md")
    let refused = try Dossier.run(
      ["suggest", "--refuse", "LENA MORAVEC", "--refuse", "Morva"], in: folder)
    #expect(refused == .silentSuccess, "\(refused)")
    #expect(
      try folder.text("Content/review/refused.md")
        == "# Mine\n\nA remark without an end\n- [-] LENA MORAVEC\n- [-] Morva\n")
    let run = try Dossier.run(["suggest"], in: folder)
    #expect(run.code == 0 && !run.output.contains("Lena Moravec, person"), "\(run)")
    #expect(!run.output.contains("  Morva,") && run.output.contains("Morva conflict"))
    _ = try Dossier.run(["suggest", "--refuse", "Lena Moravec"], in: folder)
    #expect(try folder.text("Content/review/refused.md").hasSuffix("- [-] Morva\n"))
  }

  @Test func `JSON has the same`() throws {
    let folder = try TemporaryFolder.holding(Self.captures)
    let run = try Dossier.run(["suggest", "--format", "json"], in: folder)
    #expect(run.code == 0 && run.error == "", "\(run)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let pages = try #require(object["pages"] as? [[String: Any]])
    let titles = pages.compactMap { $0["title"] as? String }
    #expect(titles.contains("Lena Moravec") && titles.contains("Kazakhstan"))
    #expect(object["schema"] as? String == "dossier-suggest/1")
  }

  @Test func `hostile words give valid files inside Content`() throws {
    let hostile = [
      "President <script>Orlov said", "President ../../Etc Passwd said it",
      "warlord \"Title: X\" Belkar left",
      "President [[Orlov]](javascript:x) said", "warlord Anton\u{202E} Belkar left",
      "President *Orlov* said",
      "warlord Anton --- Belkar left", "President Orlov: yes # no", "warlord Aux Con said",
      "warlord Антон Белкар left", "President ../Orlov/.. said", "warlord {{ Anton }} Belkar left",
      "warlord Ant\u{0}on Belkar left", "in the `Morva` region | of: x",
      "President \(String(repeating: "Ab", count: 300)) left",
    ]
    var files = ["dossier.yml": "title: Test\n"]
    for (number, text) in hostile.enumerated() {
      files["seeds/h\(number).txt"] =
        "A headline about a thing\n\nThey said that \(text), and that it was all there was to say about it then.\n"
    }
    let folder = try TemporaryFolder.holding(files)
    let before = try folder.tree()
    let run = try Dossier.run(["suggest", "--write"], in: folder)
    #expect(run.code == 0, "\(run)")
    let new = Set(try folder.tree().keys).subtracting(before.keys)
    #expect(!new.isEmpty)
    for path in new {
      #expect(
        path.wholeMatch(of: /Content\/(actors|places|conflicts|events)\/[^\/]+\.md/) != nil,
        "\(path)")
      #expect(try !folder.text(path).contains("<script"))
    }
    let build = try Dossier.run(["build", "--drafts"], in: folder)
    #expect(build.code == 0, "\(build)")
  }

  @Test func `a folder that leads out of the site is not written to`() throws {
    let folder = try TemporaryFolder.holding(Self.captures)
    let other = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.at("Content"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.at("Content/actors"), withDestinationURL: other.url)
    let run = try Dossier.run(["suggest", "--write"], in: folder)
    #expect(run.code != 0, "\(run)")
    #expect(try other.tree().isEmpty && !folder.exists("Content/events"))
  }

  @Test func `the project’s own captures become drafts that build`() throws {
    let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds")
    let folder = try TemporaryFolder.holding(["dossier.yml": "title: Test\n"])
    try FileManager.default.copyItem(at: seeds, to: folder.at("seeds"))
    #expect(try Dossier.run(["suggest", "--write"], in: folder).code == 0)
    #expect(try Dossier.run(["check", "--drafts"], in: folder).code == 0)
  }
}
