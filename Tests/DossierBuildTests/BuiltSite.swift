import Diagnostics
import DossierBuild
import DossierModel
import EDTF
import FileTree
import Testing

/// A site built in memory, with the built-in theme.
struct BuiltSite {
  let result: SiteBuilder.Result
  let artifacts: [Artifact]

  init(
    _ files: [String: String], baseURL: String? = nil, drafts: Bool = false, now: String? = nil,
    width: Int = 2
  ) {
    var options = SiteBuilder.Options()
    options.baseURL = baseURL
    options.includesDrafts = drafts
    options.now = now.flatMap { EDTF(reading: $0) }
    options.width = width
    let collector = ArtifactCollector()
    result = SiteBuilder(files: MemoryFileSystem(texts: files), options: options)
      .build(into: collector)
    artifacts = collector.artifacts
  }

  /// A site that must build: fails the test when it has errors.
  static func clean(
    _ files: [String: String], baseURL: String? = nil, drafts: Bool = false, now: String? = nil
  ) throws -> BuiltSite {
    let site = BuiltSite(files, baseURL: baseURL, drafts: drafts, now: now)
    try #require(site.result.artifactCount == site.artifacts.count, "\(site.report)")
    return site
  }

  /// The findings as a user reads them.
  var report: String {
    let formatter = ConsoleFormatter()
    return result.diagnostics.map { formatter.format($0) }.joined()
  }

  var paths: [String] { artifacts.map(\.path.rawValue) }
  var pages: [Artifact] { artifacts.filter { $0.path.rawValue.hasSuffix(".html") } }

  func artifact(_ path: String) -> Artifact? { artifacts.first { $0.path.rawValue == path } }

  func text(_ path: String) throws -> String {
    let found = try #require(artifact(path), "there is no \(path)")
    return String(decoding: found.bytes, as: UTF8.self)
  }

  /// The paths whose bytes hold `words`.
  func paths(holding words: String) -> [String] {
    artifacts.filter { String(decoding: $0.bytes, as: UTF8.self).contains(words) }
      .map(\.path.rawValue)
  }
}

extension Artifact {
  /// The words of a page without its tags. Tags within a line leave no gap, others do.
  var words: [Substring] {
    var text: [UInt8] = []
    var index = bytes.startIndex
    let inline = ["a", "/a", "mark", "/mark", "bdi", "/bdi", "b", "/b", "i", "/i", "em", "/em"]
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<"),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      else {
        text.append(bytes[index])
        index += 1
        continue
      }
      let name = bytes[(index + 1)..<end].prefix { $0 != 0x20 && $0 != 0x0A }
      if !inline.contains(String(decoding: name, as: UTF8.self)) { text.append(0x20) }
      index = end + 1
    }
    return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
  }
}
