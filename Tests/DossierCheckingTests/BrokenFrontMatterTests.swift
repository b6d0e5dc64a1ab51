import Testing

@Suite("Broken front matter is explained where it is broken")
struct BrokenFrontMatterTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "a page without front matter is told what to write",
      [
        "Content/actors/turkey.md": """
        Turkey is a state.

        """
      ],
      reads: """
        Content/actors/turkey.md:1:1: error: the page has no front matter [missing-front-matter]
          |
        1 | Turkey is a state.
          | ^
          = help: begin the file with a line `---`, a line `title: …` and a line `---`

        """),
    BrokenSite(
      "an empty file is a page without front matter",
      [
        "Content/actors/turkey.md": ""
      ],
      reads: """
        Content/actors/turkey.md:1:1: error: the page has no front matter [missing-front-matter]
          |
        1 |
          | ^
          = help: begin the file with a line `---`, a line `title: …` and a line `---`

        """),
    BrokenSite(
      "front matter has an end",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey

        Turkey is a state.

        """
      ],
      reads: """
        Content/actors/turkey.md:1:1: error: the front matter that begins here has no end [front-matter-end]
          |
        1 | ---
          | ^^^
          = help: close it with a line “---” before the text of the page

        """),
    BrokenSite(
      "a catalogue that nobody knows, and what is no identifier of one",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        external: {wikdata: Q43, zzz: 1, wikidata: 43}
        ---

        """,
        "Content/actors/russia.md": """
        ---
        title: Russia
        external: {gwno: T365, acled: T 365, ucdp: 1}
        ---

        """,
      ],
      reads: """
        Content/actors/russia.md:3:18: warning: “T365” is no identifier of Gleditsch & Ward [bad-identifier]
          |
        3 | external: {gwno: T365, acled: T 365, ucdp: 1}
          |                  ^^^^
          = help: it is written in digits
        Content/actors/turkey.md:3:12: warning: “wikdata” is no catalogue that is known here [unknown-scheme]
          |
        3 | external: {wikdata: Q43, zzz: 1, wikidata: 43}
          |            ^^^^^^^
          = help: did you mean “wikidata”?
        Content/actors/turkey.md:3:26: warning: “zzz” is no catalogue that is known here [unknown-scheme]
          |
        3 | external: {wikdata: Q43, zzz: 1, wikidata: 43}
          |                          ^^^
          = help: known catalogues are “wikidata”, “ucdp”, “ucdp-actor”, “ucdp-conflict”, “gwno”, “acled”, “ftm”, “opensanctions”, “iso-3166”, “geonames”, “viaf”, “isni”
        Content/actors/turkey.md:3:44: warning: “43” is no identifier of Wikidata [bad-identifier]
          |
        3 | external: {wikdata: Q43, zzz: 1, wikidata: 43}
          |                                            ^^
          = help: it is written Q159

        """),
    BrokenSite(
      "a page needs a title",
      [
        "Content/actors/turkey.md": """
        ---
        kind: state
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:1:1: error: the page has no title [missing-title]
          |
        1 | ---
          | ^
          = help: add a line `title: …` to its front matter

        """),
    BrokenSite(
      "an unknown key has a suggestion",
      [
        "Content/actors/turkey.md": """
        ---
        tittle: Turkey
        title: Turkey
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:2:1: error: unknown key “tittle” [unknown-key]
          |
        2 | tittle: Turkey
          | ^^^^^^
          = help: did you mean “title”?

        """),
    BrokenSite(
      "a value of the wrong type",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        draft: maybe
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:8: error: “draft” must be true or false, not “maybe” [wrong-type]
          |
        3 | draft: maybe
          |        ^^^^^

        """),
    BrokenSite(
      "a list where a text is due",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        summary: [a, b]
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:10: error: “summary” must be text, not a list [wrong-type]
          |
        3 | summary: [a, b]
          |          ^^^^^^

        """),
    BrokenSite(
      "a key without a value",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        summary:
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:9: error: “summary” is empty [empty-value]
          |
        3 | summary:
          |         ^
          = help: give it a value, or leave it out

        """),
    BrokenSite(
      "a date that is no EDTF has a suggestion",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        reviewed: 12.7.2020
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:11: error: “12.7.2020” is no EDTF date: a date is year-month-day and begins with the four digits of its year [bad-date]
          |
        3 | reviewed: 12.7.2020
          |           ^^^^^^^^^
          = help: write “2020-07-12”

        """),
    BrokenSite(
      "a date that no calendar has",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        reviewed: 2020-02-30
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:11: error: “2020-02-30” is no EDTF date: February 2020 has 29 days [bad-date]
          |
        3 | reviewed: 2020-02-30
          |           ^^^^^^^^^^

        """),
    BrokenSite(
      "an unknown kind has a suggestion",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: sate
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:7: error: “sate” is no kind of actor [unknown-kind]
          |
        3 | kind: sate
          |       ^^^^
          = help: did you mean “state”?

        """),
    BrokenSite(
      "an unknown kind like no other has the list",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: frozen
        ---

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:3:7: error: “frozen” is no kind of conflict [unknown-kind]
          |
        3 | kind: frozen
          |       ^^^^^^
          = help: known kinds are “interstate”, “intrastate”, “internationalised-intrastate”, “extrasystemic”, “non-state”

        """),
    BrokenSite(
      "a plain page has no kind",
      [
        "Content/pages/about.md": """
        ---
        title: About
        kind: note
        ---

        """
      ],
      reads: """
        Content/pages/about.md:3:7: error: a page in pages/ has no kind [unknown-kind]
          |
        3 | kind: note
          |       ^^^^
          = help: remove the line

        """),
    BrokenSite(
      "an alias is a name",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        aliases: [{exclusive: true}]
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:11: error: the alias has no name [missing-name]
          |
        3 | aliases: [{exclusive: true}]
          |           ^^^^^^^^^^^^^^^^^
          = help: write {name: …, exclusive: true}

        """),
    BrokenSite(
      "an alias has no other keys",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        aliases: [{name: Türkiye, exklusive: true}]
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:27: error: unknown key “exklusive” [unknown-key]
          |
        3 | aliases: [{name: Türkiye, exklusive: true}]
          |                           ^^^^^^^^^
          = help: did you mean “exclusive”?

        """),
    BrokenSite(
      "a name says who uses it",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        names: [Türkiye]
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:9: error: a name is written with who uses it [wrong-type]
          |
        3 | names: [Türkiye]
          |         ^^^^^^^
          = help: write {name: …, used-by: [slug]}, or put a plain name under “aliases”

        """),
    BrokenSite(
      "who uses a name uses a name",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        names: [{used-by: [russia]}]
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:9: error: the entry has no name [missing-name]
          |
        3 | names: [{used-by: [russia]}]
          |         ^^^^^^^^^^^^^^^^^^^
          = help: write {name: …, used-by: [slug]}

        """),
    BrokenSite(
      "an old address is an address of the site",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        redirect-from: ["https://example.org/turkey"]
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:17: error: “https://example.org/turkey” is no address of a page of this site [bad-redirect]
          |
        3 | redirect-from: ["https://example.org/turkey"]
          |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: write the old address from the site's root: actors/old.html

        """),
    BrokenSite(
      "YAML that cannot be read",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        summary: a "state": yes
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:19: error: a second “: ” cannot stand in this line [yaml-syntax]
          |
        3 | summary: a "state": yes
          |                   ^
          = help: put a value that contains “: ” in quotes

        """),
    BrokenSite(
      "the home page knows three keys",
      [
        "Content/index.md": """
        ---
        titel: Home
        ---

        """
      ],
      reads: """
        Content/index.md:2:1: error: unknown key “titel” [unknown-key]
          |
        2 | titel: Home
          | ^^^^^
          = help: did you mean “title”?

        """),
  ]
}
