import DossierLinking
import DossierLoading
import DossierModel
import FileTree
import Testing

@Suite("Two states of a site are compared by what they tell")
struct SiteComparisonTests {
  /// What is changed in a small site, and what of it a reader is told otherwise.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let before: [String: String]
    let after: [String: String]
    let removed: [String]
    let expected: [String]

    init(
      _ name: String, before: [String: String] = [:], after: [String: String] = [:],
      removed: [String] = [], reads expected: [String]
    ) {
      testDescription = name
      self.before = before
      self.after = after
      self.removed = removed
      self.expected = expected
    }
  }

  private static let site = [
    "dossier.yml": "title: T\n",
    "seeds/tide.yml": "title: Tide\n",
    "seeds/wave.yml": "title: Wave\n",
    "Content/actors/norland.md": norland("- founded: 1901 [@tide]\n- leader: envoy [@tide]\n"),
    "Content/actors/envoy.md": "---\ntitle: Envoy\n---\nAn envoy. He came. He left.\n",
    "Content/conflicts/quarrel.md": quarrel("- killed: 9 | counted by: norland [@tide]\n"),
  ]

  private static func norland(_ facts: String, prose: String = "A kingdom.") -> String {
    "---\ntitle: Norland\n---\n\(prose)\n\n## Facts\n\(facts)"
  }

  private static func quarrel(_ facts: String, statements: String = Self.statements) -> String {
    "---\ntitle: Quarrel\n---\n## Facts\n\(facts)\n## Statements\n\(statements)"
  }

  private static let statements = "> \"no words\" [@tide]\n> -- norland {#words}\n"

  private static func state(_ files: [String: String]) -> SiteComparison.State? {
    let loaded = SiteLoader(files: MemoryFileSystem(texts: files)).load()
    return loaded.model.map { SiteComparison.State(model: $0, diagnostics: loaded.diagnostics) }
  }

  /// The changes as lines.
  private static func lines(_ changes: SiteChanges) -> [String] {
    changes.rows.map { row in
      [
        row.subject.rawValue, row.kind, row.page?.slug ?? row.source?.key ?? "-", row.label,
        row.was.map { "was " + $0.text } ?? "", row.now.map { "now " + $0.text } ?? "",
        row.detail, row.id.map { "#" + $0 } ?? "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
    } + changes.notCompared.map { "not compared, \($0)" }
  }

  @Test(arguments: cases)
  func `what is told otherwise`(_ example: Case) throws {
    let old = Self.site.merging(example.before) { $1 }
    var new = old.merging(example.after) { $1 }
    for path in example.removed { new[path] = nil }
    let from = try #require(Self.state(old))
    let to = try #require(Self.state(new))
    #expect(Self.lines(SiteComparison(from: from, to: to).changes()) == example.expected)
    // Nothing is otherwise than it is itself.
    #expect(SiteComparison(from: to, to: to).changes().isEmpty)
  }

  static let cases: [Case] = [
    Case("nothing", reads: []),
    Case(
      "a file that was touched and says the same",
      after: [
        "Content/actors/norland.md": norland(
          "- leader:   envoy [@tide]\n- founded: 1901 [@tide]\n", prose: "A\nkingdom.")
      ], reads: []),
    Case(
      "a new fact, and one that is gone",
      after: [
        "Content/actors/norland.md": norland("- founded: 1901 [@tide]\n- member-of: envoy\n")
      ],
      reads: [
        "fact, new, norland, member-of, now envoy", "fact, withdrawn, norland, leader, was envoy",
      ]),
    Case(
      "another value, without a word",
      after: [
        "Content/actors/norland.md": norland("- founded: 1902 [@tide]\n- leader: envoy [@tide]\n")
      ], reads: ["fact, altered, norland, founded, was 1901, now 1902"]),
    Case(
      "another value, with a correction",
      after: [
        "Content/actors/norland.md": norland(
          "- founded: 1902 [@tide]\n  - corrected 2020-11-20: was 1901 | why: misread\n- leader: envoy [@tide]\n"
        )
      ],
      reads: [
        "fact, corrected, norland, founded, was 1901, now 1902, on 20 November 2020: misread"
      ]),
    Case(
      "other qualifiers",
      after: ["Content/conflicts/quarrel.md": quarrel("- killed: 9 | counted by: envoy [@tide]\n")],
      reads: [
        "fact, altered, quarrel, killed, was 9 | counted by: norland, now 9 | counted by: envoy"
      ]),
    Case(
      "a rival, then disputed",
      after: [
        "Content/conflicts/quarrel.md": quarrel(
          "- killed: disputed\n  - 9 | counted by: norland [@tide]\n  - 12 [@wave]\n")
      ],
      reads: [
        "fact, altered, quarrel, killed, now 9 | counted by: norland, now disputed",
        "fact, new, quarrel, killed, now 12",
      ]),
    Case(
      "the pick and its rival change places",
      before: ["Content/conflicts/quarrel.md": quarrel("- killed: 9 [@tide]\n  - 12 [@wave]\n")],
      after: ["Content/conflicts/quarrel.md": quarrel("- killed: 12 [@wave]\n  - 9 [@tide]\n")],
      reads: [
        "fact, altered, quarrel, killed, now 12, now the editor’s pick",
        "fact, altered, quarrel, killed, now 9, no longer the editor’s pick",
      ]),
    Case(
      "another source",
      after: [
        "Content/actors/norland.md": norland("- founded: 1901 [@wave]\n- leader: envoy [@tide]\n")
      ],
      reads: ["fact, altered, norland, founded, now 1901, rests on wave, before on tide"]),
    Case(
      "a source that is withdrawn",
      after: ["seeds/tide.yml": "title: Tide\nwithdrawn: {date: 2020-11-20, reason: R}\n"],
      reads: [
        "source, withdrawn, tide",
        "fact, altered, norland, founded, now 1901, all its sources are withdrawn",
        "fact, altered, norland, leader, now envoy, all its sources are withdrawn",
        "fact, altered, quarrel, killed, now 9 | counted by: norland, all its sources are withdrawn",
      ]),
    Case(
      "new and removed sources",
      after: ["seeds/gale.yml": "title: Gale\n"], removed: ["seeds/wave.yml"],
      reads: ["source, new, gale", "source, removed, wave"]),
    Case(
      "a page that was renamed, with those that name it",
      after: [
        "Content/actors/legate.md":
          "---\ntitle: Envoy\nredirect-from: [actors/envoy.html]\n---\nAn envoy. He came. He left.\n",
        "Content/actors/norland.md": norland("- founded: 1901 [@tide]\n- leader: legate [@tide]\n"),
      ], removed: ["Content/actors/envoy.md"],
      reads: ["page, renamed, legate, was “envoy”"]),
    Case(
      "a page that was taken in by another",
      before: [
        "Content/actors/nordia.md":
          "---\ntitle: Nordia\n---\n## Facts\n- founded: 1901 [@tide]\n- member-of: envoy\n"
      ],
      after: [
        "Content/actors/norland.md":
          "---\ntitle: Norland\nredirect-from: [actors/nordia.html]\n---\nA kingdom.\n\n"
          + "## Facts\n- founded: 1901 [@tide]\n- leader: envoy [@tide]\n"
      ], removed: ["Content/actors/nordia.md"],
      reads: [
        "page, merged, norland, took in “nordia”",
        "fact, withdrawn, norland, member-of, was envoy",
      ]),
    Case(
      "new, removed and retitled pages",
      after: [
        "Content/actors/guest.md": "---\ntitle: Guest\n---\n## Facts\n- founded: 1950 [@wave]\n",
        "Content/conflicts/quarrel.md": quarrel("- killed: 9 | counted by: norland [@tide]\n")
          .replacing("title: Quarrel", with: "title: Great quarrel"),
        "Content/actors/norland.md": norland("- founded: 1901 [@tide]\n"),
      ], removed: ["Content/actors/envoy.md"],
      reads: [
        "page, new, guest", "page, retitled, quarrel, was “Quarrel”", "page, removed, envoy",
        "fact, new, guest, founded, now 1950", "fact, withdrawn, norland, leader, was envoy",
      ]),
    Case(
      "statements by their ids",
      after: [
        "Content/conflicts/quarrel.md": quarrel(
          "- killed: 9 | counted by: norland [@tide]\n",
          statements:
            "> \"no words\" [@wave]\n> \"no more words\" [@tide]\n> -- norland {#words}\n\n"
            + "> \"others\" [@wave]\n> -- envoy {#others}\n")
      ],
      reads: [
        "statement, altered, quarrel, norland, 1 rendering new, 1 with other sources, #words",
        "statement, new, quarrel, envoy, #others",
      ]),
    Case(
      "a statement that is gone",
      after: [
        "Content/conflicts/quarrel.md":
          "---\ntitle: Quarrel\n---\n## Facts\n- killed: 9 | counted by: norland [@tide]\n"
      ], reads: ["statement, withdrawn, quarrel, norland, #words"]),
    Case(
      "prose, counted in sentences",
      after: [
        "Content/actors/envoy.md":
          "---\ntitle: Envoy\n---\nAn envoy [@tide]. He came by sea. He left. He wept.\n",
        "Content/index.md": "Welcome. Read.\n",
      ],
      reads: [
        "prose, changed, envoy, 2 sentences new, 1 gone", "prose, changed, -, 2 sentences new",
      ]),
    Case(
      "a page that cannot be read whole is not compared",
      after: ["Content/actors/norland.md": norland("- foundd: 1902 [@tide]\n")],
      reads: ["not compared, Content/actors/norland.md"]),
  ]
}
