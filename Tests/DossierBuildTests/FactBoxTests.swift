import DossierBuild
import Testing

/// What the fact box shows of front matter.
struct FactBoxTests {
  @Test
  func `a capital stands there, and identifiers elsewhere, linked where they have an address`()
    throws
  {
    let site = try BuiltSite.clean(
      SampleFiles.with([
        "Content/actors/sudland.md": """
        ---
        title: Sudland
        kind: state
        capital: Low & Wide
        external: {wikidata: Q5, gwno: 12, wikdata: <b>, ucdp-actor: x}
        ---
        Norland.

        """
      ]))
    let page = try site.text("actors/sudland.html")
    #expect(page.contains("<dt>Capital</dt>\n<dd><bdi>Low &amp; Wide</bdi></dd>"), "\(page)")
    let elsewhere = """
      <dd><a href="https://www.wikidata.org/wiki/Q5" rel="external"><bdi>Wikidata Q5</bdi></a>, \
      <bdi>Gleditsch &amp; Ward 12</bdi>, <bdi>wikdata &lt;b&gt;</bdi>, <bdi>UCDP x</bdi></dd>
      """
    #expect(page.contains(elsewhere), "\(page)")
  }
}
