import Diagnostics
import DossierBuild
import DossierModel
import Testing

/// A site may put any single file of the theme in the place of the built-in one.
struct ThemeTests {
  @Test func `one template overrides one template`() throws {
    let plain = try BuiltSite.clean(SampleFiles.site)
    let site = try BuiltSite.clean(
      SampleFiles.with(["Templates/actor.html": "<p>{{ page.title }}, by hand</p>\n"]))
    #expect(try site.text("actors/norland.html") == "<p>Norland, by hand</p>")
    #expect(site.paths == plain.paths)
    for path in ["events/meeting.html", "index.html", "assets/style.css"] {
      #expect(site.artifact(path)?.bytes == plain.artifact(path)?.bytes, "\(path)")
    }
  }

  @Test func `what the site's own templates no longer need of the built-in theme is no finding`()
    throws
  {
    let site = try BuiltSite.clean(
      SampleFiles.with(["Templates/index.html": "<p>{{ page.title }}</p>"]))
    #expect(site.report == "")
  }

  @Test func `a partial is overridden wherever it is included`() throws {
    let site = try BuiltSite.clean(
      SampleFiles.with(["Templates/partials/notes.html": "<p>No notes.</p>"]))
    for path in ["actors/norland.html", "conflicts/dispute.html", "index.html"] {
      #expect(try site.text(path).contains("<p>No notes.</p>"), "\(path)")
    }
  }

  @Test func `assets are overridden and added, and other files are named`() throws {
    let site = try BuiltSite.clean(
      SampleFiles.with([
        "Templates/assets/style.css": "body{}", "Templates/assets/fonts/a.woff2": "font",
        "Templates/README.md": "About",
      ]))
    #expect(try site.text("assets/style.css") == "body{}")
    #expect(try site.text("assets/fonts/a.woff2") == "font")
    #expect(site.report.contains("Templates/README.md: warning: "), "\(site.report)")
  }

  @Test(
    "a mistake in a template is an error at its place, and nothing is built",
    arguments: [
      (
        "actor.html",
        "{% extends \"layout.html\" %}\n{% block main %}{{ page.titel }}{% endblock %}",
        "Templates/actor.html:2:25: error: ", "did you mean “title”?"
      ),
      (
        "partials/date.html", "{{ date.txet }}", "Templates/partials/date.html:1:9: error: ",
        "did you mean “text”?"
      ),
      (
        "event.html", "\n\n{% if page.title %}", "Templates/event.html:3:", "[template-syntax]"
      ),
      (
        "home.html", "{% include \"partials/card.html\" %}", "Templates/home.html:1:12: error: ",
        "did you mean “partials/cards.html”"
      ),
      ("index.html", "{{ count | uper }}", "Templates/index.html:1:12: error: ", "did you mean"),
    ])
  func mistakes(name: String, text: String, place: String, help: String) {
    let site = BuiltSite(SampleFiles.with(["Templates/\(name)": text]))
    #expect(site.result.artifactCount == nil)
    #expect(site.artifacts.isEmpty)
    #expect(site.report.contains(place), "\(site.report)")
    #expect(site.report.contains(help), "\(site.report)")
  }

  @Test func `a template that no page uses is a warning`() throws {
    let site = try BuiltSite.clean(SampleFiles.with(["Templates/spare.html": "x"]))
    #expect(site.result.severity == .warning)
    #expect(site.report.contains("Templates/spare.html"), "\(site.report)")
  }
}
