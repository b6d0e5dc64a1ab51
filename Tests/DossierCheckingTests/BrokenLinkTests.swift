import Testing

@Suite("A link to nothing is reported where it stands")
struct BrokenLinkTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "a wikilink has a suggestion",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey and [[rusia]].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:12: error: no page is called “rusia” [unknown-page]
          |
        5 | Turkey and [[rusia]].
          |            ^^^^^^^^^
          = help: did you mean “russia”?

        """),
    BrokenSite(
      "a wikilink by name has a suggestion",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey and the [[Karabak war]].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:16: error: no page is called “Karabak war” [unknown-page]
          |
        5 | Turkey and the [[Karabak war]].
          |                ^^^^^^^^^^^^^^^
          = help: did you mean “karabakh-war”?

        """),
    BrokenSite(
      "a wikilink like no other",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        Turkey and [[atlantis|an island]].

        """
      ],
      reads: """
        Content/actors/turkey.md:5:12: error: no page is called “atlantis” [unknown-page]
          |
        5 | Turkey and [[atlantis|an island]].
          |            ^^^^^^^^^^^^^^^^^^^^^^
          = help: write the page, or take the brackets away

        """),
    BrokenSite(
      "a dead anchor has a suggestion",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [[russia#Histroy]]

        """,
        "Content/actors/russia.md": """
        ---
        title: Russia
        kind: state
        ---
        ## History

        Long.

        """,
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the page has no heading “Histroy” [dead-anchor]
          |
        5 | [[russia#Histroy]]
          | ^^^^^^^^^^^^^^^^^^
          = help: did you mean “History”?

        """),
    BrokenSite(
      "a dead anchor of the page itself",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [[#Nowhere]] and [here](#nowhere).

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the page has no heading “Nowhere” [dead-anchor]
          |
        5 | [[#Nowhere]] and [here](#nowhere).
          | ^^^^^^^^^^^^
          = help: it has none to link to; link to the page itself
        Content/actors/turkey.md:5:18: error: the page has no heading “nowhere” [dead-anchor]
          |
        5 | [[#Nowhere]] and [here](#nowhere).
          |                  ^^^^^^^^^^^^^^^^
          = help: it has none to link to; link to the page itself

        """),
    BrokenSite(
      "facts are no anchor where there are none",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [[russia#Facts]]

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the page has no heading “Facts” [dead-anchor]
          |
        5 | [[russia#Facts]]
          | ^^^^^^^^^^^^^^^^
          = help: it has none to link to; link to the page itself

        """),
    BrokenSite(
      "a dead anchor of a source",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [[wire#p8]]

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the source has no paragraph “p8” [dead-anchor]
          |
        5 | [[wire#p8]]
          | ^^^^^^^^^^^
          = help: did you mean “p1”, “p2” or “p3”?

        """),
    BrokenSite(
      "the home page has no wikilink to itself",
      [
        "Content/index.md": """
        [[#Top]] and [top](#top).

        """
      ],
      reads: """
        Content/index.md:1:1: error: the home page cannot name itself by a wikilink [unknown-page]
          |
        1 | [[#Top]] and [top](#top).
          | ^^^^^^^^
          = help: write [words](#heading)
        Content/index.md:1:14: error: the page has no heading “top” [dead-anchor]
          |
        1 | [[#Top]] and [top](#top).
          |              ^^^^^^^^^^^
          = help: it has none to link to; link to the page itself

        """),
    BrokenSite(
      "an ordinary link",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [Russia](rusia.html)

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the link leads to nothing: “rusia.html” [dead-link]
          |
        5 | [Russia](rusia.html)
          | ^^^^^^^^^^^^^^^^^^^^
          = help: link by [[slug]], or write the address from this file

        """),
    BrokenSite(
      "a link to a file that is not there",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [Russia](actors/russia.md)

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the link leads to nothing: “actors/russia.md” [dead-link]
          |
        5 | [Russia](actors/russia.md)
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: link by [[slug]], or write the address from this file

        """),
    BrokenSite(
      "a link with a dead anchor",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [Russia](russia.md#nowhere)

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the page has no heading “nowhere” [dead-anchor]
          |
        5 | [Russia](russia.md#nowhere)
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: it has none to link to; link to the page itself

        """),
    BrokenSite(
      "a link that climbs out of the site",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [keys](../../keys.html)

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the link leads to nothing: “../../keys.html” [dead-link]
          |
        5 | [keys](../../keys.html)
          | ^^^^^^^^^^^^^^^^^^^^^^^
          = help: link by [[slug]], or write the address from this file

        """),
    BrokenSite(
      "a link that is no path",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [x](a%5Cb.html)

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the link leads to nothing: “a%5Cb.html” [dead-link]
          |
        5 | [x](a%5Cb.html)
          | ^^^^^^^^^^^^^^^
          = help: link by [[slug]], or write the address from this file

        """),
    BrokenSite(
      "an image that is not there",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        ![A map](map.png)

        """
      ],
      reads: """
        Content/actors/turkey.md:5:1: error: the image is not there: “map.png” [dead-link]
          |
        5 | ![A map](map.png)
          | ^^^^^^^^^^^^^^^^^
          = help: put the image beside this file, and write its address from here

        """),
    BrokenSite(
      "links that are whole need no finding",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        ---
        [a](russia.md) [b](russia.html) [c](../index.html) [d](../) [e](https://example.org/) [f](mailto:a@example.org) [g](#) [[wire#p2]] [[Karabakh war]]

        """
      ],
      reads: ""),
  ]
}
