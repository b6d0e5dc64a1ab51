import Testing

@Suite("A broken fact is explained where it is broken")
struct BrokenFactTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "an unknown key has a suggestion",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - partcipant: russia [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:3: error: “partcipant” is no fact of a page in events/ [unknown-fact]
          |
        8 | - partcipant: russia [@wire p1]
          |   ^^^^^^^^^^
          = help: did you mean “participant”?

        """),
    BrokenSite(
      "a key of another kind of page has the list",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---

        ## Facts
        - when: 2020 [@wire p1]

        """
      ],
      reads: """
        Content/actors/turkey.md:7:3: error: “when” is no fact of a page in actors/ [unknown-fact]
          |
        7 | - when: 2020 [@wire p1]
          |   ^^^^
          = help: it is one of events/; here known facts are “office”, “founded”, “dissolved”, “leader”, “member-of”, “ally-by-treaty”, “supports-with-troops”, “supports-with-arms”, “supports-politically”, “opposes”, “occupies”, “claims”, “mediates”, “trades-with”, “recognises”, “does-not-recognise”, “accuses”, “denies”, “not-known”, “note”

        """),
    BrokenSite(
      "a fact has a colon",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - outcome nothing [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:3: error: a fact is written `key: value` [fact-syntax]
          |
        8 | - outcome nothing [@wire p1]
          |   ^^^^^^^^^^^^^^^
          = help: is there a colon behind the key?

        """),
    BrokenSite(
      "a fact has a value",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - outcome: [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:11: error: “outcome” has no value [empty-value]
          |
        8 | - outcome: [@wire p1]
          |           ^
          = help: write `unknown` when no source says it

        """),
    BrokenSite(
      "a side has a name",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        ---

        ## Facts
        - side: russia [@wire p1]

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:3: error: “side” needs a name behind it [fact-syntax]
          |
        7 | - side: russia [@wire p1]
          |   ^^^^
          = help: write `side NAME: …`

        """),
    BrokenSite(
      "a date is EDTF",
      [
        "Content/events/call.md": """
        ---
        title: Call
        ---

        ## Facts
        - when: 14 October 2020 [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:6:9: error: “14 October 2020” is no EDTF date: a date is year-month-day and begins with the four digits of its year [bad-date]
          |
        6 | - when: 14 October 2020 [@wire p1]
          |         ^^^^^^^^^^^^^^^
          = help: write “2020-10-14”

        """),
    BrokenSite(
      "an unknown qualifier has a suggestion",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - participant: russia | rolle: host [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:25: error: “rolle” is no qualifier [unknown-qualifier]
          |
        8 | - participant: russia | rolle: host [@wire p1]
          |                         ^^^^^
          = help: did you mean “role”?

        """),
    BrokenSite(
      "a qualifier has a colon",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - participant: russia | host [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:25: error: a qualifier is written `| key: value` [fact-syntax]
          |
        8 | - participant: russia | host [@wire p1]
          |                         ^^^^
          = help: with “participant” go “role”, “when”, “of”, “says”, “claimed by”, “denied by”, “note”

        """),
    BrokenSite(
      "a qualifier has a value",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - participant: russia | role: [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:25: error: “role” has no value [empty-value]
          |
        8 | - participant: russia | role: [@wire p1]
          |                         ^^^^^
          = help: give it a value, or take it away

        """),
    BrokenSite(
      "an unknown role has a suggestion",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - participant: russia | role: hosts [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:31: error: “hosts” is no role [unknown-role]
          |
        8 | - participant: russia | role: hosts [@wire p1]
          |                               ^^^^^
          = help: did you mean “host”?

        """),
    BrokenSite(
      "a dispute has two accounts",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - initiated-by: disputed
          - russia [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:17: error: what is disputed needs two accounts or more [fact-syntax]
          |
        8 | - initiated-by: disputed
          |                 ^^^^^^^^
          = help: write each account as an indented item below it

        """),
    BrokenSite(
      "a dispute itself rests on nothing",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - initiated-by: disputed [@wire p1]
          - russia [@wire p1]
          - turkey [@wire p2]

        """
      ],
      reads: """
        Content/events/call.md:8:26: error: “disputed” stands alone in its line [fact-syntax]
          |
        8 | - initiated-by: disputed [@wire p1]
          |                          ^^^^^^^^^^
          = help: put qualifiers and citations behind the accounts below it

        """),
    BrokenSite(
      "nothing follows a citation",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - outcome: nothing [@wire p1] so far [@wire p2]

        """
      ],
      reads: """
        Content/events/call.md:8:31: error: nothing but citations can follow a citation [fact-syntax]
          |
        8 | - outcome: nothing [@wire p1] so far [@wire p2]
          |                               ^^^^^^
          = help: put citations last, and “|” before a qualifier

        """),
    BrokenSite(
      "prose has no place among facts",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]

        The call was long.

        """
      ],
      reads: """
        Content/events/call.md:9:1: error: “## Facts” holds a list of facts and nothing else [fact-syntax]
          |
        9 | The call was long.
          | ^
          = help: put a heading before what does not belong there

        """),
    BrokenSite(
      "a fact is one line",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - outcome: nothing [@wire p1]

          Nothing at all.

        """
      ],
      reads: """
        Content/events/call.md:10:3: error: a fact is one line, with its other accounts indented below it [fact-syntax]
           |
        10 |   Nothing at all.
           |   ^
          = help: write `- key: value`, and other accounts as `  - value`

        """),
    BrokenSite(
      "an item without words",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        -
        - outcome: nothing [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:1: error: a fact is one line, with its other accounts indented below it [fact-syntax]
          |
        8 | -
          | ^
          = help: write `- key: value`, and other accounts as `  - value`

        """),
    BrokenSite(
      "a wikilink among words leads somewhere",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - outcome: a [[trucee]] [@wire p1]

        """,
        "Content/events/truce.md": """
        ---
        title: Truce
        ---

        ## Facts
        - when: unknown

        """,
      ],
      reads: """
        Content/events/call.md:8:14: error: no page is called “trucee” [unknown-page]
          |
        8 | - outcome: a [[trucee]] [@wire p1]
          |              ^^^^^^^^^^
          = help: did you mean “truce”?

        """),
    BrokenSite(
      "a rival is checked as the pick is",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - initiated-by: russia [@wire p1]
          - turkie [@wire p7]

        """
      ],
      reads: """
        Content/events/call.md:9:5: error: no page is called “turkie” [unknown-reference]
          |
        9 |   - turkie [@wire p7]
          |     ^^^^^^
          = help: did you mean “turkey”?
        Content/events/call.md:9:12: error: “wire” has no p7: it has 3 paragraphs [locator-out-of-range]
          |
        9 |   - turkie [@wire p7]
          |            ^^^^^^^^^^

        """),
    BrokenSite(
      "a citation is closed",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1] [@wire p2
        - outcome: nothing [@wire

        """
      ],
      reads: """
        Content/events/call.md:7:31: error: the citation that begins here has no “]” [bad-citation]
          |
        7 | - when: 2020-10-14 [@wire p1] [@wire p2
          |                               ^^^^^^^^^
          = help: a citation is [@source p4 from origin]
        Content/events/call.md:8:20: error: the citation that begins here has no “]” [bad-citation]
          |
        8 | - outcome: nothing [@wire
          |                    ^^^^^^
          = help: a citation is [@source p4 from origin]

        """),
  ]
}
