import Foundation

/// A numbered example of a specification: Markdown and the HTML that it means.
struct SpecExample: Sendable {
  let number: Int
  let markdown: String
  let html: String
}

/// Reads the examples of a specification that stands beside the project, where it does.
enum SpecExamples {
  static func load(_ name: String, file: String = #filePath) -> [SpecExample]? {
    var folder = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let url = folder.appending(path: "shared/conformance").appending(path: name)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      print("skipped: \(name) is not here")
      return nil
    }
    return parse(text)
  }

  static func parse(_ text: String) -> [SpecExample] {
    var examples: [SpecExample] = []
    var part = 0
    var markdown = ""
    var html = ""
    let fence = String(repeating: "`", count: 32)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if part == 0, line.hasPrefix(fence + " example") {
        (part, markdown, html) = (1, "", "")
      } else if part == 1, line == "." {
        part = 2
      } else if part == 2, line == fence {
        part = 0
        examples.append(
          SpecExample(
            number: examples.count + 1,
            markdown: markdown.replacingOccurrences(of: "→", with: "\t"),
            html: html.replacingOccurrences(of: "→", with: "\t")))
      } else if part == 1 {
        markdown += line + "\n"
      } else if part == 2 {
        html += line + "\n"
      }
    }
    return examples
  }
}
