import Diagnostics
import DossierModel

/// A rendering of a statement that does not stand in the paragraph it cites.
struct QuotationNotInSource: CheckRule {
  static let id: DiagnosticID = "quotation-not-in-source"
  static let severity = Severity.error
  static let explanation = """
    A quotation with a locator stands in that paragraph to the letter. Quotation marks, dashes and \
    spaces are folded, `[…]` may cut; nothing else may differ.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for page in model.pages {
      for rendering in page.statements.flatMap(\.renderings) {
        for citation in rendering.citations {
          guard let locator = citation.locator, let id = model.source(key: citation.key) else {
            continue
          }
          let source = model[id]
          let paragraphs = locator.numbers.compactMap { source.paragraph(locator.series, $0) }
          guard paragraphs.count == locator.numbers.count else { continue }
          let text = paragraphs.map { source.article.paragraphs[$0].text }.joined(separator: " ")
          guard !QuotationText(text).contains(QuotationText(rendering.text)) else { continue }
          findings.append(
            Diagnostic(
              Self.severity, Self.id,
              "these words do not stand in \(locator.text) of “\(source.key)”",
              at: page.file.place(rendering.range),
              help: Self.help(for: rendering.text, in: source)))
        }
      }
    }
    return findings
  }

  private static func help(for words: String, in source: Source) -> String {
    let wanted = QuotationText(words)
    let found = source.article.paragraphs.filter { QuotationText($0.text).contains(wanted) }
    guard let first = found.first else {
      return "quote to the letter, or mark what is left out with […]"
    }
    return "they stand in \(first.locator)"
  }
}

/// Words as they are compared with a capture: marks of typography folded, cuts known.
struct QuotationText {
  /// The folded pieces between cuts.
  let pieces: [String]

  init(_ text: String) {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "“", "”", "„", "«", "»", "‟": folded.append("\"")
      case "‘", "’", "‚", "ʼ": folded.append("'")
      case "‐", "‑", "‒", "–", "—", "−": folded.append("-")
      case "…": folded.append(contentsOf: "...".unicodeScalars)
      case " ", "\u{A0}", "\u{202F}", "\u{2009}", "\n", "\t", "\r":
        if folded.last != " " { folded.append(" ") }
      default: folded.append(scalar)
      }
    }
    var pieces: [String] = []
    var rest = String(folded)[...]
    while let cut = Self.firstCut(in: rest) {
      pieces.append(Self.trimmed(rest[..<cut]))
      rest = rest[rest.index(cut, offsetBy: 5)...]
    }
    pieces.append(Self.trimmed(rest))
    self.pieces = pieces.filter { !$0.isEmpty }
  }

  /// Whether the pieces of `other` stand here in their order. O(length).
  func contains(_ other: QuotationText) -> Bool {
    var rest = pieces.joined(separator: " ").utf8[...]
    for piece in other.pieces {
      let wanted = Array(piece.utf8)
      var start = rest.startIndex
      var isFound = false
      while let index = rest[start...].firstIndex(of: wanted[0]) {
        if rest[index...].starts(with: wanted) {
          rest = rest[rest.index(index, offsetBy: wanted.count)...]
          isFound = true
          break
        }
        start = rest.index(after: index)
      }
      guard isFound else { return false }
    }
    return true
  }

  private static func firstCut(in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while let open = text[index...].firstIndex(of: "[") {
      if text[open...].hasPrefix("[...]") { return open }
      index = text.index(after: open)
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
