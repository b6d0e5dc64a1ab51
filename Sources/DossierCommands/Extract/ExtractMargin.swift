import ArticleImport
import Diagnostics
import DossierModel

/// A reading for people: what is known of the capture and why, then every line of it with its class,
/// its paragraph and the rule that decided in the margin.
struct ExtractMargin {
  let reading: ExtractReading

  init(_ reading: ExtractReading) { self.reading = reading }

  /// O(capture).
  var text: String {
    var text = "\(reading.file.path)\n"
    let article = reading.article
    let published =
      reading.published.map { Inferred($0, rule: "stated", line: nil) } ?? article.published
    let data: [(String, Inferred<String>?)] = [
      ("title", article.title), ("publisher", article.publisher), ("author", article.author),
      ("published", published), ("time", article.publishedTime), ("language", article.language),
    ]
    for (label, datum) in data {
      text += "  \(Self.padded(label, 10)) "
      text +=
        datum.map { "\(Self.printable($0.value))  (\(ExtractDocument.basis($0)))" } ?? "unknown"
      text += "\n"
    }
    if !article.citedOutlets.isEmpty {
      let outlets = article.citedOutlets.map { Self.printable($0.value) }
      text += "  \(Self.padded("cites", 10)) \(outlets.joined(separator: ", "))\n"
    }
    text += "\n"
    let locators = Dictionary(
      article.paragraphs.map { ($0.line, $0.locator) }, uniquingKeysWith: { first, _ in first })
    let lines = CapturePositions(reading.file)?.lines ?? []
    for line in article.lines {
      let content = line.number <= lines.count ? lines[line.number - 1] : ""
      let margin =
        Self.padded(String(line.number), 5, right: true) + "  "
        + Self.padded(line.lineClass == .blank ? "" : line.lineClass.rawValue, 15) + " "
        + Self.padded(locators[line.number] ?? "", 5) + " "
        + Self.padded(line.lineClass == .blank ? "" : line.rule, 24) + " │ "
      text += margin + Self.printable(content) + "\n"
    }
    return text
  }

  private static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let gap = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    return right ? gap + text : text + gap
  }

  /// What a capture holds may steer a terminal: control characters and marks of direction are shown
  /// as U+FFFD.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
