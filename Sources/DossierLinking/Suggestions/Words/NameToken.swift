/// A word of a text as the finder of unknown names sees it.
struct NameToken: Sendable {
  /// What stands between a token and the one before it.
  enum Gap: UInt8, Sendable {
    /// The beginning of the text.
    case start
    /// White space alone.
    case space
    case comma
    /// An opening bracket, with or without white space.
    case open
    /// The end of a sentence, a colon, a quotation mark: what follows may be a capital for that alone.
    case stop
    /// A hyphen, a dash or a slash without white space.
    case joint
    case other
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Begins with a capital, also behind a particle (`al-Assad`); each part of a compound does.
    static let capital = Traits(rawValue: 1)
    /// Two capitals or more and no small letter.
    static let shouted = Traits(rawValue: 2)
    static let digit = Traits(rawValue: 4)
    /// One capital with a full stop, or several: `S.`, `S.V.`
    static let initial = Traits(rawValue: 8)
    /// `’s` stands behind it.
    static let possessive = Traits(rawValue: 16)
    /// A full stop stands within: `mfa.gov.tr`.
    static let dotted = Traits(rawValue: 32)
  }

  /// UTF-8 offsets in the text, without a possessive ending and without a full stop behind an initial.
  let range: Range<Int>
  /// Of its bytes, ASCII capitals made small.
  let hash: UInt64
  let traits: Traits
  let gap: Gap
  /// The byte of punctuation that decided `gap`; 0 for none.
  let mark: UInt8

  var isCapital: Bool { traits.contains(.capital) }
  var isPossessive: Bool { traits.contains(.possessive) }
  /// Whether a capital may stand here for the place in the sentence alone.
  var beginsSentence: Bool { gap == .start || gap == .stop }
}

/// A closed list of words, by their hashes: ASCII letters in lower case.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  init(_ words: String) {
    hashes = Set(words.split(whereSeparator: \.isWhitespace).map { Self.hash($0.utf8) })
  }

  init(_ hashes: Set<UInt64>) { self.hashes = hashes }

  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
  func contains(_ token: NameToken) -> Bool { hashes.contains(token.hash) }

  /// FNV-1a over bytes, ASCII capitals made small.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash =
        (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
        &* 0x100_0000_01b3
    }
    return hash
  }
}
