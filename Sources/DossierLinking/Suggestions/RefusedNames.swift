import PhraseMatching

/// Names that an editor does not want proposed again, whatever their case and accents.
///
/// They stand in `Content/review/refused.md`, one a line as `- [-] Name`, the mark of a refusal in a
/// review. Other lines are the editor’s own and are left alone.
package struct RefusedNames: Sendable {
  /// Where they are kept, from the site’s root.
  package static let path = "Content/review/refused.md"

  /// As written, in order.
  package private(set) var names: [String] = []
  private var folded: Set<[UInt8]> = []
  private let folding = LetterFolding()

  package init() {}

  /// Reads the lines of a file. O(length).
  package init(markdown text: String) {
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let words = Self.trimmed(line)
      guard let first = words.first, Self.bullets.contains(first) else { continue }
      let item = Self.trimmed(words.dropFirst())
      guard item.starts(with: "[-]".utf8) else { continue }
      insert(String(Substring(Self.trimmed(item.dropFirst(3)))))
    }
  }

  private static let bullets = Array("-*+".utf8)

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var text = text
    while let first = text.first, first == 0x20 || first == 0x09 { text.removeFirst() }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text
  }

  /// Takes a name in; one that folds to nothing is none. Returns whether it is new.
  @discardableResult
  package mutating func insert(_ name: String) -> Bool {
    let key = folding.folded(name)
    guard !key.isEmpty, folded.insert(key).inserted else { return false }
    names.append(name)
    return true
  }

  /// Whether the name, in any case and with any accents, is refused. O(length).
  package func contains(_ name: String) -> Bool {
    !folded.isEmpty && folded.contains(folding.folded(name))
  }

  /// The line that refuses a name: `- [-] Name`. White space of any kind becomes one space, so that a
  /// name is one line.
  package static func line(for name: String) -> String {
    "- [-] " + name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
