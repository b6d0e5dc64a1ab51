import DossierBuild
import Testing

/// What is quoted in another language than the site's says so (WCAG 2.2, 3.1.2).
struct QuotedLanguageTests {
  static func site(_ language: String, of site: String = "en") throws -> BuiltSite {
    try BuiltSite.clean(
      SampleFiles.with([
        "dossier.yml": "title: Harbour\nlanguage: \(site)\n",
        "seeds/tide.yml":
          "publisher: Tide\npublished: 2020-10-15\nreviewed: 2020-10-21\nlanguage: \(language)\n",
      ]))
  }

  /// The parts of pages in which words of a source stand, as they begin without a language.
  static let parts = [
    ("actors/norland.html", "<blockquote", " dir=\"auto\">The envoys of Norland"),
    ("actors/norland.html", "<blockquote", " dir=\"auto\"><p>“a talk about fish”"),
    ("actors/norland.html", "<p", " dir=\"auto\">The envoys of <mark>Norland"),
    ("sources/tide.html", "<p class=\"body\"", " dir=\"auto\">The envoys of <a"),
    ("sources/tide.html", "<h1><bdi", ">Envoys of two kingdoms"),
    ("actors/norland.html", "<cite><bdi", ">Envoys of two kingdoms"),
  ]

  @Test func `words in the site's language need no word of it`() throws {
    for (language, own) in [("en", "en"), ("en-GB", "en"), ("tr", "tr")] {
      let site = try Self.site(language, of: own)
      for (path, tag, rest) in Self.parts {
        #expect(try site.text(path).contains(tag + rest), "\(path) \(tag)\(rest)")
      }
    }
  }

  @Test func `words in another language name it, and which way it is written`() throws {
    for (language, direction) in [("tr", "auto"), ("he", "rtl"), ("az-Arab", "rtl")] {
      let site = try Self.site(language)
      for (path, tag, rest) in Self.parts {
        let expected =
          tag + " lang=\"\(language)\"" + rest.replacing("\"auto\"", with: "\"\(direction)\"")
        #expect(try site.text(path).contains(expected), "\(path) \(expected)")
      }
    }
  }
}
