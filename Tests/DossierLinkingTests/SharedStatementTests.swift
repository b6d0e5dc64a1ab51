import Diagnostics
import DossierModel
import Foundation
import Testing

/// The development captures, which lie beside the project: the same statements across captures.
struct SharedStatementTests {
  private static let shared = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  private struct Entry: Decodable {
    let id: String
    let kind: String
    let name: String
    let aliases: [String: [String]]

    /// A page of Content with the names that the registry has.
    var page: (path: String, text: String) {
      let kinds = [
        "person": "person", "state": "state", "media": "media-outlet", "organisation": "ngo",
      ]
      let folder =
        switch kind {
        case "place": "places"
        case "event": "events"
        case "conflict": "conflicts"
        default: "actors"
        }
      func list(_ key: String) -> [String] { (aliases[key] ?? []).map { "\"\($0)\"" } }
      var lines = ["---", "title: \"\(name)\""]
      if folder == "actors", let kind = kinds[kind] { lines.append("kind: \(kind)") }
      let metonyms = list("metonym").map { "{name: \($0), metonym: true}" }
      lines.append(
        "aliases: [\((list("name") + list("acronym") + metonyms).joined(separator: ", "))]")
      if !list("demonym").isEmpty, folder == "actors" {
        lines.append("demonyms: [\(list("demonym").joined(separator: ", "))]")
      }
      if let surname = list("surname").first { lines.append("surname: \(surname)") }
      return ("Content/\(folder)/\(id).md", lines.joined(separator: "\n") + "\n---\n")
    }
  }

  private struct Member: Decodable {
    let seed: String
    let text: String
  }

  @Test func `the clusters of the development captures are found exactly`() throws {
    let gold = Self.shared.appending(path: "gold/captures")
    guard FileManager.default.fileExists(atPath: gold.appending(path: "clusters.json").path) else {
      print("no development captures beside the project: skipped")
      return
    }
    let clusters = try JSONDecoder().decode(
      [String: [Member]].self, from: Data(contentsOf: gold.appending(path: "clusters.json")))
    let registry = try JSONDecoder().decode(
      [Entry].self, from: Data(contentsOf: gold.appending(path: "registry.json")))
    var files: [String: String] = [:]
    for entry in registry { files[entry.page.path] = entry.page.text }
    let seeds = try FileManager.default.contentsOfDirectory(
      atPath: Self.shared.appending(path: "seeds").path)
    for seed in seeds where seed.hasSuffix(".txt") {
      files["seeds/" + seed] = try String(
        contentsOf: Self.shared.appending(path: "seeds/\(seed)"), encoding: .utf8)
    }
    let site = try LinkedSite(files)
    var found: [Int: Set<[String]>] = [:]
    for (index, quotes) in site.index.speech.quotes.enumerated() {
      let source = site.model.sources[index]
      for quote in quotes {
        guard let act = quote.act else { continue }
        let words = quote.parts.map { part in
          let text = Array(source.article.paragraphs[part.paragraph].text.utf8)[part.range]
          return String(decoding: text, as: UTF8.self)
        }
        found[act, default: []].insert(
          [source.capture?.path ?? "", words.joined(separator: " ")])
      }
    }
    // What one capture alone has once is no cluster.
    let several = found.filter { act, _ in
      site.index.speech.acts[act].renderings.flatMap(\.passages).count > 1
    }
    #expect(
      Set(several.values)
        == Set(clusters.values.map { Set($0.map { ["seeds/" + $0.seed, $0.text] }) }))
  }
}
