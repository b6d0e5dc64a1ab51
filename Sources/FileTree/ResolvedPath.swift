internal import Glibc

/// An absolute path with its links resolved as far as it exists, to compare places.
package struct ResolvedPath: Hashable, Sendable {
  private let parts: [String]

  /// `path` is absolute or relative to the process's working folder; it need not exist.
  package init(_ path: String) {
    var existing = path.isEmpty ? "." : path
    var missing: [String] = []
    while true {
      if let resolved = DiskFileSystem.resolve(existing) {
        let text = String(decoding: resolved, as: UTF8.self)
        parts = Self.normalised(text.split(separator: "/").map(String.init) + missing.reversed())
        return
      }
      let (folder, name) = AtomicFile.split(existing)
      missing.append(name)
      guard folder != existing else { break }
      existing = folder
    }
    parts = Self.normalised(missing.reversed())
  }

  private static func normalised(_ parts: [String]) -> [String] {
    var result: [String] = []
    for part in parts where part != "." && !part.isEmpty && part != "/" {
      if part == ".." { _ = result.popLast() } else { result.append(part) }
    }
    return result
  }

  /// The way from here to `other`, with `/`; nil when it does not lie below this place.
  package func relativePath(to other: ResolvedPath) -> String? {
    guard contains(other), other.parts.count > parts.count else { return nil }
    return other.parts[parts.count...].joined(separator: "/")
  }

  /// Whether `other` is this place or lies below it.
  package func contains(_ other: ResolvedPath) -> Bool { other.parts.starts(with: parts) }
}
