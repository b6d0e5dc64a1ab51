import Foundation
import Testing

/// Whatever captures and Markdown hold, the emitted pages hold it as text.
struct HostileContentTests {
  /// Markup that would run, break out of an attribute, or end an element, if it came through.
  static let attack =
    "<script>alert(1)</script>\"'><img src=x onerror=alert(2)><svg/onload=alert(3)>"
    + "</title></style></textarea><!--<a href=javascript:alert(4)>&lt;b&#62; ]]>"

  @Test func `no field of a page can inject anything`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small(with: Self.pages))
    try expectHarmless(folder, showing: ["actors/norland.html", "events/envoys-meet.html"])
  }

  @Test func `no field of a sidecar and no word of a capture can inject anything`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small(with: Self.sources))
    try expectHarmless(
      folder, showing: ["sources/tide.html", "sources/whole.html", "sources/raw.html"])
  }

  @Test func `the site's own settings are text`() throws {
    let settings = """
      title: \(Self.yaml("Title"))
      description: \(Self.yaml("Description"))
      licence: \(Self.yaml("Licence"))
      base-url: https://example.org/

      """
    let folder = try TemporaryFolder.holding(SampleSite.small(with: ["dossier.yml": settings]))
    try expectHarmless(folder, showing: ["index.html", "404.html"])
    for file in ["feed.atom", "sitemap.xml"] {
      #expect(!(try folder.text("site/\(file)")).contains("<script"), "\(file)")
    }
  }

  @Test func `file names are text`() throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    try folder.write("picture", to: "Content/pages/\"><img onerror=x>&'.png")
    try folder.write(
      "---\ntitle: Names\n---\n![p](<\"%3E%3Cimg onerror=x%3E&'.png>)\n",
      to: "Content/pages/names.md")
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 0, "\(run)")
    try expectHarmless(folder, showing: [])
    #expect(SiteLinks(try folder.site(), basePath: "/harbour/").problems == [])
    for name in ["<b>.md", "\"x\".md", "a&b.md"] {
      try folder.write("---\ntitle: X\n---\nx\n", to: "Content/pages/\(name)")
      #expect(try Dossier.run(["build"], in: folder).code == 1, "\(name)")
      try folder.remove("Content/pages/\(name)")
    }
  }

  @Test(
    "an address that would run is no link",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\\tscript:alert(1)", "data:text/html,x",
      "vbscript:x", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
      "%6aavascript:alert(1)", "\\u0001javascript:alert(1)",
    ])
  func addresses(address: String) throws {
    let real = address.replacingOccurrences(of: "\\t", with: "\t")
      .replacingOccurrences(of: "\\u0001", with: "\u{1}")
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: [
        "Content/pages/trap.md": """
        ---
        title: Trap
        ---
        [a](<\(real)>) [b][ref] <\(real)> ![c](<\(real)>) [[norland|<a href="\(real)">d</a>]]

        [ref]: <\(real)> "title"

        """
      ]))
    let run = try Dossier.run(["build"], in: folder)
    // To refuse is as good as to defuse; to pass it through is neither.
    #expect(run.code == 0 || run.code == 1, "\(run)")
    if run.code == 0 { try expectHarmless(folder, showing: ["pages/trap.html"], built: true) }
  }

  /// Builds and looks at every tag of every page.
  func expectHarmless(
    _ folder: TemporaryFolder, showing pages: [String], built: Bool = false
  ) throws {
    if !built {
      let run = try Dossier.run(["build"], in: folder)
      #expect(run.code == 0, "\(run)")
    }
    let tree = try folder.site()
    for page in pages { #expect(tree[page] != nil, "\(page)") }
    let allowed = Set(["https", "http", "mailto"])
    for (path, bytes) in tree where path.hasSuffix(".html") {
      for tag in HTMLScanner(String(decoding: bytes, as: UTF8.self)).tags {
        // The theme's own script, and none besides.
        if tag.name == "script", tag["src"]?.hasSuffix("assets/preview.js") == true,
          tag["src"]?.allSatisfy({ $0.isLetter || $0 == "." || $0 == "/" }) == true
        {
          continue
        }
        #expect(
          Self.isTheme(tag, in: path)
            || !["script", "iframe", "object", "embed", "svg", "style", "base", "form"]
              .contains(tag.name),
          "<\(tag.name)> in \(path)")
        for (name, value) in tag.attributes {
          #expect(!name.hasPrefix("on"), "\(name) in \(path)")
          #expect(name.allSatisfy { $0.isLetter || $0 == "-" }, "\(name) in \(path)")
          guard ["href", "src", "action", "content"].contains(name) else { continue }
          let address = value.filter { $0 > " " }.lowercased()
          #expect(!address.hasPrefix("javascript:"), "\(value) in \(path)")
          if name != "content", SiteLinks.isAbsolute(address), !address.hasPrefix("//") {
            #expect(allowed.contains(String(address.prefix { $0 != ":" })), "\(value) in \(path)")
          }
        }
      }
    }
  }

  /// Whether a tag is the theme's own: the form that leads to the search, and on its page the script.
  private static func isTheme(_ tag: HTMLScanner.Tag, in path: String) -> Bool {
    switch tag.name {
    case "form":
      ["find", "search"].contains(tag["class"])
        && (tag["action"] ?? "").allSatisfy { $0.isLetter || "./".contains($0) }
    case "script": path == "search.html" && tag["src"] == "assets/search.js"
    default: false
    }
  }

  static func yaml(_ field: String) -> String {
    "\"" + (field + attack).replacingOccurrences(of: "\"", with: "\\\"") + "\""
  }

  static var pages: [String: String?] {
    [
      "Content/index.md":
        "---\ntitle: \(yaml("Home"))\nsummary: \(yaml("Summary"))\n---\n\(attack)\n",
      "Content/actors/norland.md": """
      ---
      title: \(yaml("Norland"))
      summary: \(yaml("Summary"))
      kind: state
      aliases: [\(yaml("Alias")), {name: \(yaml("Exclusive")), exclusive: true}]
      names: [{name: \(yaml("Name")), used-by: [sudland]}]
      demonyms: [\(yaml("Demonym"))]
      surname: \(yaml("Surname"))
      capital: \(yaml("Capital"))
      external: {wikidata: \(yaml("Q1")), \(yaml("scheme")): \(yaml("identifier"))}
      ---
      # \(attack)
      Norland \(attack) `\(attack)`
      [x](norland.md "\(attack.replacingOccurrences(of: "\"", with: "\\\""))") [\(attack)](#x)

      ![\(attack)](x.png "t")

      <script>alert(5)</script>

      <div onclick="alert(6)">block</div>

      ```\(attack.replacingOccurrences(of: "`", with: ""))
      \(attack)
      ```

      | \(attack) |
      |---|
      | \(attack) |

      > [!note] \(attack)
      > \(attack)

      A note.[^1]

      [^1]: \(attack)

      ## Facts
      - office: \(attack) | of: \(attack) | note: \(attack) [@tide p1]

      """.replacingOccurrences(of: "[\(attack)](#x)", with: "").replacingOccurrences(
        of: "![\(attack)](x.png \"t\")", with: ""),
      "Content/events/envoys-meet.md": """
      ---
      title: \(yaml("Envoys"))
      kind: meeting
      ---
      \(yaml("Norland"))

      ## Facts
      - when: 2020-10-14 | note: \(attack) [@tide p1]
      - where: \(attack) [@tide p1]
      - outcome: \(attack)
      - killed: disputed
        - some \(attack) | counted by: \(attack)
        - two

      ## Statements
      > "\(attack)"
      > -- norland {#fish}

      """,
    ]
  }

  static var sources: [String: String?] {
    let sidecar = """
      title: \(yaml("Title"))
      publisher: \(yaml("Publisher"))
      author: \(yaml("Author"))
      note: \(yaml("Note"))
      published: 2020-10-15

      """
    // An attack a paragraph: a line that is nothing but markup is no paragraph to the importer.
    let parts = ["<script>alert(1)</script>\"'>", "<img src=x onerror=alert(2)>", "</p><!--"]
    let capture = """
      Norland \(parts[0]) and the harbour

      The envoys of Norland met. Then \(parts[0]) they met on Wednesday, an official of the harbour \
      said, and they agreed to meet again before the winter storms begin.

      Sudland \(parts[1]) was there as well, said the official, "a talk about fish" it was called by \
      everybody who had been there on that day.

      Nobody answered the questions of the fishermen who waited, \(parts[2]) and who went home when \
      it was dark, as they had done on all the days before.

      """
    return [
      "seeds/tide.txt": capture, "seeds/tide.yml": "cite-as: tide\n" + sidecar,
      "seeds/whole.txt": capture, "seeds/whole.yml": "rights: full\n" + sidecar,
      "seeds/raw.txt": capture,
      "Content/index.md": "Words [@tide p1] [@whole p2] [@raw p1].\n",
      "Content/events/envoys-meet.md": nil,
      "Content/actors/norland.md": "---\ntitle: Norland\nkind: state\n---\nNorland [@tide p2].\n",
      "Content/conflicts/harbour-dispute.md": "---\ntitle: Harbour dispute\n---\nIt [@tide p1].\n",
      "Content/pages/about.md": nil,
    ]
  }
}
