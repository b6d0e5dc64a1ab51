/// A site in which every field of the page model occurs. All of it is invented.
enum SampleFiles {
  static let site: [String: String] = [
    "dossier.yml": """
    title: Harbour dispute
    description: An invented dispute.
    licence: Free for all.
    base-url: https://example.org/harbour/
    stale-after: 30
    extra: {threat-level: text, seen: date, ports: list}

    """,
    "seeds/tide.txt": capture, "seeds/tide.yml": tide,
    "seeds/gull.txt": capture.replacing("Norland", with: "Westland"),
    "seeds/gull.yml": "language: tr\n",
    "seeds/book.yml": "title: A book\nurl: https://example.org/book\nnote: Out of print.\n",
    "Content/index.md": """
    ---
    title: The harbour
    summary: What is known.
    reviewed: 2020-11-01
    ---
    Of the [[dispute]] [@tide p1].

    """,
    "Content/actors/norland.md": """
    ---
    title: Norland
    summary: A kingdom.
    kind: state
    aliases: [Kingdom of Norland]
    names: [{name: Nordia, used-by: [sudland]}]
    capital: Grey Port
    external: {wikidata: Q42}
    reviewed: 2020-09-01
    redirect-from: [actors/nordia.html]
    extra: {threat-level: high, seen: 2020-10, ports: [Grey Port, Knot]}
    ---
    It claims the harbour [@tide p1].

    ## Background
    It has claimed it before [@gull p2 from harbour-office].

    ## Facts
    - office: admiralty | of: sudland [@book]
    - accuses: sudland | in: dispute | denied by: sudland [@tide p2]
      - corrected 2020-11-01: was Westland | why: a slip [@tide p1]

    ## Statements
    > "a talk about fish" [@tide p2]
    > "a talk on fish" [@gull p2]
    > -- norland {#fish}

    """,
    "Content/actors/sudland.md":
      "---\ntitle: Sudland\nkind: state\nreviewed: 2020-11-20\n---\nNorland.\n",
    "Content/conflicts/dispute.md": """
    ---
    title: Harbour dispute of 2020
    summary: Over a harbour.
    kind: interstate
    part-of: old-dispute
    ---
    Norland is on one side. Norland is on it for good. So says Norland. Norland again.

    ## Facts
    - start: 2020-09-27
      - corrected 2020-11-02: was 2020-09-28
    - side North: norland
    - side South: sudland
    - killed: disputed
      - none | counted by: norland [@tide p1]
      - two | counted by: sudland [@tide p1]
    - wounded: three
      - four

    """,
    "Content/conflicts/old-dispute.md": "---\ntitle: Older dispute\nkind: interstate\n---\nOld.\n",
    "Content/events/meeting.md": event("Meeting", "2020-10-14", "| role: host"),
    "Content/events/storm.md": event("Storm", "2020-10-20", ""),
    "Content/events/calm.md": event("Calm", "2020-10-02/2020-10-04", ""),
    "Content/places/grey-port.md": "---\ntitle: Grey Port\nkind: settlement\n---\nA port.\n",
    "Content/pages/about.md": "---\ntitle: About\n---\nInvented.\n",
  ]

  static func event(_ title: String, _ when: String, _ role: String) -> String {
    """
    ---
    title: \(title)
    summary: It happened.
    kind: meeting
    conflicts: [dispute]
    ---
    It happened.

    ## Facts
    - when: \(when) [@tide p1]
    - where: grey-port
    - participant: norland \(role)

    """
  }

  static let tide = """
    title: The tide
    publisher: Tide Gazette
    author: A. Gull
    published: 2020-10-15
    captured: 2020-10-20
    url: https://example.org/tide
    origin: harbour-office
    reliability: B

    """

  static let capture = """
    Envoys of two kingdoms meet at the harbour

    The envoys of Norland and Sudland met at the harbour of Grey Port on Wednesday, an official of \
    the harbour office said, and they agreed to meet again before the winter storms begin.[1]

    The official called the meeting "a talk about fish" and said that Norland had again accused \
    Sudland of taking down the buoys; nobody from Sudland would comment on that.

    Neither side said who had asked for the meeting, and the fishermen who had waited outside for \
    most of the day went home without an answer to any of their questions.

    [1] The winter storms begin in November in most of the years that anybody remembers.

    """
}

extension String {
  func replacing(_ old: String, with new: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: old) {
      result += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
