import Testing

@testable import DossierPreview

@Suite("An answer of the preview")
struct PreviewResponderTests {
  /// A request target, and what of its answer is compared. `body` names the text of the page.
  struct Case: CustomTestStringConvertible {
    let target: String
    var basePath = "/"
    let status: Int
    var type = "text/plain; charset=utf-8"
    var location: String?
    var body: String?

    var testDescription: String { "\(target.prefix(40)) under \(basePath)" }
  }

  static let html = "text/html; charset=utf-8"
  static func page(_ text: String) -> String { "<html><body>\(text)\(liveElement)</body></html>" }

  static let files = [
    Case(target: "/", status: 200, type: html, body: page("Home")),
    Case(target: "/index.html", status: 200, type: html, body: page("Home")),
    Case(target: "/?q=1", status: 200, type: html, body: page("Home")),
    Case(target: "/actors/", status: 200, type: html, body: page("Actors")),
    Case(target: "/actors/russia.html?x=%00", status: 200, type: html, body: page("Russia")),
    Case(target: "/%61ctors/russi%61.html", status: 200, type: html, body: page("Russia")),
    Case(
      target: "/places/%C5%9Eu%c5%9fa%20kalesi.html", status: 200, type: html, body: page("Şuşa")),
    Case(
      target: "/assets/site.css", status: 200, type: "text/css; charset=utf-8",
      body: "h1 { color: red }"),
    Case(
      target: "/assets/mark.svg", status: 200, type: "image/svg+xml; charset=utf-8",
      body: "<svg xmlns='http://www.w3.org/2000/svg'></svg>"),
    Case(
      target: "/data/tolls.csv", status: 200, type: "text/csv; charset=utf-8", body: "0123456789"),
    Case(target: "/repo/", basePath: "/repo/", status: 200, type: html, body: page("Home")),
    Case(
      target: "/a%20b/c/actors/russia.html", basePath: "a%20b/c", status: 200, type: html,
      body: page("Russia")),
  ]

  static let redirects = [
    Case(target: "/actors", status: 301, location: "/actors/"),
    Case(target: "/actors?a=b", status: 301, location: "/actors/?a=b"),
    Case(target: "/", basePath: "/repo/", status: 302, location: "/repo/"),
    Case(target: "/repo", basePath: "/repo/", status: 301, location: "/repo/"),
    Case(target: "/repo/actors", basePath: "/repo/", status: 301, location: "/repo/actors/"),
    Case(target: "/a%20b/actors", basePath: "/a b/", status: 301, location: "/a%20b/actors/"),
  ]

  static let unknown = [
    Case(target: "/nowhere.html", status: 404, type: html, body: page("Missing")),
    Case(target: "/assets/", status: 404, type: html, body: page("Missing")),
    Case(target: "/assets", status: 404, type: html, body: page("Missing")),
    Case(target: "/index.html/", status: 404, type: html, body: page("Missing")),
    Case(target: "/actors/russia", status: 404, type: html, body: page("Missing")),
    Case(target: "/INDEX.HTML", status: 404, type: html, body: page("Missing")),
    Case(target: "//actors/", status: 404, type: html, body: page("Missing")),
    Case(target: "//example.org/actors", status: 404, type: html, body: page("Missing")),
    Case(target: "/actors/russia.html", basePath: "/repo/", status: 404, type: html),
    Case(target: "/repository/", basePath: "/repo/", status: 404, type: html),
    Case(target: "/__dossier/", status: 404, body: "404: no such file\n"),
    Case(target: "/__dossier/live.js/x", status: 404, body: "404: no such file\n"),
  ]

  static let hostile = [
    Case(target: "/../etc/passwd", status: 404, type: html),
    Case(target: "/%2e%2e/%2e%2e/etc/passwd", status: 404, type: html),
    Case(target: "/actors/../index.html", status: 404, type: html),
    Case(target: "/actors/%2E%2e/index.html", status: 404, type: html),
    Case(target: "/./index.html", status: 404, type: html),
    Case(target: "/%252e%252e/index.html", status: 404, type: html),
    Case(target: "/" + String(repeating: "a", count: 65_536), status: 404, type: html),
    Case(target: "/" + String(repeating: "a/", count: 32_768), status: 404, type: html),
    Case(target: "/..%2findex.html", status: 400),
    Case(target: "/actors%2Frussia.html", status: 400),
    Case(target: "/..%5cindex.html", status: 400),
    Case(target: #"/..\index.html"#, status: 400),
    Case(target: "/index.html%00", status: 400),
    Case(target: "/index.html%00.css", status: 400),
    Case(target: "/%0d%0aSet-Cookie:x", status: 400),
    Case(target: "/%c0%ae%c0%ae/index.html", status: 400),
    Case(target: "/%e0%80%af", status: 400),
    Case(target: "/%ff", status: 400),
    Case(target: "/%", status: 400),
    Case(target: "/%4", status: 400),
    Case(target: "/%zz", status: 400),
    Case(target: "/#x", status: 400),
    Case(target: "", status: 400),
    Case(target: "*", status: 400),
    Case(target: "index.html", status: 400),
    Case(target: "http://localhost/index.html", status: 400),
  ]

  @Test("has the status, type, location and bytes of its file", arguments: files + redirects)
  func good(_ expected: Case) throws {
    let response = try #require(answer(expected.target, basePath: expected.basePath))
    #expect(response.status == expected.status)
    #expect(response["Content-Type"] == expected.type)
    #expect(response["Location"] == expected.location)
    if let body = expected.body { #expect(response.text == body) }
  }

  @Test("to an address without a file is the site's 404 page", arguments: unknown)
  func missing(_ expected: Case) throws {
    let response = try #require(answer(expected.target, basePath: expected.basePath))
    #expect(response.status == expected.status)
    #expect(response["Content-Type"] == expected.type)
    #expect(response["ETag"] == nil)
    if let body = expected.body { #expect(response.text == body) }
  }

  @Test("to a path that means to escape is 404 or 400", arguments: hostile)
  func refused(_ expected: Case) throws {
    let response = try #require(answer(expected.target))
    #expect(response.status == expected.status)
    #expect(response["Content-Type"] == expected.type)
    #expect(response["Location"] == nil)
    #expect(!response.text.contains("Home"))
  }

  @Test("to another method than GET and HEAD is 405", arguments: ["POST", "PUT", "OPTIONS", "get"])
  func methods(_ method: String) throws {
    let response = try #require(answer("/", method: method))
    #expect(response.status == 405)
    #expect(response["Allow"] == "GET, HEAD")
  }

  @Test("to HEAD is the answer to GET without its body", arguments: files + redirects + unknown)
  func head(_ request: Case) throws {
    let full = try #require(answer(request.target, basePath: request.basePath))
    let head = try #require(answer(request.target, basePath: request.basePath, method: "HEAD"))
    #expect(head.status == full.status)
    #expect(head.headers == full.headers)
    #expect(head.body == .absent(length: full.text.utf8.count))
  }

  @Test("keeps caches and other origins away")
  func guards() throws {
    for target in ["/", "/assets/site.css", "/nowhere", "/%00", "/__dossier/events"] {
      let response = try #require(answer(target))
      #expect(response["Cache-Control"] == "no-cache")
      #expect(response["X-Content-Type-Options"] == "nosniff")
      #expect(response["Cross-Origin-Resource-Policy"] == "same-origin")
    }
  }

  @Test("to the stream's address is the stream, which has no HEAD")
  func events() throws {
    let stream = try #require(answer("/__dossier/events"))
    #expect(stream.status == 200)
    #expect(stream["Content-Type"] == "text/event-stream")
    #expect(stream.body == .events)
    let head = try #require(answer("/__dossier/events", method: "HEAD"))
    #expect(head.status == 405)
    #expect(head["Allow"] == "GET")
  }

  @Test("is the report with status 500 as long as no build has succeeded")
  func firstBuildFailed() throws {
    let failed = state(.failed(report: "a.md:1:2: error: <b> & [x]"))
    let response = try #require(answer("/actors/russia.html", in: failed))
    #expect(response.status == 500)
    #expect(response["Content-Type"] == Self.html)
    #expect(response.text.contains("<pre>\na.md:1:2: error: &lt;b&gt; &amp; [x]</pre>"))
    #expect(
      response.text.contains(
        #"<script src="/__dossier/live.js" data-revision="s-0" data-attempt="1" data-failed>"#))
  }

  @Test("is the last good site while the build is broken")
  func laterBuildFailed() throws {
    let broken = state(.built(artifacts(smallSite)), .failed(report: "x"))
    let response = try #require(answer("/actors/russia.html", in: broken))
    #expect(response.status == 200)
    #expect(response.text.contains("Russia"))
  }

  @Test("to an unknown address of a site without a 404 page is a page of our own")
  func ownMissingPage() throws {
    let bare = state(.built(artifacts(["index.html": "x"])))
    let response = try #require(answer("/x.html", in: bare))
    #expect(response.status == 404)
    #expect(response["Content-Type"] == Self.html)
    #expect(response.text.contains("<h1>404: no such page</h1>"))
    #expect(response.text.contains(liveElement))
  }
}
