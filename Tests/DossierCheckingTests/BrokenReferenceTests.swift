import Testing

@Suite("A reference to nothing, or to the wrong kind of page, is reported where it is made")
struct BrokenReferenceTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  static let cases: [BrokenSite] = [
    BrokenSite(
      "part-of",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        part-of: karabakh-conflikt
        ---

        """,
        "Content/conflicts/karabakh-conflict.md": """
        ---
        title: Karabakh conflict
        ---

        """,
      ],
      reads: """
        Content/conflicts/karabakh-war.md:4:10: error: no page is called “karabakh-conflikt” [unknown-reference]
          |
        4 | part-of: karabakh-conflikt
          |          ^^^^^^^^^^^^^^^^^
          = help: did you mean “karabakh-conflict”?

        """),
    BrokenSite(
      "part-of leads to a page of the same kind",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        part-of: russia
        ---

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:4:10: error: “part-of” names an actor where it needs a conflict [wrong-kind]
          |
        4 | part-of: russia
          |          ^^^^^^
          = help: a conflict is a page in Content/conflicts/

        """),
    BrokenSite(
      "part-of leads back",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        part-of: b
        ---

        """,
        "Content/conflicts/b.md": """
        ---
        title: B-side
        part-of: karabakh-war
        ---

        """,
      ],
      reads: """
        Content/conflicts/b.md:3:10: error: “part-of” leads from “b” back to itself [part-of-cycle]
          |
        3 | part-of: karabakh-war
          |          ^^^^^^^^^^^^

        """),
    BrokenSite(
      "part-of leads to the page itself",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        part-of: karabakh-war
        ---

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:4:10: error: “part-of” leads from “karabakh-war” back to itself [part-of-cycle]
          |
        4 | part-of: karabakh-war
          |          ^^^^^^^^^^^^

        """),
    BrokenSite(
      "conflicts",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        conflicts: [karabakh-wra]
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:4:13: error: no page is called “karabakh-wra” [unknown-reference]
          |
        4 | conflicts: [karabakh-wra]
          |             ^^^^^^^^^^^^
          = help: did you mean “karabakh-war”?

        """),
    BrokenSite(
      "conflicts are conflicts",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        conflicts: [turkey]
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:4:13: error: “conflicts” names an actor where it needs a conflict [wrong-kind]
          |
        4 | conflicts: [turkey]
          |             ^^^^^^
          = help: a conflict is a page in Content/conflicts/

        """),
    BrokenSite(
      "used-by",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        kind: state
        names: [{name: Türkiye, used-by: [rusia]}]
        ---

        """
      ],
      reads: """
        Content/actors/turkey.md:4:35: error: no page is called “rusia” [unknown-reference]
          |
        4 | names: [{name: Türkiye, used-by: [rusia]}]
          |                                   ^^^^^
          = help: did you mean “russia”?

        """),
    BrokenSite(
      "a side",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        ---

        ## Facts
        - side North: rusia, turkey [@wire p1]

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:15: error: no page is called “rusia” [unknown-reference]
          |
        7 | - side North: rusia, turkey [@wire p1]
          |               ^^^^^
          = help: did you mean “russia”?

        """),
    BrokenSite(
      "a side is of actors",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        ---

        ## Facts
        - side North: russia, call [@wire p1]

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:23: error: “side” names an event where it needs an actor [wrong-kind]
          |
        7 | - side North: russia, call [@wire p1]
          |                       ^^^^
          = help: an actor is a page in Content/actors/

        """),
    BrokenSite(
      "a participant",
      [
        "Content/events/call.md": """
        ---
        title: Telephone call
        kind: call
        ---

        ## Facts
        - when: 2020-10-14 [@wire p1]
        - participant: turkay | role: guest [@wire p1]

        """
      ],
      reads: """
        Content/events/call.md:8:16: error: no page is called “turkay” [unknown-reference]
          |
        8 | - participant: turkay | role: guest [@wire p1]
          |                ^^^^^^
          = help: did you mean “turkey”?

        """),
    BrokenSite(
      "a qualifier",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        ---

        ## Facts
        - side North: russia | supporters: turky [@wire p1]

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:36: error: no page is called “turky” [unknown-reference]
          |
        7 | - side North: russia | supporters: turky [@wire p1]
          |                                    ^^^^^
          = help: did you mean “turkey”?

        """),
    BrokenSite(
      "a qualifier that is a date or a page, meant as a date",
      [
        "Content/actors/russia.md": """
        ---
        title: Russia
        kind: state
        ---

        ## Facts
        - office: president | in: 2020-13 [@wire p1]

        """
      ],
      reads: """
        Content/actors/russia.md:7:27: error: “2020-13” is no EDTF date: there is no month 13 [bad-date]
          |
        7 | - office: president | in: 2020-13 [@wire p1]
          |                           ^^^^^^^

        """),
    BrokenSite(
      "a qualifier that is a date or a page, meant as a page",
      [
        "Content/actors/russia.md": """
        ---
        title: Russia
        kind: state
        ---

        ## Facts
        - office: president | in: karabakh-wor [@wire p1]

        """
      ],
      reads: """
        Content/actors/russia.md:7:27: error: no page is called “karabakh-wor” [unknown-reference]
          |
        7 | - office: president | in: karabakh-wor [@wire p1]
          |                           ^^^^^^^^^^^^
          = help: did you mean “karabakh-war”?

        """),
    BrokenSite(
      "a speaker",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2]
        > -- russiaa {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:6: error: no page is called “russiaa” [unknown-reference]
          |
        7 | > -- russiaa {#call}
          |      ^^^^^^^
          = help: did you mean “russia”?

        """),
    BrokenSite(
      "a speaker is an actor",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        ---

        ## Statements
        > "a long call" [@wire p2]
        > -- karabakh-war {#call}

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:6: error: “speaker” names a conflict where it needs an actor [wrong-kind]
          |
        7 | > -- karabakh-war {#call}
          |      ^^^^^^^^^^^^
          = help: an actor is a page in Content/actors/

        """),
    BrokenSite(
      "a name where a slug is due",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        ---

        ## Facts
        - side North: Russian Federation [@wire p1]

        """,
        "Content/actors/russia.md": """
        ---
        title: Russia
        kind: state
        aliases: [Russian Federation]
        ---

        """,
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:15: error: no page is called “Russian Federation” [unknown-reference]
          |
        7 | - side North: Russian Federation [@wire p1]
          |               ^^^^^^^^^^^^^^^^^^
          = help: write “russia”

        """),
    BrokenSite(
      "a page that nobody wrote",
      [
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        ---

        ## Facts
        - mediator: Minsk Group [@wire p1]

        """
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:13: error: no page is called “Minsk Group” [unknown-reference]
          |
        7 | - mediator: Minsk Group [@wire p1]
          |             ^^^^^^^^^^^
          = help: write Content/actors/minsk-group.md first

        """),
    BrokenSite(
      "a draft",
      [
        "Content/actors/turkey.md": """
        ---
        title: Turkey
        draft: true
        ---

        """,
        "Content/conflicts/karabakh-war.md": """
        ---
        title: Karabakh war
        kind: interstate
        ---

        ## Facts
        - side South: turkey [@wire p1]

        """,
      ],
      reads: """
        Content/conflicts/karabakh-war.md:7:15: error: “turkey” is a draft [unknown-reference]
          |
        7 | - side South: turkey [@wire p1]
          |               ^^^^^^
          = help: build with --drafts, or remove `draft: true` there

        """),
  ]
}
