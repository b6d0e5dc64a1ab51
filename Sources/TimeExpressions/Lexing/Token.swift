/// A word, a number or a mark. 16 bytes.
struct Token {
  /// UTF-8 offsets within the paragraph.
  var start: Int32
  var end: Int32
  /// The number of a number (clamped), of a month, a weekday, a unit, …
  var value: Int32 = 0
  var word: Word = .other
  /// How many digits a number has.
  var digits: UInt8 = 0
  var flags: Flags = []

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// It begins with a capital letter.
    static let capital = Flags(rawValue: 1)
    /// White space, or nothing, stands before it.
    static let spaced = Flags(rawValue: 2)
    /// A plural unit, an abbreviated month, a word that ends in s.
    static let plural = Flags(rawValue: 4)
    /// A month or season that is also something else (March, May, fall).
    static let ambiguous = Flags(rawValue: 8)
    static let abbreviation = Flags(rawValue: 16)
    /// It holds letters that are not ASCII, or digits.
    static let odd = Flags(rawValue: 32)
    /// It ends in -ed, as most past tenses do.
    static let past = Flags(rawValue: 64)
  }

  var isCapital: Bool { flags.contains(.capital) }
  var isSpaced: Bool { flags.contains(.spaced) }
  var isPlural: Bool { flags.contains(.plural) }
  var isAmbiguous: Bool { flags.contains(.ambiguous) }

  /// What stands before the first and behind the last token.
  static let none = Token(start: 0, end: 0, word: .sentenceEnd)
}
