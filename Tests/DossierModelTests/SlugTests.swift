import DossierModel
import Testing

@Suite("Names of pages and paths of files keep to what addresses allow")
struct SlugTests {
  @Test(
    "slugs",
    arguments: [
      "russia", "44-day-war", "a_b", "v1.2", "çavuşoğlu", "россия", "アルメニア", "حرب", "a",
      String(repeating: "a", count: 200),
    ])
  func slugs(_ text: String) { #expect(Slug(text)?.rawValue == text) }

  @Test(
    "texts that are no slugs",
    arguments: [
      "", "Russia", "saudi arabia", "-a", "a-", "a--b", "a.-b", "..", ".", "a/b", "a\\b", "a\0",
      "É",
      "a#b", "a|b", "a%b", "\u{301}-", String(repeating: "a", count: 201), "a\n", "a‐b",
    ])
  func noSlugs(_ text: String) { #expect(Slug(text) == nil) }

  @Test(
    "a slug is suggested for a name",
    arguments: [
      ("Saudi Arabia", "saudi-arabia"), ("Su-24 downing (2015)", "su-24-downing-2015"),
      ("Çavuşoğlu", "çavuşoğlu"), ("Azerbaijan's army", "azerbaijans-army"),
      ("  a  –  b  ", "a-b"), ("İstanbul", "i̇stanbul"), ("!?", nil), ("", nil),
    ])
  func suggestions(_ name: String, _ slug: String?) {
    #expect(Slug.suggested(for: name)?.rawValue == slug)
  }

  @Test(
    "a path stays below the site's root",
    arguments: [
      "", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/./b", "a\\b", "a\0b", "a\nb",
      String(repeating: "a", count: 256), String(repeating: "a/", count: 600) + "a",
    ])
  func paths(_ text: String) { #expect(SitePath(text) == nil) }

  @Test(
    "links between pages are relative and percent-encoded",
    arguments: [
      ("actors/russia.html", "actors/turkey.html", "turkey.html"),
      ("actors/russia.html", "events/call.html", "../events/call.html"),
      ("index.html", "events/call.html", "events/call.html"),
      ("events/call.html", "index.html", "../index.html"),
      ("a/b/c.html", "a/d.html", "../d.html"), ("a/c.html", "a/b/c.html", "b/c.html"),
      ("a.html", "a.html", "a.html"), ("a/b.html", "a/çö 100%.html", "%C3%A7%C3%B6%20100%25.html"),
      ("a/b.html", "b/b.html", "../b/b.html"), ("x.html", "a:b.html", "a%3Ab.html"),
    ])
  func links(_ base: String, _ target: String, _ link: String) throws {
    let target = try #require(SitePath(target))
    #expect(target.link(from: try #require(SitePath(base))) == link)
  }

  @Test(
    "a base address is http or https, whole, and ends in a slash",
    arguments: [
      ("https://example.org", "https://example.org/"),
      ("https://example.org/repo", "https://example.org/repo/"),
      ("HTTP://example.org/", "HTTP://example.org/"),
      ("http://127.0.0.1:80/a/", "http://127.0.0.1:80/a/"),
      ("example.org", nil), ("ftp://example.org/", nil), ("https://", nil), ("https:///a", nil),
      ("https://example.org/?q", nil), ("https://example.org/#f", nil),
      ("https://exam ple.org/", nil), ("javascript:alert(1)", nil), ("https://a/\"><b", nil),
    ])
  func baseAddresses(_ text: String, _ address: String?) {
    #expect(BaseURL.normalised(text) == address)
  }
}
