import Testing

@Suite("Two files for one address, and files in no place, are reported")
struct BrokenAddressTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "a folder that is none has a suggestion",
      [
        "Content/actor/iran.md": """
        ---
        title: Iran
        ---

        """
      ],
      reads: """
        Content/actor/iran.md: error: “actor” is no folder of pages [unknown-folder]
          = help: did you mean “actors”?

        """),
    BrokenSite(
      "a folder like no other has the list",
      [
        "Content/weapons/drone.md": """
        ---
        title: Drone
        ---

        """
      ],
      reads: """
        Content/weapons/drone.md: error: “weapons” is no folder of pages [unknown-folder]
          = help: pages stand in Content/actors, Content/conflicts, Content/events, Content/places, Content/pages

        """),
    BrokenSite(
      "a page stands in a folder",
      [
        "Content/iran.md": """
        ---
        title: Iran
        ---

        """
      ],
      reads: """
        Content/iran.md: error: a page stands in a folder that says what it is [unknown-folder]
          = help: pages stand in Content/actors, Content/conflicts, Content/events, Content/places, Content/pages

        """),
    BrokenSite(
      "capitals are no part of an address",
      [
        "Content/actors/Iran.md": """
        ---
        title: Iran
        ---

        """
      ],
      reads: """
        Content/actors/Iran.md: error: the file's name “Iran” cannot be a page's address [bad-slug]
          = help: rename it to iran.md

        """),
    BrokenSite(
      "spaces are no part of an address",
      [
        "Content/actors/saudi arabia.md": """
        ---
        title: Saudi Arabia
        ---

        """
      ],
      reads: """
        Content/actors/saudi arabia.md: error: the file's name “saudi arabia” cannot be a page's address [bad-slug]
          = help: rename it to saudi-arabia.md

        """),
    BrokenSite(
      "a name without a letter is no address",
      [
        "Content/actors/-.md": """
        ---
        title: Nobody
        ---

        """
      ],
      reads: """
        Content/actors/-.md: error: the file's name “-” cannot be a page's address [bad-slug]
          = help: name it with lower-case letters, digits and hyphens

        """),
    BrokenSite(
      "a page in a file of a bad name is read all the same",
      [
        "Content/actors/Iran.md": """
        ---
        kind: state
        ---

        """
      ],
      reads: """
        Content/actors/Iran.md: error: the file's name “Iran” cannot be a page's address [bad-slug]
          = help: rename it to iran.md
        Content/actors/Iran.md:1:1: error: the page has no title [missing-title]
          |
        1 | ---
          | ^
          = help: add a line `title: …` to its front matter

        """),
    BrokenSite(
      "the index of a folder is the site's",
      [
        "Content/actors/index.md": """
        ---
        title: Actors
        ---

        """
      ],
      reads: """
        Content/actors/index.md: error: the file's name “index” cannot be a page's address [bad-slug]
          = help: the site writes the index of a folder itself; put the words into a page of pages/

        """),
    BrokenSite(
      "one slug is one page, whatever its folder",
      [
        "Content/events/turkey.md": """
        ---
        title: Thanksgiving
        ---

        ## Facts
        - when: 2020 [@wire]

        """
      ],
      reads: """
        Content/events/turkey.md: error: two pages are called “turkey” [duplicate-slug]
          = help: rename one of the files
          = note: Content/actors/turkey.md: the other is here

        """),
    BrokenSite(
      "an old address is not that of a page",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        redirect-from: [actors/ankara.html, actors/russia.html]
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:37: error: two pages claim the address actors/russia.html [duplicate-path]
          |
        3 | redirect-from: [actors/ankara.html, actors/russia.html]
          |                                     ^^^^^^^^^^^^^^^^^^
          = help: remove it from `redirect-from`
          = note: Content/actors/russia.md: the other is here

        """),
    BrokenSite(
      "an old address is not the page's own",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        redirect-from: actors/turkey.html
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:3:16: error: actors/turkey.html is the page's own address [duplicate-path]
          |
        3 | redirect-from: actors/turkey.html
          |                ^^^^^^^^^^^^^^^^^^
          = help: remove it from `redirect-from`

        """),
    BrokenSite(
      "an old address has one page",
      [
        "Content/actors/russia.md": """
        ---
        title: Russia
        kind: state
        redirect-from: [actors/old.html]
        ---

        """,
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        redirect-from: [actors/old.html]
        ---

        """,
      ],
      reads: """
        Content/actors/turkey.md:4:17: error: two pages claim the address actors/old.html [duplicate-path]
          |
        4 | redirect-from: [actors/old.html]
          |                 ^^^^^^^^^^^^^^^
          = help: remove it from `redirect-from`
          = note: Content/actors/russia.md:4:17: the other is here

        """),
    BrokenSite(
      "a file of a type that is not published",
      [
        "Content/actors/turkey.exe": "MZ"
      ],
      reads: """
        Content/actors/turkey.exe: warning: a file of this type is not published [unpublished-file]
          = help: published are avif, csv, geojson, gif, jpeg, jpg, json, pdf, png, txt, webp, zip

        """),
  ]
}
