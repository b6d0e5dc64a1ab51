import PhraseMatching

/// What spellings of one name have in common, for offline suggestions only: folding, then the usual
/// variants of transliteration made one.
///
/// `ch`, `ç` and `c`; `sh`, `ş` and `s`; `gh` and `ğ`; `kh` and `h`; `zh` and `j`; `ph` and `f`; `w` and `v`;
/// `y`, `iy`, `ey`, `ei` and `i`; doubled letters once.
struct NameSkeleton: Hashable, Sendable {
  /// Folded ASCII letters; other scripts as they are.
  let letters: [UInt8]

  /// O(length).
  init(_ name: String, folding: LetterFolding) {
    var result: [UInt8] = []
    let folded = folding.folded(name).filter { $0 >= 0x80 || ASCIIWord.isLetter($0) }
    var index = 0
    func at(_ offset: Int) -> UInt8 {
      index + offset < folded.count ? folded[index + offset] : 0
    }
    while index < folded.count {
      var letter = at(0)
      var length = 1
      switch (letter, at(1)) {
      case (UInt8(ascii: "c"), UInt8(ascii: "h")), (UInt8(ascii: "s"), UInt8(ascii: "h")),
        (UInt8(ascii: "g"), UInt8(ascii: "h")):
        length = 2
      case (UInt8(ascii: "k"), UInt8(ascii: "h")):
        letter = UInt8(ascii: "h")
        length = 2
      case (UInt8(ascii: "z"), UInt8(ascii: "h")):
        letter = UInt8(ascii: "j")
        length = 2
      case (UInt8(ascii: "p"), UInt8(ascii: "h")):
        letter = UInt8(ascii: "f")
        length = 2
      case (UInt8(ascii: "c"), UInt8(ascii: "k")):
        letter = UInt8(ascii: "k")
        length = 2
      case (UInt8(ascii: "e"), UInt8(ascii: "y")), (UInt8(ascii: "i"), UInt8(ascii: "y")),
        (UInt8(ascii: "y"), UInt8(ascii: "i")), (UInt8(ascii: "e"), UInt8(ascii: "i")):
        letter = UInt8(ascii: "i")
        length = 2
      case (UInt8(ascii: "w"), _): letter = UInt8(ascii: "v")
      case (UInt8(ascii: "y"), _): letter = UInt8(ascii: "i")
      case (UInt8(ascii: "q"), _): letter = UInt8(ascii: "k")
      default: break
      }
      if result.last != letter { result.append(letter) }
      index += length
    }
    letters = result
  }

  /// The skeleton without its vowels but a first one.
  var consonants: [UInt8] {
    letters.enumerated().filter { $0 == 0 || !Self.vowels.contains($1) }.map(\.1)
  }

  private static let vowels = Array("aeiou".utf8)

  /// Whether a letter is another, missing or added between the two. O(length).
  func isOneOff(_ other: NameSkeleton) -> Bool {
    let (short, long) =
      letters.count <= other.letters.count
      ? (letters, other.letters) : (other.letters, letters)
    guard long.count - short.count <= 1, short.count >= 6, short.first == long.first else {
      return false
    }
    var head = 0
    while head < short.count, short[head] == long[head] { head += 1 }
    var tail = 0
    while tail < short.count - head, short[short.count - 1 - tail] == long[long.count - 1 - tail] {
      tail += 1
    }
    return long.count - head - tail <= 1
  }
}
