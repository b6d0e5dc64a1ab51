import Foundation
import SearchIndexing
import Testing

/// What search.js makes of it, where node is.
struct ScriptTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The answers of Scripts/search-node; nil, with a message, where there is no node.
  static func answers(_ requests: [[String: Any]], index: URL) throws -> [[String: Any]]? {
    let input = FileManager.default.temporaryDirectory.appending(
      path: "search-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: input) }
    let lines = try requests.map { try JSONSerialization.data(withJSONObject: $0) }
    try Data(lines.joined(separator: Data("\n".utf8))).write(to: input)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "node", root.appending(path: "Scripts/search-node").path,
      root.appending(path: "Templates/assets/search.js").path, index.path,
    ]
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      print("skipped: node is not there")
      return nil
    }
    return try answer.split(separator: UInt8(ascii: "\n")).map {
      try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
    }
  }

  /// Every scalar of the folding table, and some of each range beyond, each between letters, which show
  /// where words are cut.
  private static let vectors: [String] = {
    let beyond: [UInt32] = [
      0x3100, 0x3105, 0x31FF, 0x3200, 0x3300, 0x3400, 0x4DBF, 0x4DC0, 0x4E00, 0x9FFF, 0xA000,
      0xAC00,
      0xD7A3, 0xE000, 0xF8FF, 0xF900, 0xFAFF, 0xFB00, 0xFB1E, 0xFB50, 0xFDF2, 0xFE00, 0xFE20,
      0xFE70,
      0xFEFF, 0xFF10, 0xFF1A, 0xFF21, 0xFF3B, 0xFF41, 0xFF5B, 0xFF66, 0xFFE0, 0xFFFD, 0x10000,
      0x10400,
      0x1D400, 0x1F000, 0x1F600, 0x1FAFF, 0x1FBF0, 0x20000, 0x3FFFD, 0xE0000, 0x10FFFD,
    ]
    // What Unicode has added of late is a letter to one and nothing to the other: left out.
    let known = (UInt32(0)..<0x3100).filter { value in
      Unicode.Scalar(value)?.properties.age.map { $0.major <= 13 } ?? false
    }
    return (known + beyond).compactMap { Unicode.Scalar($0) }.map { "x\($0)Y \($0)" }
  }()

  @Test func `The script folds every letter as the index does`() throws {
    let texts = Self.vectors + ["Çavuşoğlu’s İzmir", "مُحَمَّد ٱلله", "e\u{301}", "Ǆ ǅ ﬁ"]
    guard
      let answer = try Self.answers(
        [["fold": texts]], index: FileManager.default.temporaryDirectory)?
        .first
    else { return }
    let folding = SearchFolding()
    let words = try #require(answer["words"] as? [[String]])
    try #require(words.count == texts.count)
    for (text, folded) in zip(texts, words) {
      #expect(
        folded == folding.words(in: text),
        "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test func `The script finds what the index holds`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "index-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = [
      ("Mevlüt Çavuşoğlu", "A minister of Turkey. He spoke with Lavrov."),
      ("Sergey Lavrov", "He gave an interview about observers. The words “no \"ally\"” were his."),
      ("Ceasefire", "The ceasefire of Moscow, agreed by Lavrov and others, was broken."),
      ("Сергей Шойгу", "Министр обороны России."), ("محمد", "هذا مُحَمَّد في المدرسة"),
    ]
    let documents = texts.enumerated().map { number, text in
      SearchDocument(
        title: text.0, address: "p\(number).html", days: Int32(number * 100)...Int32(number * 100),
        names: [.init(text.0, isTitle: true)], tags: number == 2 ? [0] : [], anchors: ["part"],
        passages: [.init("First words."), .init(text.1, anchor: 0)])
    }
    let (files, _, _) = IndexReader.index(documents, tags: ["War"])
    for file in files {
      try Data(file.bytes).write(to: folder.appending(path: file.name + ".js"))
    }
    let queries: [(request: [String: Any], wanted: [String])] = [
      (["search": "cavusoglu"], ["p0"]), (["search": "LAVROV"], ["p1", "p0", "p2"]),
      (["search": "lavr"], ["p1", "p0", "p2"]), (["search": "lavorv"], ["p1", "p0", "p2"]),
      (["search": "xavrov"], ["p1", "p0", "p2"]), (["search": "шойгу"], ["p3"]),
      (["search": "محمد"], ["p4"]), (["search": "مدرسه "], []), (["search": "المدرسه "], ["p4"]),
      (["search": "ceasefire lavrov "], ["p2", "p1", "p0"]), (["search": "nothing zzzzzz"], []),
      (["search": "lavrov", "filter": ["tag": 0]], ["p2"]),
      (["search": "lavrov", "filter": ["from": 50, "to": 150]], ["p1"]),
      (["search": "lavrov", "filter": ["groups": [1]]], []), (["search": ""], []),
    ]
    guard let answers = try Self.answers(queries.map(\.request), index: folder) else { return }
    for (query, answer) in zip(queries, answers) {
      let hits = try #require(answer["hits"] as? [[String: Any]])
      let found = hits.compactMap {
        ($0["address"] as? String)?.split(separator: ".").first.map(String.init)
      }
      #expect(found == query.wanted, "\(query.request)")
    }
    let first = try #require((answers[1]["hits"] as? [[String: Any]])?.dropFirst().first)
    #expect(first["anchor"] as? String == "part")
    let parts = try #require(first["excerpt"] as? [[Any]])
    let excerpt = parts.map { part in "\(part[0])|\(part[1] as? Bool ?? false)" }
    #expect(excerpt == ["He spoke with |false", "Lavrov|true", ".|false"])
  }
}
