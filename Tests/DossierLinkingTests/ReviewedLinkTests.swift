import Diagnostics
import DossierLinking
import DossierModel
import EDTF
import Testing

/// A site with one capture that leaves things open, and what review files make of them.
@Suite("A decision settles a name, a speaker, a date and a statement in its capture")
struct ReviewedLinkTests {
  static let files = [
    "seeds/wire.txt": """
    The talks in the harbour go on

    May 3, 2020

    Lena Moravec, the minister, met Anton Belkar in Varland on March 1, 2019, and left with Duro early.

    In June of that year Varland signed. Ivan Duro met Olga Duro there, and Warsaw agreed to it all.

    "We have never agreed to it, and we never will," Moravec said after the long meeting at night.

    "Nobody will make us sign this paper in the end, whatever it may cost us all."

    """,
    "seeds/other.txt": """
    No paper was signed in Varland

    May 4, 2020

    Lena Moravec said: "We had never agreed to that paper, and will not sign it for anybody."

    """,
    "Content/actors/varland.md": "---\ntitle: Varland\nkind: state\n---\n",
    "Content/actors/poland.md": "---\ntitle: Poland\nkind: state\n---\n",
    "Content/actors/moravec.md":
      "---\ntitle: Lena Moravec\nkind: person\nsurname: Moravec\n---\n",
    "Content/actors/belkar.md": "---\ntitle: Anton Belkar\nkind: person\nsurname: Belkar\n---\n",
    "Content/actors/ivan.md": "---\ntitle: Ivan Duro\nkind: person\nsurname: Duro\n---\n",
    "Content/actors/olga.md": "---\ntitle: Olga Duro\nkind: person\nsurname: Duro\n---\n",
  ]

  private func site(_ lines: String = "") throws -> LinkedSite {
    let site = try LinkedSite(
      Self.files.merging(["Content/review/2020-05-05.md": lines]) { $1 })
    #expect(site.diagnostics.filter { $0.id.rawValue.contains("review") } == [])
    return site
  }

  private func mentions(_ site: LinkedSite, _ paragraph: Int) throws -> [String] {
    let id = try #require(site.model.source(key: "wire"))
    return site.shown(
      site.index.sources[id.index].paragraphs[paragraph],
      in: Array(site.model[id].article.paragraphs[paragraph].text.utf8))
  }

  private func proposals(_ site: LinkedSite) -> [String] {
    ReviewFinder(model: site.model, index: site.index).groups(Suggestions(), repeated: [])
      .flatMap(\.proposals).map { $0.text.split(separator: "\n").first.map(String.init) ?? "" }
  }

  @Test func `what is open is asked, and nothing that is decided`() throws {
    let open = try site()
    let asked = proposals(open).filter { !$0.contains("title") && !$0.contains("publish") }
    #expect(
      asked == [
        "- [ ] meaning [@wire p2] “Warsaw”: [[poland]]",
        "- [ ] speaker [@wire p4] “Nobody will make us sign this paper in”: [[moravec]]",
        "- [ ] date [@wire p2] “June of that year”: 2019-06",
      ])
    let lines = asked.enumerated().map { index, line in
      line.replacing("[ ]", with: index % 2 == 0 ? "[x]" : "[-]")
    }
    #expect(
      proposals(try site(lines.joined(separator: "\n"))).filter {
        !$0.contains("title") && !$0.contains("publish")
      } == [])
  }

  @Test func `a name means what a line says, in that capture`() throws {
    #expect(try mentions(site(), 0).contains("Duro → olga*") == false)
    let accepted = try site("- [x] meaning [@wire p1] “Duro”: [[olga]]\n")
    #expect(try mentions(accepted, 0).contains("Duro → olga*"))
    let id = try #require(accepted.model.source(key: "wire"))
    let rules = accepted.index.sources[id.index].paragraphs[0].map(\.rule)
    #expect(rules.contains(.reviewed))
  }

  @Test func `a refused link is not made, and explain says who decided`() throws {
    #expect(try mentions(site(), 1).contains("Warsaw → poland*"))
    let refused = try site("- [-] meaning [@wire p2] “Warsaw”: [[poland]]\n")
    #expect(try mentions(refused, 1).contains { $0.hasPrefix("Warsaw") } == false)
    let id = try #require(refused.model.source(key: "wire"))
    let found = LinkExplainer(model: refused.model).explain(id).first { $0.words == "Warsaw" }
    #expect(found?.abstention == .refused)
    #expect(found?.text.contains("decided at Content/review/2020-05-05.md:1") == true)
  }

  @Test func `an accepted speaker is public with the line as reason, an edited one replaces`()
    throws
  {
    func acts(_ site: LinkedSite, _ slug: String) throws -> [String?] {
      site.index.speech.acts(by: try site.id(slug)).flatMap { act in
        site.index.speech.acts[act].renderings.map(\.rule)
      }
    }
    let line = "- [x] speaker [@wire p4] “Nobody will make us sign this paper in”: "
    #expect(try acts(site(), "belkar") == [])
    let before = try acts(site(), "moravec")
    #expect(!before.contains("Content/review/2020-05-05.md:1"))
    #expect(
      try acts(site(line + "[[moravec]]\n"), "moravec").contains("Content/review/2020-05-05.md:1"))
    #expect(try acts(site(line + "[[belkar]]\n"), "belkar") == ["Content/review/2020-05-05.md:1"])
  }

  @Test func `an accepted date is public, corrected where the line corrects it`() throws {
    func dates(_ site: LinkedSite) throws -> [String] {
      let id = try #require(site.model.source(key: "wire"))
      return site.index.sources[id.index].dates.filter(\.isPublic).map {
        "\($0.date.text) \($0.acceptedBy ?? "-")"
      }
    }
    #expect(try dates(site()) == ["2019-03-01 -"])
    let line = "[@wire p2] “June of that year”: "
    #expect(
      try dates(site("- [x] date \(line)2019-06\n"))
        == ["2019-03-01 -", "2019-06 Content/review/2020-05-05.md:1"])
    #expect(
      try dates(site("- [x] date \(line)2018-06\n"))
        == ["2019-03-01 -", "2018-06 Content/review/2020-05-05.md:1"])
    #expect(try dates(site("- [-] date \(line)2019-06\n")) == ["2019-03-01 -"])
  }

  @Test func `two quotations are one statement or two, as a line says`() throws {
    func counts(_ site: LinkedSite) throws -> [Int] {
      site.index.speech.acts(by: try site.id("moravec")).map {
        site.index.speech.acts[$0].sources.count
      }
    }
    let pair =
      "same [@wire p3] “We have never agreed to it, and we” [@other p1] “We had never agreed to that paper, and”"
    #expect(try counts(site()) == [1, 1])
    #expect(try counts(site("- [x] \(pair)\n")) == [2])
    #expect(try counts(site("- [-] \(pair)\n")) == [1, 1])
  }
}
