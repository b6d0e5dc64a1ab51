/// Sites for the tests of the whole build. All of it is invented.
enum SampleFiles {
  static let site: [String: String] = [
    "dossier.yml": "title: Harbour dispute\n",
    "seeds/tide.txt": """
    Envoys of two kingdoms meet at the harbour

    The envoys of Norland and Sudland met at the harbour of Grey Port on Wednesday, an official of \
    the harbour office said, and they agreed to meet again before the winter storms begin.

    The official called the meeting "a talk about fish" and said that Norland had again accused \
    Sudland of taking down the buoys; nobody from Sudland would comment on that.

    """,
    "seeds/tide.yml": """
    publisher: Tide Gazette
    published: 2020-10-15
    captured: 2020-10-20
    reviewed: 2020-10-21

    """,
    "Content/index.md": "Of the [[dispute]] [@tide p1].\n",
    "Content/actors/norland.md": """
    ---
    title: Norland
    summary: A kingdom & more.
    kind: state
    reviewed: 2020-10-01
    redirect-from: [actors/nordia.html]
    ---
    It claims the harbour [@tide p1] and more [@tide p2]. So it says [@tide p1].

    ## Facts
    - accuses: sudland [@tide]

    ## Statements
    > "a talk about fish" [@tide p2 from harbour-office]
    > -- norland {#fish}

    """,
    "Content/actors/sudland.md": "---\ntitle: Sudland\nkind: state\n---\nNorland.\n",
    "Content/conflicts/dispute.md": """
    ---
    title: Dispute of 2020
    ---
    A dispute of Norland [@tide p2].

    ## Facts
    - start: 2020-09-27 [@tide p1]
    - side North: norland [@tide p2]
    - killed: none [@tide]

    ## Statements
    > "a talk about fish" [@tide p2 from harbour-office]
    > -- norland {#fish}

    """,
    "Content/events/meeting.md": """
    ---
    title: Meeting
    kind: meeting
    conflicts: [dispute]
    ---
    They met.

    ## Facts
    - when: 2020-10-14 [@tide p1]

    """,
    "Content/pages/about.md": "---\ntitle: About\n---\nInvented.\n",
    "Content/pages/chart.png": "no picture",
  ]

  static func with(_ changes: [String: String]) -> [String: String] {
    site.merging(changes) { $1 }
  }
}
