import Testing

@testable import DossierPreview

@Suite("A base path")
struct BasePathTests {
  @Test(
    "is brought into one shape",
    arguments: [
      ("", "/", "/"), ("/", "/", "/"), ("repo", "/repo/", "/repo/"), ("/repo", "/repo/", "/repo/"),
      ("/a//b/", "/a/b/", "/a/b/"), ("/d%C3%A9p%C3%B4t/", "/dépôt/", "/d%C3%A9p%C3%B4t/"),
      ("/dépôt", "/dépôt/", "/d%C3%A9p%C3%B4t/"),
    ])
  func shape(_ given: String, _ decoded: String, _ encoded: String) throws {
    let path = try #require(BasePath(given))
    #expect(path.decoded == decoded)
    #expect(path.encoded == encoded)
  }

  @Test(
    "is refused when it could not stand in an address",
    arguments: ["..", "/a/../b", "/a?b", "/a#b", "/%zz", "/a%00", #"\a"#, "/a/%2e%2e/"])
  func refused(_ given: String) {
    #expect(BasePath(given) == nil)
  }
}
