import Diagnostics
import DossierBuild
import DossierLoading
import FileTree
import Testing

/// `dossier merge`: one page says what two said, each thing once.
struct MergingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let from: String
    let into: String
    let merged: String
  }

  static let moved = "redirect-from: [events/old.html]\n"

  static let cases: [Case] = [
    Case(
      testDescription: "names",
      from: "title: Old talks\naliases: [A, {name: B, exclusive: true}, N]",
      into: "title: New talks\naliases: [A, B] # names\nnames: [{name: N, used-by: [lake]}]",
      merged:
        "title: New talks\naliases: [A, {name: B, exclusive: true}, Old talks] # names\nnames: [{name: N, used-by: [lake]}]\n\(moved)"
    ),
    Case(
      testDescription: "names with users are joined",
      from: "title: Talks\nnames: [{name: N, used-by: [lake, mere]}, {name: M, used-by: [mere]}]",
      into: "title: Talks\naliases: [M]\nnames: [{name: N, used-by: [lake]}]",
      merged:
        "title: Talks\nnames: [{name: N, used-by: [lake, mere]}, {name: M, used-by: [mere]}]\n\(moved)"
    ),
    Case(
      testDescription: "what one page alone says",
      from:
        "title: Talks\nkind: meeting\nconflicts: [war]\nexternal: {wikidata: Q1}\nreviewed: 2020-01-01",
      into: "title: Talks\nexternal:\n  acled: X1 # a\nreviewed: 2020-02-02",
      merged:
        "title: Talks\nkind: meeting\nconflicts: [war]\nexternal:\n  acled: X1 # a\n  wikidata: Q1\nreviewed: 2020-01-01\n\(moved)"
    ),
    Case(
      testDescription: "part of what takes it up", from: "title: Talks\npart-of: new",
      into: "title: Talks", merged: "title: Talks\n\(moved)"),
    Case(
      testDescription: "old addresses", from: "title: Talks\nredirect-from: [events/x.html]",
      into: "title: Talks\nredirect-from:\n  - events/y.html",
      merged:
        "title: Talks\nredirect-from:\n  - events/y.html\n  - events/x.html\n  - events/old.html\n"
    ),
  ]

  static let bodies: [Case] = [
    Case(
      testDescription: "prose under a heading", from: "\nOld prose [[old]].\n\n",
      into: "New prose.\n",
      merged: "New prose.\n\n## Old \\*talks\\*\n\nOld prose [[new]].\n"),
    Case(
      testDescription: "prose before facts and statements, what stands behind them too",
      from: "One.\n\n## Facts\n- note: a\n\n## After\n\nTwo.[^1]\n\n[^1]: Note.\n",
      into:
        "New[^1].\n\n## Facts\n- note: b\n\n## Statements\n> \"s\"\n> -- lake\n\n[^1]: Other.\n",
      merged:
        "New[^1].\n\n## Old \\*talks\\*\n\nOne.\n\n## After\n\nTwo.[^old-1]\n\n[^old-1]: Note.\n\n## Facts\n- note: b\n- note: a\n\n## Statements\n> \"s\"\n> -- lake\n\n[^1]: Other.\n"
    ),
    Case(
      testDescription: "facts: the same once, with the citations of both",
      from: "## Facts\n- participant: lake | role: host [@wire] [@book]\n- participant: mere\n",
      into: "## Facts\n\n- participant: lake | role: host [@wire]\n",
      merged: "## Facts\n\n- participant: lake | role: host [@wire] [@book]\n- participant: mere\n"),
    Case(
      testDescription: "facts: another value of what is said once is a rival",
      from:
        "## Facts\n- when: 2020-01-02 | note: n\n  [@wire]\n  - 2020-01-03 [@book]\n  - 2020-01-01\n  - corrected 2020-02-01: was May\n",
      into: "## Facts\n- when: 2020-01-01 [@book]\n- outcome: x\n",
      merged:
        "## Facts\n- when: 2020-01-01 [@book]\n  - 2020-01-02 | note: n [@wire]\n  - 2020-01-03 [@book]\n  - corrected 2020-02-01: was May\n- outcome: x\n"
    ),
    Case(
      testDescription: "facts: accounts of what is disputed",
      from: "## Facts\n- fired-first: disputed\n  - lake | says: mere\n  - mere | says: lake\n",
      into: "## Facts\n- fired-first: mere [@wire]\n    - lake [@book]",
      merged:
        "## Facts\n- fired-first: mere [@wire]\n    - lake [@book]\n    - lake | says: mere\n    - mere | says: lake\n"
    ),
    Case(
      testDescription: "sections that were not there",
      from: "## Facts\n- note: a\n\n## Statements\n> \"s\"\n> -- lake {#s}\n",
      into: "New.",
      merged: "New.\n\n## Facts\n\n- note: a\n\n## Statements\n\n> \"s\"\n> -- lake {#s}\n"),
    Case(
      testDescription: "statements: one with the renderings of both",
      from:
        "## Statements\n> \"some words\" [@wire]\n> \"other words\" [@book]\n> -- lake {#s}\n\n> \"alone\"\n> -- mere\n",
      into: "## Statements\n> \"some words\" [@book]\n> -- lake {#s}\n",
      merged:
        "## Statements\n> \"some words\" [@book] [@wire]\n> \"other words\" [@book]\n> -- lake {#s}\n\n> \"alone\"\n> -- mere\n"
    ),
    Case(
      testDescription: "an empty page takes all", from: "Words.\n", into: "",
      merged: "\n## Old \\*talks\\*\n\nWords.\n"),
  ]

  static func site(_ from: String, _ into: String, _ more: [String: String] = [:]) -> [String:
    String]
  {
    [
      "dossier.yml": "title: Test\n", "Content/events/old.md": from, "Content/events/new.md": into,
      "Content/actors/lake.md": "---\ntitle: Lake\n---\n",
      "Content/actors/mere.md": "---\ntitle: Mere\n---\n",
      "Content/conflicts/war.md": "---\ntitle: A war\n---\n",
      "seeds/wire.yml": "title: Wire report\n", "seeds/book.yml": "title: A book\n",
    ].merging(more) { $1 }
  }

  static func merge(_ site: [String: String]) -> [String: String] {
    let files = RenamingTests.files(site)
    let plan = Merging(files: files).plan("old", into: "new")
    #expect(RenamingTests.report(plan.findings) == "")
    let errors = RewriteCheck(files: files, width: 1).newErrors(of: plan, renaming: ("old", "new"))
    #expect(RenamingTests.report(errors) == "")
    return RenamingTests.applied(plan, to: site)
  }

  @Test(arguments: cases)
  func `front matter says what both said`(_ given: Case) {
    let after = Self.merge(
      Self.site("---\n\(given.from)\n---\n", "---\n\(given.into)\n---\nWords.\n"))
    #expect(after["Content/events/new.md"] == "---\n\(given.merged)---\nWords.\n")
    #expect(after["Content/events/old.md"] == nil)
  }

  @Test(arguments: bodies)
  func `prose, facts and statements of both stand there once`(_ given: Case) {
    let after = Self.merge(
      Self.site(
        "---\ntitle: Old *talks*\n---\n\(given.from)", "---\ntitle: Talks\n---\n\(given.into)"))
    #expect(
      after["Content/events/new.md"]
        == "---\ntitle: Talks\naliases: [Old *talks*]\n\(Self.moved)---\n\(given.merged)")
  }

  @Test func `what named either names one, and a list that named both names it once`() {
    let site = Self.site(
      "---\ntitle: Talks\n---\n", "---\ntitle: Talks\n---\n",
      [
        "Content/actors/sea.md":
          "---\ntitle: Sea\n---\n[[old|x]] [y](../events/old.md)\n\n## Facts\n- mediates: old, [[new]], war\n- mediates: new, [[old|o]]\n- mediates: [[old]]\n",
        "Content/review/a.md":
          "- [x] meaning [@wire] “A”: [[old]]\n- [x] meaning [@wire] “B”: [[new]]\n",
      ])
    let after = Self.merge(site)
    #expect(
      after["Content/actors/sea.md"]
        == "---\ntitle: Sea\n---\n[[new|x]] [y](../events/new.md)\n\n## Facts\n- mediates: [[new]], war\n- mediates: new\n- mediates: [[new]]\n"
    )
    #expect(
      after["Content/review/a.md"]
        == "- [x] meaning [@wire] “A”: [[new]]\n- [x] meaning [@wire] “B”: [[new]]\n")
  }

  @Test func `an event of both conflicts belongs to one, and the old one leads there`() throws {
    let site = [
      "dossier.yml": "title: Test\n", "Content/conflicts/old.md": "---\ntitle: First war\n---\n",
      "Content/conflicts/new.md": "---\ntitle: The war\n---\n",
      "Content/events/a.md": "---\ntitle: A\nconflicts: [old, new]\n---\n",
      "Content/events/b.md": "---\ntitle: B\nconflicts:\n  - new # n\n  - old # o\n---\n",
    ]
    let after = Self.merge(site)
    #expect(after["Content/events/a.md"] == "---\ntitle: A\nconflicts: [new]\n---\n")
    #expect(after["Content/events/b.md"] == "---\ntitle: B\nconflicts:\n  - new # o\n---\n")
    let built = try BuiltSite.clean(after)
    #expect(try built.text("conflicts/old.html").contains("new.html"))
  }

  // MARK: Mistakes

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var from = "---\ntitle: Talks\n---\n"
    var into = "---\ntitle: Talks\n---\n"
    var more: [String: String] = [:]
    var names = ("old", "new")
    let report: String
    var isMisuse = false
  }

  static let mistakes: [Mistake] = [
    Mistake(
      testDescription: "two kinds", from: "---\ntitle: T\nkind: call\n---\n",
      into: "---\ntitle: T\nkind: visit\n---\n",
      report: """
        Content/events/old.md:3:7: error: both pages have a “kind”, and they differ [merge-conflict]
          |
        3 | kind: call
          |       ^^^^
          = help: make both agree, or take one away, and run again
          = note: Content/events/new.md:3:7: the other is here

        """),
    Mistake(
      testDescription: "two identifiers elsewhere",
      from: "---\ntitle: T\nexternal: {wikidata: Q1}\n---\n",
      into: "---\ntitle: T\nexternal: {wikidata: Q2}\n---\n",
      report: """
        Content/events/old.md:3:11: error: both pages have “wikidata” under “external”, and they differ [merge-conflict]
          |
        3 | external: {wikidata: Q1}
          |           ^^^^^^^^^^^^^^
          = help: make both agree, or take one away, and run again
          = note: Content/events/new.md:3:11: the other is here

        """),
    Mistake(
      testDescription: "part of the page that goes", into: "---\ntitle: T\npart-of: old\n---\n",
      report: """
        Content/events/new.md:3:10: error: “part-of” would name the page itself [merge-conflict]
          |
        3 | part-of: old
          |          ^^^
          = help: make both agree, or take one away, and run again

        """),
    Mistake(
      testDescription: "a draft", from: "---\ntitle: Talks\ndraft: true\n---\n",
      report: """
        Content/events/old.md:3:8: error: one of both is a draft [merge-conflict]
          |
        3 | draft: true
          |        ^^^^
          = help: make both agree, or take one away, and run again

        """),
    Mistake(
      testDescription: "a relation to itself",
      more: ["Content/actors/lake.md": "---\ntitle: Lake\n---\n\n## Facts\n- opposes: mere\n"],
      names: ("lake", "mere"),
      report: """
        Content/actors/lake.md:6:12: error: “opposes” would name the page itself [merge-conflict]
          |
        6 | - opposes: mere
          |            ^^^^
          = help: take it away, and run again

        """),
    Mistake(
      testDescription: "one id, two speakers",
      from: "---\ntitle: Talks\n---\n## Statements\n> \"a\"\n> -- lake {#s}\n",
      into: "---\ntitle: Talks\n---\n## Statements\n> \"b\"\n> -- mere {#s}\n",
      report: """
        Content/events/old.md:6:6: error: both pages have a statement “s”, by different speakers [merge-conflict]
          |
        6 | > -- lake {#s}
          |      ^^^^
          = help: give one of them another {#id}, and run again
          = note: Content/events/new.md:6:6: the other is here

        """),
    Mistake(
      testDescription: "one heading on both, and a link to it",
      from: "---\ntitle: Talks\n---\n## Course\n\nA.\n",
      into: "---\ntitle: Talks\n---\n## Course\n\nB.\n",
      more: ["Content/index.md": "[[old#Course]]\n"],
      report: """
        Content/index.md:1:1: error: both pages have a heading “Course”, and this leads to one [merge-conflict]
          |
        1 | [[old#Course]]
          | ^^^^^^^^^^^^^^
          = help: call one of the headings otherwise, and run again

        """),
    Mistake(
      testDescription: "one link's name on both",
      from: "---\ntitle: Talks\n---\n[a][x]\n\n[x]: https://example.org/a\n",
      into: "---\ntitle: Talks\n---\n[b][x]\n\n[x]: https://example.org/b\n",
      report: """
        Content/events/old.md: error: the words of “old” cannot be put beside those of “new” without changing them [merge-conflict]
          = help: both define the same link or note, it may be; name them differently, and run again
          = note: Content/events/new.md: the other page is here

        """),
    Mistake(
      testDescription: "two sources", names: ("wire", "book"),
      report: """
        error: sources cannot be merged: each capture is evidence of its own [merge-refused]
          = help: say in the sidecars that both have one `origin`, or cite one of them

        """, isMisuse: true),
    Mistake(
      testDescription: "two kinds of page", names: ("old", "lake"),
      report: """
        error: “old” is a page of events/, “lake” of actors/ [merge-refused]
          = help: move one of the files first

        """, isMisuse: true),
    Mistake(
      testDescription: "a page and itself", names: ("old", "old"),
      report: """
        error: “old” cannot be merged into itself [merge-refused]

        """, isMisuse: true),
    Mistake(
      testDescription: "nobody", names: ("old", "neww"),
      report: """
        error: no page or source is called “neww” [unknown-name]
          = help: did you mean “new”?

        """, isMisuse: true),
  ]

  @Test(arguments: mistakes)
  func `what cannot be joined is said with both places, and nothing is to be written`(
    _ given: Mistake
  ) {
    let files = RenamingTests.files(Self.site(given.from, given.into, given.more))
    let plan = Merging(files: files).plan(given.names.0, into: given.names.1)
    #expect(RenamingTests.report(plan.findings) == given.report)
    #expect(plan.isMisuse == given.isMisuse)
    #expect(plan.changes.isEmpty)
  }
}
