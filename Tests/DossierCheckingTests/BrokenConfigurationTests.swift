import Testing

@Suite("A broken dossier.yml is explained where it is broken")
struct BrokenConfigurationTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "a folder without dossier.yml is no site",
      without: ["dossier.yml"],
      reads: """
        dossier.yml: error: there is no dossier.yml in this folder [missing-configuration]
          = help: name the site's folder with --source, or make a site with `dossier init DIR`

        """),
    BrokenSite(
      "changes since what is neither days nor a revision",
      ["dossier.yml": "title: Test\nchanges-since: 30 dayz\n"],
      reads: """
        dossier.yml:2:16: error: “30 dayz” is neither a number of days nor a revision [bad-changes-since]
          |
        2 | changes-since: 30 dayz
          |                ^^^^^^^
          = help: write `30 days`, or a tag, a branch or the hash of a commit

        """),
    BrokenSite(
      "an unknown key has a suggestion",
      [
        "dossier.yml": """
        title: Test
        base-ulr: https://example.org/

        """
      ],
      reads: """
        dossier.yml:2:1: error: unknown key “base-ulr” [unknown-key]
          |
        2 | base-ulr: https://example.org/
          | ^^^^^^^^
          = help: did you mean “base-url”?

        """),
    BrokenSite(
      "an unknown key like no other has the list of keys",
      [
        "dossier.yml": """
        title: Test
        colour: red

        """
      ],
      reads: """
        dossier.yml:2:1: error: unknown key “colour” [unknown-key]
          |
        2 | colour: red
          | ^^^^^^
          = help: known keys are “title”, “description”, “base-url”, “language”, “licence”, “stale-after”, “gazetteer”, “search”, “unreviewed”, “changes-since”, “extra”

        """),
    BrokenSite(
      "a site needs a title",
      [
        "dossier.yml": """
        language: en

        """
      ],
      reads: """
        dossier.yml: error: the site has no title [missing-title]
          = help: add a line `title: …`

        """),
    BrokenSite(
      "an empty dossier.yml lacks a title",
      [
        "dossier.yml": ""
      ],
      reads: """
        dossier.yml: error: the site has no title [missing-title]
          = help: add a line `title: …`

        """),
    BrokenSite(
      "a title is a text",
      [
        "dossier.yml": """
        title: [a, b]

        """
      ],
      reads: """
        dossier.yml:1:8: error: “title” must be text, not a list [wrong-type]
          |
        1 | title: [a, b]
          |        ^^^^^^

        """),
    BrokenSite(
      "the base address is a whole web address",
      [
        "dossier.yml": """
        title: Test
        base-url: example.org

        """
      ],
      reads: """
        dossier.yml:2:11: error: “example.org” is no address of a site [bad-base-url]
          |
        2 | base-url: example.org
          |           ^^^^^^^^^^^
          = help: write it whole: https://example.org/ or https://example.org/folder/

        """),
    BrokenSite(
      "the base address has no query",
      [
        "dossier.yml": """
        title: Test
        base-url: https://example.org/?a=b

        """
      ],
      reads: """
        dossier.yml:2:11: error: “https://example.org/?a=b” is no address of a site [bad-base-url]
          |
        2 | base-url: https://example.org/?a=b
          |           ^^^^^^^^^^^^^^^^^^^^^^^^
          = help: write it whole: https://example.org/ or https://example.org/folder/

        """),
    BrokenSite(
      "a language is a tag",
      [
        "dossier.yml": """
        title: Test
        language: english_uk

        """
      ],
      reads: """
        dossier.yml:2:11: error: “english_uk” is no language tag [bad-language]
          |
        2 | language: english_uk
          |           ^^^^^^^^^^
          = help: write a BCP 47 tag such as en, tr or zh-Hant

        """),
    BrokenSite(
      "days are a whole number",
      [
        "dossier.yml": """
        title: Test
        stale-after: ninety

        """
      ],
      reads: """
        dossier.yml:2:14: error: “stale-after” must be a whole number, not “ninety” [wrong-type]
          |
        2 | stale-after: ninety
          |              ^^^^^^

        """),
    BrokenSite(
      "days are more than none",
      [
        "dossier.yml": """
        title: Test
        stale-after: 0

        """
      ],
      reads: """
        dossier.yml:2:14: error: “stale-after” is a number of days above 0 [wrong-type]
          |
        2 | stale-after: 0
          |              ^
          = help: leave it out, and no page becomes stale

        """),
    BrokenSite(
      "a second value for a key is none",
      [
        "dossier.yml": """
        title: Test
        title: Other

        """
      ],
      reads: """
        dossier.yml:2:1: error: the key “title” stands here a second time [duplicate-key]
          |
        2 | title: Other
          | ^^^^^
          = note: dossier.yml:1:1: it stands here first

        """),
    BrokenSite(
      "what is wrong with dossier.yml hides nothing else",
      [
        "dossier.yml": """
        title: [Test

        """,
        "Content/actors/turkey.md": """
        ---
        kind: state
        ---

        """,
      ],
      reads: """
        Content/actors/turkey.md:1:1: error: the page has no title [missing-title]
          |
        1 | ---
          | ^
          = help: add a line `title: …` to its front matter
        dossier.yml:1:8: error: the list that begins here has no “]”, or lacks a comma [yaml-syntax]
          |
        1 | title: [Test
          |        ^

        """),
  ]
}
