import Diagnostics
import DossierModel
import EDTF
import Testing

@Suite("Front matter is a page's identity")
struct IdentityTests {
  @Test("everything that front matter may say")
  func whole() throws {
    let others = Loaded.actors("armenia").merging([
      "Content/conflicts/old.md": "---\ntitle: Old\n---\n"
    ]) { $1 }
    let page = try Loaded.page(
      """
      ---
      title: Second war
      summary: Six weeks.
      kind: interstate
      aliases: [44-day war, {name: The war, exclusive: true}]
      names: [{name: Artsakh war, used-by: [armenia]}]
      part-of: old
      conflicts: [old]
      external: {wikidata: Q1, ucdp: "388"}
      reviewed: 2020-12-01
      draft: false
      redirect-from: [/conflicts/autumn.html, old/]
      demonyms: Warlike
      capital: None
      surname: War
      ---
      Prose.
      """, beside: others)
    #expect(page.title == "Second war")
    #expect(page.source(page.titleRange) == "Second war")
    #expect(page.summary == "Six weeks.")
    #expect(page.sort == "interstate")
    #expect(page.aliases.map(\.name) == ["44-day war", "The war"])
    #expect(page.aliases.map(\.isExclusive) == [false, true])
    #expect(page.aliases.map { page.source($0.range) } == ["44-day war", "The war"])
    #expect(page.names.map(\.name) == ["Artsakh war"])
    #expect(page.names.first?.usedBy.first?.page != nil)
    #expect(page.partOf?.page != nil)
    #expect(page.conflicts.map(\.slug) == ["old"])
    #expect(page.external.map(\.scheme) == ["wikidata", "ucdp"])
    #expect(page.external.map(\.identifier) == ["Q1", "388"])
    #expect(page.reviewed == EDTF(reading: "2020-12-01"))
    #expect(page.redirects.map(\.rawValue) == ["conflicts/autumn.html", "old/index.html"])
    #expect(page.demonyms.map(\.name) == ["Warlike"])
    #expect(page.capital == "None")
    #expect(page.surname?.name == "War")
    #expect(page.path.rawValue == "conflicts/war.html")
  }

  @Test("the site's settings")
  func configuration() throws {
    let loaded = try Loaded([
      "dossier.yml": """
      title: Test
      description: A test.
      base-url: https://example.org/wiki
      language: zh-Hant
      licence: CC BY 4.0
      stale-after: 90
      """,
      "Content/index.md": "Words.\n",
    ])
    #expect(
      loaded.model.configuration
        == SiteConfiguration(
          title: "Test", description: "A test.", baseURL: "https://example.org/wiki/",
          language: "zh-Hant", licence: "CC BY 4.0", staleAfter: 90))
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test("a site's own keys are typed by dossier.yml")
  func extra() throws {
    let loaded = try Loaded([
      "dossier.yml":
        "title: T\nextra: {threat: text, size: number, seen: date, active: flag, tags: list}\n",
      "Content/actors/a.md": """
      ---
      title: A
      extra: {tags: [x, y], threat: 5, size: -3.50, seen: 2020-10, active: false}
      ---
      """,
      "Content/actors/b.md": "---\ntitle: B\nextra: {tags: x}\n---\n",
    ])
    #expect(loaded.diagnostics.map(ConsoleFormatter().format) == [])
    let extra = loaded.model.pages[0].extra
    #expect(extra.map(\.key.name) == ["tags", "threat", "size", "seen", "active"])
    #expect(
      extra.map(\.value) == [
        .list(["x", "y"]), .text("5"), .number("-3.50"),
        .date(try #require(EDTF(reading: "2020-10"))), .flag(false),
      ])
    #expect(loaded.model.pages[0].source(extra[2].range) == "-3.50")
    #expect(loaded.model.pages[1].extra.map(\.value) == [.list(["x"])])
    #expect(ExtraKey(name: "threat-level", type: .text).label == "Threat level")
  }

  @Test("folders decide what a page is, however deep; attachments keep their place")
  func folders() throws {
    let loaded = try Loaded([
      "Content/actors/states/russia.md": "---\ntitle: Russia\n---\n",
      "Content/places/baku.md": "---\ntitle: Baku\n---\n",
      "Content/pages/about.md": "---\ntitle: About\n---\n",
      "Content/pages/maps/karabakh.png": "PNG",
      "Content/index.md": "---\ntitle: Home\nsummary: S\nreviewed: 2020-12\n---\nWelcome.\n",
      "Content/review/2020-10-15.md": "- [ ] name [@wire p1] “Tarn”: new actor\n",
      "Content/actors/.draft.md": "x",
    ])
    #expect(loaded.diagnostics.isEmpty)
    #expect(
      loaded.model.pages.map(\.path.rawValue)
        == ["actors/russia.html", "places/baku.html", "pages/about.html"])
    #expect(loaded.model.attachments.map(\.path.rawValue) == ["pages/maps/karabakh.png"])
    #expect(loaded.model.home?.title == "Home")
    #expect(loaded.model.home?.reviewed == EDTF(reading: "2020-12"))
    #expect(
      loaded.inputs == [
        "Content/actors/states/russia.md", "Content/index.md", "Content/pages/about.md",
        "Content/pages/maps/karabakh.png", "Content/places/baku.md", "Content/review/2020-10-15.md",
        "dossier.yml",
      ])
  }

  @Test("a page with mistakes is still there for those that refer to it")
  func mistakes() throws {
    let loaded = try Loaded([
      "Content/conflicts/a.md": "No front matter.\n",
      "Content/conflicts/b.md": "---\ntitle: [x\n---\n",
      "Content/conflicts/C d.md": "---\ntitle: C\n---\n",
      "Content/events/e.md": "---\ntitle: E\nconflicts: [a, b, c-d]\n---\n",
    ])
    #expect(
      loaded.diagnostics.map(\.id.rawValue).sorted()
        == ["bad-slug", "missing-front-matter", "yaml-syntax"])
    #expect(loaded.model.pages.map(\.title) == ["a", "b", "C", "E"])
  }

  @Test("drafts are left out unless asked for")
  func drafts() throws {
    let files = ["Content/actors/a.md": "---\ntitle: A\ndraft: true\n---\n"]
    #expect(try Loaded(files).model.pages.isEmpty)
    #expect(try Loaded(files, includesDrafts: true).model.pages.map(\.title) == ["A"])
  }
}
