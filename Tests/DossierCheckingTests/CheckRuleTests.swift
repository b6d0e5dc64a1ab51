import Testing

@Suite("Each editorial rule reports what breaks it")
struct CheckRuleTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "an event without a date",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        ---

        """
      ],
      reads: """
        Content/events/call.md:2:8: warning: the event “call” has no date [undated-event]
          |
        2 | title: Telephone call
          |        ^^^^^^^^^^^^^^
          = help: add a fact `- when: …` with its source, `unknown` if none says it

        """),
    BrokenSite(
      "an event whose date is unknown has one",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        ---

        ## Facts
        - when: unknown

        """
      ],
      reads: ""),
    BrokenSite(
      "words that stand in another paragraph",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p1]
        > -- russia {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:3: error: these words do not stand in p1 of “wire” [quotation-not-in-source]
          |
        6 | > "a long call" [@wire p1]
          |   ^^^^^^^^^^^^^
          = help: they stand in p2

        """),
    BrokenSite(
      "words that stand nowhere",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a short call" [@wire p1]
        > -- russia {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:3: error: these words do not stand in p1 of “wire” [quotation-not-in-source]
          |
        6 | > "a short call" [@wire p1]
          |   ^^^^^^^^^^^^^^
          = help: quote to the letter, or mark what is left out with […]

        """),
    BrokenSite(
      "words that stand there, with other marks and a cut",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > “The two presidents […] “a long call” – one side said” [@wire p2]
        > -- russia {#call}

        """
      ],
      reads: ""),
    BrokenSite(
      "words whose cut goes backwards",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call […] The two presidents" [@wire p2]
        > -- russia {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:6:3: error: these words do not stand in p2 of “wire” [quotation-not-in-source]
          |
        6 | > "a long call […] The two presidents" [@wire p2]
          |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: quote to the letter, or mark what is left out with […]

        """),
    BrokenSite(
      "words over two paragraphs",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "said. Neither side said" [@wire p2-3]
        > -- russia {#call}

        """
      ],
      reads: ""),
    BrokenSite(
      "words in prose, right before the citation",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Had “a long call” [@wire p2], "a short call" [@wire p2], «a «bad call» [@wire p1]
        [@wire p2].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:31: error: these words do not stand in p2 of “wire” [quotation-not-in-source]
          |
        5 | Had “a long call” [@wire p2], "a short call" [@wire p2], «a «bad call» [@wire p1]
          |                               ^^^^^^^^^^^^^^
          = help: quote to the letter, or mark what is left out with […]
        Content/actors/turkey.md:5:61: error: these words do not stand in p1 of “wire” [quotation-not-in-source]
          |
        5 | Had “a long call” [@wire p2], "a short call" [@wire p2], «a «bad call» [@wire p1]
          |                                                             ^^^^^^^^^^
          = help: quote to the letter, or mark what is left out with […]
        Content/actors/turkey.md:5:61: error: these words do not stand in p2 of “wire” [quotation-not-in-source]
          |
        5 | Had “a long call” [@wire p2], "a short call" [@wire p2], «a «bad call» [@wire p1]
          |                                                             ^^^^^^^^^^
          = help: quote to the letter, or mark what is left out with […]

        """),
    BrokenSite(
      "words in prose that stand there, or of which no mark says that they are quoted",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        They spoke of “trade, […] the harvest,” [@wire p2] „in *two* – no” words [@wire p1], of peers’
        [@wire p1], of "" [@wire p1], of “anything” [@wire], 5" [@wire p1] and ”two presidents” [@wire p2].

        """
      ],
      reads: ""),
    BrokenSite(
      "words without a locator are not looked up",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "anything" [@wire]
        > -- russia {#call}

        """
      ],
      reads: ""),
  ]
}
