import DossierBuild
import Foundation
import Testing

/// The examples of Documentation/Templates.md, built.
struct ThemeManualTests {
  private static let manual = GoldenSiteTests.fixtures.deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Documentation/Templates.md")

  /// The fenced blocks of a language, in order.
  private static func blocks(_ language: String) throws -> [String] {
    let text = try String(contentsOf: manual, encoding: .utf8)
    return text.split(separator: "\n```", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
      .filter { $0.hasPrefix(language + "\n") }.map { $0.dropFirst(language.count + 1) + "\n" }
  }

  @Test func `a site overrides a partial and a page's template as the manual shows`() throws {
    let examples = try Self.blocks("jinja")
    try #require(examples.count == 2)
    let plain = try BuiltSite.clean(SampleFiles.site)
    let site = try BuiltSite.clean(
      SampleFiles.with([
        "Templates/partials/date.html": examples[0], "Templates/event.html": examples[1],
      ]))
    #expect(site.report == "")
    #expect(site.paths == plain.paths)
    #expect(
      try site.text("events/meeting.html").contains(
        "<ul class=\"see-also\">\n<li><a href=\"../conflicts/dispute.html\">Dispute of 2020</a></li>\n</ul>"
      ))
    #expect(
      Set(site.paths(holding: "<time class=\"when\"")).isSuperset(
        of: ["events/meeting.html", "index.html", "sources/tide.html"]))
    #expect(plain.paths(holding: "<time class=\"when\"") == [])
    #expect(site.paths(holding: "<ul class=\"see-also\"").allSatisfy { $0.hasPrefix("events/") })
  }

  @Test func `a mistake in the overriding file is found at the place that the manual shows`() throws
  {
    let example = try #require(try Self.blocks("jinja").last)
    let expected = try #require(try Self.blocks("").first)
    let site = BuiltSite(
      SampleFiles.with(["Templates/event.html": example.replacing("link.title", with: "link.titel")]
      ))
    #expect(site.result.artifactCount == nil)
    #expect(site.artifacts.isEmpty)
    #expect(site.report == expected)
  }
}
