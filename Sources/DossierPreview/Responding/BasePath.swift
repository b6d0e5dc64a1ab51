import DossierModel

/// The path under which the site is served, as the public address has it: `/` or `/repo/`.
struct BasePath: Hashable, Sendable {
  /// Decoded, with `/` at both ends.
  let decoded: String
  /// As it stands in an address: percent-encoded, with `/` at both ends.
  let encoded: String

  /// Slashes at the ends may be missing. Nil when a part could not stand in a site's address.
  init?(_ path: String) {
    let rooted = path.hasPrefix("/") ? path : "/\(path)"
    guard let decoded = RequestPath.decode(rooted), !path.utf8.contains(UInt8(ascii: "?")) else {
      return nil
    }
    let inner = decoded.split(separator: "/").joined(separator: "/")
    if inner.isEmpty {
      self.decoded = "/"
      encoded = "/"
    } else {
      guard let path = SitePath(inner) else { return nil }
      self.decoded = "/\(inner)/"
      encoded = "/\(path.percentEncoded)/"
    }
  }

  /// What is left of a decoded request path below the base path: empty for the base path itself; nil
  /// for a path outside.
  func relative(_ path: String) -> String? {
    guard path.utf8.starts(with: decoded.utf8) else { return nil }
    return String(path.utf8.dropFirst(decoded.utf8.count))
  }

  /// The absolute path of a file in an address.
  func address(of path: SitePath) -> String { encoded + path.percentEncoded }
}
