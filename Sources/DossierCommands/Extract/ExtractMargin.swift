import ArticleImport
import Diagnostics
import DossierModel
import SpeechAttribution
import TimeExpressions

/// A reading for people: what is known of the capture and why, then every line of it with its class,
/// its paragraph and the rule that decided in the margin (of HTML the paragraphs), then times and quotes.
struct ExtractMargin {
  let reading: ExtractReading

  init(_ reading: ExtractReading) { self.reading = reading }

  /// O(capture).
  var text: String {
    var text = "\(reading.file.path)\n"
    let article = reading.article
    let data: [(String, Inferred<String>?)] = [
      ("title", article.title), ("publisher", article.publisher), ("author", article.author),
      ("published", reading.published), ("time", article.publishedTime),
      ("language", article.language),
      ("address", article.address), ("encoding", article.encoding),
    ]
    for (label, datum) in data {
      text += "  \(Self.padded(label, 10)) "
      text +=
        datum.map { "\(Self.printable($0.value))  (\(ExtractDocument.basis($0)))" }
        ?? (Article.Datum(rawValue: label).flatMap { article.reasons[$0] }.map { "unknown: \($0)" }
          ?? "unknown")
      text += "\n"
    }
    if !article.citedOutlets.isEmpty {
      let outlets = article.citedOutlets.map { Self.printable($0.value) }
      text += "  \(Self.padded("cites", 10)) \(outlets.joined(separator: ", "))\n"
    }
    if let numbers = reading.numbers {
      text += "  \(Self.padded("numbers", 10)) frozen in \(Self.printable(numbers))\n"
    }
    text += "\n"
    text += reading.isPage ? paragraphs : lines
    text += times + quotes
    return text
  }

  /// Each line of a text capture.
  private var lines: String {
    let locators = Dictionary(
      reading.article.paragraphs.map { ($0.line, $0.locator) },
      uniquingKeysWith: { first, _ in first })
    var text = ""
    for line in reading.article.lines {
      let content = line.number <= reading.lines.count ? reading.lines[line.number - 1] : ""
      let margin =
        Self.padded(String(line.number), 5, right: true) + "  "
        + Self.padded(line.lineClass == .blank ? "" : line.lineClass.rawValue, 15) + " "
        + Self.padded(locators[line.number] ?? "", 5) + " "
        + Self.padded(line.lineClass == .blank ? "" : line.rule, 24) + " │ "
      text += margin + Self.printable(content) + "\n"
    }
    return text
  }

  /// Each paragraph that was kept of an HTML capture, with the line of the file it starts on.
  private var paragraphs: String {
    var text = ""
    for paragraph in reading.article.paragraphs {
      text +=
        Self.padded(String(paragraph.line), 5, right: true) + "  "
        + Self.padded(paragraph.layer.rawValue, 15) + " " + Self.padded(paragraph.locator, 5)
        + " │ " + Self.printable(paragraph.text) + "\n"
    }
    return text
  }

  /// Where a passage is, for people.
  private func label(_ passage: Int) -> String {
    let passage = reading.passages[passage]
    return Self.padded(passage.role == .title ? "title" : passage.paragraph.locator, 5)
  }

  private var times: String {
    var text = reading.times.isEmpty ? "" : "\ntimes\n"
    for time in reading.times {
      let words = reading.words(ExtractSpan(passage: time.paragraph, range: time.range))
      text += "  \(label(time.paragraph)) \(Self.printable(words))  \(time.value.text ?? "unknown")"
      text += time.anchor == .none ? "" : " by \(time.anchor.rawValue)"
      text += "  (\(time.rule.id))\n"
    }
    return text
  }

  private var quotes: String {
    var text = reading.speech.quotes.isEmpty ? "" : "\nquotes\n"
    for quote in reading.speech.quotes {
      guard let first = quote.segments.first else { continue }
      let words = quote.segments.map {
        Self.printable(reading.words(ExtractSpan(passage: $0.paragraph, range: $0.range)))
      }
      text +=
        "  \(label(first.paragraph)) \(quote.form.rawValue)  “\(words.joined(separator: " … "))”"
      if let mention = quote.speaker?.mention {
        let name = reading.words(ExtractSpan(passage: mention.paragraph, range: mention.range))
        text += "  \(reading.speech.id(of: quote.speaker) ?? Self.printable(name))"
        text += quote.confidence == .inferred ? ", inferred" : ""
      } else if quote.form != .scare {
        text += "  speaker unknown"
      }
      text += (quote.formRule ?? quote.rule).map { "  (\($0.id))" } ?? ""
      text += "\n"
    }
    return text
  }

  private static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let gap = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    return right ? gap + text : text + gap
  }

  /// What a capture holds may steer a terminal: control characters and marks of direction are shown
  /// as U+FFFD.
  static func printable(_ text: String) -> String {
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
