/// An address in Markdown that stays within the site.
package struct SiteAddress: Sendable {
  /// Where it leads.
  package enum Target: Hashable, Sendable {
    /// An anchor of the same page.
    case samePage
    /// A Markdown file, by its path from the site's folder: `Content/actors/russia.md`.
    case file(String)
    /// Files of the emitted site, the likeliest first. Files and pages lie in the same folders; where
    /// nested folders of Content/ make them differ, an address counts from the file, as in an
    /// editor's preview, else from the page.
    case paths([SitePath])
  }

  package let target: Target
  /// What stands behind `#`, percent-decoded.
  package let fragment: String?

  /// Nil for an address that leaves the site by a scheme or a host. One that climbs out of the site's
  /// folder, or is no path at all, leads to nothing. O(length).
  ///
  /// - Parameters:
  ///   - page: where the page with the link is emitted.
  ///   - file: its file, `Content/actors/russia.md`.
  package init?(_ destination: String, from page: SitePath, file: String) {
    let pieces = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = pieces.count > 1 ? Self.decoded(pieces[1]) : nil
    let address = String(pieces[0].split(separator: "?", omittingEmptySubsequences: false)[0])
    guard !address.hasPrefix("//"), !Self.hasScheme(address) else { return nil }
    guard !address.isEmpty else {
      target = .samePage
      return
    }
    let decoded = Self.decoded(address[...])
    let fromFile = file.split(separator: "/").dropFirst().dropLast().map(String.init)
    if decoded.lowercased().hasSuffix(".md") {
      let path = Self.resolved(decoded, from: fromFile) ?? []
      target = .file((["Content"] + path).joined(separator: "/"))
      return
    }
    let fromPage = page.rawValue.split(separator: "/").dropLast().map(String.init)
    target = .paths(
      (fromFile == fromPage ? [fromFile] : [fromFile, fromPage])
        .compactMap { Self.resolved(decoded, from: $0) }
        .compactMap { SitePath($0.joined(separator: "/")) })
  }

  /// The parts of the path that `address` leads to from `folder`; nil when it climbs out of the root.
  private static func resolved(_ address: String, from folder: [String]) -> [String]? {
    var parts = address.hasPrefix("/") ? [] : folder
    var last: Substring = ""
    for part in address.split(separator: "/") {
      last = part
      switch part {
      case ".": break
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    if address.hasSuffix("/") || last == "." || last == ".." { parts.append("index.html") }
    return parts
  }

  /// RFC 3986, section 3.1: a letter, then letters, digits, `+`, `-`, `.`, then a colon.
  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = address.utf8[..<colon]
    guard let first = scheme.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return scheme.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  private static func decoded(_ text: Substring) -> String {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, rest.first != UInt8(ascii: "+"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
