import DossierBuild
import DossierModel
import FileTree
import Foundation
import Testing

/// A small site whose whole output is written down. `RECORD=1` writes it anew, and fails that run, so
/// that nobody records by accident.
struct GoldenSiteTests {
  static let fixtures = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")
  static let golden = fixtures.appending(path: "Golden/small")

  @Test func `the small site comes out as it is written down`() throws {
    let collector = ArtifactCollector()
    let files = DiskFileSystem(root: Self.fixtures.appending(path: "Sites/small").path)
    let result = SiteBuilder(files: files).build(into: collector)
    let artifacts = collector.artifacts
    // Required, so that a broken build is not recorded.
    try #require(result.artifactCount == artifacts.count, "\(result.diagnostics)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Self.record(artifacts)
      Issue.record(
        "recorded \(artifacts.count) files; look at the difference, run again without RECORD")
      return
    }
    let expected = try Self.recorded()
    #expect(artifacts.map(\.path.rawValue) == expected.keys.sorted())
    for artifact in artifacts {
      #expect(
        String(decoding: artifact.bytes, as: UTF8.self) == expected[artifact.path.rawValue],
        "\(artifact.path)")
    }
  }

  private static func recorded() throws -> [String: String] {
    let found = FileManager.default.enumerator(atPath: golden.path)
    var files: [String: String] = [:]
    while let name = found?.nextObject() as? String {
      guard found?.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      files[name] = String(
        decoding: try Data(contentsOf: golden.appending(path: name)), as: UTF8.self)
    }
    return files
  }

  private static func record(_ artifacts: [Artifact]) throws {
    try? FileManager.default.removeItem(at: golden)
    for artifact in artifacts {
      let file = golden.appending(path: artifact.path.rawValue)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(artifact.bytes).write(to: file)
    }
  }
}
