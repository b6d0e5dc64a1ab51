import DossierBuild
import DossierModel
import FileTree
import Foundation
import Testing

/// What the theme shows of `Fixtures/Sites/ferry`, whose pages use the whole syntax of facts.
struct DisputeTests {
  private static let site = Result { () throws -> [String: String] in
    let collector = ArtifactCollector()
    let files = DiskFileSystem(
      root: GoldenSiteTests.fixtures.appending(path: "Sites/ferry").path)
    let result = SiteBuilder(files: files).build(into: collector)
    try #require(result.diagnostics.isEmpty)
    return Dictionary(
      uniqueKeysWithValues: collector.artifacts.map {
        ($0.path.rawValue, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  private static func page(_ path: String) throws -> String {
    try #require(try site.get()[path], "there is no \(path)")
  }

  @Test func `accounts of a disputed point stand side by side, each under who gives it`() throws {
    let page = try Self.page("conflicts/ferry-war.html")
    #expect(page.contains("<h2 id=\"part.accounts\">Disputed points</h2>"))
    #expect(page.contains("<li><a href=\"#part.accounts\">Disputed points</a></li>"))
    #expect(page.contains("<caption>Fired first</caption>"))
    let heads = """
      <th scope="col">According to <a href="../actors/estmark.html">Estmark</a></th>
      <th scope="col">According to <a href="../actors/westmark.html">Westmark</a></th>
      """
    #expect(page.contains(heads), "\(page)")
    #expect(page.contains("<td dir=\"auto\"><a href=\"../actors/westmark.html\">Westmark</a><sup"))
    let talks = try Self.page("events/petrel-talks.html")
    #expect(talks.contains("<td dir=\"auto\"><span class=\"unknown\">unknown</span><sup"))
    // A place has the accounts in its fact box alone.
    let place = try Self.page("places/salt-isle.html")
    #expect(!place.contains("part.accounts"))
    #expect(place.contains("Controlled by <span class=\"label alert\">Disputed</span>"))
  }

  @Test func `what rests on more than one source says how many origins these have`() throws {
    let talks = try Self.page("events/petrel-talks.html")
    let estmark = try Self.page("actors/estmark.html")
    #expect(estmark.contains("<span class=\"origins\">2 sources, 1 origin</span>"))
    #expect(talks.contains("<span class=\"origins\">2 sources, 2 origins</span>"))
    #expect(!talks.contains("1 sources"))
  }

  @Test func `a correction is shown with its fact, and tolls as ranges`() throws {
    let page = try Self.page("conflicts/ferry-war.html")
    let correction = """
      <span class="correction"><span class="label">Corrected</span> \
      <time datetime="2020-11-20">20 November 2020</time>: was “<bdi>11 November 2020</bdi>”, \
      <bdi>counted from the day of the print</bdi><sup
      """
    #expect(page.contains(correction), "\(page)")
    #expect(page.contains(">260 (240 to 310)<sup"), "\(page)")
  }

  @Test func `no id stands on a page twice`() throws {
    for (path, page) in try Self.site.get() where path.hasSuffix(".html") {
      let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }
}
