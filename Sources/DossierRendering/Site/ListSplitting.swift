import DossierModel
import PhraseMatching

/// Lists over 500 rows are split by letter or year, at addresses that stay the same while the list grows.
enum ListSplitting {
  static let limit = 500

  /// The letter a name is filed under: its first letter folded, in upper case; `#` for digits and signs.
  static func letter(of name: String, _ folding: LetterFolding) -> String {
    let folded = String(decoding: folding.folded(name), as: UTF8.self)
    guard let first = folded.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
      return "#"
    }
    return String(first).uppercased()
  }

  /// What a letter is called in an address: the letter, or its code point.
  static func addressPart(ofLetter letter: String) -> String {
    guard let scalar = letter.unicodeScalars.first else { return "other" }
    if letter == "#" { return "other" }
    return scalar.isASCII ? letter.lowercased() : "u" + String(scalar.value, radix: 16)
  }
}
