/// Prints findings for people: `path:line:col: error: text [id]`, a code frame, and what to do.
package struct ConsoleFormatter: Sendable {
  /// Whether to colour by ANSI codes. Never when piped (`NO_COLOR` is the caller's business).
  package let colour: Bool

  package init(colour: Bool = false) { self.colour = colour }

  /// The finding with its frame and notes, lines ended by `\n`.
  package func format(_ diagnostic: Diagnostic) -> String {
    var text = ""
    if let place = diagnostic.place {
      text += paint(position(of: place), "1") + ": "
    }
    let hue =
      switch diagnostic.severity {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      }
    text += paint(diagnostic.severity.word, hue) + ": "
    text += Self.printable(diagnostic.summary) + " [\(diagnostic.id)]\n"
    if let place = diagnostic.place, place.line > 0 {
      text += frame(of: place, hue: hue)
    }
    if let help = diagnostic.help {
      text += "  = help: " + Self.printable(help) + "\n"
    }
    for note in diagnostic.notes {
      let at = note.place.map { position(of: $0) + ": " } ?? ""
      text += "  = note: " + at + Self.printable(note.text) + "\n"
    }
    return text
  }

  private func position(of place: SourcePlace) -> String {
    let path = Self.printable(place.path)
    return place.line > 0 ? "\(path):\(place.line):\(place.column)" : path
  }

  private func frame(of place: SourcePlace, hue: String) -> String {
    let number = String(place.line)
    let gutter = String(repeating: " ", count: number.count)
    let before = Self.printable(place.before)
    let marked = Self.printable(place.marked)
    let indent = String(repeating: " ", count: Self.width(of: before))
    let caret = String(repeating: "^", count: max(1, Self.width(of: marked)))
    let line = before + marked + Self.printable(place.after)
    return "\(gutter) |\n\(number) |\(line.isEmpty ? "" : " ")\(line)\n"
      + "\(gutter) | \(indent)\(paint(caret, hue))\n"
  }

  private func paint(_ text: String, _ code: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// `text` without what a terminal would obey: control characters, line separators and
  /// bidirectional controls become U+FFFD, a tab becomes a space. Content is hostile, and terminals
  /// are programmable.
  package static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The number of terminal columns that `text` takes: marks take none, wide East Asian characters
  /// two (UAX #11, by block).
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { total, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: total
      default:
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
          0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
          total + 2
        default: total + 1
        }
      }
    }
  }
}
