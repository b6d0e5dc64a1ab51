import Testing

@Suite("A citation of nothing is reported where it stands")
struct BrokenCitationTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "an unknown source has a suggestion",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@wier p1].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: no source is cited as “wier” [unknown-source]
          |
        5 | Turkey called [@wier p1].
          |               ^^^^^^^^^^
          = help: did you mean “wire”?

        """),
    BrokenSite(
      "an unknown source like no other",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@gazette].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: no source is cited as “gazette” [unknown-source]
          |
        5 | Turkey called [@gazette].
          |               ^^^^^^^^^^
          = help: put the capture into seeds/, or say `cite-as: gazette` in its sidecar

        """),
    BrokenSite(
      "in a fact",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - outcome: nothing [@wires p1]

        """
      ],
      reads: """
        Content/events/call.md:8:20: error: no source is cited as “wires” [unknown-source]
          |
        8 | - outcome: nothing [@wires p1]
          |                    ^^^^^^^^^^^
          = help: did you mean “wire”?

        """),
    BrokenSite(
      "in a statement",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wirr p2]
        > -- russia

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:17: error: no source is cited as “wirr” [unknown-source]
          |
        6 | > "a long call" [@wirr p2]
          |                 ^^^^^^^^^^
          = help: did you mean “wire”?

        """),
    BrokenSite(
      "on the home page",
      [
        "Content/index.md": """
        Words [@wrie].

        """
      ],
      reads: """
        Content/index.md:1:7: error: no source is cited as “wrie” [unknown-source]
          |
        1 | Words [@wrie].
          |       ^^^^^^^
          = help: did you mean “wire”?

        """),
    BrokenSite(
      "a paragraph that is not there",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@wire p9].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: “wire” has no p9: it has 3 paragraphs [locator-out-of-range]
          |
        5 | Turkey called [@wire p9].
          |               ^^^^^^^^^^

        """),
    BrokenSite(
      "paragraphs of which some are there",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@wire p2-4].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: “wire” has no p4: it has 3 paragraphs [locator-out-of-range]
          |
        5 | Turkey called [@wire p2-4].
          |               ^^^^^^^^^^^^

        """),
    BrokenSite(
      "a footnote that is not there",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@wire fn1].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: “wire” has no fn1: it has no footnotes [locator-out-of-range]
          |
        5 | Turkey called [@wire fn1].
          |               ^^^^^^^^^^^

        """),
    BrokenSite(
      "a paragraph of a book",
      [
        "seeds/book.yml": """
        title: A book
        publisher: Press
        published: 2019

        """,
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@book p1].

        """,
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: “book” has no p1: it is known by its sidecar alone [locator-out-of-range]
          |
        5 | Turkey called [@book p1].
          |               ^^^^^^^^^^

        """),
    BrokenSite(
      "paragraphs count from one",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@wire p0].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: “p0” is not a place in a source [bad-citation]
          |
        5 | Turkey called [@wire p0].
          |               ^^^^^^^^^^
          = help: write p4 for a paragraph, p4-6 for several, fn4 for a footnote

        """),
    BrokenSite(
      "paragraphs go upwards",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@wire p4-2].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: “p4-2” is not a place in a source [bad-citation]
          |
        5 | Turkey called [@wire p4-2].
          |               ^^^^^^^^^^^^
          = help: write p4 for a paragraph, p4-6 for several, fn4 for a footnote

        """),
    BrokenSite(
      "a locator is p or fn",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@wire q4].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: “q4” is not a place in a source [bad-citation]
          |
        5 | Turkey called [@wire q4].
          |               ^^^^^^^^^^
          = help: write p4 for a paragraph, p4-6 for several, fn4 for a footnote

        """),
    BrokenSite(
      "an origin stands behind from",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey called [@wire p1 by tass].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:15: error: “by tass” does not belong in a citation [bad-citation]
          |
        5 | Turkey called [@wire p1 by tass].
          |               ^^^^^^^^^^^^^^^^^^
          = help: a citation is [@source p4 from origin], the origin a single word

        """),
    BrokenSite(
      "in a fact, the same",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - outcome: nothing [@wire q4]

        """
      ],
      reads: """
        Content/events/call.md:8:20: error: “q4” is not a place in a source [bad-citation]
          |
        8 | - outcome: nothing [@wire q4]
          |                    ^^^^^^^^^^
          = help: write p4 for a paragraph, p4-6 for several, fn4 for a footnote

        """),
  ]
}
