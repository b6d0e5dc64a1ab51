import Diagnostics
import DossierBuild
import DossierLoading
import DossierModel
import FileTree
import Testing

/// `dossier rename`: everything that names a page or a source follows it, and nothing else changes.
struct RenamingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var path = "Content/conflicts/war.md"
    let before: String
    let after: String
  }

  static let head = "---\ntitle: A war\n---\n"

  static let pageCases: [Case] = [
    Case(
      testDescription: "wikilinks of every form",
      before:
        "[[lake]], [[lake|the Lake]], [[ lake#History|h]], *[[lake#history]]*, [[lakeside]].\n",
      after: "[[mere]], [[mere|the Lake]], [[ mere#History|h]], *[[mere#history]]*, [[lakeside]].\n"
    ),
    Case(
      testDescription: "in tables, notes, lists and headings",
      before:
        "## On [[lake|it]]\n\n| [[lake]] | b |\n|---|---|\n| c | [[lake\\|x]] |\n\n- a [[lake]][^n]\n\n[^n]: Of [[lake]].\n",
      after:
        "## On [[mere|it]]\n\n| [[mere]] | b |\n|---|---|\n| c | [[mere\\|x]] |\n\n- a [[mere]][^n]\n\n[^n]: Of [[mere]].\n"
    ),
    Case(
      testDescription: "code, escapes and words are no references",
      before: "lake `[[lake]]` \\[[lake]] lake.\n\n    [[lake]]\n",
      after: "lake `[[lake]]` \\[[lake]] lake.\n\n    [[lake]]\n"),
    Case(
      testDescription: "links to the file and to the page",
      before:
        "[a](../actors/lake.md) [b](<../actors/lake.md#history> \"t\") [c](/actors/lake.html#history) [d](../actors/l%61ke.md) [e][r] [f](https://example.org/actors/lake.md)\n\n[r]: ../actors/lake.html  'T'\n",
      after:
        "[a](../actors/mere.md) [b](<../actors/mere.md#history> \"t\") [c](/actors/mere.html#history) [d](../actors/mere.md) [e][r] [f](https://example.org/actors/lake.md)\n\n[r]: ../actors/mere.html  'T'\n"
    ),
    Case(
      testDescription: "facts: values, qualifiers, accounts, but not words",
      before: """
        ## Facts
        - side Lake: lake, [[lakeside|L]] | supporters: [[lake]]
        - fired-first: disputed
          - lake | says: lakeside
          - lakeside | says: lake
        - killed: 4 | of: lake | counted by: lake
          - corrected 2020-01-01: was lake | why: lake
        - not-known: lake

        """,
      after: """
        ## Facts
        - side Lake: mere, [[lakeside|L]] | supporters: [[mere]]
        - fired-first: disputed
          - mere | says: lakeside
          - lakeside | says: mere
        - killed: 4 | of: mere | counted by: mere
          - corrected 2020-01-01: was lake | why: lake
        - not-known: lake

        """),
    Case(
      testDescription: "speakers of statements",
      before: "## Statements\n> \"words\"\n> -- lake {#lake}\n\n> \"more\"\n> -- [[lake]]\n",
      after: "## Statements\n> \"words\"\n> -- mere {#lake}\n\n> \"more\"\n> -- [[mere]]\n"),
  ]

  static let front: [Case] = [
    Case(
      testDescription: "part-of, in its quotes", path: "Content/actors/office.md",
      before: "---\ntitle: Office # lake\npart-of: 'lake' # lake\n---\n",
      after: "---\ntitle: Office # lake\npart-of: 'mere' # lake\n---\n"),
    Case(
      testDescription: "who uses a name", path: "Content/places/town.md",
      before:
        "---\ntitle: Town\nnames:\n- {name: lake, used-by: [lakeside, \"lake\"]}\n- name: T\n  used-by:\n  - lake # x\n---\n",
      after:
        "---\ntitle: Town\nnames:\n- {name: lake, used-by: [lakeside, \"mere\"]}\n- name: T\n  used-by:\n  - mere # x\n---\n"
    ),
    Case(
      testDescription: "the home page", path: "Content/index.md",
      before: "Of [[lake]] and [it](actors/lake.md).\n",
      after: "Of [[mere]] and [it](actors/mere.md).\n"),
    Case(
      testDescription: "files of decisions", path: "Content/review/2020-10-15.md",
      before:
        "- [x] name [@book p1] “Lac”: alias of [[lake]]\n- [-] meaning [@book] “x”: [[lake]]\n",
      after: "- [x] name [@book p1] “Lac”: alias of [[mere]]\n- [-] meaning [@book] “x”: [[mere]]\n"
    ),
    Case(
      testDescription: "a draft", path: "Content/pages/draft.md",
      before: "---\ntitle: D\ndraft: true\n---\n[[lake]]\n",
      after: "---\ntitle: D\ndraft: true\n---\n[[mere]]\n"),
    Case(
      testDescription: "Windows' line ends", path: "Content/pages/windows.md",
      before: "---\r\ntitle: D\r\n---\r\n[[lake]]\r\n",
      after: "---\r\ntitle: D\r\n---\r\n[[mere]]\r\n"),
  ]

  static let sourceCases: [Case] = [
    Case(
      testDescription: "citations everywhere",
      before:
        "A [@wire] b [@wire from wire] [[wire]] [x](../sources/wire.html) [@wired].\n\n## Facts\n- note: a [@wire\n  from book]\n  - b [@book from wire]\n  - corrected 2020-01-01: was c [@wire]\n\n## Statements\n> \"w\" [@wire]\n> -- lake\n",
      after:
        "A [@cable] b [@cable from cable] [[cable]] [x](../sources/cable.html) [@wired].\n\n## Facts\n- note: a [@cable\n  from book]\n  - b [@book from cable]\n  - corrected 2020-01-01: was c [@cable]\n\n## Statements\n> \"w\" [@cable]\n> -- lake\n"
    ),
    Case(
      testDescription: "origin and via of other sources", path: "seeds/other.yml",
      before: "title: Other\norigin: 'wire' # wire\nvia: [book, wire]\n",
      after: "title: Other\norigin: 'cable' # wire\nvia: [book, cable]\n"),
    Case(
      testDescription: "files of decisions", path: "Content/review/a.md",
      before: "- [ ] meaning [@wire] “Lac”: [[lake]]\n",
      after: "- [ ] meaning [@cable] “Lac”: [[lake]]\n"),
  ]

  static func site(_ more: [String: String]) -> [String: String] {
    [
      "dossier.yml": "title: Test\n",
      "Content/actors/lake.md": "---\ntitle: Lake\n---\nOf [[#History]].\n\n## History\n\nOld.\n",
      "Content/actors/lakeside.md": "---\ntitle: Lakeside\n---\n",
      "Content/conflicts/war.md": head, "seeds/wire.yml": "title: Wire report\n",
      "seeds/wired.yml": "title: Wired report\n", "seeds/book.yml": "title: A book\n",
    ].merging(more) { $1 }
  }

  static func files(_ site: [String: String]) -> MemoryFileSystem {
    MemoryFileSystem(texts: site)
  }

  /// The site after a plan; each change is held against what it says was there.
  static func applied(
    _ plan: RewritePlan, to site: [String: String]
  ) -> [String: String] {
    var site = site
    for change in plan.changes {
      #expect(site[change.path].map { Array($0.utf8) } == change.old, "\(change.path)")
      site[change.path] = change.new.map { String(decoding: $0, as: UTF8.self) }
    }
    return site
  }

  static func report(_ findings: [Diagnostic]) -> String {
    findings.map(ConsoleFormatter().format).joined()
  }

  /// Renames, and expects that nothing stands against it.
  static func rename(
    _ old: String, _ new: String, title: String? = nil, in site: [String: String]
  ) -> [String: String] {
    let files = files(site)
    let plan = Renaming(files: files).plan(old, to: new, title: title)
    #expect(report(plan.findings) == "")
    let errors = RewriteCheck(files: files, width: 1).newErrors(of: plan, renaming: (old, new))
    #expect(report(errors) == "")
    return applied(plan, to: site)
  }

  @Test(arguments: pageCases + front)
  func `what names a page names it by its new slug, to the byte`(_ given: Case) {
    let isWar = given.path == "Content/conflicts/war.md"
    let before = (isWar ? Self.head : "") + given.before
    let site = Self.site([given.path: before])
    let after = Self.rename("lake", "mere", in: site)
    #expect(after[given.path] == (isWar ? Self.head : "") + given.after)
    #expect(after["Content/actors/lake.md"] == nil)
    #expect(
      after["Content/actors/mere.md"]
        == "---\ntitle: Lake\nredirect-from: [actors/lake.html]\n---\nOf [[#History]].\n\n## History\n\nOld.\n"
    )
    for path in ["seeds/wire.yml", "dossier.yml", "Content/actors/lakeside.md"] {
      #expect(after[path] == site[path])
    }
  }

  @Test(arguments: sourceCases)
  func `what cites a source cites it by its new key, to the byte`(_ given: Case) {
    let isWar = given.path == "Content/conflicts/war.md"
    let site = Self.site([given.path: (isWar ? Self.head : "") + given.before])
    let after = Self.rename("wire", "cable", in: site)
    #expect(after[given.path] == (isWar ? Self.head : "") + given.after)
    #expect(
      after["seeds/wire.yml"]
        == "title: Wire report\ncite-as: cable\nredirect-from: [sources/wire.html]\n")
  }

  @Test(arguments: [("çavuşoğlu", "minister"), ("minister", "министр")])
  func `letters of any script may be in either name`(_ old: String, _ new: String) {
    let after = Self.rename(
      old, new, in: Self.site(["Content/actors/east/\(old).md": "---\ntitle: M\n---\n"]))
    #expect(after["Content/actors/east/\(old).md"] == nil)
    #expect(
      after["Content/actors/east/\(new).md"]
        == "---\ntitle: M\nredirect-from: [actors/\(old).html]\n---\n")
  }

  @Test func `there and back leaves one old address, and the old files but for it`() {
    let site = Self.site(["Content/index.md": "[[lake]] [@wire]\n"])
    var after = Self.rename("lake", "mere", in: site)
    after = Self.rename("mere", "lake", in: after)
    #expect(
      after["Content/actors/lake.md"]
        == "---\ntitle: Lake\nredirect-from: [actors/mere.html]\n---\nOf [[#History]].\n\n## History\n\nOld.\n"
    )
    #expect(after["Content/index.md"] == site["Content/index.md"])
    after = Self.rename("wire", "cable", in: after)
    after = Self.rename("cable", "wire", in: after)
    #expect(
      after["seeds/wire.yml"]
        == "title: Wire report\ncite-as: wire\nredirect-from: [sources/cable.html]\n")
  }

  @Test func `with a new title the old one is an alias`() {
    let site = Self.site([
      "Content/actors/lake.md": "---\ntitle: \"Lake\" # t\naliases: [The Mere]\n---\n",
      "Content/index.md": "[[Lake]] [[The Mere]]\n",
    ])
    let after = Self.rename("lake", "lake", title: "The Mere", in: site)
    #expect(
      after["Content/actors/lake.md"] == "---\ntitle: \"The Mere\" # t\naliases: [Lake]\n---\n")
    #expect(after["Content/index.md"] == site["Content/index.md"])
  }

  @Test func `a page stays in its folder, and its attachments stay where they are`() {
    var site = Self.site([
      "Content/actors/europe/river.md":
        "---\ntitle: River\n---\n![m](map.png) [l](../lake.md) [own](river.md)\n"
    ])
    site["Content/actors/europe/map.png"] = "png"
    let after = Self.rename("river", "stream", in: site)
    #expect(
      after["Content/actors/europe/stream.md"]
        == "---\ntitle: River\nredirect-from: [actors/river.html]\n---\n![m](map.png) [l](../lake.md) [own](stream.md)\n"
    )
  }

  @Test func `the listing shows each line before and after`() {
    let site = Self.site(["Content/index.md": "One.\nOf [[lake]].\nThree [[lake]].\n"])
    let plan = Renaming(files: Self.files(site)).plan("lake", to: "mere")
    let listing = plan.listing.map { path, lines in
      "\(path)\n" + lines.map { "\($0.number)\($0.isNew ? "+" : "-")\($0.text)\n" }.joined()
    }
    #expect(
      listing == [
        "Content/actors/mere.md\n3+redirect-from: [actors/lake.html]\n",
        """
        Content/index.md
        2-Of [[lake]].
        3-Three [[lake]].
        2+Of [[mere]].
        3+Three [[mere]].

        """,
      ])
  }

  // MARK: Old addresses

  @Test func `old addresses of a page, a source, and of what hangs on them lead on`() throws {
    var site = Self.site([
      "Content/conflicts/war.md":
        "---\ntitle: A war\n---\n\n## Facts\n- start: 2020-01-01\n- side A: lake\n\n## Statements\n> \"some words of the lake\"\n> -- lake\n"
    ])
    for number in 0..<60 {
      site["Content/pages/p\(number).md"] = "---\ntitle: P\(number)\n---\nOf the Lake.\n"
    }
    for year in 1...510 {
      let when = String(1400 + year)
      site["Content/events/e\(year).md"] =
        "---\ntitle: E\(year)\nkind: meeting\n---\n\n## Facts\n- when: \(when)\n- participant: lake\n"
    }
    let before = try BuiltSite.clean(site)
    var after = Self.rename("lake", "mere", in: site)
    after = Self.rename("mere", "pond", in: after)
    after = Self.rename("war", "fight", in: after)
    after = Self.rename("wire", "cable", in: after)
    let built = try BuiltSite.clean(after)
    let statement = try #require(
      before.paths.first { $0.hasPrefix("statements/lake.war.") })
    let old = before.paths.filter { $0.hasSuffix(".html") && $0 != statement }
    #expect(old.contains("mentions/lake.html") && old.contains("timelines/lake.html"))
    #expect(Set(old).subtracting(built.paths) == [])
    for path in old + [statement] {
      guard path.contains("lake.html") || path.contains("lake/") || path == statement else {
        continue
      }
      let new = path.replacing("lake", with: "pond").replacing(".war.", with: ".fight.")
      #expect(try built.text(path).contains("http-equiv=\"refresh\""), "\(path)")
      let name = try #require(new.split(separator: "/").last)
      #expect(try built.text(path).contains(name), "\(path)")
      #expect(built.artifact(new) != nil, "\(new)")
    }
    #expect(try built.text("sources/wire.html").contains("cable.html"))
    #expect(try built.text("actors/mere.html").contains("pond.html"))
    let sitemap = built.artifact("sitemap.xml").map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(sitemap?.contains("lake") != true)
  }

  // MARK: Mistakes

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var old = "lake"
    let new: String
    var more: [String: String] = [:]
    let report: String
    var isMisuse = true
  }

  static let mistakes: [Mistake] = [
    Mistake(
      testDescription: "a name that is almost one", old: "lkae", new: "mere",
      report: """
        error: no page or source is called “lkae” [unknown-name]
          = help: did you mean “lake”?

        """),
    Mistake(
      testDescription: "a title", old: "The Wide Lake", new: "mere",
      more: ["Content/actors/lake.md": "---\ntitle: The wide lake\n---\n"],
      report: """
        error: no page or source is called “The Wide Lake” [unknown-name]
          = help: write “lake”

        """),
    Mistake(
      testDescription: "the same name", new: "lake",
      report: """
        error: “lake” is called so already [name-taken]

        """),
    Mistake(
      testDescription: "another page has it", new: "war",
      report: """
        error: “war” is taken: Content/conflicts/war.md [name-taken]
          = help: to make one of both, run `dossier merge`; else choose another name

        """),
    Mistake(
      testDescription: "a source has it", new: "wire",
      report: """
        error: “wire” is taken by the source seeds/wire [name-taken]
          = help: to make one of both, run `dossier merge`; else choose another name

        """),
    Mistake(
      testDescription: "a page has the name that a source is to get", old: "wire", new: "lake",
      report: """
        error: “lake” is taken: Content/actors/lake.md [name-taken]
          = help: to make one of both, run `dossier merge`; else choose another name

        """),
    Mistake(
      testDescription: "no slug", new: "Mere & Co",
      report: """
        error: “Mere & Co” cannot be an address [bad-slug]
          = help: write “mere-co”

        """),
    Mistake(
      testDescription: "the name of an index", new: "index",
      report: """
        error: “index” cannot be an address [bad-slug]
          = help: write lower-case letters, digits and hyphens

        """),
    Mistake(
      testDescription: "an old address of another page", new: "mere",
      more: [
        "Content/actors/lakeside.md":
          "---\ntitle: Lakeside\nredirect-from: [actors/mere.html]\n---\n"
      ],
      report: """
        Content/actors/lakeside.md:3:17: error: actors/mere.html is an old address of “lakeside” [name-taken]
          |
        3 | redirect-from: [actors/mere.html]
          |                 ^^^^^^^^^^^^^^^^
          = help: choose another name, or give up the old address

        """, isMisuse: false),
    Mistake(
      testDescription: "words that the new name would make a reference", new: "mere",
      more: [
        "Content/conflicts/war.md":
          "---\ntitle: A war\n---\n\n## Facts\n- territory: mere\n"
      ],
      report: """
        Content/conflicts/war.md:6:14: error: “mere” stands here already and means something else [name-captured]
          |
        6 | - territory: mere
          |              ^^^^
          = help: choose another name, or write here what is meant

        """, isMisuse: false),
    Mistake(
      testDescription: "a wikilink by title that the new name would take over", new: "lakeside-x",
      more: [
        "Content/actors/lakeside.md": "---\ntitle: Lakeside\naliases: [Lakeside-X]\n---\n",
        "Content/index.md": "[[lakeside-x]]\n",
      ],
      report: """
        Content/index.md:1:1: error: “lakeside-x” stands here already and means something else [name-captured]
          |
        1 | [[lakeside-x]]
          | ^^^^^^^^^^^^^^
          = help: choose another name, or write here what is meant

        """, isMisuse: false),
    Mistake(
      testDescription: "an origin that the source would become", old: "wire", new: "agency",
      more: ["seeds/book.yml": "title: A book\norigin: agency\n"],
      report: """
        seeds/book.yml:2:9: error: “agency” stands here already and means something else [name-captured]
          |
        2 | origin: agency
          |         ^^^^^^
          = help: choose another name, or write here what is meant

        """, isMisuse: false),
    Mistake(
      testDescription: "a page that cannot be read whole", new: "mere",
      more: ["Content/pages/p.md": "---\ntitle: [\n---\n[[lake]]\n"],
      report: """
        Content/pages/p.md:3:1: error: [yaml-syntax]
        """, isMisuse: false),
    Mistake(
      testDescription: "front matter that shares an anchor", new: "mere",
      more: ["Content/actors/office.md": "---\ntitle: &t lake\npart-of: *t\n---\n"],
      report: """
        Content/actors/office.md:3:10: error: this names “lake” in a way that cannot be rewritten [unmoved-reference]
          |
        3 | part-of: *t
          |          ^^
          = help: write it plainly, and run again

        """, isMisuse: false),
  ]

  @Test(arguments: mistakes)
  func `what is wrong is said, and nothing is to be written`(_ given: Mistake) {
    let plan = Renaming(files: Self.files(Self.site(given.more))).plan(given.old, to: given.new)
    let report = Self.report(plan.findings)
    if given.report.hasSuffix("\n") {
      #expect(report == given.report)
    } else {
      #expect(report.contains("[yaml-syntax]"))
    }
    #expect(plan.isMisuse == given.isMisuse)
    #expect(plan.changes.isEmpty)
  }

  @Test func `a change that would break the site is refused with what it would break`() {
    // An anchor made of a slug changes with it.
    let site = Self.site([
      "Content/conflicts/war.md": Self.head + "## [[lake]]\n\nSee [[#lake]].\n"
    ])
    let files = Self.files(site)
    let plan = Renaming(files: files).plan("lake", to: "mere")
    let errors = RewriteCheck(files: files, width: 1)
      .newErrors(of: plan, renaming: ("lake", "mere"))
    #expect(errors.map(\.id) == ["dead-anchor"], "\(Self.report(errors))")
  }

  @Test func `errors that were there before stand in nobody's way`() {
    let site = Self.site(["Content/index.md": "[[nobody]] [[lake]] [[lake#nowhere]]\n"])
    let after = Self.rename("lake", "mere", in: site)
    #expect(after["Content/index.md"] == "[[nobody]] [[mere]] [[mere#nowhere]]\n")
  }
}
