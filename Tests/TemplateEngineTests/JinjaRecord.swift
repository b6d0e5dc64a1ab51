import Foundation

/// What Jinja2 3.1 gave for the templates of the tests, one line each in a file beside them:
/// a hash of the templates, and the result as JSON (`null` where Jinja2 refused).
///
/// `RECORD=1 swift test --filter TemplateEngineTests` writes it anew.
enum JinjaRecord {
  static let isWritten = ProcessInfo.processInfo.environment["RECORD"] != nil

  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/TemplateEngine/jinja.txt")

  /// FNV-1a over names and texts.
  static func hash(_ templates: [String: String]) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
      for byte in Array(name.utf8) + [0] + Array(text.utf8) + [0] {
        hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
      }
    }
    return String(hash, radix: 36)
  }

  /// The recorded results by hash; nil for what Jinja2 refused.
  static func read() throws -> [String: String?] {
    var results: [String: String?] = [:]
    let text = try String(contentsOf: file, encoding: .utf8)
    for line in text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      let json = Data(line[line.index(after: space)...].utf8)
      let value = try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
      results[String(line[..<space])] = .some(value as? String)
    }
    return results
  }

  static func write(_ cases: [[String: String]], _ results: [String]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    var seen: Set<String> = []
    var lines = ""
    for (templates, result) in zip(cases, results) {
      let hash = hash(templates)
      guard seen.insert(hash).inserted else { continue }
      let json =
        result.hasPrefix("ERROR")
        ? "null" : String(decoding: try encoder.encode(result), as: UTF8.self)
      lines += "\(hash) \(json)\n"
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(lines.utf8).write(to: file)
  }
}
