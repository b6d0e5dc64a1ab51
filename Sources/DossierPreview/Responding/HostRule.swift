/// Which `Host` a request may name.
///
/// A page on the web can make a browser send requests here under a name of its own (DNS rebinding)
/// and then read the answers, unpublished captures among them; it cannot make the browser send a
/// loopback name or address.
struct HostRule: Hashable, Sendable {
  private let names: Set<String>
  private let admitsAddresses: Bool

  /// `host` is the host that the server listens on. Of a server on all addresses, any numeric
  /// address is admitted as well: no DNS answer can make one out of a name.
  init(host: String) {
    var name = host.lowercased()
    if name.utf8.contains(UInt8(ascii: ":")), !name.hasPrefix("[") { name = "[\(name)]" }
    names = ["localhost", "127.0.0.1", "[::1]", name]
    admitsAddresses = name == "0.0.0.0" || name == "[::]"
  }

  /// Whether `field`, the value of `Host`, names this server, on whatever port.
  func admits(_ field: String) -> Bool {
    guard let host = Self.host(of: field) else { return false }
    return names.contains(host) || admitsAddresses && Self.isAddress(host)
  }

  /// The field without its port, in lower case; nil when it is not `host` or `host:port`.
  private static func host(of field: String) -> String? {
    let bytes = Array(field.utf8)
    let end: Int
    if bytes.first == UInt8(ascii: "[") {
      guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      end = bracket + 1
    } else {
      end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
    }
    let rest = bytes[end...]
    guard end > 0, rest.isEmpty || rest.first == UInt8(ascii: ":"),
      rest.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return String(validating: bytes[..<end], as: UTF8.self)?.lowercased()
  }

  /// Whether a host is an IPv4 address or a bracketed IPv6 address.
  private static func isAddress(_ host: String) -> Bool {
    if host.hasPrefix("[") { return true }
    let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.count <= 3 && part.allSatisfy { (0x30...0x39).contains($0) }
          && UInt8(String(part) ?? "") != nil
      }
  }
}
