import DossierModel
import DossierPreview
import Glibc
import Locking
import Testing

@Suite("The preview server", .serialized, .timeLimit(.minutes(1)))
struct PreviewServerTests {
  /// The site that the server builds, the changes it hears of, and what it announces.
  private final class Desk: Sendable {
    let build: Mutex<PreviewBuild>
    let changes: AsyncStream<Void>
    private let changed: AsyncStream<Void>.Continuation
    private let notices: AsyncStream<PreviewNotice>
    private let announced: AsyncStream<PreviewNotice>.Continuation

    init(_ build: PreviewBuild) {
      self.build = Mutex(build)
      (changes, changed) = AsyncStream.makeStream()
      (notices, announced) = AsyncStream.makeStream()
    }

    func save(_ build: PreviewBuild) {
      self.build.withLock { $0 = build }
      changed.yield()
    }

    func server(_ change: (inout PreviewServer.Options) -> Void = { _ in }) -> PreviewServer {
      var options = PreviewServer.Options()
      options.port = 0
      change(&options)
      return PreviewServer(
        options: options, rebuild: { self.build.withLock { $0 } }, changes: changes,
        announce: { [announced] in announced.yield($0) })
    }

    /// The port of the server and the port that was taken, once it is announced.
    func serving() async -> (port: Int, taken: Int?)? {
      for await case .serving(let url, let taken) in notices {
        let port = url.split(separator: "/").dropFirst().first?.split(separator: ":").last
        return port.flatMap { Int($0) }.map { ($0, taken) }
      }
      return nil
    }
  }

  private let first = PreviewBuild.built(artifacts(["index.html": "<body>first</body>"]))
  private let second = PreviewBuild.built(artifacts(["index.html": "<body>second</body>"]))

  @Test("serves, tells open pages of every build, and ends at once although they listen")
  func wholeLife() async throws {
    let desk = Desk(first)
    let server = desk.server()
    let running = Task { try await server.run() }
    defer { running.cancel() }
    let port = try #require(await desk.serving()).port

    let page = try #require(LoopbackClient(port: port))
    page.get("/")
    let answer = await page.receive(until: "</body>")
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"))
    #expect(answer.contains("<body>first<script src="))
    page.get("/%2e%2e/%2e%2e/etc/passwd")
    #expect(await page.receive(until: "</html>").hasPrefix("HTTP/1.1 404 Not Found\r\n"))

    let listener = try #require(LoopbackClient(port: port))
    listener.get("/__dossier/events")
    #expect(await listener.receive(until: #""failure":null}"#).contains(#""attempt":1,"#))
    desk.save(second)
    #expect(await listener.receive(until: #""failure":null}"#).contains(#""attempt":2,"#))
    desk.save(.failed(report: "index.md:1:1"))
    #expect(await listener.receive(until: #""failure":"index.md:1:1"}"#).contains(#""attempt":3,"#))
    page.get("/")
    #expect(await page.receive(until: "</body>").contains("<body>second<script src="))

    let start = ContinuousClock.now
    running.cancel()
    _ = await running.result
    // At once is some hundredths of a second; the rest is for a machine that runs all tests at a time.
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(LoopbackClient(port: port) == nil)
  }

  @Test("ends at once on a signal although pages listen", arguments: [SIGINT, SIGTERM])
  func signals(_ signal: Int32) async throws {
    let desk = Desk(first)
    let server = desk.server()
    let running = Task { try await server.run() }
    defer { running.cancel() }
    let port = try #require(await desk.serving()).port
    let listener = try #require(LoopbackClient(port: port))
    listener.get("/__dossier/events")
    #expect(await listener.receive(until: "state").contains("200 OK"))

    let start = ContinuousClock.now
    kill(getpid(), signal)
    try await running.value
    // At once is some hundredths of a second; the rest is for a machine that runs all tests at a time.
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(LoopbackClient(port: port) == nil)
  }

  @Test("answers and ends while a build keeps every core busy")
  func busyBuild() async throws {
    final class Hold: Sendable {
      let builds = Mutex(0)
      let isOver = Mutex(false)
    }
    let hold = Hold()
    defer { hold.isOver.withLock { $0 = true } }
    let (changes, changed) = AsyncStream.makeStream(of: Void.self)
    let (urls, announced) = AsyncStream.makeStream(of: String.self)
    var options = PreviewServer.Options()
    options.port = 0
    let server = PreviewServer(
      options: options,
      rebuild: { [first] in
        if hold.builds.withLock({
          $0 += 1; return $0
        }) == 1 {
          return first
        }
        await withTaskGroup { group in
          for _ in 0..<64 {
            group.addTask { while !hold.isOver.withLock({ $0 }) {} }
          }
        }
        return first
      }, changes: changes,
      announce: { if case .serving(let url, _) = $0 { announced.yield(url) } })
    let running = Task { try await server.run() }
    defer { running.cancel() }
    let url = try #require(await urls.first { _ in true })
    let port = try #require(url.split { !$0.isNumber }.last.flatMap { Int($0) })

    changed.yield()
    while hold.builds.withLock({ $0 }) < 2 { try await Task.sleep(for: .milliseconds(1)) }
    let page = try #require(LoopbackClient(port: port))
    page.get("/")
    #expect(await page.receive(until: "</body>").contains("<body>first"))
    running.cancel()
    try await running.value
    #expect(!hold.isOver.withLock { $0 })
  }

  @Test("takes the next port when one is taken, and says so")
  func takenPort() async throws {
    let (one, two) = (Desk(first), Desk(second))
    let serverOne = one.server()
    let runningOne = Task { try await serverOne.run() }
    defer { runningOne.cancel() }
    let taken = try #require(await one.serving()).port

    let serverTwo = two.server { $0.port = taken }
    let runningTwo = Task { try await serverTwo.run() }
    defer { runningTwo.cancel() }
    let other = try #require(await two.serving())
    #expect(other.taken == taken)
    #expect((taken + 1...taken + 50).contains(other.port))

    let serverThree = Desk(first).server {
      $0.port = taken
      $0.furtherPorts = 0
    }
    await #expect(throws: PreviewError.noFreePort(host: "127.0.0.1", first: taken, last: taken)) {
      try await serverThree.run()
    }
  }

  @Test("ends when cancelled during the first build, without waiting for it")
  func cancelledEarly() async throws {
    let (started, signal) = AsyncStream.makeStream(of: Void.self)
    let (release, never) = AsyncStream.makeStream(of: Void.self)
    let server = PreviewServer(
      options: .init(),
      rebuild: { [first] in
        signal.yield()
        let waiting = Task { for await _ in release {} }
        await waiting.value
        return first
      }, changes: AsyncStream<Void> { $0.finish() }, announce: { _ in })
    let running = Task { try await server.run() }
    _ = await started.first { true }
    running.cancel()
    try await running.value
    never.finish()
  }

  @Test("throws at once for a host or a base path that cannot be")
  func badOptions() async {
    let badPath = Desk(first).server { $0.basePath = "/../" }
    await #expect(throws: PreviewError.badBasePath("/../")) { try await badPath.run() }
    let badHost = Desk(first).server { $0.host = "192.0.2.1" }
    await #expect(throws: PreviewError.self) { try await badHost.run() }
    let badPort = Desk(first).server { $0.port = 70_000 }
    await #expect(throws: PreviewError.self) { try await badPort.run() }
  }

  @Test(
    "announces in sentences",
    arguments: [
      (
        PreviewNotice.serving(url: "http://127.0.0.1:8080/", takenPort: nil),
        "Serving http://127.0.0.1:8080/, Ctrl-C ends it"
      ),
      (
        .serving(url: "http://127.0.0.1:8081/", takenPort: 8080),
        "Serving http://127.0.0.1:8081/ (port 8080 is taken), Ctrl-C ends it"
      ),
      (.built(changed: 1, elapsed: .microseconds(42_900)), "Built in 42 ms, 1 file changed"),
      (.built(changed: 0, elapsed: .seconds(2)), "Built in 2000 ms, 0 files changed"),
      (.failed(keepsSite: false, elapsed: .zero), "Build failed after 0 ms"),
      (
        .failed(keepsSite: true, elapsed: .milliseconds(7)),
        "Build failed after 7 ms; the last good site stays up"
      ),
    ])
  func notices(_ notice: PreviewNotice, _ text: String) {
    #expect(notice.description == text)
  }
}
