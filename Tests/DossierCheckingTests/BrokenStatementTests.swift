import Testing

@Suite("A broken statement is explained where it is broken")
struct BrokenStatementTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "an id belongs to one speaker in the whole site",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2]
        > -- russia {#call}

        """,
        "Content/conflicts/other-war.md": """
        ---
        title: Other war
        ---

        ## Statements
        > "a long call" [@wire p2]
        > -- turkey {#call}

        """,
      ],
      reads: """
        Content/conflicts/other-war.md:7:6: error: the id “call” is that of a statement of somebody else on “karabakh-war” [duplicate-statement]
          |
        7 | > -- turkey {#call}
          |      ^^^^^^
          = help: the id is the statement's address in the whole site: give it another

        """),
    BrokenSite(
      "a statement has a speaker",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2]

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:1: error: a statement ends in a line that names its speaker [statement-syntax]
          |
        6 | > "a long call" [@wire p2]
          | ^
          = help: add a last line `> -- speaker {#id}`

        """),
    BrokenSite(
      "the last line names one",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2]
        > -- {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:3: error: the last line names no speaker [statement-syntax]
          |
        7 | > -- {#call}
          |   ^^^^^^^^^^
          = help: write `> -- speaker {#id}`, the speaker by the slug of an actor

        """),
    BrokenSite(
      "an id is a single word",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2]
        > -- russia {#A Call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:13: error: the id of a statement is written {#like-this} [statement-syntax]
          |
        7 | > -- russia {#A Call}
          |             ^^^^^^^^^
          = help: write {#a-call}

        """),
    BrokenSite(
      "a statement has words",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > -- russia {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:3: error: the statement has no words [statement-syntax]
          |
        6 | > -- russia {#call}
          |   ^^^^^^^^^^^^^^^^^
          = help: write each version on a line of its own: > "words" [@source p1]

        """),
    BrokenSite(
      "a rendering has words",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > [@wire p2]
        > -- russia {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:3: error: the citation has no words before it [statement-syntax]
          |
        6 | > [@wire p2]
          |   ^^^^^^^^^^
          = help: write each version on a line of its own: > "words" [@source p1]

        """),
    BrokenSite(
      "a rendering has no qualifiers",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" | by: russia [@wire p2]
        > -- russia {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:3: error: a rendering is words and citations, without “|” [statement-syntax]
          |
        6 | > "a long call" | by: russia [@wire p2]
          |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: who spoke stands in the last line: > -- speaker {#id}

        """),
    BrokenSite(
      "citations stand last",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2] he said
        > -- russia {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:28: error: nothing but citations can follow a citation [fact-syntax]
          |
        6 | > "a long call" [@wire p2] he said
          |                            ^^^^^^^
          = help: put citations last, and “|” before a qualifier

        """),
    BrokenSite(
      "an id is given once",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2]
        > -- russia {#call}

        > "a long call" [@wire p2]
        > -- turkey {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:9:3: error: two statements of the page are called “call” [duplicate-id]
          |
        9 | > "a long call" [@wire p2]
          |   ^^^^^^^^^^^^^
          = help: give the statement another {#id}

        """),
    BrokenSite(
      "an id is no anchor of a heading",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## After

        Words.

        ## Statements
        > "a long call" [@wire p2]
        > -- russia {#after}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:10:3: error: a section of the page is called “after” as well [duplicate-id]
           |
        10 | > "a long call" [@wire p2]
           |   ^^^^^^^^^^^^^
          = help: give the statement another {#id}

        """),
    BrokenSite(
      "prose has no place among statements",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        He said so.

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:1: error: “## Statements” holds block quotes and nothing else [statement-syntax]
          |
        6 | He said so.
          | ^
          = help: put a heading before what does not belong there

        """),
    BrokenSite(
      "an id is no anchor of the theme",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2]
        > -- russia {#part.facts}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:13: error: the id of a statement is written {#like-this} [statement-syntax]
          |
        7 | > -- russia {#part.facts}
          |             ^^^^^^^^^^^^^
          = help: write {#part-facts}

        """),
  ]
}
