extension NameSurroundings {
  /// Whether a seat of government at `name` is meant as the place and not as who governs there: a word
  /// of place stands before it, what met or was agreed there behind it, or it begins a dateline. A possessive acts wherever it stands, and so
  /// does the first part of a compound (“in Moscow-brokered talks”).
  func isLiteralPlace(_ name: Range<Int>) -> Bool {
    guard !isPossessive(at: name.upperBound), !isCompound(at: name.upperBound) else {
      return false
    }
    if ContextWords.venues.contains(packedWord(after: name.upperBound)) { return true }
    guard let word = word(before: name.lowerBound), !word.hasStop else {
      return isDateline(name)
    }
    if ContextWords.locatives.contains(word.packed) {
      guard let before = self.word(before: word.range.lowerBound) else { return true }
      return !ContextWords.attitudes.contains(before.packed)
    }
    if ContextWords.visits.contains(word.packed) || ContextWords.parts.contains(word.packed) {
      return true
    }
    if word.packed == Self.of, let noun = self.word(before: word.range.lowerBound) {
      return ContextWords.cityNouns.contains(noun.packed)
    }
    if word.packed == Self.to, let verb = self.word(before: word.range.lowerBound) {
      return ContextWords.journeys.contains(verb.packed)
    }
    return false
  }

  private static let of = UInt128(UInt8(ascii: "o")) << 8 | UInt128(UInt8(ascii: "f"))
  private static let to = UInt128(UInt8(ascii: "t")) << 8 | UInt128(UInt8(ascii: "o"))

  /// Whether the name begins a dateline: `Baku (Wire) —`, `BAKU —`, `BAKU, Oct. 14 —`.
  func isDateline(_ name: Range<Int>) -> Bool {
    guard name.lowerBound == range.lowerBound else { return false }
    let isShouted = text[name].allSatisfy { !(0x61...0x7A).contains($0) }
    var index = name.upperBound
    let limit = min(range.upperBound, index + 40)
    var isBracketed = false
    while index < limit {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: ")"): isBracketed = true
      case UInt8(ascii: "-"):
        guard index > name.upperBound, text[index - 1] == 0x20 else { return false }
        return isShouted || isBracketed
      case 0xE2:
        // – is E2 80 93, — is E2 80 94.
        guard index + 2 < limit, text[index + 1] == 0x80,
          text[index + 2] == 0x93 || text[index + 2] == 0x94
        else { return false }
        return isShouted || isBracketed
      case 0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "/"): break
      default: guard Self.isLetter(byte) else { return false }
      }
      index += 1
    }
    return false
  }
}
