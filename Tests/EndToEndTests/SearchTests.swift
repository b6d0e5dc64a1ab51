import Foundation
import Testing

/// The search of the project's own site, as its script answers.
struct SearchTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A line of queries.txt of which the demonstration has the page.
  private static func queries() throws -> [(query: String, page: String)] {
    let file = project.appending(path: "Tests/SearchIndexingTests/queries.txt")
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    return lines.compactMap { line in
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count == 2, !parts[1].hasPrefix("pages/a") || parts[1].utf8.count < 20 else {
        return nil
      }
      return (parts[0], parts[1])
    }
  }

  @Test func `the page that a reader wants is among the first three`() throws {
    let folder = try TemporaryFolder()
    for part in ["dossier.yml", "seeds", "Content"] {
      try FileManager.default.copyItem(at: Self.project.appending(path: part), to: folder.at(part))
    }
    let build = try Dossier.run(["build", "--quiet"], in: folder)
    try #require(build.code == 0, "\(build)")
    let queries = try Self.queries()
    let requests = try queries.map {
      String(
        decoding: try JSONSerialization.data(withJSONObject: ["search": $0.query]), as: UTF8.self)
    }
    try folder.write(requests.joined(separator: "\n"), to: "requests")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "node", Self.project.appending(path: "Scripts/search-node").path,
      folder.at("site/assets/search.js").path, folder.at("site/search").path,
    ]
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: folder.at("requests"))
    process.standardOutput = output
    try process.run()
    let answers = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      print("skipped: node is not there")
      return
    }
    let lines = answers.split(separator: UInt8(ascii: "\n"))
    try #require(lines.count == queries.count)
    var missed: [String] = []
    for (query, line) in zip(queries, lines) {
      let answer = try JSONSerialization.jsonObject(with: line) as? [String: Any]
      let hits = answer?["hits"] as? [[String: Any]] ?? []
      let pages = hits.prefix(3).compactMap { $0["address"] as? String }
      if !pages.contains(query.page) { missed.append("\(query.query): \(pages)") }
    }
    // Queries are written before results are seen, and are not mended: one may miss.
    #expect(queries.count >= 24)
    #expect(missed.count <= 1, "\(missed)")
  }
}
