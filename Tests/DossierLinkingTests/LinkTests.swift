import Diagnostics
import DossierModel
import Testing

@Suite("Links lead where their writer meant")
struct LinkTests {
  static let others = [
    "Content/conflicts/war.md": """
    ---
    title: The war
    aliases: [44-day war]
    redirect-from: [conflicts/old-war.html]
    ---
    ## How it began
    Words.

    ## Facts
    - note: x

    ## Statements
    > "Words" [@wire]
    > -- lavrov {#words}
    """,
    "Content/actors/lavrov.md": "---\ntitle: Sergey Lavrov\n---\n",
    "Content/actors/people/deep.md":
      "---\ntitle: Deep\n---\n![](map.png) [x](../../pages/a%20b.pdf)\n",
    "Content/actors/people/map.png": "PNG", "Content/pages/a b.pdf": "PDF",
    "Content/index.md": "## Home words\n[w](conflicts/war.md#how-it-began) [me](#home-words)\n",
    "seeds/wire.txt": """
    A long report from the wire

    Officials of many countries said on Monday that everybody would come to the meeting in the \
    summer, and that nobody had asked for it.

    """,
  ]

  private func wikilinks(_ body: String) throws -> [String] {
    let site = try LinkedSite.text(body, [:], beside: Self.others)
    #expect(site.diagnostics.filter { $0.severity == .error } == [])
    return site.index.pages[try site.id("text").index].wikilinks.map { _, link in
      let path =
        switch link.target {
        case .page(let id): site.model[id].path
        case .source(let id): site.model[id].path
        }
      return path.rawValue + (link.fragment.map { "#" + $0 } ?? "")
    }
  }

  @Test(
    "wikilinks by slug, title, other name and key, with headings by words and anchors",
    arguments: [
      ("[[war]]", "conflicts/war.html"), ("[[The war]]", "conflicts/war.html"),
      ("[[the WAR]]", "conflicts/war.html"), ("[[44-day war|it]]", "conflicts/war.html"),
      ("[[wire]]", "sources/wire.html"), ("[[wire#p1]]", "sources/wire.html#p1"),
      ("[[war#How it began]]", "conflicts/war.html#how-it-began"),
      ("[[war#how it began]]", "conflicts/war.html#how-it-began"),
      ("[[war#how-it-began|so]]", "conflicts/war.html#how-it-began"),
      ("[[war#words]]", "conflicts/war.html#words"),
      ("[[war#Facts]]", "conflicts/war.html#part.facts"),
      ("[[war#Statements]]", "conflicts/war.html#part.statements"),
      ("## Here\n\n[[#Here]]", "pages/text.html#here"),
    ])
  func wikilinks(_ body: String, _ target: String) throws {
    #expect(try wikilinks(body) == [target])
  }

  private func destinations(_ body: String, on slug: String = "text") throws -> [String] {
    let site = try LinkedSite.text(body, [:], beside: Self.others)
    #expect(site.diagnostics.filter { $0.severity == .error } == [])
    return site.index.pages[try site.id(slug).index].destinations.map { _, path, fragment in
      path.rawValue + (fragment.map { "#" + $0 } ?? "")
    }
  }

  @Test(
    "ordinary links by file, by address, by an old address, with anchors",
    arguments: [
      ("[x](../conflicts/war.md)", ["conflicts/war.html"]),
      ("[x](../conflicts/war.html)", ["conflicts/war.html"]),
      ("[x](/conflicts/war.md)", ["conflicts/war.html"]),
      ("[x](../conflicts/./../conflicts/war.md#how-it-began)", ["conflicts/war.html#how-it-began"]),
      ("[x](../conflicts/war.md#How%20it%20began)", ["conflicts/war.html#how-it-began"]),
      ("[x](../conflicts/old-war.html)", ["conflicts/war.html"]),
      ("[x](../conflicts/war.html?a=b)", ["conflicts/war.html"]),
      ("[x](../actors/people/deep.md)", ["actors/deep.html"]),
      ("[x](../actors/deep.html)", ["actors/deep.html"]),
      ("[x](a%20b.pdf)", ["pages/a b.pdf"]), ("[x](<a b.pdf>)", ["pages/a b.pdf"]),
      ("[x](../sources/wire.html#p1)", ["sources/wire.html#p1"]),
      ("[x](../index.md)", ["index.html"]), ("[x](../)", ["index.html"]),
      ("[x](..)", ["index.html"]),
      ("[x](../index.html#home-words)", ["index.html#home-words"]),
      ("[x](../actors/)", ["actors/index.html"]), ("[x](../feed.xml)", ["feed.xml"]),
      ("![x](../actors/people/map.png)", ["actors/people/map.png"]),
      ("## Here\n\n[x](#here)", ["pages/text.html#here"]),
      ("[x](https://example.org/a.md) [y](mailto:a@b.org) [z](//example.org/)", []),
    ])
  func destinations(_ body: String, _ targets: [String]) throws {
    #expect(try destinations(body) == targets)
  }

  @Test("a file in a nested folder links to what lies beside it")
  func nested() throws {
    #expect(try destinations("", on: "deep") == ["actors/people/map.png", "pages/a b.pdf"])
  }

  @Test("the home page links from the root")
  func home() throws {
    let site = try LinkedSite.text("", [:], beside: Self.others)
    #expect(
      site.index.home.destinations.map { "\($0.target)#\($0.fragment ?? "")" } == [
        "conflicts/war.html#how-it-began", "index.html#home-words",
      ])
  }

  @Test("who cites a source: prose, facts and statements, in page order, the home page last")
  func citations() throws {
    let site = try LinkedSite.text(
      "One [@wire p1] and [@wire].\n\nAgain [@wire p1 from radio].", [:],
      beside: Self.others.merging(["Content/index.md": "Home [@wire p1].\n"]) { $1 })
    let uses = try #require(site.index.citedBy.first).map { use in
      [
        use.page.map { site.model[$0].slug.rawValue } ?? "home", use.locator?.text ?? "whole",
        use.origin ?? "-",
      ].joined(separator: " ")
    }
    #expect(
      uses == ["war whole -", "text p1 -", "text whole -", "text p1 radio", "home p1 -"])
    #expect(site.index.pages[try site.id("text").index].citations.count == 3)
  }
}
