/// An address of the web as a fetch needs it: `http` or `https`, a host, a port, a path with query.
///
/// Stricter than RFC 3986, so that no two readers of the address can see two hosts in it: no user
/// names, no backslashes, no spaces or control characters, ASCII only, and a host of digits must be a
/// dotted quad without leading zeros.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// `http` or `https`.
  package let scheme: String
  /// In lower case, without brackets, without a full stop at its end.
  package let host: String
  package let port: Int
  /// Path and query, beginning with `/`; the fragment is dropped.
  package let target: String

  /// Why a text is no such address; a sentence part for people.
  package struct Problem: Error, Hashable, Sendable {
    package let message: String
  }

  package init(_ text: String) throws(Problem) {
    guard let colon = text.firstIndex(of: ":") else {
      throw Problem(message: "begin it with https:// or http://")
    }
    let scheme = text[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw Problem(message: "only http and https are fetched, not “\(scheme)”")
    }
    guard text[colon...].hasPrefix("://") else {
      throw Problem(message: "begin it with \(scheme)://")
    }
    for byte in text.utf8 where byte <= 0x20 || byte >= 0x7F || Self.isForbidden(byte) {
      throw Problem(message: "write spaces, quotes and other letters percent-encoded")
    }
    var rest = text[text.index(colon, offsetBy: 3)...]
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let authority = rest[..<end]
    guard !authority.contains("@") else {
      throw Problem(message: "an address with a user name is not fetched")
    }
    self.scheme = scheme
    (host, port) = try Self.hostAndPort(authority, scheme: scheme)
    let target = rest[end...]
    self.target = target.hasPrefix("/") ? String(target) : "/" + target
  }

  private init(scheme: String, host: String, port: Int, target: String) {
    (self.scheme, self.host, self.port, self.target) = (scheme, host, port, target)
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    "\"<>\\^`{|}".utf8.contains(byte)
  }

  private static func hostAndPort(
    _ authority: Substring, scheme: String
  ) throws(Problem) -> (String, Int) {
    var host = authority
    var port = scheme == "https" ? 443 : 80
    let portStart: Substring.Index?
    if host.hasPrefix("[") {
      guard let close = host.firstIndex(of: "]") else {
        throw Problem(message: "its [ is not closed")
      }
      let behind = host.index(after: close)
      guard behind == host.endIndex || host[behind] == ":" else {
        throw Problem(message: "its host is none")
      }
      portStart = behind == host.endIndex ? nil : behind
    } else {
      portStart = host.firstIndex(of: ":")
    }
    if let portStart {
      let digits = host[host.index(after: portStart)...]
      guard let value = Int(digits), (1...65_535).contains(value), digits.utf8.count <= 5,
        digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { throw Problem(message: "its port is no number from 1 to 65535") }
      port = value
      host = host[..<portStart]
    }
    if host.hasPrefix("[") {
      let address = String(host.dropFirst().dropLast())
      guard let value = NetworkAddress(address), value.isIPv6 else {
        throw Problem(message: "its host is no IPv6 address")
      }
      return (value.description, port)
    }
    if host.hasSuffix(".") { host.removeLast() }
    let name = host.lowercased()
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard name.utf8.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else {
      throw Problem(message: "its host is no name such as example.org")
    }
    // What begins with a digit in its last label some readers take for a number: 0x7f.1, 2130706433.
    if let first = last.utf8.first, (0x30...0x39).contains(first) {
      guard let value = NetworkAddress(name), !value.isIPv6, value.description == name else {
        throw Problem(message: "write its address as four numbers from 0 to 255")
      }
    }
    return (name, port)
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count)
      && label.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
  }

  /// The whole address; the port only where it is not the scheme's own.
  package var description: String {
    let isOwn = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(bracketedHost)\(isOwn ? "" : ":\(port)")\(target)"
  }

  /// The host as it stands in an address: IPv6 in brackets.
  package var bracketedHost: String { host.contains(":") ? "[\(host)]" : host }

  /// The last part of the path without its ending, to name a file after; nil for none.
  package var lastPathPart: String? {
    let path = target.prefix { $0 != "?" }
    guard let part = path.split(separator: "/").last else { return nil }
    let stem = part.lastIndex(of: ".").map { part[..<$0] } ?? part
    return stem.isEmpty ? nil : String(stem)
  }

  /// Where a `Location` leads from here (RFC 3986, section 5.2).
  package func following(_ reference: String) throws(Problem) -> WebAddress {
    var reference = reference[...]
    if let hash = reference.firstIndex(of: "#") { reference = reference[..<hash] }
    if reference.hasPrefix("//") { return try WebAddress("\(scheme):\(reference)") }
    let end = reference.firstIndex { $0 == "/" || $0 == "?" } ?? reference.endIndex
    if let colon = reference.firstIndex(of: ":"), colon < end {
      return try WebAddress(String(reference))
    }
    let path = target.prefix { $0 != "?" }
    let joined: String
    if reference.isEmpty {
      joined = target
    } else if reference.hasPrefix("?") {
      joined = String(path) + reference
    } else if reference.hasPrefix("/") {
      joined = String(reference)
    } else {
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
      joined = String(folder) + reference
    }
    // Reads the parts once more, so that a reference can hold nothing that an address may not.
    return try WebAddress(
      WebAddress(scheme: scheme, host: host, port: port, target: Self.withoutDots(joined))
        .description)
  }

  /// Removes `.` and `..` from a path (RFC 3986, section 5.2.4).
  private static func withoutDots(_ target: String) -> String {
    let end = target.firstIndex(of: "?") ?? target.endIndex
    var parts: [Substring] = []
    let all = target[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        _ = parts.popLast()
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/") + target[end...]
  }
}
