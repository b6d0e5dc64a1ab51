import Diagnostics
import DossierExport
import DossierLinking
import DossierLoading
import DossierModel
import FileTree
import Testing

/// A small site, loaded and linked, as exports see it.
struct ExportedSite {
  let model: SiteModel
  let index: LinkIndex

  init(_ files: [String: String]) throws {
    let loaded = SiteLoader(files: MemoryFileSystem(texts: files)).load()
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    try #require(errors.map(\.summary).isEmpty, "\(errors.map(\.summary))")
    model = try #require(loaded.model)
    index = SiteLinker(model: model).link().index
  }

  /// A port that is shelled, two sides, a statement, three sources of two origins.
  static let port = [
    "dossier.yml": "title: Port\nbase-url: https://port.example/\n",
    "Content/actors/north.md": """
    ---
    title: Northland
    kind: state
    aliases: [The North]
    names: [{name: Upper Land, used-by: [south]}]
    ---
    Northland is a state [@tide p1].

    ## Facts
    - opposes: south | in: harbour-war [@tide p1]
    """,
    "Content/actors/south.md": "---\ntitle: \"=Southland()\"\nkind: state\n---\nA state.\n",
    "Content/actors/envoy.md": """
    ---
    title: Ada Quill
    kind: person
    ---
    An envoy.

    ## Statements
    > "We will not yield" [@tide p2] [@gull p1 from radio]
    > -- envoy {#no-yield}
    """,
    "Content/conflicts/harbour-war.md": """
    ---
    title: Harbour war
    kind: interstate
    ---
    A war.

    ## Facts
    - side North: north [@tide p1]
    - side South: south [@tide p1]
    """,
    "Content/events/shelling.md": """
    ---
    title: Shelling of the port
    kind: shelling-or-air-strike
    conflicts: [harbour-war]
    ---
    Shells, "fell" on the port [@tide p1].

    ## Facts
    - when: 2020-07-12/2020-07-14 [@tide p1]
    - where: old-port [@tide p1]
    - participant: north | role: initiator [@tide p1]
    - killed: 3-4-6 | counted by: south [@tide p1] [@gull p1]
      - 5 | counted by: north [@gull p1]
    """,
    "Content/events/truce.md":
      "---\ntitle: Truce\nkind: ceasefire\n---\nA truce.\n\n## Facts\n- killed: ten [@tide p1]\n",
    "Content/places/old-port.md": """
    ---
    title: Old Port
    kind: settlement
    ---
    A port.

    ## Facts
    - coordinates: 40.18, -44.5 [@tide p1]
    """,
    "Content/places/south-land.md": """
    ---
    title: South
    kind: country
    ---
    A country.

    ## Facts
    - coordinates: 39, 44 [@tide p1]
    """,
    "seeds/tide.txt": """
    Shells fall on port

    Three to six people died when shells fell on the Old Port, officials said on Sunday.

    “We will not yield,” the envoy said, and left the harbour without a further word.
    """,
    "seeds/tide.yml":
      "title: Shells fall on port\npublisher: Tide\npublished: 2020-07-13\nreviewed: 2020-08-01\n",
    "seeds/gull.txt":
      "Envoy speaks\n\n“We will not yield,” said the envoy on the radio about the shells of Sunday.\n",
    "seeds/gull.yml": "title: Envoy speaks\norigin: tide\nreviewed: 2020-08-01\n",
  ]
}
