/// Cuts units into words and measures them, in one pass over the bytes.
struct UnitScanner {
  let bytes: [UInt8]
  private(set) var words: [Word] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    words.reserveCapacity(bytes.count / 7)
  }

  /// Fills in what the bytes of `unit` say. O(length).
  mutating func measure(_ unit: inout CaptureUnit) {
    let firstWord = words.count
    var index = unit.start
    var inToken = false
    var separators = 0
    while index < unit.end {
      let byte = bytes[index]
      if byte == 0x20 {
        inToken = false
        index += 1
        continue
      }
      let (scalar, width) = UTF8Bytes.scalar(bytes, index)
      let isDigit = ScalarClass.isDigit(scalar)
      if isDigit || ScalarClass.isLetter(scalar) {
        if !inToken { unit.tokens += 1 }
        inToken = true
        index = isDigit ? number(index, unit.end, &unit) : word(index, unit.end, &unit)
        continue
      }
      index += width
      switch scalar {
      case 0x7C, 0xBB, 0x203A, 0x3E, 0xB7, 0x2022: separators += 1
      case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000, 0x85:
        inToken = false
      default: break
      }
    }
    unit.separators = separators
    unit.words = firstWord..<words.count
    findEnd(&unit)
  }

  private mutating func number(_ start: Int, _ end: Int, _ unit: inout CaptureUnit) -> Int {
    var index = start
    var hash = WordHash.seed
    while index < end {
      let (scalar, width) = UTF8Bytes.scalar(bytes, index)
      guard ScalarClass.isDigit(scalar) else { break }
      // Arabic and Persian digits count as the digits they are.
      hash = WordHash.mix(hash, scalar < 0x80 ? scalar : 0x30 + scalar & 0xF)
      index += width
      unit.digits += 1
    }
    words.append(
      Word(hash: hash, start: Int32(start), end: Int32(index), languages: 0, traits: .number))
    return index
  }

  private mutating func word(_ start: Int, _ end: Int, _ unit: inout CaptureUnit) -> Int {
    var index = start
    var hash = WordHash.seed
    var capitals = 0
    var letters = 0
    var traits: Word.Traits = []
    while index < end {
      let byte = bytes[index]
      let scalar: UInt32
      let width: Int
      if byte < 0x80 {
        let folded = byte | 0x20
        guard folded >= 0x61, folded <= 0x7A else { break }
        (scalar, width) = (UInt32(byte), 1)
      } else {
        (scalar, width) = UTF8Bytes.scalar(bytes, index)
        guard ScalarClass.isLetter(scalar) else { break }
        switch scalar {
        case 0x400...0x52F: traits.insert(.cyrillic)
        case 0x531...0x587: traits.insert(.armenian)
        case 0x600...0x6FF: traits.insert(.arabic)
        default: break
        }
      }
      let lower = ScalarClass.lower(scalar)
      if lower != scalar {
        if letters == 0 { traits.insert(.capitalised) }
        capitals += 1
      }
      hash = WordHash.mix(hash, lower)
      letters += 1
      index += width
    }
    if capitals == letters { traits.insert(letters == 1 ? .initial : .allCapitals) }
    unit.letters += letters
    words.append(
      Word(
        hash: hash, start: Int32(start), end: Int32(index),
        languages: FunctionWords.languages(of: hash), traits: traits))
    return index
  }

  /// Looks at the last mark before closing quotes, brackets and note marks `[12]`.
  private func findEnd(_ unit: inout CaptureUnit) {
    var end = unit.end
    var inNote = false
    // A few marks may close a line; hostile runs of them are not followed.
    for _ in 0..<16 where end > unit.start {
      let start = UTF8Bytes.start(bytes, before: end, from: unit.start)
      let scalar = UTF8Bytes.scalar(bytes, start).value
      if scalar == 0x5D { inNote = true }
      if ScalarClass.isCloser(scalar) || scalar == 0x20 || scalar == 0xA0
        || inNote && (ScalarClass.isDigit(scalar) || scalar == 0x5B || scalar == 0x5E)
      {
        if scalar == 0x5B { inNote = false }
        end = start
        continue
      }
      unit.endsSentence = ScalarClass.endsSentence(scalar)
      unit.endsColon = scalar == 0x3A
      return
    }
  }
}
