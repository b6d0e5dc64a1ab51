/// Sites that the tests write. All of it is invented.
enum SampleSite {
  /// A small site with every kind of page, and nothing to report.
  static let small: [String: String] = [
    "dossier.yml": """
    title: Harbour dispute
    description: An invented dispute over an invented harbour.
    base-url: https://example.org/harbour/
    stale-after: 100

    """,
    "seeds/tide.txt": capture,
    "seeds/tide.yml": """
    cite-as: tide
    publisher: Tide Gazette
    published: 2020-10-15
    captured: 2020-10-20
    reviewed: 2020-10-21

    """,
    "Content/index.md": "What is known of the [[harbour-dispute]] [@tide p1].\n",
    "Content/actors/norland.md": """
    ---
    title: Norland
    kind: state
    aliases: [Kingdom of Norland]
    redirect-from: [actors/old-norland.html]
    ---
    Norland claims the harbour [@tide p1].

    ## Background
    It has claimed it before, see [[harbour-dispute#Earlier talks]].

    ## Facts
    - accuses: sudland [@tide p2]

    """,
    "Content/actors/sudland.md": """
    ---
    title: Sudland
    kind: state
    ---
    Sudland holds the harbour, and Norland says so too.

    """,
    "Content/conflicts/harbour-dispute.md": """
    ---
    title: Harbour dispute of 2020
    kind: interstate
    ---
    A dispute between Norland and Sudland.[^1]

    ## Earlier talks
    There were talks.

    [^1]: The port of [[grey-port]].

    ## Facts
    - start: 2020-09-27 [@tide p1]
    - side North: norland [@tide p1]
    - side South: sudland [@tide p1]

    """,
    "Content/events/envoys-meet.md": """
    ---
    title: Envoys meet
    kind: meeting
    conflicts: [harbour-dispute]
    ---
    The envoys met.

    ## Facts
    - when: 2020-10-14 [@tide p1]
    - where: grey-port [@tide p1]
    - participant: norland | role: host [@tide p1]

    ## Statements
    > "a talk about fish" [@tide p2]
    > -- norland {#fish}

    """,
    "Content/places/grey-port.md": """
    ---
    title: Grey Port
    kind: settlement
    ---
    A port.

    """,
    "Content/pages/about.md": """
    ---
    title: About
    reviewed: 2020-10-22
    ---
    Everything here is invented. See [the dispute](../conflicts/harbour-dispute.md).

    """,
  ]

  static let capture = """
    Envoys of two kingdoms meet at the harbour

    The envoys of Norland and Sudland met at the harbour of Grey Port on Wednesday, an official of \
    the harbour office said, and they agreed to meet again before the winter storms begin.

    The official called the meeting "a talk about fish" and said that Norland had again accused \
    Sudland of taking down the buoys; nobody from Sudland would comment on that.

    Neither side said who had asked for the meeting, and the fishermen who had waited outside for \
    most of the day went home without an answer to any of their questions.

    """

  /// The small site with some files changed, added, or (nil) left out.
  static func small(with changes: [String: String?]) -> [String: String] {
    small.merging(changes.mapValues { $0 ?? "" }) { $1 }
      .filter { path, _ in
        if let change = changes[path] { change != nil } else { true }
      }
  }

  /// Three hundred events of one dispute. Versions differ in every fourth page, in which pages there
  /// are, and so in every list.
  static func large(version: Int, pages: Int = 300) -> [String: String] {
    var files = small
    for number in 0..<pages {
      let year = 1990 + number % 30
      let isOnlyHere = number % 50 == 49
      let name = isOnlyHere ? "incident-\(number)-v\(version)" : "incident-\(number)"
      let words = number % 4 == 0 ? "in version \(version) of the record" : "as ever"
      files["Content/events/\(name).md"] = """
        ---
        title: Incident \(number)
        kind: other
        conflicts: [harbour-dispute]
        ---
        Norland protested \(words), and Sudland did not answer [@tide p\(1 + number % 3)].

        ## Facts
        - when: \(year)-0\(1 + number % 9)-1\(number % 9) [@tide p1]
        - participant: norland [@tide p1]

        """
    }
    return files
  }
}

extension TemporaryFolder {
  /// A new folder with a site in `folder`.
  static func holding(_ files: [String: String], in folder: String = "") throws -> TemporaryFolder {
    let new = try TemporaryFolder()
    let prefix = folder.isEmpty ? "" : folder + "/"
    try new.write(Dictionary(uniqueKeysWithValues: files.map { (prefix + $0.key, $0.value) }))
    return new
  }
}
