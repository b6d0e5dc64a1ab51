import Testing

@testable import DossierPreview

@Suite("The rule of hosts")
struct HostRuleTests {
  @Test(
    "admits loopback names and the name that was given, on any port",
    arguments: [
      ("127.0.0.1", "localhost"), ("127.0.0.1", "LocalHost:8080"), ("127.0.0.1", "127.0.0.1:1"),
      ("127.0.0.1", "[::1]:8080"), ("desk.example", "Desk.Example:80"), ("::1", "[::1]"),
      ("fd00::7", "[FD00::7]:8080"), ("0.0.0.0", "192.168.1.7:8080"), ("0.0.0.0", "[fe80::1]"),
      ("::", "10.0.0.1"),
    ])
  func admitted(_ listening: String, _ field: String) {
    #expect(HostRule(host: listening).admits(field))
  }

  @Test(
    "refuses every other name",
    arguments: [
      ("127.0.0.1", "evil.example"), ("127.0.0.1", "evil.example:8080"), ("127.0.0.1", ""),
      ("127.0.0.1", "localhost.evil.example"), ("127.0.0.1", "192.168.1.7"),
      ("127.0.0.1", "localhost:80@evil.example"), ("127.0.0.1", "localhost:x"),
      ("127.0.0.1", "[::1"), ("127.0.0.1", ":8080"), ("0.0.0.0", "evil.example"),
      ("0.0.0.0", "1.2.3"), ("0.0.0.0", "1.2.3.256"), ("0.0.0.0", "1.2.3.4.example"),
      ("desk.example", "other.example"),
    ])
  func refused(_ listening: String, _ field: String) {
    #expect(!HostRule(host: listening).admits(field))
  }

  @Test("answers 421 to a foreign host and 400 to none, before anything else")
  func statuses() {
    #expect(answer("/", host: "evil.example")?.status == 421)
    #expect(answer("/__dossier/events", host: "evil.example")?.status == 421)
    #expect(answer("/%00", method: "POST", host: "evil.example")?.status == 421)
    #expect(answer("/", host: nil)?.status == 400)
  }
}
