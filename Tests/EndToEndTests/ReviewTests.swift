import Foundation
import Testing

@Suite("dossier review asks once, and builds obey the answers")
struct ReviewTests {
  static let site: [String: String] = [
    "dossier.yml": "title: Test\n",
    "seeds/wire.txt": """
    The talks in the harbour go on

    By Jan Moreno

    May 3, 2020

    Foreign Minister Lena Moravec met warlord Anton Belkar in Varland on March 1, 2019. The Lake Trade \
    Council (LTC) was there, and Warsaw agreed to it all.

    In June of that year Varland signed the paper [sic] of the harbour, said Foreign Minister Moravetz.

    “We have never agreed to it, and we never will,” Moravec said after the long meeting.

    “Nobody will make us sign that paper in the end, whatever it may cost.”

    """,
    "Content/actors/moravec.md": """
    ---
    title: Lena Moravec
    kind: person  # a comment that stays
    surname: Moravec
    ---
    The minister [@wire p1].

    """,
    "Content/actors/varland.md": "---\ntitle: Varland\nkind: state\n---\nA state.\n",
    "Content/actors/poland.md": "---\ntitle: Poland\nkind: state\n---\nA state.\n",
  ]

  static let file = "Content/review/2020-05-05.md"

  private func review(
    _ folder: TemporaryFolder, _ arguments: [String] = [], now: String = "2020-05-05"
  ) throws -> Dossier.Run {
    try Dossier.run(["review", "--now", now] + arguments, in: folder)
  }

  @Test func `everything undecided stands in one file, and is not asked twice`() throws {
    let folder = try TemporaryFolder.holding(Self.site)
    let dry = try review(folder, ["--dry-run"])
    #expect(dry.code == 0, "\(dry)")
    #expect(!folder.exists(Self.file))
    let first = try review(folder)
    #expect(first.code == 0, "\(first)")
    let text = try folder.text(Self.file)
    #expect(text == Self.golden)
    #expect(dry.output == text)
    // Undecided lines are not repeated on the day, and no byte changes.
    let again = try review(folder)
    #expect(again.error == "dossier: \(Self.file) has all that is undecided\n")
    #expect(try folder.text(Self.file) == text)
    // Undecided on another day, they are asked again; decided, they are not.
    #expect(
      try review(folder, ["--dry-run"], now: "2020-05-06").output.contains("- [ ] title [@wire]"))
    try folder.write(text.replacing("- [ ]", with: "- [-]"), to: Self.file)
    let decided = try review(folder, now: "2020-05-06")
    #expect(decided.error == "dossier: nothing is undecided\n", "\(decided)")
    #expect(!folder.exists("Content/review/2020-05-06.md"))
  }

  @Test func `ticks and edits stay byte for byte, and what is new is added behind them`() throws {
    let folder = try TemporaryFolder.holding(Self.site)
    #expect(try review(folder).code == 0)
    let ticked =
      try folder.text(Self.file).replacing(
        "- [ ] title [@wire]: ", with: "* [x] title [@wire]:   My ")
      + "\n- my note, without a line break"
    try folder.write(ticked, to: Self.file)
    try folder.write(
      "A second report\n\nMay 4, 2020\n\nVarland did it all.\n", to: "seeds/late.txt")
    #expect(try review(folder).code == 0)
    let text = try folder.text(Self.file)
    #expect(text.hasPrefix(ticked + "\n\n## late: "))
    #expect(text.components(separatedBy: "title [@wire]").count == 2)
  }

  @Test func `a build shows what was accepted with the line, and keeps out what was refused`()
    throws
  {
    let folder = try TemporaryFolder.holding(Self.site)
    try folder.write(
      """
      - [x] title [@wire]: My title
      - [-] author [@wire]: Jan Moreno
      - [x] speaker [@wire p4] “Nobody will make us sign that paper in”: [[moravec]]
      - [x] date [@wire p2] “June of that year”: 2019-06

      """, to: Self.file)
    let build = try Dossier.run(["build"], in: folder)
    #expect(build.code == 0, "\(build)")
    let source = try folder.text("site/sources/wire.html")
    #expect(source.contains("My title"))
    #expect(source.contains("accepted in review, \(Self.file), line 1"))
    #expect(source.contains("decided in review, \(Self.file):2"))
    #expect(!source.contains("Jan Moreno"))
    let statements = try folder.tree("site/statements").values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(statements.contains("accepted in review, \(Self.file):3"))
    #expect(try folder.text("site/actors/varland.html").contains("\(Self.file):4"))
    let explained = try Dossier.run(["explain", "wire"], in: folder)
    #expect(explained.output.contains("\(Self.file):3: decided: - [x] speaker"))
  }

  @Test func `accepted names become pages and aliases, all or none, and their lines say so`() throws
  {
    let folder = try TemporaryFolder.holding(Self.site)
    let lines = """
      - [x] name [@wire p1] “Anton Belkar”: new actor person
      - [x] name [@wire p1] “Lake Trade Council”: new actor intergovernmental-organisation
      - [x] name [@wire p2] “Lena Moravetz”: alias of [[moravec]]
      - [-] name [@wire p2] “Harbour”: new place

      """
    try folder.write(lines, to: Self.file)
    let before = try folder.tree()
    let dry = try review(folder, ["--apply", "--dry-run"])
    #expect(dry.code == 0, "\(dry)")
    #expect(differences(before, try folder.tree()) == [])
    let applied = try review(folder, ["--apply"])
    #expect(applied.code == 0, "\(applied)")
    #expect(
      differences(before, try folder.tree()) == [
        "Content/actors/anton-belkar.md", "Content/actors/lake-trade-council.md",
        "Content/actors/moravec.md", Self.file,
      ])
    #expect(
      try folder.text(Self.file) == """
        - [x] name [@wire p1] “Anton Belkar”: new actor person → [[anton-belkar]]
        - [x] name [@wire p1] “Lake Trade Council”: new actor intergovernmental-organisation → [[lake-trade-council]]
        - [x] name [@wire p2] “Lena Moravetz”: alias of [[moravec]] → [[moravec]]
        - [-] name [@wire p2] “Harbour”: new place

        """)
    let page = try folder.text("Content/actors/anton-belkar.md")
    #expect(page.hasPrefix("---\ntitle: \"Anton Belkar\"\nkind: person\n"))
    #expect(page.contains("[@wire p1]"))
    #expect(!page.contains("draft"))
    let alias = try folder.text("Content/actors/moravec.md")
    #expect(alias.contains("Lena Moravetz") && alias.contains("# a comment that stays"))
    #expect(try Dossier.run(["build"], in: folder).code == 0)
    // A second time there is nothing to do.
    let tree = try folder.tree("Content")
    #expect(try review(folder, ["--apply"]).code == 0)
    #expect(differences(tree, try folder.tree("Content")) == [])
  }

  @Test func `one name that cannot be applied keeps all from being applied`() throws {
    let folder = try TemporaryFolder.holding(Self.site)
    try folder.write(
      """
      - [x] name [@wire p1] “Anton Belkar”: new actor person
      - [x] name [@wire p2] “Moravetz”: alias of [[moravek]]

      """, to: Self.file)
    let before = try folder.tree()
    let run = try review(folder, ["--apply"])
    #expect(run.code == 1)
    #expect(
      run.error.contains("\(Self.file):2:35: error: there is no page “moravek” [outdated-review]"))
    #expect(run.error.contains("did you mean “moravec”?"))
    #expect(differences(before, try folder.tree()) == [])
  }

  static let golden = #"""
    # Review of 2020-05-05

    `[x]` accepts a line, `[-]` refuses it for good, `[ ]` leaves it open. Correct what stands behind a
    colon before you accept it. A name becomes `new actor person`, `new place`, …, `alias of [[page]]`, or
    `ignore`; of several lines about one name accept one. `dossier build` obeys the ticks,
    `dossier review --apply` writes accepted names into Content. This file is the record: keep it.

    ## wire: The talks in the harbour go on (10)

    - [ ] title [@wire]: The talks in the harbour go on
      > (title-above-stamp, line 1)
    - [ ] publisher [@wire]: unknown
      > (no line names the outlet as one of its own: at the top, behind the title, as source, or with the rights)
    - [ ] author [@wire]: Jan Moreno
      > By Jan Moreno (byline, line 3)
    - [ ] published [@wire]: 2020-05-03
      > May 3, 2020 (stamp-month-day-year, line 5)

    - [ ] name [@wire p1] “Lake Trade Council”: new actor office
      > The Lake Trade Council (LTC) was there, and Warsaw agreed to it all.
      > (also LTC)
    - [ ] name [@wire p1] “Anton Belkar”: new actor person
      > Foreign Minister Lena Moravec met warlord Anton Belkar in Varland on March 1, 2019.
    - [ ] name [@wire p2] “Moravetz”: new actor person
      > In June of that year Varland signed the paper \[sic\] of the harbour, said Foreign Minister Moravetz.

    - [ ] meaning [@wire p1] “Warsaw”: [[poland]]
      > … Lena Moravec met warlord Anton Belkar in Varland on March 1, 2019. The Lake Trade Council (LTC) was there, and Warsaw agreed to it all.

    - [ ] speaker [@wire p4] “Nobody will make us sign that paper in”: [[moravec]]
      > “Nobody will make us sign that paper in the end, whatever it may cost.”

    - [ ] date [@wire p2] “June of that year”: 2019-06

    """#
}
