import DossierModel
import Foundation
import Testing

/// The statements of the project's own site, three captures of which report one interview.
struct DemonstrationStatementTests {
  private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The project's seeds and Content, by path.
  private static func files() throws -> [String: String] {
    var files: [String: String] = [:]
    for folder in ["seeds", "Content"] {
      let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      while let name = found?.nextObject() as? String {
        guard [".md", ".txt", ".html", ".yml"].contains(where: name.hasSuffix) else { continue }
        files["\(folder)/\(name)"] = try String(
          contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
      }
    }
    return files
  }

  /// What Lavrov says in the reports of the interview.
  private static func interview(in site: LinkedSite) -> [String] {
    site.index.speech.acts.filter { act in
      act.sources.allSatisfy {
        ["meridian", "pomegranate", "wire"].contains(site.model[$0].key.rawValue)
      }
    }.map { SpeechTests.shown($0, in: site.model) }.filter { $0.hasPrefix("lavrov: ") }
  }

  @Test func `the editor's blocks take up what rules read`() throws {
    let site = try LinkedSite(try Self.files())
    #expect(
      Self.interview(in: site) == [
        "lavrov: We have never qualified Turkey as our strategic ally [meridian p3] | "
          + "We never classed Turkey as our strategic ally. Turkey is a partner, and a "
          + "very close one [pomegranate p4] | We have never regarded Turkey as a "
          + "strategic ally of ours. It is a close partner [wire p3] = 1",
        "lavrov: We cannot agree with statements that a military solution exists and "
          + "that it is permissible [meridian p4] | not acceptable [pomegranate p5] | The "
          + "claim that a military solution is possible and permissible is one we cannot "
          + "accept [wire p4] = 1",
        "lavrov: We do not share the position voiced by Turkey, which President "
          + "[Ilham] Aliyev has also stated several times [pomegranate p5] = 1",
        "lavrov: Not even peacekeepers; military observers would be sufficient "
          + "[meridian p5] | Not so much peacekeepers as military observers would suffice "
          + "[pomegranate p6] = 1",
      ])
  }

  @Test func `without blocks the rules find renderings of one utterance by themselves`() throws {
    var files = try Self.files()
    for (path, text) in files where path.hasPrefix("Content/") {
      files[path] = text.components(separatedBy: "\n## Statements\n>")[0]
    }
    let site = try LinkedSite(files)
    #expect(
      Self.interview(in: site) == [
        "lavrov: We cannot agree with statements that a military solution exists and "
          + "that it is permissible, [meridian p4] = 1",
        "lavrov: Not even peacekeepers; military observers would be sufficient, "
          + "[meridian p5] = 1",
        "lavrov: We have never qualified Turkey as our strategic ally, [meridian p3] "
          + "| We never classed Turkey as our strategic ally. Turkey is a partner, and a "
          + "very close one, [pomegranate p4] | We have never regarded Turkey as a "
          + "strategic ally of ours. It is a close partner, [wire p3] = 1",
        "lavrov: Not so much peacekeepers as military observers would suffice, "
          + "[pomegranate p6] = 1",
        "lavrov: We do not share the position voiced by Turkey, which President "
          + "[Ilham] Aliyev has also stated several times, [pomegranate p5] = 1",
        "lavrov: The claim that a military solution is possible and permissible is "
          + "one we cannot accept, [wire p4] = 1",
      ])
  }
}
