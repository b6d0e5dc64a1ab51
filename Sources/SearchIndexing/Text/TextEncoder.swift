/// Writes the text of documents in few characters, which `search.js` makes text again.
///
/// A text is a row of units, words and separators; between two words without a separator stands a space.
/// A character says what comes, by its number in `Script.characters`:
///
///     0        the next word has a capital
///     1 n …    a separator of n UTF-16 units, spelled out; of none where words stand without a space
///     2 n …    a word of n UTF-16 units, spelled out
///     3, 4     the next passage; with 4 it stands at the next anchor
///     5–20 …   a word of 2 to 17 units, spelled out
///     21–47    one of the first 27 units of the dictionary
///     48–92 m  unit 27 + 93 · (n − 48) + m
struct TextEncoder {
  private(set) var output: [UInt8] = []
  private var isAfterWord = false
  /// Whether the space that goes without saying stands behind the last word.
  private var hasSpace = false

  mutating func clear() { output.removeAll(keepingCapacity: true) }

  /// Begins a passage. `steps`: how many anchors lie between it and the one before.
  mutating func beginPassage(steps: Int, isFirst: Bool) {
    isAfterWord = false
    for _ in 0..<steps { output.append(Script.character(4)) }
    if steps == 0, !isFirst { output.append(Script.character(3)) }
  }

  /// Appends a word. `code`: its number in the dictionary, negative for none; `isCapital`: whether it
  /// has a capital that the dictionary's word lacks.
  @inline(__always)
  mutating func word(_ text: Span<UInt8>, _ range: Range<Int>, code: Int32, isCapital: Bool) {
    // Scripts that put no spaces between words.
    if isAfterWord, !hasSpace { output += [Script.character(1), Script.character(0)] }
    isAfterWord = true
    hasSpace = false
    guard code < 0 else {
      if isCapital { output.append(Script.character(0)) }
      appendCode(Int(code))
      return
    }
    spell(text, range)
  }

  /// Appends what stands between two words, or at an end.
  mutating func separator(_ text: Span<UInt8>, _ range: Range<Int>, code: Int32, isLast: Bool) {
    if isAfterWord, !isLast, range.count == 1, text[range.lowerBound] == 0x20 {
      hasSpace = true
      return
    }
    isAfterWord = false
    guard code < 0 else { return appendCode(Int(code)) }
    var rest = range
    while !rest.isEmpty {
      let (end, units) = Self.prefix(of: text, rest)
      output.append(Script.character(1))
      output.append(Script.character(units))
      Script.appendEscaped(text, rest.lowerBound..<end, to: &output)
      rest = end..<rest.upperBound
    }
  }

  @inline(__always)
  private mutating func appendCode(_ code: Int) {
    guard code >= TextDictionary.short else { return output.append(Script.character(21 + code)) }
    let rest = code - TextDictionary.short
    output.append(Script.character(48 + rest / 93))
    output.append(Script.character(rest % 93))
  }

  private mutating func spell(_ text: Span<UInt8>, _ range: Range<Int>) {
    let (end, units) = Self.prefix(of: text, range)
    if (2...17).contains(units) {
      output.append(Script.character(3 + units))
    } else {
      output.append(Script.character(2))
      output.append(Script.character(units))
    }
    Script.append(text, range.lowerBound..<end, to: &output)
    // What is longer goes on as a separator, before which no space stands.
    if end < range.upperBound {
      separator(text, end..<range.upperBound, code: -1, isLast: true)
      isAfterWord = false
    }
  }

  /// Where the first 92 UTF-16 units end at most, and how many there are.
  private static func prefix(of text: Span<UInt8>, _ range: Range<Int>) -> (end: Int, units: Int) {
    var units = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let more = length == 4 ? 2 : byte & 0xC0 == 0x80 ? 0 : 1
      if units + more > 92 { break }
      units += more
      index = min(index + length, range.upperBound)
    }
    return (index, units)
  }
}
