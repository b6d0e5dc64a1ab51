import CommonMark
import DossierModel
import Testing

@Suite("A line of Facts is a key, its values, their qualifiers and citations")
struct FactTests {
  static let others = Loaded.actors("armenia", "azerbaijan", "turkey", "artsakh").merging([
    "Content/conflicts/old-war.md": "---\ntitle: Old war\n---\n"
  ]) { $1 }

  private func facts(_ lines: String, at path: String = "Content/conflicts/war.md") throws -> Page {
    try Loaded.page(
      "---\ntitle: War\n---\nProse.\n\n## Facts\n\(lines)\n", at: path, beside: Self.others)
  }

  /// A fact as one line: what was read, not what was written.
  private func shown(_ fact: Fact) -> [String] {
    let head = [fact.key, fact.name].compactMap { $0 }.joined(separator: "/")
    let kind = fact.isDisputed ? "disputed" : ""
    return ["\(head) \(kind)"]
      + fact.corrections.map { correction in
        "corrected \(correction.date): \(correction.was) because \(correction.why ?? "-") "
          + correction.citations.map(\.key).joined()
      }
      + fact.values.map { value in
        ([value.text] + value.qualifiers.map { "|\($0.key)=\($0.text)" }
          + value.citations.map { citation in
            "@\(citation.key)"
              + (citation.locator.map { " \($0.text)" } ?? "")
              + (citation.origin.map { " from \($0)" } ?? "")
          }).joined(separator: " ")
      }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: String
    let facts: [[String]]

    init(_ name: String, _ lines: String, _ facts: [[String]]) {
      (testDescription, self.lines, self.facts) = (name, lines, facts)
    }
  }

  static let cases: [Case] = [
    Case("a value", "- start: 2020-09-27 [@a p2]", [["start ", "2020-09-27 @a p2"]]),
    Case("a value without a citation", "- outcome: a truce", [["outcome ", "a truce"]]),
    Case(
      "several citations, some with origins", "- end: 2020-11-10 [@a p1 from b] [@c] [@d fn2-3]",
      [["end ", "2020-11-10 @a p1 from b @c @d fn2-3"]]),
    Case(
      "unknown is a value", "- killed: unknown | note: no figure",
      [["killed ", "unknown |note=no figure"]]),
    Case("unknown is a date", "- start: unknown", [["start ", "unknown"]]),
    Case(
      "the first value is the pick, the indented ones are rivals",
      "- killed: 5000 | counted by: armenia [@a p1]\n  - 6000 | counted by: azerbaijan [@a p2]\n  - 7000",
      [
        [
          "killed ", "5000 |counted by=armenia @a p1", "6000 |counted by=azerbaijan @a p2", "7000",
        ]
      ]),
    Case(
      "what is disputed has no pick",
      "- fired-first: disputed\n  - armenia | says: azerbaijan [@a p4]\n  - azerbaijan [@a p4]",
      [["fired-first disputed", "azerbaijan |claimed by=armenia @a p4", "azerbaijan @a p4"]]),
    Case(
      "what somebody says is the value, of the type of the key",
      "- start: armenia | says: 2020-09-27 | note: x [@a]\n  - azerbaijan | says: unknown",
      [
        [
          "start ", "2020-09-27 |claimed by=armenia |note=x @a",
          "unknown |claimed by=azerbaijan",
        ]
      ]),
    Case(
      "corrections belong to their fact, in any order with its rivals",
      "- start: 2020-09-27 [@a]\n  - corrected 2020-11-20: was 44 days | why: counted from: the 27th [@b p1]\n  - 2020-09-28\n  - corrected 2020-11-21T10:00: was unknown\n- note: x",
      [
        [
          "start ", "corrected 2020-11-20: 44 days because counted from: the 27th b",
          "corrected 2020-11-21T10:00: unknown because - ", "2020-09-27 @a", "2020-09-28",
        ], ["note ", "x"],
      ]),
    Case(
      "a value may begin with almost the same word",
      "- note: x\n  - correct in all, was it", [["note ", "x", "correct in all, was it"]]),
    Case(
      "a side has a name of any words",
      "- side Armenia and Artsakh: armenia, artsakh | supporters: turkey",
      [["side/Armenia and Artsakh ", "armenia, artsakh |supporters=turkey"]]),
    Case(
      "wrapped lines are one",
      "- killed: some\n  thousand | counted\n  by: armenia\n  [@a\n  p1 from\n  b]\n- note: x",
      [["killed ", "some thousand |counted by=armenia @a p1 from b"], ["note ", "x"]]),
    Case(
      "citations stand between value and qualifiers, too",
      "- killed: 5000 [@a p1] | note: x [@b p2]", [["killed ", "5000 |note=x @a p1 @b p2"]]),
    Case("a colon in a value", "- note: he said: no", [["note ", "he said: no"]]),
    Case(
      "wikilinks are one piece", "- note: see [[old-war|the war | of old]] | note: y",
      [["note ", "see [[old-war|the war | of old]] |note=y"]]),
    Case("lists of another mark", "* note: x\n* note: y", [["note ", "x"], ["note ", "y"]]),
    Case("loose lists", "- note: x\n\n- note: y", [["note ", "x"], ["note ", "y"]]),
  ]

  @Test("lines", arguments: cases)
  func lines(_ example: Case) throws {
    #expect(try facts(example.lines).facts.map(shown) == example.facts)
  }

  @Test("references are looked up, as slugs and as wikilinks")
  func references() throws {
    let page = try facts(
      """
      - side One: armenia, [[artsakh]] , [[turkey|Ankara, capital]] | supporters: [[azerbaijan]]
      - territory: old-war
      - killed: many | counted by: armenia
      - mediator: none
      """)
    let values = page.facts.flatMap(\.values)
    #expect(values[0].pages.map(\.slug) == ["armenia", "artsakh", "turkey"])
    #expect(values[0].pages.map { page.source($0.range) } == ["armenia", "artsakh", "turkey"])
    #expect(values[0].pages.allSatisfy { $0.page != nil })
    #expect(values[0].qualifier("supporters")?.pages.map(\.slug) == ["azerbaijan"])
    #expect(values[1].pages.map(\.slug) == ["old-war"])
    #expect(values[1].pages.first?.page != nil)
    #expect(values[2].qualifier("counted by")?.pages.first?.page != nil)
    #expect(values[3].pages.isEmpty)
  }

  @Test("words are no reference where words may stand")
  func words() throws {
    let page = try facts(
      "- territory: Nagorno-Karabakh and seven districts\n- killed: x | counted by: nobody")
    #expect(page.facts[0].values[0].pages.isEmpty)
    #expect(page.facts[1].values[0].qualifier("counted by")?.pages.first?.page == nil)
  }

  @Test("dates and spans qualify, as well as pages")
  func dates() throws {
    let page = try facts(
      "- office: president | in: 2003-10/.. | of: azerbaijan\n- office: guest | in: old-war | when: unknown",
      at: "Content/actors/aliyev.md")
    #expect(page.facts[0].values[0].qualifier("in")?.pages.isEmpty == true)
    #expect(page.facts[1].values[0].qualifier("in")?.pages.map(\.slug) == ["old-war"])
    #expect(page.facts[1].values[0].qualifier("when")?.text == "unknown")
  }

  @Test("ranges point at the words in the file", arguments: ["\n", "\r\n"])
  func ranges(_ ending: String) throws {
    let text = [
      "---", "title: Çatışma", "---", "", "## Facts",
      "- side Çatışma :  armenia ,  turkey  | supporters :  artsakh   [@ocnus p1] [@b]",
      "- killed: çok", "  ölü [@c", "  p1]", "",
    ].joined(separator: ending)
    let page = try Loaded.page(text, beside: Self.others)
    let side = try #require(page.facts.first)
    let value = try #require(side.values.first)
    #expect(page.source(side.keyRange) == "side Çatışma")
    #expect(page.source(value.range) == "armenia ,  turkey")
    #expect(value.text == "armenia , turkey")
    #expect(page.source(try #require(value.qualifier("supporters")).range) == "artsakh")
    #expect(value.citations.map { page.source($0.range) } == ["[@ocnus p1]", "[@b]"])
    let killed = try #require(page.facts.last?.values.first)
    #expect(killed.text == "çok ölü")
    #expect(page.source(killed.range) == "çok\(ending)  ölü")
    #expect(killed.citations.map { page.source($0.range) } == ["[@c\(ending)  p1]"])
    #expect(page.source(page.titleRange) == "Çatışma")
  }

  @Test("the heading's case does not matter, and a plain page has no facts")
  func headings() throws {
    #expect(try Loaded.page("---\ntitle: War\n---\n## facts\n- note: x\n").facts.count == 1)
    #expect(try Loaded.page("---\ntitle: War\n---\n# FACTS\n- note: x\n").facts.count == 1)
    let page = try Loaded.page(
      "---\ntitle: About\n---\n## Facts\n- one\n", at: "Content/pages/about.md")
    #expect(page.facts.isEmpty && page.prose.count == 1)
  }

  @Test("prose is what stands before, between and behind the sections")
  func prose() throws {
    let page = try Loaded.page(
      """
      ---
      title: War
      ---
      First.

      ## Facts
      - note: x

      ## Middle
      Second.[^1]

      ## Statements
      > "Words" [@a]
      > -- armenia

      ### Last
      """.replacing("### Last", with: "## Last\nThird.\n\n[^1]: A note.\n"), beside: Self.others)
    let words = page.prose.map { run in
      page.body.blocks.filter { block in run.first <= block && run.end.map { block < $0 } ?? true }
        .map { String(decoding: page.body.text[page.body[$0].text], as: UTF8.self) }
    }
    #expect(words == [["First."], ["Middle", "Second."], ["Last", "Third."]])
  }

  @Test("a page's date is the editor's pick")
  func date() throws {
    #expect(try facts("- start: 2020-09 [@a]\n  - 2020-10").date == .init(reading: "2020-09"))
    #expect(try facts("- start: unknown").date == nil)
    #expect(try facts("- start: disputed\n  - 2020\n  - 2021").date == nil)
    #expect(try facts("- note: x").date == nil)
  }
}
