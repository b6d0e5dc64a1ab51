import Testing

@Suite("A name that several pages claim is reported with all of them")
struct BrokenNameTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "an ambiguous name warns",
      [
        "Content/actors/russia.md": """
        ---
        title: Russia
        kind: state
        aliases: [The Bear]
        ---

        """,
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        aliases: [The Bear]
        ---

        """,
      ],
      reads: """
        Content/actors/russia.md:4:11: warning: “The Bear” names 2 pages, so it is not linked [ambiguous-name]
          |
        4 | aliases: [The Bear]
          |           ^^^^^^^^
          = help: write [[slug|The Bear]] where it matters, or let one page claim it with {name: …, exclusive: true}
          = note: Content/actors/turkey.md:4:11: “turkey” claims it here

        """),
    BrokenSite(
      "of two exclusive claims one is wrong",
      [
        "Content/actors/russia.md": """
        ---
        title: Russia
        kind: state
        aliases: [{name: The Bear, exclusive: true}]
        ---

        """,
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        aliases: [{name: The Bear, exclusive: true}]
        ---

        """,
      ],
      reads: """
        Content/actors/russia.md:4:18: error: “The Bear” is claimed exclusively by several pages [exclusive-name]
          |
        4 | aliases: [{name: The Bear, exclusive: true}]
          |                  ^^^^^^^^
          = help: let one page alone claim it
          = note: Content/actors/turkey.md:4:18: “turkey” claims it here

        """),
    BrokenSite(
      "one exclusive claim settles it",
      [
        "Content/actors/russia.md": """
        ---
        title: Russia
        kind: state
        aliases: [{name: The Bear, exclusive: true}]
        ---

        """,
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        aliases: [The Bear]
        ---

        """,
      ],
      reads: ""),
    BrokenSite(
      "two titles are as ambiguous",
      [
        "Content/actors/turkey.md": """
        ---
        title: Russia
        kind: state
        ---

        """
      ],
      reads: """
        Content/actors/russia.md:2:8: warning: “Russia” names 2 pages, so it is not linked [ambiguous-name]
          |
        2 | title: Russia
          |        ^^^^^^
          = help: write [[slug|Russia]] where it matters, or let one page claim it with {name: …, exclusive: true}
          = note: Content/actors/turkey.md:2:8: “turkey” claims it here

        """),
  ]
}
