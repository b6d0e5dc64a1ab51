import PhraseMatching

/// What a word is to search, and what two spellings of one word have in common.
///
/// The folding of names (`LetterFolding`: case, accents, look-alikes), and beyond it what readers of
/// Arabic and Persian type one for the other: ٱ and ا, ى, ی and ي, ک and ك, ة and ه. `search.js` folds the
/// same way; the tests hold both against one table.
package struct SearchFolding: Sendable {
  /// The class of a scalar.
  package enum Class: UInt8, Sendable {
    case boundary
    /// Part of a word.
    case letter
    /// A word of its own: scripts that put no spaces between words.
    case ideograph
  }

  private let folding = LetterFolding()
  /// By scalar below `LetterFolding.limit`.
  private let classes: [UInt8]

  package init() {
    let folding = folding
    classes = (0..<LetterFolding.limit).map { scalar in
      Self.isIdeograph(scalar)
        ? Class.ideograph.rawValue
        : folding.isPartOfWord(scalar) ? Class.letter.rawValue : Class.boundary.rawValue
    }
  }

  package func scalarClass(_ scalar: UInt32) -> Class {
    if scalar < LetterFolding.limit { return Class(rawValue: classes[Int(scalar)]) ?? .boundary }
    if Self.isIdeograph(scalar) { return .ideograph }
    return Self.isBoundary(scalar) ? .boundary : .letter
  }

  /// Kana, Han and their compatibility forms.
  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Of the scalars beyond the table those that stand between words: punctuation of the far East,
  /// variation selectors, full-width marks, the replacement character, emoji, private use.
  private static func isBoundary(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3200...0x33FF, 0x4DC0...0x4DFF, 0xD800...0xF8FF, 0xFE00...0xFE6F, 0xFEFF...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x1F000...0x1FAFF,
      0xE0000...0x10FFFF:
      true
    default: false
    }
  }

  /// A word folded. O(length).
  package func folded(_ word: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in String(decoding: folding.folded(word), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{671}": result += "\u{627}".utf8
      case "\u{649}", "\u{6CC}": result += "\u{64A}".utf8
      case "\u{6A9}": result += "\u{643}".utf8
      case "\u{629}": result += "\u{647}".utf8
      default: result += UTF8.encode(scalar) ?? .init()
      }
    }
    return result
  }

  /// The words of a text, folded, in order, as the index and a query have them. O(length).
  package func words(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var result: [String] = []
    WordScanner(folding: self).scan(bytes.span, 0..<bytes.count) { word in
      let folded = folded(String(decoding: bytes[word.range], as: UTF8.self))
      if !folded.isEmpty, !word.isSuffix { result.append(String(decoding: folded, as: UTF8.self)) }
    } separator: { _ in
    }
    return result
  }
}
