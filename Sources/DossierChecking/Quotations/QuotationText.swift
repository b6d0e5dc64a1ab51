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
