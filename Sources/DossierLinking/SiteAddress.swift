import DossierModel

/// An address in Markdown that stays within the site: relative to the file it stands in.
struct SiteAddress {
  /// Where it leads; nil for an anchor of the same page.
  let path: SitePath?
  let fragment: String?

  /// Nil for an address that leaves the site (a scheme or a host) or cannot be read as a path, and for
  /// one that climbs out of the site's folder — then the path is one that nothing stands at.
  ///
  /// A path that ends in `.md` is that of a file under Content/ and becomes the page's own address.
  init?(_ destination: String, from page: SitePath, file: String) {
    let pieces = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = pieces.count > 1 ? Self.decoded(pieces[1]) : nil
    let address = String(pieces[0].split(separator: "?", omittingEmptySubsequences: false)[0])
    guard !address.hasPrefix("//"), !Self.hasScheme(address) else { return nil }
    guard !address.isEmpty else {
      path = nil
      return
    }
    let decoded = Self.decoded(address[...])
    let isFile = decoded.lowercased().hasSuffix(".md")
    // Files and pages lie in the same folders; only nested Content/ folders make them differ.
    var parts = (isFile ? file.split(separator: "/").dropFirst() : page.rawValue.split(separator: "/")[...])
      .dropLast().map(String.init)
    if decoded.hasPrefix("/") { parts = [] }
    for part in decoded.split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        guard !parts.isEmpty else {
          path = SitePath(folder: "..", file: "..")
          return
        }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    if isFile, let last = parts.last {
      let stem = String(last.dropLast(3))
      // A page lies directly in the folder of its kind, however deep its file does.
      parts = parts.count > 1 ? [parts[0], stem + ".html"] : [stem + ".html"]
    } else if decoded.hasSuffix("/") || parts.isEmpty {
      parts.append("index.html")
    }
    guard let resolved = SitePath(parts.joined(separator: "/")) else { return nil }
    path = resolved
  }

  /// RFC 3986, section 3.1: a letter, then letters, digits, `+`, `-`, `.`, then a colon.
  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = address.utf8[..<colon]
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
      if byte == UInt8(ascii: "%"), rest.count >= 2,
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
