/// Cuts a text into words. Letters of any script, digits, and between them hyphens, apostrophes and
/// full stops make one word, so that `Nagorno-Karabakh`, `O’Neill` and `mfa.gov.tr` are one each.
///
/// One pass; bytes that are no UTF-8 are letters.
struct NameTokenizer {
  private let text: [UInt8]
  private var index = 0
  private var tokens: [NameToken] = []

  /// The words of `text`, in order. O(bytes).
  static func tokens(of text: [UInt8]) -> [NameToken] {
    var tokenizer = NameTokenizer(text)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(_ text: [UInt8]) { self.text = text }

  private mutating func run() {
    while true {
      let (gap, mark) = readGap()
      guard index < text.count else { return }
      readWord(gap, mark)
    }
  }

  /// The length of a letter or digit at `index`; 0 for anything else.
  private func letterLength(_ index: Int) -> Int {
    guard index < text.count else { return 0 }
    let byte = text[index]
    if byte < 0x80 { return NameSurroundings.isLetter(byte) ? 1 : 0 }
    // General punctuation (E2 80 xx, E2 81 xx), arrows and symbols, NBSP and Latin-1 signs.
    if byte == 0xE2 { return 0 }
    if byte == 0xC2 { return 0 }
    if byte == 0xE3, index + 1 < text.count, text[index + 1] == 0x80 { return 0 }
    var length = 1
    while index + length < text.count, text[index + length] & 0xC0 == 0x80, length < 4 {
      length += 1
    }
    return length
  }

  private mutating func readGap() -> (NameToken.Gap, UInt8) {
    var gap = tokens.isEmpty ? NameToken.Gap.start : .space
    var mark: UInt8 = 0
    let start = index
    func raise(_ other: NameToken.Gap, _ byte: UInt8) {
      // What separates more wins: a stop goes before a bracket, a bracket before a comma.
      let order: [NameToken.Gap] = [.space, .joint, .comma, .other, .open, .stop, .start]
      guard (order.firstIndex(of: other) ?? 0) >= (order.firstIndex(of: gap) ?? 0) else { return }
      gap = other
      mark = byte
    }
    while index < text.count, letterLength(index) == 0 {
      let byte = text[index]
      var length = 1
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: break
      case UInt8(ascii: ","): raise(.comma, byte)
      case UInt8(ascii: "("), UInt8(ascii: "["): raise(.open, byte)
      case UInt8(ascii: "."):
        // Behind an initial or an abbreviation it ends nothing.
        if index > start || !isAbbreviated { raise(.stop, byte) }
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""):
        raise(.stop, byte)
      case UInt8(ascii: "-"), UInt8(ascii: "/"): raise(index == start ? .joint : .other, byte)
      case 0xC2:
        length = min(2, text.count - index)
        if length == 2, text[index + 1] != 0xA0 { raise(.stop, byte) }
      case 0xE2, 0xE3:
        while index + length < text.count, text[index + length] & 0xC0 == 0x80, length < 3 {
          length += 1
        }
        if length == 3, text[index + 1] == 0x80 {
          switch text[index + 2] {
          // Thin spaces; hyphens and dashes; closing and opening quotation marks; the ellipsis.
          case 0x80...0x8F, 0xAF: break
          case 0x90...0x95: raise(index == start ? .joint : .other, UInt8(ascii: "-"))
          case 0x98...0x9F, 0xA6, 0xB9, 0xBA: raise(.stop, byte)
          default: raise(.other, byte)
          }
        } else {
          raise(.other, byte)
        }
      default: raise(.other, byte)
      }
      index += length
    }
    // A slash or dash with white space behind it joins nothing.
    if gap == .joint, index - start > (mark == UInt8(ascii: "-") ? 3 : 1) { gap = .other }
    return (gap, mark)
  }

  /// Whether the last word is an initial, or an abbreviation that stands before a name.
  private var isAbbreviated: Bool {
    guard let last = tokens.last else { return false }
    return last.traits.contains(.initial) || Self.abbreviations.contains(last)
  }

  private static let abbreviations = WordSet(
    "mr mrs ms dr prof gen col lt sgt capt maj sen rep gov st jr sr hon rev u.s u.n u.k e.u")

  private mutating func readWord(_ gap: NameToken.Gap, _ mark: UInt8) {
    let start = index
    var end = index
    var capitals = 0
    var smalls = 0
    var traits: NameToken.Traits = []
    var partBegins = true
    var areAllCapital = true
    var isDotted = false
    while true {
      let length = letterLength(index)
      if length > 0 {
        let byte = text[index]
        let isDigit = (0x30...0x39).contains(byte)
        let isCapital = isDigit ? false : self.isCapital(index, length)
        if isDigit {
          traits.insert(.digit)
        } else if isCapital {
          capitals += 1
        } else {
          smalls += 1
        }
        if partBegins, !isDigit, !isCapital, !isParticle(index) { areAllCapital = false }
        if partBegins, isDigit, start == index { areAllCapital = false }
        partBegins = false
        index += length
        end = index
        continue
      }
      guard let joint = jointLength(index), letterLength(index + joint) > 0 else { break }
      let byte = text[index]
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") { partBegins = true }
      if byte == UInt8(ascii: ".") {
        // “truce.Russia” is two sentences that lost their space; “S.V” and “mfa.gov” are one word.
        let single = end - start <= 2 || isDotted
        guard single || !isCapital(index + 1, letterLength(index + 1)) else { break }
        isDotted = true
        partBegins = false
      }
      index += joint
    }
    if capitals > 0, areAllCapital { traits.insert(.capital) }
    if capitals > 1, smalls == 0 { traits.insert(.shouted) }
    if isDotted { traits.insert(.dotted) }
    let letters = capitals + smalls
    if index < text.count, text[index] == UInt8(ascii: "."), smalls == 0, letters > 0,
      letters == 1 || isDotted, !traits.contains(.digit)
    {
      traits.insert(.initial)
    }
    // A possessive ending: cut off `’s`, note a bare apostrophe.
    var upper = end
    if let cut = possessiveStart(start, end) {
      if !isClass(start..<cut, before: index) {
        upper = cut
        traits.insert(.possessive)
      }
    } else if let mark = apostropheLength(index), end > start,
      isClass(start..<end, before: index + mark)
    {
      upper = end + mark
      index += mark
    } else if let mark = apostropheLength(index), end > start,
      text[end - 1] | 0x20 == UInt8(ascii: "s"), index + mark < text.count,
      text[index + mark] == 0x20
    {
      traits.insert(.possessive)
    }
    tokens.append(
      NameToken(
        range: start..<upper, hash: WordSet.hash(text[start..<upper]), traits: traits, gap: gap,
        mark: mark))
  }

  /// Whether a possessive ending is part of a name: that of a class of people with a capital, before
  /// another capital: `People’s Republic`, `Workers’ Party`.
  private func isClass(_ word: Range<Int>, before end: Int) -> Bool {
    guard end + 1 < text.count, text[end] == 0x20, (0x41...0x5A).contains(text[end + 1]),
      (0x41...0x5A).contains(text[word.lowerBound])
    else { return false }
    return Self.classes.contains(WordSet.hash(text[word]))
  }

  private static let classes = WordSet(
    "people peoples women children workers farmers peasants soldiers teachers students veterans mothers"
  )

  private func isCapital(_ index: Int, _ length: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return (0x41...0x5A).contains(byte) }
    guard length > 1 else { return false }
    let scalar = String(decoding: text[index..<(index + length)], as: UTF8.self).unicodeScalars
    return scalar.first?.properties.isUppercase ?? false
  }

  /// `al-`, `el-`, `ash-` … before a capital.
  private func isParticle(_ index: Int) -> Bool {
    var end = index
    while end < text.count, (0x61...0x7A).contains(text[end]), end - index < 5 { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "'"),
      letterLength(end + 1) > 0, isCapital(end + 1, letterLength(end + 1))
    else { return false }
    return Self.particles.contains(WordSet.hash(text[index..<end]))
  }

  private static let particles = WordSet("al el an ar as ash at ad az ul d l o")

  private func jointLength(_ index: Int) -> Int? {
    guard index < text.count else { return nil }
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "."): return 1
    default: return apostropheLength(index)
    }
  }

  private func apostropheLength(_ index: Int) -> Int? {
    guard index < text.count else { return nil }
    if text[index] == UInt8(ascii: "'") { return 1 }
    guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80,
      text[index + 2] == 0x99
    else { return nil }
    return 3
  }

  /// Where the `’s` at the end of a word begins.
  private func possessiveStart(_ start: Int, _ end: Int) -> Int? {
    guard end - start > 2, text[end - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
    if text[end - 2] == UInt8(ascii: "'") { return end - 2 }
    guard end - start > 4, text[end - 2] == 0x99, text[end - 3] == 0x80, text[end - 4] == 0xE2
    else { return nil }
    return end - 4
  }
}
