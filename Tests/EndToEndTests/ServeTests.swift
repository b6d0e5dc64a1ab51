import Foundation
import FoundationNetworking
import Testing

/// The preview as a user sees it: from another program, over HTTP.
@Suite(.serialized)
struct ServeTests {
  /// A running preview; ended with the test.
  final class Preview {
    let running: Dossier.Running
    let address: URL

    init(_ folder: TemporaryFolder, _ arguments: [String] = ["--port", "0"]) async throws {
      running = try Dossier.start(["serve"] + arguments, in: folder)
      var found: URL?
      for _ in 0..<200 where found == nil && running.process.isRunning {
        // The line may be half written: the address counts once something stands behind it.
        if let match = running.error.firstMatch(of: /Serving (http:\/\/[^ ,\n]+)[ ,\n]/) {
          found = URL(string: String(match.1))
        }
        try await Task.sleep(for: .milliseconds(50))
      }
      guard let found else {
        _ = running.killAtOnce()
        throw CocoaError(.userCancelled)
      }
      address = found
    }

    deinit { if running.process.isRunning { _ = running.killAtOnce() } }

    func get(_ path: String) async throws -> (status: Int, text: String) {
      var request = URLRequest(url: address.appending(path: path))
      request.timeoutInterval = 10
      request.cachePolicy = .reloadIgnoringLocalCacheData
      let (data, response) = try await URLSession.shared.data(for: request)
      return (
        (response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self)
      )
    }

    /// Asks until the page holds `words`; false when it does not within five seconds.
    func waits(for words: String, at path: String) async throws -> Bool {
      for _ in 0..<100 {
        if try await get(path).text.contains(words) { return true }
        try await Task.sleep(for: .milliseconds(50))
      }
      return false
    }

    /// Ctrl-C; how long it took to end, nil when it did not within five seconds.
    func interrupted() async throws -> Duration? {
      let start = ContinuousClock.now
      running.interrupt()
      for _ in 0..<500 {
        if !running.process.isRunning { return ContinuousClock.now - start }
        try await Task.sleep(for: .milliseconds(10))
      }
      return nil
    }
  }

  @Test func `serves, follows edits, keeps the last good site, and ends at once`() async throws {
    let folder = try TemporaryFolder.holding(
      SampleSite.small(with: ["dossier.yml": "title: Harbour\n"]))
    let before = try folder.tree()
    let preview = try await Preview(folder)
    let page = try await preview.get("actors/norland.html")
    #expect(page.status == 200)
    #expect(page.text.contains("Norland claims the harbour"))
    #expect(try await preview.get("").text.contains("What is known of the"))
    let missing = try await preview.get("actors/nobody.html")
    #expect(missing.status == 404)
    #expect(missing.text.contains("There is no page at this address"))
    for path in ["../dossier.yml", "%2e%2e/dossier.yml", "dossier.yml", "Content/index.md"] {
      #expect(try await preview.get(path).status >= 400, "\(path)")
    }
    #expect(differences(before, try folder.tree()) == [], "the preview writes nothing")

    let path = "Content/actors/norland.md"
    let good = try folder.text(path)
    try folder.write(good.replacingOccurrences(of: "claims", with: "covets"), to: path)
    #expect(try await preview.waits(for: "Norland covets", at: "actors/norland.html"))

    try folder.write(good.replacingOccurrences(of: "title:", with: "tittle:"), to: path)
    var reported = false
    for _ in 0..<100 where !reported {
      reported = preview.running.error.contains("Build failed")
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(reported, "\(preview.running.error)")
    #expect(preview.running.error.contains("Content/actors/norland.md:2:1: error"))
    let kept = try await preview.get("actors/norland.html")
    #expect(kept.status == 200)
    #expect(kept.text.contains("Norland covets"), "the last good page stays")

    try folder.write(good.replacingOccurrences(of: "claims", with: "wants"), to: path)
    #expect(try await preview.waits(for: "Norland wants", at: "actors/norland.html"))

    try folder.write("---\ntitle: Newcomer\n---\nNew.\n", to: "Content/pages/newcomer.md")
    #expect(try await preview.waits(for: "Newcomer", at: "pages/newcomer.html"))

    let ending = try #require(try await preview.interrupted())
    #expect(ending < .seconds(15))
    // The port is free: another preview gets it.
    let port = try #require(preview.address.port)
    let next = try await Preview(folder, ["--port", "\(port)"])
    #expect(next.address.port == port)
    _ = try await next.interrupted()
  }

  @Test func `a site that is broken from the start is served once it is mended`() async throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    let path = "Content/actors/norland.md"
    let good = try folder.text(path)
    try folder.write("no front matter", to: path)
    let preview = try await Preview(folder, ["--port", "0", "--base-url", "http://localhost/"])
    let broken = try await preview.get("index.html")
    #expect(broken.text.contains("missing-front-matter"), "\(broken)")
    try folder.write(good, to: path)
    #expect(try await preview.waits(for: "Norland claims", at: "actors/norland.html"))
    _ = try await preview.interrupted()
  }
}
