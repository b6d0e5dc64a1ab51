import Diagnostics
import DossierLinking
import DossierModel
import Testing

@Suite("Every name can say why it is a link, or why not")
struct LinkExplainerTests {
  private func explained(_ site: LinkedSite, on slug: String = "text") throws -> [String] {
    LinkExplainer(model: site.model).explain(try site.id(slug)).map { found in
      let names = found.candidates.map(\.id).joined(separator: " ")
      return "\(found.place.line):\(found.place.column) \(found.words): \(found.outcome) "
        + "\(found.rule?.id ?? found.abstention?.id ?? "-") \(names)"
    }
  }

  @Test("what became of each name in a page")
  func page() throws {
    let body = """
      Russia, Russian and `Russia`.

      ## On the CSTO

      Lavrov met Poland in [[us|the capital]]. In Moscow.
      """
    let actors = LinkedSite.actors.merging(["bear": "title: The Bear\naliases: [Federation]"]) {
      $1
    }
    let found = try explained(LinkedSite.text(body + " The Federation.", actors))
    #expect(
      found == [
        "4:1 Russia: linked name russia", "4:9 Russian: repeated demonym russia",
        "4:22 Russia: in-link name russia", "6:11 CSTO: in-heading acronym csto",
        "8:1 Lavrov: left-alone unknown-surname lavrov", "8:12 Poland: no-page state-name poland",
        "8:27 the capital: wikilink wikilink us",
        "8:45 Moscow: left-alone literal-capital russia",
        "8:57 Federation: left-alone ambiguous-name bear federation",
      ])
  }

  @Test("what became of each name in a capture, by paragraph")
  func capture() throws {
    let site = try LinkedSite([
      "Content/actors/lavrov.md": "---\ntitle: Sergey Lavrov\nsurname: Lavrov\n---\n",
      "seeds/wire.txt": """
      A long report from the wire

      Officials said on Monday that Lavrov would travel to the meeting, and that Sergey Lavrov had asked \
      for it in the summer.

      On Tuesday Lavrov travelled to the meeting, and the other side said that it had not asked for \
      anything before the autumn.

      """,
    ])
    let source = try #require(site.model.source(key: "wire"))
    let found = LinkExplainer(model: site.model).explain(source)
    #expect(
      found.map { "\($0.locator ?? "-") \($0.words): \($0.outcome)" } == [
        "p1 Lavrov: left-alone", "p1 Sergey Lavrov: linked", "p2 Lavrov: linked",
      ])
    #expect(
      found.map(\.text) == [
        """
        seeds/wire.txt:3:1 (p1): “Lavrov” is left alone: The text did not name the person before, \
        nor a title does. [unknown-surname]
            claimed by lavrov
            lavrov declares it at Content/actors/lavrov.md:3:10
        """,
        """
        seeds/wire.txt:3:1 (p1): “Sergey Lavrov” → lavrov, linked [name]
            A title, alias or other declared name; the longest from the left wins.
            lavrov declares it at Content/actors/lavrov.md:2:8
        """,
        """
        seeds/wire.txt:5:1 (p2): “Lavrov” → lavrov, linked [surname-after-name]
            A surname alone, once the text has named the person.
            lavrov declares it at Content/actors/lavrov.md:3:10
        """,
      ])
  }

  @Test("a name in a hard-wrapped paragraph is asked for by any of its lines")
  func lines() throws {
    let site = try LinkedSite([
      "Content/actors/norland.md": "---\ntitle: Norland\n---\n",
      "seeds/wire.txt": """
      Envoys of two kingdoms meet at the harbour

      The envoys of two kingdoms and of the old port met at the harbour of Grey Port on
      Wednesday, an official of the harbour office said, and Norland agreed that they would
      meet again before the storms begin.

      The official called the meeting a talk about fish and said that nobody had accused
      anybody of taking down the buoys; nobody from the south would comment on any of that.

      """,
    ])
    let source = try #require(site.model.source(key: "wire"))
    let found = LinkExplainer(model: site.model).explain(source)
    #expect(found.map(\.words) == ["Norland"])
    #expect(found.map(\.lines) == [3...5])
  }
}
