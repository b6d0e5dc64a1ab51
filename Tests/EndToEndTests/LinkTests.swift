import Foundation
import Testing

/// Every link of an emitted site leads to a file of it, every fragment to an anchor.
struct LinkTests {
  @Test(arguments: ["", "https://example.org/", "https://example.org/a%20b/c/"])
  func `every link of a small site holds`(baseURL: String) throws {
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: ["dossier.yml": "title: Harbour\n"]))
    let arguments = baseURL.isEmpty ? [] : ["--base-url", baseURL]
    #expect(try Dossier.run(["build"] + arguments, in: folder) == .silentSuccess)
    let path = baseURL.hasSuffix("c/") ? "/a b/c/" : "/"
    let links = SiteLinks(try folder.site(), basePath: path)
    #expect(links.problems == [])
    #expect(links.count > 150)
    #expect(links.fragments > 20)
  }

  @Test func `every link of a site with long lists holds`() throws {
    let folder = try TemporaryFolder.holding(Self.wide)
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 0, "\(run)")
    let tree = try folder.site()
    // The lists that are split are there: by letter, by year, by mentions.
    for path in [
      "a-z/a.html", "a-z/other.html", "a-z/u3a9.html", "events/by-year/2001.html",
      "events/by-year/undated.html", "actors/by-letter/c.html", "mentions/norland.html",
      "mentions/norland/2001.html", "mentions/norland/undated.html", "mentions/sudland.html",
      "sources/tide.html", "pages/chart.png", "actors/old-norland.html", "old/norland/index.html",
    ] {
      #expect(tree[path] != nil, "\(path)")
    }
    let links = SiteLinks(tree, basePath: "/harbour/")
    #expect(links.problems.prefix(20) == [])
    #expect(links.count > 20_000)
  }

  @Test(
    "the id of a statement is one place, or an error",
    arguments: [
      "part.facts", "part.notes", "part.main", "note.1", "ref.1.1", "fn-1", "fnref-1",
      "statement-3",
      "facts", "earlier-talks", "fish",
    ])
  func statementIDs(id: String) throws {
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: ["Content/events/fair.md": Self.fair(id: id)]))
    let run = try Dossier.run(["build"], in: folder)
    let isRefused = run.code == 1 && run.error.contains("[duplicate-id]")
    let problems = isRefused ? [] : SiteLinks(try folder.site(), basePath: "/harbour/").problems
    #expect(problems == [])
  }

  @Test func `a statement without an id keeps clear of headings`() throws {
    let page = Self.fair(id: "fair").replacingOccurrences(of: "Earlier talks", with: "Statement 1")
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: ["Content/events/fair.md": page]))
    #expect(try Dossier.run(["build"], in: folder) == .silentSuccess)
    let problems = SiteLinks(try folder.site(), basePath: "/harbour/").problems
    #expect(problems == [])
  }

  /// An event with every kind of anchor, and a statement called `id` between two without names.
  static func fair(id: String) -> String {
    """
    ---
    title: Fair
    kind: other
    ---
    ## Earlier talks
    Words [@tide p1].[^1]

    [^1]: A note.

    ## Facts
    - when: 2020-10-01 [@tide p1]

    ## Statements
    > "a talk about fish" [@tide p2]
    > -- norland

    > "about fish" [@tide p2]
    > -- norland {#\(id)}

    > "fish" [@tide p2]
    > -- sudland

    """
  }

  /// Over 500 actors, over 500 events that all name one actor, and whatever else has links.
  static var wide: [String: String] {
    var files = SampleSite.large(version: 1, pages: 0)
    // Dates of every shape, whose order and year are not plain.
    let dates = [
      "unknown", "2019/2021", "../2019", "2020-05/..", "2020?", "201X", "2020-XX", "2020-05~",
      "1999/..", "/2020", "2018-05", "../2021", "2001-21", "2020/", "2017",
    ]
    for number in 0..<520 {
      let when =
        number % 26 == 0
        ? "unknown"
        : number < dates.count ? dates[number] : "\(1995 + number % 20)-05-1\(number % 10)"
      let other = number < 60 ? " Sudland answered." : ""
      files["Content/events/incident-\(number).md"] = """
        ---
        title: Incident \(number)
        kind: other
        conflicts: [harbour-dispute]
        ---
        Norland protested.\(other)

        ## Facts
        - when: \(when) [@tide p1]

        """
      let name = ["Captain", "Çelebi", "Ωmega", "Ärger", "1812", "Ðorđe", "李"][number % 7]
      files["Content/actors/person-\(number).md"] = """
        ---
        title: \(name) \(number)
        kind: person
        ---
        A member of the crew of incident \(number).

        """
    }
    files["Content/actors/norland.md"] = SampleSite.small["Content/actors/norland.md"]?
      .replacingOccurrences(
        of: "[actors/old-norland.html]",
        with: "[actors/old-norland.html, /old/norland/, 'o w.html']")
    files["Content/pages/chart.png"] = "not really a picture"
    files["Content/pages/all-markup.md"] = allMarkup
    return files
  }

  static let allMarkup = """
    ---
    title: All of Markdown
    ---
    # Notes
    [[norland]] and [[Sudland|the south]], [[harbour-dispute#Earlier talks]], [[tide]] and \
    [[envoys-meet#fish]]. A note.[^n] The same.[^n] Another.[^m] [@tide p1] [@tide p1-2] [@tide]

    ## Notes
    ### Notes
    ## Größe & «Maß»
    ## 100 %
    ## `code` *and* [link](#notes)
    ## Part.main
    ## ref.1.1
    ## note.1
    ## Statement 1
    ##

    ![A chart](chart.png) [the chart](./chart.png) [up](../index.html) [actors](../actors/) \
    [md](../actors/norland.md#background) [here](#notes) [paragraph](../sources/tide.html#p2) \
    [old](../actors/old-norland.html) [out](https://example.net/?a=b&c=d#e) <mailto:a@example.net> \
    ![remote](https://example.net/x.png)

    > [!note]
    > A callout with Norland.

    | a | b |
    |---|---|
    | [[norland]] | [^n] |

    [^n]: The note, with [[sudland]] [@tide p3].
    [^m]: Another.

    """
}
