import Testing

@Suite("Broken captures and sidecars are explained")
struct BrokenSourceTests {
  @Test(arguments: cases)
  func `the whole report`(_ site: BrokenSite) {
    #expect(site.report() == site.expected)
  }

  /// The reading of the valid site's capture, with a fourth paragraph that was once there.
  private static var lost: String {
    let row =
      "    {\"locator\":\"p4\",\"layer\":\"body\",\"line\":9,\"bytes\":[1,2],\"sha256\":\""
      + String(repeating: "0", count: 64) + "\",\"standing\":\"lost\"}"
    return (BrokenSite.valid["seeds/wire.read.json"] ?? "")
      .replacing("\n  ]\n}", with: ",\n\(row)\n  ]\n}")
  }

  static let cases: [BrokenSite] =
    withdrawals + [
      BrokenSite(
        "two captures with one cite-as",
        [
          "seeds/zeitung.txt": """
          The first words of a quiet report

          The council of the town met on Monday and spoke at length about the bridge, the road and the school, and nobody left the hall before midnight.

          On Tuesday the council met again and voted for the bridge, against the road, and for the school that had been asked for since spring.

          """,
          "seeds/zeitung.yml": """
          cite-as: wire
          publisher: A
          published: 2020

          """,
        ],
        reads: """
          seeds/zeitung.txt: warning: two sources are cited as “wire” [duplicate-source]
            = help: give one of them another `cite-as` in its sidecar
            = note: seeds/wire.txt: the other is here
            = note: the capture is left out meanwhile

          """),
      BrokenSite(
        "two captures with one name",
        [
          "seeds/town.md": """
          The first words of a quiet report

          The council of the town met on Monday and spoke at length about the bridge, the road and the school, and nobody left the hall before midnight.

          On Tuesday the council met again and voted for the bridge, against the road, and for the school that had been asked for since spring.

          """,
          "seeds/town.txt": """
          The first words of a quiet report

          The council of the town met on Monday and spoke at length about the bridge, the road and the school, and nobody left the hall before midnight.

          On Tuesday the council met again and voted for the bridge, against the road, and for the school that had been asked for since spring.

          """,
          "seeds/town.yml": """
          publisher: A
          published: 2020

          """,
        ],
        reads: """
          seeds/town.txt: error: two captures share the name “town” [duplicate-source]
            = help: rename one of them
            = note: seeds/town.md: the other is here

          """),
      BrokenSite(
        "two sidecars",
        [
          "seeds/wire.yaml": """
          title: Another

          """
        ],
        reads: """
          seeds/wire.yml: error: there are two sidecars for one source [duplicate-sidecar]
            = help: keep one of them
            = note: seeds/wire.yaml: the other is here

          """),
      BrokenSite(
        "a cite-as is a single word",
        [
          "seeds/wire.yml": """
          cite-as: Wire
          publisher: A
          published: 2020
          reviewed: 2020-12-01

          """
        ],
        reads: """
          seeds/wire.yml:1:10: error: “Wire” cannot stand in a citation [bad-cite-as]
            |
          1 | cite-as: Wire
            |          ^^^^
            = help: write “wire”

          """),
      BrokenSite(
        "an unknown key has a suggestion",
        [
          "seeds/wire.yml": """
          cite-as: wire
          publiser: A
          publisher: A
          published: 2020
          reviewed: 2020-12-01

          """
        ],
        reads: """
          seeds/wire.yml:2:1: error: unknown key “publiser” [unknown-key]
            |
          2 | publiser: A
            | ^^^^^^^^
            = help: did you mean “publisher” or “published”?

          """),
      BrokenSite(
        "bad values, all in one run",
        [
          "seeds/wire.yml": """
          publisher: A
          published: yesterday
          language: English
          url: example.org/a
          reliability: G
          origin: Radio One
          encoding: koi8r
          rights: ful
          reviewed: 1.12.2020

          """
        ],
        reads: """
          seeds/wire.txt: warning: nobody knows when “wire” was published [unknown-publication-date]
            = help: say `published: …` in seeds/wire.yml, as 2020-10, 2020-10-15? or `unknown`
          seeds/wire.yml:2:12: error: “yesterday” is no EDTF date: a date is year-month-day and begins with the four digits of its year [bad-date]
            |
          2 | published: yesterday
            |            ^^^^^^^^^
          seeds/wire.yml:3:11: error: “English” is no language tag [bad-language]
            |
          3 | language: English
            |           ^^^^^^^
            = help: write a BCP 47 tag such as en, tr or zh-Hant
          seeds/wire.yml:4:6: error: “example.org/a” is no web address [bad-url]
            |
          4 | url: example.org/a
            |      ^^^^^^^^^^^^^
            = help: write it whole, beginning with https:// or http://
          seeds/wire.yml:5:14: error: “G” is no grade of reliability [bad-grade]
            |
          5 | reliability: G
            |              ^
            = help: Admiralty grades go from A (reliable) to E (unreliable); F: cannot be judged
          seeds/wire.yml:6:9: error: “Radio One” is no id of an origin [bad-origin]
            |
          6 | origin: Radio One
            |         ^^^^^^^^^
            = help: write “radio-one”
          seeds/wire.yml:7:11: error: “koi8r” is no encoding that can be read [bad-encoding]
            |
          7 | encoding: koi8r
            |           ^^^^^
            = help: did you mean “koi8-r”?
          seeds/wire.yml:8:9: error: “ful” is not known as rights [bad-rights]
            |
          8 | rights: ful
            |         ^^^
            = help: did you mean “full”?
          seeds/wire.yml:9:11: error: “1.12.2020” is no EDTF date: a date is year-month-day and begins with the four digits of its year [bad-date]
            |
          9 | reviewed: 1.12.2020
            |           ^^^^^^^^^
            = help: write “2020-12-01”

          """),
      BrokenSite(
        "a sidecar alone needs a title",
        [
          "seeds/book.yml": """
          publisher: Press
          published: 2019

          """
        ],
        reads: """
          seeds/book.yml: error: a source without a capture needs a title [missing-title]
            = help: add a line `title: …`

          """),
      BrokenSite(
        "a broken sidecar of no capture is one finding",
        [
          "seeds/book.yml": """
          title: [a

          """
        ],
        reads: """
          seeds/book.yml:1:8: error: the list that begins here has no “]”, or lacks a comma [yaml-syntax]
            |
          1 | title: [a
            |        ^

          """),
      BrokenSite(
        "an unknown publisher and day",
        [
          "seeds/town.txt": """
          The first words of a quiet report

          The council of the town met on Monday and spoke at length about the bridge, the road and the school, and nobody left the hall before midnight.

          On Tuesday the council met again and voted for the bridge, against the road, and for the school that had been asked for since spring.

          """
        ],
        reads: """
          seeds/town.txt: warning: nobody knows when “town” was published [unknown-publication-date]
            = help: say `published: …` in seeds/town.yml, as 2020-10, 2020-10-15? or `unknown`
          seeds/town.txt: warning: nobody knows who published “town” [unknown-publisher]
            = help: say `publisher: …` in seeds/town.yml, `unknown` if nobody can know

          """),
      BrokenSite(
        "unknown, says the editor",
        [
          "seeds/town.txt": """
          The first words of a quiet report

          The council of the town met on Monday and spoke at length about the bridge, the road and the school, and nobody left the hall before midnight.

          On Tuesday the council met again and voted for the bridge, against the road, and for the school that had been asked for since spring.

          """,
          "seeds/town.yml": """
          publisher: unknown
          published: unknown

          """,
        ],
        reads: ""),
      BrokenSite(
        "a capture of a type that is not read",
        [
          "seeds/town.pdf": "%PDF-1.4"
        ],
        reads: """
          seeds/town.pdf: warning: a file of this type is not read as a capture [unread-capture]
            = help: captures are .txt, .md or .html; of others a sidecar says `status: unreadable`

          """),
      BrokenSite(
        "an empty capture is left out",
        [
          "seeds/town.txt": ""
        ],
        reads: """
          seeds/town.txt: warning: the capture is empty [capture-empty]
            = note: the capture is left out meanwhile

          """),
      BrokenSite(
        "an empty capture that somebody reviewed is an error",
        [
          "seeds/town.txt": "",
          "seeds/town.yml": """
          reviewed: 2020-12-01
          publisher: A
          published: 2020

          """,
        ],
        reads: """
          seeds/town.txt: error: the capture is empty [capture-empty]

          """),
      BrokenSite(
        "a machine's reading is no capture",
        [
          "seeds/wire.read.json": "{}"
        ],
        reads: """
          seeds/wire.txt: note: its paragraph numbers are computed at each build [unfrozen-capture]
            = help: `dossier ingest seeds/wire.txt` freezes them, and leaves the capture as it is

          """),
      BrokenSite(
        "a capture that nobody froze is a note, not a warning", freezing: false,
        reads: """
          seeds/wire.txt: note: its paragraph numbers are computed at each build [unfrozen-capture]
            = help: `dossier ingest seeds/wire.txt` freezes them, and leaves the capture as it is

          """),
      BrokenSite(
        "a reading that somebody damaged",
        [
          "seeds/wire.read.json": """
          {
            "sha256": "12"
          }

          """
        ],
        reads: """
          seeds/wire.read.json:2:13: error: the reading is not what `dossier ingest` writes: expected 64 hexadecimal digits [bad-reading]
            |
          2 |   "sha256": "12"
            |             ^
            = help: restore the file; without it the numbers of paragraphs are those of today's rules
          seeds/wire.txt: note: its paragraph numbers are computed at each build [unfrozen-capture]
            = help: `dossier ingest seeds/wire.txt` freezes them, and leaves the capture as it is

          """),
      BrokenSite(
        "what is cited and held back does not fail the site",
        [
          "seeds/town.txt": "",
          "seeds/town.yml": """
          cite-as: council

          """,
          "Content/pages/hall.md": """
          ---
          title: The hall
          ---
          It stands [@council p1-2] [@council].
          See [[council]] and [its page](../sources/council.html#p1).

          """,
        ],
        reads: """
          Content/pages/hall.md:4:11: warning: “council” is held back: the capture is empty [held-back-source]
            |
          4 | It stands [@council p1-2] [@council].
            |           ^^^^^^^^^^^^^^^
            = help: mend seeds/town.txt, or cite another source; until then the page says so
          Content/pages/hall.md:4:27: warning: “council” is held back: the capture is empty [held-back-source]
            |
          4 | It stands [@council p1-2] [@council].
            |                           ^^^^^^^^^^
            = help: mend seeds/town.txt, or cite another source; until then the page says so
          Content/pages/hall.md:5:5: warning: “council” is held back: the capture is empty [held-back-source]
            |
          5 | See [[council]] and [its page](../sources/council.html#…
            |     ^^^^^^^^^^^
            = help: mend seeds/town.txt, or cite another source; until then the page says so
          Content/pages/hall.md:5:21: warning: “council” is held back: the capture is empty [held-back-source]
            |
          5 | See [[council]] and [its page](../sources/council.html#p1).
            |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            = help: mend seeds/town.txt, or cite another source; until then the page says so
          seeds/town.txt: warning: the capture is empty [capture-empty]
            = note: the capture is left out meanwhile

          """),
      BrokenSite(
        "a paragraph that the capture holds no longer",
        [
          "seeds/wire.read.json": lost,
          "Content/actors/russia.md": """
          ---
          title: Russia
          kind: state
          ---
          Russia spoke with Turkey [@wire p1-4].

          """,
        ],
        reads: """
          Content/actors/russia.md:5:26: error: “wire” no longer holds what p4 was [lost-paragraph]
            |
          5 | Russia spoke with Turkey [@wire p1-4].
            |                          ^^^^^^^^^^^^
            = help: cite the paragraph that carries it now, or take back what rests on it
            = note: seeds/wire.txt: the capture is here

          """),
      BrokenSite(
        "what becomes of unreviewed captures is one of two",
        [
          "dossier.yml": """
          title: Test
          unreviewed: hidden

          """
        ],
        reads: """
          dossier.yml:2:13: error: “hidden” says not what becomes of unreviewed captures [bad-unreviewed]
            |
          2 | unreviewed: hidden
            |             ^^^^^^
            = help: did you mean “hide”?

          """),
      BrokenSite(
        "a change of several files that was interrupted",
        [".dossier-rewrite": "dossier-rewrite/1"],
        reads: """
          .dossier-rewrite: error: a change of several files was interrupted [unfinished-rewrite]
            = help: `dossier ingest --refreeze` finishes it; until then some files are old, some new

          """),
      BrokenSite(
        "of a reviewed capture and one in the inbox that are cited alike the latter waits",
        [
          "seeds/aaa.txt": """
          The first words of a quiet report

          The council of the town met on Monday and spoke at length about the bridge, the road and the school, and nobody left the hall before midnight.

          """,
          "seeds/aaa.yml": """
          cite-as: wire

          """,
        ],
        reads: """
          seeds/aaa.txt: warning: two sources are cited as “wire” [duplicate-source]
            = help: give one of them another `cite-as` in its sidecar
            = note: seeds/wire.txt: the other is here
            = note: the capture is left out meanwhile

          """),
      BrokenSite(
        "the same name in two folders is two sources, cited alike",
        [
          "seeds/2020/town.txt": """
          The first words of a quiet report

          The council of the town met on Monday and spoke at length about the bridge, the road and the school, and nobody left the hall before midnight.

          On Tuesday the council met again and voted for the bridge, against the road, and for the school that had been asked for since spring.

          """,
          "seeds/2020/town.yml": """
          publisher: A
          published: 2020

          """,
          "seeds/2021/town.txt": """
          The first words of a quiet report

          The council of the town met on Monday and spoke at length about the bridge, the road and the school, and nobody left the hall before midnight.

          On Tuesday the council met again and voted for the bridge, against the road, and for the school that had been asked for since spring.

          """,
          "seeds/2021/town.yml": """
          publisher: B
          published: 2021

          """,
        ],
        reads: """
          seeds/2021/town.txt: warning: two sources are cited as “town” [duplicate-source]
            = help: give one of them another `cite-as` in its sidecar
            = note: seeds/2020/town.txt: the other is here
            = note: the capture is left out meanwhile

          """),
    ]

  private static func withdrawal(_ name: String, _ line: String, reads expected: String)
    -> BrokenSite
  {
    BrokenSite(
      name,
      [
        "seeds/wire.yml": "publisher: Wire\npublished: 2020-10-15\nreviewed: 2020-12-01\n\(line)\n"
      ], reads: expected)
  }

  private static let withdrawals: [BrokenSite] = [
    withdrawal(
      "a withdrawal without a reason", "withdrawn: {date: 2020-12-01}",
      reads: """
        seeds/wire.yml:4:12: error: the withdrawal lacks a reason [bad-withdrawn]
          |
        4 | withdrawn: {date: 2020-12-01}
          |            ^^^^^^^^^^^^^^^^^^
          = help: write `withdrawn: {date: 2020-12-01, reason: …}`

        """),
    withdrawal(
      "a withdrawal that is a date alone", "withdrawn: 2020-12-01",
      reads: """
        seeds/wire.yml:4:12: error: a withdrawal has a date and a reason [bad-withdrawn]
          |
        4 | withdrawn: 2020-12-01
          |            ^^^^^^^^^^
          = help: write `withdrawn: {date: 2020-12-01, reason: …}`

        """),
    withdrawal(
      "a withdrawal on two days", "withdrawn: {date: 2020-12-01/2020-12-02, reason: R}",
      reads: """
        seeds/wire.yml:4:19: error: a source was withdrawn on one date [bad-withdrawn]
          |
        4 | withdrawn: {date: 2020-12-01/2020-12-02, reason: R}
          |                   ^^^^^^^^^^^^^^^^^^^^^
          = help: write the day on which it was withdrawn

        """),
    withdrawal(
      "a withdrawal with a key misspelt", "withdrawn: {date: 2020-12-01, raeson: R}",
      reads: """
        seeds/wire.yml:4:12: error: the withdrawal lacks a reason [bad-withdrawn]
          |
        4 | withdrawn: {date: 2020-12-01, raeson: R}
          |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: write `withdrawn: {date: 2020-12-01, reason: …}`
        seeds/wire.yml:4:31: error: unknown key “raeson” [unknown-key]
          |
        4 | withdrawn: {date: 2020-12-01, raeson: R}
          |                               ^^^^^^
          = help: did you mean “reason”?

        """),
  ]
}
