import CommonMark
import Diagnostics
import DossierLoading
import DossierModel
import FileTree
import Testing

/// `dossier ingest --refreeze`: citations follow their paragraphs, and nothing else in Content changes.
struct RefreezingTests {
  static let texts = (1...6).map { FrozenSite.paragraph($0) }
  static let head = "---\ntitle: A war\n---\n"

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The capture's paragraphs after the edit, by their old numbers; 7 and more are new.
    let edited: [Int]
    let before: String
    let after: String
    var findings = ""
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a paragraph is put before all others", edited: [7, 1, 2, 3, 4, 5, 6],
      before: "A [@town p1], b [@town p2-4 from wire] and\u{A0}c [@town  p6].",
      after: "A [@town p2], b [@town p3-5 from wire] and\u{A0}c [@town  p7]."),
    Case(
      testDescription: "a paragraph goes that nobody cites", edited: [1, 2, 4, 5, 6],
      before: "A [@town p2] [@town p4-5] [@town] [@town from wire].",
      after: "A [@town p2] [@town p3-4] [@town] [@town from wire]."),
    Case(
      testDescription: "neighbours are no neighbours any more", edited: [2, 7, 3, 8, 1, 4, 5, 6],
      before: "A [@town p1-3 from wire].",
      after: "A [@town p1 from wire] [@town p3 from wire] [@town p5 from wire]."),
    Case(
      testDescription: "links to a paragraph move too", edited: [7, 1, 2, 3, 4, 5, 6],
      before: "[[town#p3]], [[town#p3|words]], [here #p3](../sources/town.html#p3).",
      after: "[[town#p4]], [[town#p4|words]], [here #p3](../sources/town.html#p4)."),
    Case(
      testDescription: "footnotes, tables, lists, code and other sources",
      edited: [7, 1, 2, 3, 4, 5, 6],
      before:
        "A[^1] `[@town p1]` [@book p1] \\[@town p1].\n\n| a [@town p2] | b |\n|---|---|\n| c | [@town p3] |\n\n> - x [@town p4]\n\n[^1]: Note [@town p5].",
      after:
        "A[^1] `[@town p1]` [@book p1] \\[@town p1].\n\n| a [@town p3] | b |\n|---|---|\n| c | [@town p4] |\n\n> - x [@town p5]\n\n[^1]: Note [@town p6]."
    ),
    Case(
      testDescription: "facts and statements", edited: [7, 1, 2, 3, 4, 5, 6],
      before:
        "A.\n\n## Facts\n- note: a [@town p1] [@town\n  p2 from wire]\n  - b [@town p3]\n\n## Statements\n> \"met in room 4\" [@town p4]\n> -- lake {#s}",
      after:
        "A.\n\n## Facts\n- note: a [@town p2] [@town\n  p3 from wire]\n  - b [@town p4]\n\n## Statements\n> \"met in room 4\" [@town p5]\n> -- lake {#s}"
    ),
    Case(
      testDescription: "a cited paragraph is gone: it gets a number that nothing else has",
      edited: [1, 3, 4, 5, 6, 7],
      before: "A [@town p2], b [@town p2-3] and c [@town p3].",
      after: "A [@town p7], b [@town p2] [@town p7] and c [@town p2].",
      findings: """
        Content/conflicts/war.md:4:3: error: “town” no longer holds what p2 was [lost-paragraph]
          |
        4 | A [@town p7], b [@town p2] [@town p7] and c [@town p2].
          |          ^^
          = help: cite the paragraph that carries it now, or take back what rests on it; until then it is called p7

        """),
  ]

  static func site(_ body: String) -> FrozenSite {
    FrozenSite([
      "seeds/town.txt": FrozenSite.capture(texts), "seeds/town.yml": FrozenNumberTests.reviewed,
      "seeds/book.yml": "title: A book\n", "Content/actors/lake.md": "---\ntitle: Lake\n---\n",
      "Content/conflicts/war.md": head + body + "\n",
    ])
  }

  @Test func `lines of review files move along, one whose paragraph is gone is reported`() {
    let path = "Content/review/2020-10-15.md"
    let words = "“The council of the town met in”"
    let lines = """
      # Review of a day
      - [x] speaker [@town p1] \(words): [[lake]]
      - [ ] same [@town p2] \(words) [@town p4] \(words)
      - [-] date [@town p3] “Thursday”: 2020-10
      - [x] duplicate [@town] [@book]

      """
    var site = Self.site("A.")
    site[path] = lines
    site.refreeze()
    #expect(site[path] == lines)
    site["seeds/town.txt"] = FrozenSite.capture([7, 1, 2, 4].map(FrozenSite.paragraph))
    site.refreeze()
    #expect(
      site[path]
        == lines.replacing("speaker [@town p1]", with: "speaker [@town p2]")
        .replacing("same [@town p2]", with: "same [@town p3]")
        .replacing("date [@town p3]", with: "date [@town p5]"))
    #expect(site.report.contains("“town” has no paragraph p5 [outdated-review]"))
  }

  @Test(arguments: cases)
  func `citations follow their paragraphs to the byte`(_ given: Case) throws {
    var site = Self.site(given.before)
    site.refreeze()
    #expect(site["Content/conflicts/war.md"] == Self.head + given.before + "\n")
    let old = try #require(site["seeds/town.read.json"])
    site["seeds/town.txt"] = FrozenSite.capture(given.edited.map { FrozenSite.paragraph($0) })
    let plan = site.refreeze()
    #expect(site["Content/conflicts/war.md"] == Self.head + given.after + "\n")
    if given.findings.isEmpty {
      #expect(plan.findings.map(ConsoleFormatter().format) == [])
    } else {
      let first = try #require(plan.findings.first)
      #expect(plan.findings.allSatisfy { $0.id == "lost-paragraph" })
      #expect(ConsoleFormatter().format(first).contains("no longer holds what p2 was"))
    }
    #expect(site["seeds/town.read.json"] != old)
    #expect(site.load().diagnostics.allSatisfy { $0.severity < .error }, "\(site.report)")
    #expect(site.plan().changes.isEmpty, "a second time nothing moves")
  }

  @Test func `corrections of facts and files of decisions follow too`() {
    var site = Self.site(
      "## Facts\n- note: a\n  - corrected 2020-01-01: was b | why: c [@town\n    p2]\n")
    site["Content/review/2020-10-15.md"] =
      "- [x] meaning [@town p4] “council”: [[lake]]\n\nSee [[town#p1]].\n"
    site.refreeze()
    site["seeds/town.txt"] = FrozenSite.capture([FrozenSite.paragraph(7)] + Self.texts)
    #expect(site.refreeze().findings == [])
    #expect(site["Content/conflicts/war.md"]?.contains("[@town\n    p3]") == true)
    #expect(
      site["Content/review/2020-10-15.md"]
        == "- [x] meaning [@town p5] “council”: [[lake]]\n\nSee [[town#p2]].\n")
  }

  @Test func `a paragraph that was altered is lost, and the one in its place is named`() throws {
    var site = Self.site("A [@town p2].")
    site.refreeze()
    var texts = Self.texts
    texts[1] = texts[1].replacing("council", with: "committee")
    site["seeds/town.txt"] = FrozenSite.capture(texts)
    #expect(
      site.refreeze().findings.map(ConsoleFormatter().format) == [
        """
        Content/conflicts/war.md:4:10: error: “town” no longer holds what p2 was [lost-paragraph]
          |
        4 | A [@town p7].
          |          ^^
          = help: cite the paragraph that carries it now, or take back what rests on it; until then it is called p7
          = note: p2 stands in its place now

        """
      ])
  }

  @Test func `a lost paragraph that comes back is found by its hash`() throws {
    var site = Self.site("A [@town p2] [@town p3].")
    site.refreeze()
    let first = try #require(site["seeds/town.read.json"])
    site["seeds/town.txt"] = FrozenSite.capture([Self.texts[0], Self.texts[2]])
    site.refreeze()
    #expect(site["Content/conflicts/war.md"] == Self.head + "A [@town p3] [@town p2].\n")
    #expect(site.load().model?.sources.last?.lostParagraphs == ["p3"])
    site["seeds/town.txt"] = FrozenSite.capture(Self.texts)
    let plan = site.refreeze()
    #expect(plan.findings == [])
    #expect(site["Content/conflicts/war.md"] == Self.head + "A [@town p2] [@town p3].\n")
    #expect(site["seeds/town.read.json"]?.contains("\"previous\": [\n") == true)
    let rows = { (text: String) in text.split(separator: "\n").filter { $0.contains("locator") } }
    #expect(rows(try #require(site["seeds/town.read.json"])) == rows(first))
  }

  @Test func `a lost paragraph that nobody cites any more is forgotten`() throws {
    var site = Self.site("A [@town p2].")
    site.refreeze()
    site["seeds/town.txt"] = FrozenSite.capture([Self.texts[0], Self.texts[2]])
    site.refreeze()
    #expect(site["seeds/town.read.json"]?.contains("\"standing\":\"lost\"") == true)
    site["Content/conflicts/war.md"] = Self.head + "A.\n"
    site.refreeze()
    #expect(site["seeds/town.read.json"]?.contains("standing") == false)
  }

  @Test func `other rules that read the same bytes: joined, cut, dropped`() throws {
    var site = Self.site("A [@town p1] b [@town p2] c [@town p3] d [@town p4].")
    site.refreeze()
    let capture = try #require(site["seeds/town.txt"])
    func range(_ text: String) throws -> Range<Int> {
      let found = try #require(capture.utf8.firstRange(of: text.utf8))
      let start = capture.utf8.distance(from: capture.startIndex, to: found.lowerBound)
      return start..<start + text.utf8.count
    }
    func row(_ name: String, _ bytes: Range<Int>, _ text: String) -> String {
      "    {\"locator\":\"\(name)\",\"layer\":\"body\",\"line\":3,\"bytes\":[\(bytes.lowerBound),"
        + "\(bytes.upperBound)],\"sha256\":\"\(Digest.of(text).hex)\"}"
    }
    // Once, p1 was the title, p2 two paragraphs, p3 a part of one, and p4 what is p6 today.
    let title = "A quiet report from the town"
    let two = try range(Self.texts[0]).lowerBound..<range(Self.texts[1]).upperBound
    let part = "The council of the town met in room 3"
    let rows = [
      row("p1", try range(title), title),
      row("p2", two, Self.texts[0] + " " + Self.texts[1]), row("p3", try range(part), part),
      row("p4", try range(Self.texts[5]), Self.texts[5]),
    ]
    let text = try #require(site["seeds/town.read.json"])
    let list = try #require(text.firstRange(of: "\"paragraphs\": ["))
    site["seeds/town.read.json"] =
      text[..<list.upperBound] + "\n" + rows.joined(separator: ",\n") + "\n  ]\n}\n"
    #expect(site.paragraphs()["p1"] == title)
    let plan = site.refreeze()
    #expect(plan.findings == [])
    // The title is kept, behind the paragraphs of today.
    #expect(
      site["Content/conflicts/war.md"]
        == Self.head + "A [@town p7] b [@town p1-2] c [@town p3] d [@town p6].\n")
    #expect(site.report == "")
    #expect(site.paragraphs()["p7"] == title)
    #expect(plan.captures.map(\.renamed) == [["p1 → p7", "p2 → p1-2", "p4 → p6"]])
    #expect(plan.captures.map(\.paragraphCount) == [6])
    #expect(site.plan().changes.isEmpty)
  }

  @Test func `what means no paragraph keeps the capture as it is`() throws {
    for body in ["A [@town p9].", "A [x][y].\n\n[y]: ../sources/town.html#p2"] {
      var site = Self.site(body)
      site.refreeze()
      let before = site.files.files
      site["seeds/town.txt"] = FrozenSite.capture(Array(Self.texts.dropFirst()))
      let plan = site.refreeze()
      #expect(plan.findings.map(\.id) == ["unmoved-citation"])
      #expect(plan.changes.isEmpty)
      #expect(site["Content/conflicts/war.md"] == Self.head + body + "\n")
      #expect(site.files.files["seeds/town.read.json"] == before["seeds/town.read.json"])
    }
  }

  @Test func `a page that cannot be read whole stops everything`() {
    var site = Self.site("A [@town p2].")
    site.refreeze()
    site["Content/actors/bad.md"] = "---\ntitle: [a\n---\nB [@town p3].\n"
    site["seeds/town.txt"] = FrozenSite.capture(Array(Self.texts.dropFirst()))
    let plan = site.plan()
    #expect(plan.changes.isEmpty && plan.captures.isEmpty)
    #expect(plan.findings.map(\.id) == ["yaml-syntax"])
  }

  @Test func `drafts and captures that are held back are moved, others are left alone`() {
    var site = Self.site("---")
    site["Content/conflicts/war.md"] = "---\ntitle: W\ndraft: true\n---\nA [@town p1] [@mill p1].\n"
    site["seeds/town.yml"] = "publisher: A\n"
    site["seeds/mill.txt"] = FrozenSite.capture(Array(Self.texts.reversed()))
    site.refreeze()
    site["seeds/town.txt"] = FrozenSite.capture([FrozenSite.paragraph(9)] + Self.texts)
    site["seeds/mill.txt"] = FrozenSite.capture([FrozenSite.paragraph(9)] + Self.texts)
    #expect(site.load().model?.heldBack.map(\.path) == ["seeds/mill.txt", "seeds/town.txt"])
    site.refreeze(["seeds/town.txt"])
    #expect(
      site["Content/conflicts/war.md"]
        == "---\ntitle: W\ndraft: true\n---\nA [@town p2] [@mill p1].\n")
    #expect(site.load().model?.heldBack.map(\.path) == ["seeds/mill.txt"])
  }

  /// Random edits, again and again: whatever a citation meant, it means that or nothing.
  @Test(arguments: [1, 2, 3, 4, 5])
  func `no citation ever comes to mean another paragraph's text`(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for _ in 0..<12 {
      var next = 0
      func fresh(_ count: Int) -> [String] {
        (0..<count).map { _ in
          next += 1
          return FrozenSite.paragraph(next)
        }
      }
      var texts = fresh(8)
      let uses = (0..<10).map { _ -> String in
        let first = Int.random(in: 1...8, using: &random)
        let last = Int.random(in: first...min(8, first + 3), using: &random)
        return "Words [@town p\(first)\(last > first ? "-\(last)" : "")]."
      }
      var site = FrozenSite([
        "seeds/town.txt": FrozenSite.capture(texts),
        "seeds/town.yml": Bool.random(using: &random) ? FrozenNumberTests.reviewed : "author: A\n",
        "Content/conflicts/war.md": Self.head + uses.joined(separator: "\n\n") + "\n",
      ])
      site.refreeze()
      let meant = try meanings(site)
      #expect(meant.count == 10 && meant.allSatisfy { !$0.isEmpty })
      for _ in 0..<4 {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let at = Int.random(in: 0..<texts.count, using: &random)
          switch Int.random(in: 0..<6, using: &random) {
          case 0: texts.insert(contentsOf: fresh(1), at: at)
          case 1 where texts.count > 3: texts.remove(at: at)
          case 2: texts[at] = texts[at].replacing("council", with: "committee")
          case 3: texts.swapAt(at, Int.random(in: 0..<texts.count, using: &random))
          case 4: texts.insert(texts[Int.random(in: 0..<texts.count, using: &random)], at: at)
          default: texts[at] += " It was late."
          }
        }
        site["seeds/town.txt"] = FrozenSite.capture(texts)
        site.refreeze()
        let model = try #require(site.load().model)
        #expect(model.heldBack == [])
        let read = Set(model.sources.flatMap(\.article.paragraphs).map(\.text))
        for (before, after) in zip(meant, try meanings(site)) {
          // What is there is cited as before, and what is gone is nothing.
          #expect(after == before.intersection(read))
        }
        #expect(site.plan().changes.isEmpty)
      }
    }
  }

  /// The texts that each line's citations mean.
  private func meanings(_ site: FrozenSite) throws -> [Set<String>] {
    let model = try #require(site.load().model)
    let page = try #require(model.pages.first)
    let id = try #require(model.source(key: "town"))
    var meant: [Int: Set<String>] = [:]
    for mark in page.body.citations {
      let line = page.file.place(page.body[mark.node].source).line
      let details = try Citation.parseDetails(mark.rest).get()
      let locator = try #require(details.locator)
      meant[line, default: []].formUnion(
        locator.numbers.compactMap { model[id].paragraph(locator.series, $0) }
          .map { model[id].article.paragraphs[$0].text })
    }
    return meant.keys.sorted().map { meant[$0] ?? [] }
  }
}
