import Testing
import WebFetching

@Suite("An address is fetched only where every reader sees the same host in it")
struct WebAddressTests {
  private static func read(_ text: String) -> String {
    do {
      return try WebAddress(text).description
    } catch {
      return "refused: \(error.message)"
    }
  }

  @Test(
    arguments: [
      ("https://Example.org", "https://example.org/"),
      ("HTTP://example.org:80/a/b?c#d", "http://example.org/a/b?c"),
      ("https://example.org:8443?q", "https://example.org:8443/?q"),
      ("http://192.0.2.7/", "http://192.0.2.7/"),
      ("http://[2001:DB8::1]:81/x", "http://[2001:db8:0:0:0:0:0:1]:81/x"),
      ("https://example.org./x", "https://example.org/x"),
      ("ftp://example.org/", "refused: only http and https are fetched, not “ftp”"),
      ("file:///etc/hosts", "refused: only http and https are fetched, not “file”"),
      ("example.org/x", "refused: begin it with https:// or http://"),
      ("https:/example.org", "refused: begin it with https://"),
      ("https://", "refused: its host is no name such as example.org"),
      ("https://a@example.org/", "refused: an address with a user name is not fetched"),
      (
        "https://example.org\\@a.b/",
        "refused: write spaces, quotes and other letters percent-encoded"
      ),
      ("https://exa mple.org/", "refused: write spaces, quotes and other letters percent-encoded"),
      ("https://пример.org/", "refused: write spaces, quotes and other letters percent-encoded"),
      ("https://example.org:0/", "refused: its port is no number from 1 to 65535"),
      ("https://example.org:+80/", "refused: its port is no number from 1 to 65535"),
      ("http://2130706433/", "refused: write its address as four numbers from 0 to 255"),
      ("http://0x7f.1/", "refused: write its address as four numbers from 0 to 255"),
      ("http://127.1/", "refused: write its address as four numbers from 0 to 255"),
      ("http://0177.0.0.1/", "refused: write its address as four numbers from 0 to 255"),
      ("http://[::1/", "refused: its [ is not closed"),
      ("http://[fe80::1%25eth0]/", "refused: its host is no IPv6 address"),
      ("http://a..b/", "refused: its host is no name such as example.org"),
    ])
  func address(_ text: String, _ expected: String) { #expect(Self.read(text) == expected) }

  @Test(
    arguments: [
      ("/x", "https://example.org:444/x"), ("x", "https://example.org:444/a/x"),
      ("../x", "https://example.org:444/x"), ("../../../x", "https://example.org:444/x"),
      ("./", "https://example.org:444/a/"), ("?z", "https://example.org:444/a/b?z"),
      ("", "https://example.org:444/a/b?q"), ("//other.org/y", "https://other.org/y"),
      ("http://other.org", "http://other.org/"),
      ("x?u=http://z", "https://example.org:444/a/x?u=http://z"),
      ("javascript:alert(1)", "refused: only http and https are fetched, not “javascript”"),
      ("/a b", "refused: write spaces, quotes and other letters percent-encoded"),
    ])
  func `a redirect is resolved as RFC 3986 says`(_ reference: String, _ expected: String) throws {
    let base = try WebAddress("https://example.org:444/a/b?q#f")
    do {
      #expect(try base.following(reference).description == expected)
    } catch {
      #expect("refused: \(error.message)" == expected)
    }
  }
}

@Suite("Only addresses of the public internet are public")
struct NetworkAddressTests {
  @Test(
    arguments: [
      "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.0.1", "100.128.0.1",
      "192.0.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111",
      "2a00:1450:4001:80b::200e", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:0808:0808::1",
    ])
  func `public`(_ text: String) throws { #expect(try #require(NetworkAddress(text)).isPublic) }

  @Test(
    arguments: [
      "0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
      "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1",
      "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
      "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::127.0.0.1",
      "64:ff9b:1::1", "100::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::",
      "2002:c0a8:0101::1", "3fff::1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1",
      "5f00::1",
    ])
  func `not public`(_ text: String) throws { #expect(try !#require(NetworkAddress(text)).isPublic) }

  @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", "fe80::1%lo", "[::1]", "x"])
  func `what is no address is none`(_ text: String) { #expect(NetworkAddress(text) == nil) }
}
