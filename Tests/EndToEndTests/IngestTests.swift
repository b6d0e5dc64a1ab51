import Foundation
import Testing

/// `dossier ingest`: what is stored, what is refused, and that nothing is ever overwritten.
struct IngestTests {
  static let article = """
    The lake towns share a bridge

    By Ada Quill

    3 May 2019

    The two towns on the lake have agreed to share the old bridge, which has been closed to carts and \
    cars since the flood of last winter.

    Engineers said that the middle arch of the bridge had moved by the width of a hand, and that it \
    would have to be taken down before anybody could cross it again.

    """

  private static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("title: Test\n", to: "dossier.yml")
    return folder
  }

  private static func ingest(
    _ arguments: [String], in folder: TemporaryFolder
  ) throws -> Dossier.Run {
    try Dossier.run(
      ["ingest"] + arguments, in: folder, environment: ["SOURCE_DATE_EPOCH": "1602836130"])
  }

  @Test func `a file is stored untouched with its reading, and the build knows it`() throws {
    let folder = try Self.site()
    try folder.write(Self.article, to: "in/Old Bridge.TXT")
    let run = try Self.ingest(["in/Old Bridge.TXT"], in: folder)
    #expect(run == Dossier.Run(code: 0, output: "seeds/old-bridge.txt\n", error: ""))
    #expect(try folder.text("seeds/old-bridge.txt") == Self.article)
    #expect(try folder.names("seeds") == ["old-bridge.read.json", "old-bridge.txt"])
    let reading = try folder.json("seeds/old-bridge.read.json")
    #expect(reading["schema"] as? String == "dossier-reading/1")
    #expect(reading["captured-at"] as? String == "2020-10-16T08:15:30Z")
    #expect(reading["bytes"] as? Int == Self.article.utf8.count)
    #expect(reading["content-type"] as? String == "text/plain")
    #expect(reading["url"] is NSNull)
    let recognised = try #require(reading["recognised"] as? [String: Any])
    let title = try #require(recognised["title"] as? [String: Any])
    #expect(title["value"] as? String == "The lake towns share a bridge")
    #expect(title["line"] as? Int == 1)
    let publisher = try #require(recognised["publisher"] as? [String: Any])
    #expect(publisher["value"] is NSNull)
    #expect((publisher["reason"] as? String)?.hasPrefix("no line names the outlet") == true)
    let encoding = try #require(recognised["encoding"] as? [String: Any])
    #expect(encoding["value"] as? String == "utf-8")
    let paragraphs = try #require(reading["paragraphs"] as? [[String: Any]])
    #expect(paragraphs.map { $0["locator"] as? String } == ["p1", "p2"])
    let check = try Dossier.run(["check", "--format", "json"], in: folder)
    #expect(check.code == 0, "\(check)")
    #expect(check.error.contains("unknown-publisher") && !check.error.contains("bad-reading"))
    #expect(try Dossier.run(["build", "--quiet"], in: folder).code == 0)
    let page = HTMLScanner(try folder.text("site/sources/old-bridge.html")).text
    #expect(page.contains("recorded when it was captured"))
  }

  @Test func `what the editor says goes into a sidecar that the check accepts`() throws {
    let folder = try Self.site()
    try folder.write(Self.article, to: "x.txt")
    let run = try Self.ingest(
      [
        "x.txt", "--cite-as", "bridge", "--publisher", "The \"Lake\": Paper", "--published",
        "unknown", "--url", "https://example.org/a", "--origin", "radio", "--via", "wire", "--via",
        "herald", "--captured", "2020-10", "--title", "A bridge", "--author", "Ada Quill",
      ], in: folder)
    #expect(run == Dossier.Run(code: 0, output: "seeds/bridge.txt\n", error: ""))
    #expect(
      try folder.text("seeds/bridge.yml") == """
        cite-as: "bridge"
        title: "A bridge"
        publisher: "The \\"Lake\\": Paper"
        author: "Ada Quill"
        published: "unknown"
        captured: "2020-10"
        url: "https://example.org/a"
        origin: "radio"
        via: ["wire", "herald"]

        """)
    #expect(try Dossier.run(["check", "--strict"], in: folder) == .silentSuccess)
  }

  @Test func `the same bytes twice are noticed, and what is missing is written`() throws {
    let folder = try Self.site()
    try folder.write(Self.article, to: "seeds/dropped.txt")
    try folder.write(Self.article, to: "other.txt")
    let first = try Self.ingest(["other.txt", "--publisher", "A"], in: folder)
    #expect(first.code == 0 && first.output == "seeds/dropped.txt\n")
    #expect(first.error == "dossier: other.txt: the same bytes are stored already\n")
    #expect(
      try folder.names("seeds") == ["dropped.read.json", "dropped.txt", "dropped.yml"])
    let before = try folder.tree()
    let second = try Self.ingest(["seeds/dropped.txt", "--publisher", "B"], in: folder)
    #expect(second.code == 0)
    #expect(differences(before, try folder.tree()) == [])
  }

  @Test func `a name that is taken gets a number, and nothing is overwritten`() throws {
    let folder = try Self.site()
    try folder.write("title: A book\n", to: "seeds/town.yml")
    try folder.write("{}", to: "seeds/town-2.read.json")
    try folder.write(Self.article, to: "town.txt")
    let run = try Self.ingest(["town.txt"], in: folder)
    #expect(run.output == "seeds/town-3.txt\n", "\(run)")
    #expect(try folder.text("seeds/town.yml") == "title: A book\n")
    #expect(try folder.text("seeds/town-2.read.json") == "{}")
  }

  @Test func `a reading that an interrupted ingest left is taken over`() throws {
    let folder = try Self.site()
    try folder.write(Self.article, to: "town.txt")
    #expect(try Self.ingest(["town.txt"], in: folder).code == 0)
    let whole = try folder.text("seeds/town.read.json")
    try folder.remove("seeds/town.txt")
    #expect(try Dossier.run(["check", "--strict"], in: folder) == .silentSuccess)
    #expect(try Self.ingest(["town.txt"], in: folder).output == "seeds/town.txt\n")
    #expect(try folder.text("seeds/town.read.json") == whole)
  }

  @Test func `a kill at any moment leaves whole files only`() throws {
    let folder = try Self.site()
    let text =
      Self.article + String(repeating: "The boat went out and came back again.\n", count: 9_000)
    try folder.write(text, to: "town.txt")
    for delay in stride(from: 0, to: 60, by: 6) {
      let run = try Dossier.start(["ingest", "town.txt"], in: folder)
      Thread.sleep(forTimeInterval: Double(delay) / 1000)
      _ = run.killAtOnce()
      if folder.exists("seeds/town.txt") { #expect(try folder.text("seeds/town.txt") == text) }
      if folder.exists("seeds/town.read.json") { _ = try folder.json("seeds/town.read.json") }
    }
    #expect(try Self.ingest(["town.txt"], in: folder).output == "seeds/town.txt\n")
    #expect(try folder.text("seeds/town.txt") == text)
    let names = try folder.names("seeds").filter { !$0.hasPrefix(".dossier-tmp-") }
    #expect(names == ["town.read.json", "town.txt"])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let error: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(
    arguments: [
      Refusal(arguments: ["none.txt"], error: "none.txt: no such file"),
      Refusal(arguments: ["."], error: "a folder"),
      Refusal(arguments: ["empty.txt"], error: "empty.txt: is empty"),
      Refusal(arguments: ["x.bin"], error: "x.bin: is no text"),
      Refusal(arguments: ["big.txt", "--max-size", "1"], error: "more than the 1048576 allowed"),
      Refusal(arguments: ["x.txt", "--source", "nowhere"], error: "there is no dossier.yml"),
      Refusal(arguments: ["x.txt", "--published", "soon"], error: "--published “soon” is no date"),
      Refusal(arguments: ["x.txt", "--cite-as", "A b"], error: "write “a-b”"),
      Refusal(arguments: ["x.txt", "--name", "../x"], error: "is no name for a file"),
      Refusal(arguments: ["x.txt", "y.txt", "--title", "T"], error: "can only be said of one"),
      Refusal(arguments: ["ftp://example.org/"], error: "only http and https"),
      Refusal(arguments: ["http://127.0.0.1:9/"], error: "which is no public address"),
      Refusal(arguments: ["http://localhost:9/"], error: "which is no public address"),
      Refusal(arguments: ["http://[::ffff:127.0.0.1]:9/"], error: "which is no public address"),
      Refusal(arguments: ["http://169.254.169.254/latest"], error: "which is no public address"),
      Refusal(arguments: ["http://2130706433/"], error: "four numbers"),
    ])
  func `what is refused stores nothing`(_ refusal: Refusal) throws {
    let folder = try Self.site()
    try folder.write(Self.article, to: "x.txt")
    try folder.write(Self.article + "y", to: "y.txt")
    try folder.write("", to: "empty.txt")
    try folder.write("a\u{0}b", to: "x.bin")
    try folder.write(String(repeating: "a b c d e f\n", count: 100_000), to: "big.txt")
    let run = try Self.ingest(refusal.arguments, in: folder)
    #expect(run.code == 2 && run.output == "")
    #expect(run.error.contains(refusal.error), "\(run)")
    #expect(!folder.exists("seeds"))
  }

  @Test func `a text in another encoding is stored untouched and read as its editor says`() throws {
    let folder = try Self.site()
    let text = "Мост закрыт, и в городе говорят об этом весь день, потому что иной дороги там нет."
    let bytes = Data(
      text.unicodeScalars.map {
        $0.value >= 0x410 ? UInt8($0.value - 0x410 + 0xC0) : UInt8(truncatingIfNeeded: $0.value)
      })
    try bytes.write(to: folder.at("most.txt"))
    let guessed = try Dossier.run(["extract", "--format", "text", "most.txt"], in: folder)
    #expect(guessed.code == 0 && guessed.output.contains("(encoding-by-letters)"), "\(guessed)")
    #expect(guessed.error.contains("say `encoding: windows-1251` in its sidecar"), "\(guessed)")
    let run = try Self.ingest(["most.txt", "--encoding", "CP1251"], in: folder)
    #expect(run == Dossier.Run(code: 0, output: "seeds/most.txt\n", error: ""))
    #expect(try folder.tree("seeds")["most.txt"] == bytes)
    #expect(try folder.text("seeds/most.yml") == "encoding: \"CP1251\"\n")
    let reading = try folder.json("seeds/most.read.json")
    let recognised = try #require(reading["recognised"] as? [String: Any])
    let encoding = try #require(recognised["encoding"] as? [String: Any])
    #expect(encoding["rule"] as? String == "encoding-stated")
    let paragraphs = try #require(reading["paragraphs"] as? [[String: Any]])
    #expect(paragraphs.first?["bytes"] as? [Int] == [0, bytes.count])
    let check = try Dossier.run(["check"], in: folder)
    #expect(check.code == 0 && !check.error.contains("capture-charset"), "\(check)")
    let refused = try Self.ingest(["most.txt", "--encoding", "cp1250"], in: folder)
    #expect(refused.code == 2 && refused.error.contains("known are iso-8859-1"), "\(refused)")
  }

  // MARK: From the web

  private static let page = """
    <!doctype html><title>A bridge | Lake</title><h1>The lake towns share a bridge</h1>
    <p>The two towns on the lake have agreed to share the old bridge, which has been closed.</p>
    """

  private static func server() throws -> TinyServer {
    try TinyServer([
      "/a.html": TinyServer.answer(page, "Content-Type: text/html; charset=utf-8"),
      "/town": TinyServer.answer(article),
      "/early": "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + TinyServer.answer(article),
      "/once": TinyServer.redirect(to: "/a.html#part"),
      "/twice": TinyServer.redirect(to: "http://localhost:PORT/once"),
      "/loop": TinyServer.redirect(to: "/loop2"), "/loop2": TinyServer.redirect(to: "/loop"),
      "/file": TinyServer.redirect(to: "file:///etc/passwd"),
      "/lost": TinyServer.answer("", status: "302 Found", "X: y"),
      "/pdf": TinyServer.answer("%PDF", "Content-Type: application/pdf"),
      "/gzip": TinyServer.answer("x", "Content-Type: text/plain\r\nContent-Encoding: gzip"),
      "/big": TinyServer.answer(String(repeating: "a b c d e f\n", count: 150_000)),
      "/short": "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
      "/empty": TinyServer.answer(""),
    ])
  }

  @Test func `a page is fetched as it is, through redirects that are shown`() throws {
    let folder = try Self.site()
    let server = try Self.server()
    let base = "http://127.0.0.1:\(server.port)"
    let run = try Self.ingest(["\(base)/twice", "--allow-private", "--name", "bridge"], in: folder)
    #expect(run.code == 0, "\(run)")
    #expect(run.output == "seeds/bridge.html\n")
    #expect(
      run.error.hasPrefix(
        """
        dossier: redirected to http://localhost:\(server.port)/once
        dossier: redirected to http://localhost:\(server.port)/a.html

        """), "\(run)")
    #expect(try folder.text("seeds/bridge.html") == Self.page)
    let reading = try folder.json("seeds/bridge.read.json")
    #expect(reading["url"] as? String == "http://localhost:\(server.port)/a.html")
    #expect(
      reading["redirects"] as? [String] == [
        "\(base)/twice", "http://localhost:\(server.port)/once",
      ])
    #expect(reading["content-type"] as? String == "text/html; charset=utf-8")
  }

  @Test func `without a name it is named after its title, and several are stored`() throws {
    let folder = try Self.site()
    let server = try Self.server()
    let base = "http://127.0.0.1:\(server.port)"
    let run = try Self.ingest(["\(base)/town", "\(base)/early", "--allow-private"], in: folder)
    #expect(run.code == 0, "\(run)")
    #expect(
      run.output
        == "seeds/the-lake-towns-share-a-bridge.txt\nseeds/the-lake-towns-share-a-bridge.txt\n")
    #expect(run.error == "dossier: \(base)/early: the same bytes are stored already\n")
  }

  @Test(
    arguments: [
      ("/none", "the server answers 404"), ("/loop", "redirects lead back to"),
      ("/file", "only http and https are fetched"), ("/lost", "a redirect to nowhere"),
      ("/pdf", "is application/pdf; captures are text"), ("/gzip", "sends it compressed only"),
      ("/big", "more than the 1048576 bytes allowed"), ("/short", "curl: (18)"),
      ("/empty", "is empty"),
    ])
  func `what cannot be fetched stores nothing`(_ target: String, _ error: String) throws {
    let folder = try Self.site()
    let server = try Self.server()
    let run = try Self.ingest(
      ["http://127.0.0.1:\(server.port)\(target)", "--allow-private", "--max-size", "1"], in: folder
    )
    #expect(run.code == 2 && run.output == "")
    #expect(run.error.contains(error), "\(run)")
    #expect(!folder.exists("seeds"))
  }

  @Test func `a proxy of the environment and curl's own settings are not asked`() throws {
    let folder = try Self.site()
    let server = try Self.server()
    try folder.write("url = http://127.0.0.1:9/\nproxy = http://127.0.0.1:9\n", to: ".curlrc")
    let run = try Dossier.run(
      ["ingest", "http://127.0.0.1:\(server.port)/town", "--allow-private"], in: folder,
      environment: ["http_proxy": "http://127.0.0.1:9", "HOME": folder.url.path])
    #expect(run.code == 0, "\(run)")
  }

  @Test func `a server that does not answer is left after the time`() throws {
    let folder = try Self.site()
    let run = try Self.ingest(
      ["http://192.0.2.1/", "--allow-private", "--timeout", "1"], in: folder)
    #expect(run.code == 2)
    #expect(!folder.exists("seeds"))
  }
}

extension TemporaryFolder {
  /// The names in a folder, sorted.
  func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: at(path).path).sorted()
  }

  func json(_ path: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: at(path)))
    guard let object = value as? [String: Any] else { throw CocoaError(.fileReadCorruptFile) }
    return object
  }
}
