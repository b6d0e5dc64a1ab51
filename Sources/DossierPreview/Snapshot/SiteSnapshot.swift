import DossierModel
import Glibc

/// The files of one good build, by their path. Immutable; the preview swaps it whole, so that no
/// request ever sees files of two builds.
struct SiteSnapshot: Sendable {
  private let files: [SitePath: [UInt8]]

  /// O(number of artifacts); the bytes are shared, not copied.
  init(_ artifacts: [Artifact]) {
    var files: [SitePath: [UInt8]] = [:]
    files.reserveCapacity(artifacts.count)
    for artifact in artifacts { files[artifact.path] = artifact.bytes }
    self.files = files
  }

  var count: Int { files.count }

  /// The bytes of the file at `path`, nil when the build has no such file.
  subscript(path: SitePath) -> [UInt8]? { files[path] }

  /// How this site differs from `earlier`. O(files); arrays that share their storage are equal
  /// without being read, so an incremental build pays only for what it rendered again.
  func change(since earlier: SiteSnapshot) -> SiteChange {
    var changed: [SitePath] = []
    var survivors = 0
    for (path, bytes) in files {
      guard let before = earlier.files[path] else {
        changed.append(path)
        continue
      }
      survivors += 1
      if !Self.isSame(before, bytes) { changed.append(path) }
    }
    let removed = earlier.files.count - survivors
    let isStylesOnly =
      removed == 0
      && changed.allSatisfy { earlier.files[$0] != nil && $0.rawValue.hasSuffix(".css") }
    return SiteChange(
      count: changed.count + removed,
      styles: isStylesOnly && !changed.isEmpty ? changed.sorted() : nil)
  }

  /// What `==` says, but more than twice as fast on arrays that do not share their storage.
  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe left.withUnsafeBytes { left in
      unsafe right.withUnsafeBytes { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return true }
        return unsafe first == second || memcmp(first, second, left.count) == 0
      }
    }
  }
}

/// The difference between two good builds.
struct SiteChange: Hashable, Sendable {
  /// Files added, removed or different.
  let count: Int
  /// The style sheets that differ, sorted, when nothing else does; otherwise nil.
  let styles: [SitePath]?
}
