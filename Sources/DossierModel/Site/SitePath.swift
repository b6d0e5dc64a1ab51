/// The path of a file in the emitted site, from its root: `actors/russia.html`.
///
/// UTF-8, `/` between parts, no empty part, no `.` or `..`, no NUL, backslash or control character: a
/// site path can never leave the site's folder.
package struct SitePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String

  /// Nil when `rawValue` is not a path as described above, or a part is longer than 255 bytes.
  package init?(_ rawValue: String) {
    guard !rawValue.isEmpty, rawValue.utf8.count <= 1024 else { return nil }
    for part in rawValue.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      guard !part.isEmpty, part.count <= 255 else { return nil }
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return nil }
      guard part.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
        return nil
      }
    }
    self.rawValue = rawValue
  }

  /// A path made of a folder and a file name that the program wrote itself or took from a `Slug`.
  package init(folder: String, file: String) {
    rawValue = folder.isEmpty ? file : "\(folder)/\(file)"
  }

  package var description: String { rawValue }

  package static func < (left: SitePath, right: SitePath) -> Bool { left.rawValue < right.rawValue }

  /// The way from the page at `base` to this file, as it stands in an `href`: `../events/x.html`.
  /// Percent-encoded by RFC 3986, so that it holds for any file name.
  package func link(from base: SitePath) -> String {
    let from = base.rawValue.utf8
    let to = rawValue.utf8
    // The folders that both lie in are not named.
    var shared = 0
    for (index, (a, b)) in zip(to, from).enumerated() {
      guard a == b else { break }
      if a == UInt8(ascii: "/") { shared = index + 1 }
    }
    let up = from.dropFirst(shared).count { $0 == UInt8(ascii: "/") }
    let rest = Self.percentEncoded(String(Substring(to.dropFirst(shared))))
    return up == 0 ? rest : String(repeating: "../", count: up) + rest
  }

  /// Whether the file lies in `folder` itself, not deeper.
  package func isDirectly(in folder: String) -> Bool {
    let bytes = rawValue.utf8
    guard bytes.count > folder.utf8.count + 1, bytes.starts(with: folder.utf8) else { return false }
    let rest = bytes.dropFirst(folder.utf8.count)
    return rest.first == UInt8(ascii: "/") && !rest.dropFirst().contains(UInt8(ascii: "/"))
  }

  /// The path percent-encoded, for an absolute address.
  package var percentEncoded: String { Self.percentEncoded(rawValue) }

  private static func percentEncoded(_ path: String) -> String {
    // Slugs need no encoding, and most paths are made of them.
    guard !path.utf8.allSatisfy({ isUnreserved($0) || $0 == UInt8(ascii: "/") }) else {
      return path
    }
    let hex = Array("0123456789ABCDEF".unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in path.utf8 {
      if isUnreserved(byte) || byte == UInt8(ascii: "/") {
        result.append(Unicode.Scalar(byte))
      } else {
        result.append("%")
        result.append(hex[Int(byte >> 4)])
        result.append(hex[Int(byte & 15)])
      }
    }
    return String(result)
  }

  /// RFC 3986, section 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
