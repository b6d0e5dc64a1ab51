/// A run of letters or a run of digits in a capture, with what rules ask about it.
struct Word: Sendable {
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    static let capitalised = Traits(rawValue: 1)
    /// Two or more letters, all capitals.
    static let allCapitals = Traits(rawValue: 2)
    static let number = Traits(rawValue: 4)
    /// A single capital letter.
    static let initial = Traits(rawValue: 8)
    static let cyrillic = Traits(rawValue: 16)
    static let armenian = Traits(rawValue: 32)
    static let arabic = Traits(rawValue: 64)
  }

  /// FNV-1a over its lower-case UTF-8; numbers hash by their digits.
  let hash: UInt64
  /// Its bytes in the text.
  let start: Int32
  let end: Int32
  /// The languages of which it is a function word, a bit each.
  let languages: UInt16
  let traits: Traits

  var isNumber: Bool { traits.contains(.number) }
  var isCapitalised: Bool { traits.contains(.capitalised) }
}

/// The hash of words: FNV-1a, 64 bits, over lower-case scalars. Not keyed, which is fine: tables are
/// small and fixed, and counters over hostile text are bounded.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func mix(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
  }

  static func of(_ word: some StringProtocol) -> UInt64 {
    var hash = seed
    for scalar in word.unicodeScalars { hash = mix(hash, ScalarClass.lower(scalar.value)) }
    return hash
  }

  static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
    (left &* 0x9E37_79B9_7F4A_7C15) ^ right
  }

  /// The words of a phrase as the scanner would cut them.
  static func phrase(_ text: String) -> [UInt64] {
    text.unicodeScalars
      .split { !ScalarClass.isLetter($0.value) && !ScalarClass.isDigit($0.value) }
      .map { of(String(String.UnicodeScalarView($0))) }
  }
}
