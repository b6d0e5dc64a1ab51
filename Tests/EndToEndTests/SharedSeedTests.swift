import Foundation
import Testing

/// Real captures, which stand beside the project and never in it.
struct SharedSeedTests {
  static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let seeds = project.deletingLastPathComponent().appending(path: "shared/seeds")

  /// The names of the real captures; nil, with a word about it, where there are none.
  static func captures() -> [String]? {
    let names = try? FileManager.default.contentsOfDirectory(atPath: seeds.path)
    guard let names, !names.isEmpty else {
      print("skipped: there are no captures in ../shared/seeds")
      return nil
    }
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }

  /// Copies the real captures into the seeds/ of `folder`.
  static func copy(_ captures: [String], into folder: TemporaryFolder) throws {
    for name in captures {
      try folder.write("", to: "seeds/\(name)")
      try Data(contentsOf: seeds.appending(path: name)).write(to: folder.at("seeds/\(name)"))
    }
  }

  @Test func `five real captures alone are a site, with findings for what they do not say`() throws
  {
    guard let captures = Self.captures() else { return }
    #expect(captures.count == 5)
    let folder = try TemporaryFolder.holding(["dossier.yml": "title: Captures\n"])
    try Self.copy(captures, into: folder)
    let run = try Dossier.run(["build", "--format", "json"], in: folder)
    #expect(run.code == 0, "\(run)")
    let tree = try folder.site()
    for capture in captures {
      let page = "sources/\(capture.dropLast(4)).html"
      #expect(tree[page] != nil, "\(page)")
    }
    #expect(tree.keys.filter { $0.hasPrefix("sources/") }.count == 6)
    // Each datum is either known, and said how, or unknown, and found.
    for (label, rule) in [
      ("Publisher", "unknown-publisher"), ("Published", "unknown-publication-date"),
    ] {
      for capture in captures {
        let html = HTMLScanner(
          String(
            decoding: tree["sources/\(capture.dropLast(4)).html"] ?? Data(),
            as: UTF8.self))
        let words = html.text.split(whereSeparator: \.isNewline).map(String.init)
        let datum = words.firstIndex(of: label).map { words[($0 + 1)...].first ?? "" } ?? ""
        let isFound = run.error.split(separator: "\n").contains {
          $0.contains(rule) && $0.contains(capture)
        }
        #expect(isFound == datum.hasPrefix("unknown"), "\(label) of \(capture): \(datum)")
      }
    }
    #expect(run.error.contains("\"unknown-publisher\""), "\(run)")
    #expect(SiteLinks(tree).problems == [])
  }

  @Test func `with the project's own pages, actors are mentioned by the real captures`() throws {
    guard let captures = Self.captures() else { return }
    let folder = try TemporaryFolder()
    for name in ["dossier.yml", "Content", "seeds"] {
      try FileManager.default.copyItem(at: Self.project.appending(path: name), to: folder.at(name))
    }
    let own = try Dossier.run(["build"], in: folder)
    #expect(own.code == 0, "\(own)")
    try Self.copy(captures, into: folder)
    let run = try Dossier.run(["build"], in: folder)
    #expect(run.code == 0, "\(run)")
    let tree = try folder.site()
    let actors = tree.filter { $0.key.hasPrefix("actors/") && $0.key != "actors/index.html" }
    #expect(!actors.isEmpty)
    for capture in captures {
      let address = "../sources/\(capture.dropLast(4)).html"
      let naming = actors.filter { String(decoding: $0.value, as: UTF8.self).contains(address) }
      #expect(!naming.isEmpty, "no actor's page names \(capture)")
    }
    #expect(SiteLinks(tree, basePath: "/karabakh-2020/").problems == [])
  }
}
