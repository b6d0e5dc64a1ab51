/// Cuts a paragraph into tokens and sentences in one pass over its bytes.
struct Tokenizer {
  private let bytes: [UInt8]
  private let vocabulary: Vocabulary
  private let spans: [QuoteSpan]
  private(set) var tokens: [Token] = []
  /// Ranges of tokens. A sentence that ends inside a quote ends behind it.
  private(set) var sentences: [Range<Int>] = []
  private var sentenceStart = 0

  init(_ bytes: [UInt8], spans: [QuoteSpan], vocabulary: Vocabulary) {
    self.bytes = bytes
    self.spans = spans
    self.vocabulary = vocabulary
    tokens.reserveCapacity(bytes.count / 5)
    run()
    endSentence()
    dropDateline()
  }

  /// `WASHINGTON, Sept. 28 (UPI) —` is no part of the first sentence.
  private mutating func dropDateline() {
    guard let first = sentences.first, tokens[first.lowerBound].isAcronym else { return }
    let limit = min(first.upperBound, first.lowerBound + 12)
    guard
      let dash = tokens[first.lowerBound..<limit].firstIndex(where: { $0.kind == .dash }),
      dash + 1 < first.upperBound
    else { return }
    let isPlain = tokens[first.lowerBound..<dash].allSatisfy {
      $0.kind != .quote && ($0.kind != .word || $0.isCapital)
    }
    guard isPlain else { return }
    sentences[0] = dash + 1..<first.upperBound
    tokens[dash + 1].beginsSentence = true
  }

  private mutating func endSentence() {
    if tokens.count > sentenceStart { sentences.append(sentenceStart..<tokens.count) }
    sentenceStart = tokens.count
  }

  private mutating func append(_ kind: Token.Kind, _ lower: Int, _ upper: Int) {
    tokens.append(Token(kind: kind, lower: Int32(lower), upper: Int32(upper)))
  }

  private mutating func run() {
    var index = 0
    var nextSpan = 0
    while index < bytes.count {
      if nextSpan < spans.count, spans[nextSpan].lower == index {
        index = appendQuote(nextSpan)
        nextSpan += 1
        continue
      }
      let byte = bytes[index]
      if byte == 0x20 {
        index += 1
      } else if isLetter(index) {
        index = appendWord(from: index)
      } else if byte &- 0x30 < 10 {
        var end = index + 1
        while end < bytes.count, bytes[end] &- 0x30 < 10 || isInnerPoint(end) || isLetter(end) {
          end += 1
        }
        append(.number, index, end)
        index = end
      } else {
        index = appendMark(byte, at: index)
      }
    }
  }

  private func isInnerPoint(_ index: Int) -> Bool {
    let byte = bytes[index]
    return (byte == 0x2E || byte == 0x2C || byte == 0x2F || byte == 0x2D || byte == 0x3A)
      && index + 1 < bytes.count && bytes[index + 1] &- 0x30 < 10
  }

  private func isLetter(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte | 0x20 &- 0x61 < 26 }
    return byte >= 0xC3 && byte != 0xE2
  }

  private mutating func appendQuote(_ number: Int) -> Int {
    let span = spans[number]
    tokens.append(
      Token(
        kind: .quote, lower: Int32(span.lower), upper: Int32(span.upper), span: Int32(number)))
    if span.isUnclosed || endsSentence(span) { endSentence() }
    return span.upper
  }

  /// Whether the quote closes the sentence it stands in: it ends in a full stop, and what follows
  /// begins a new one.
  private func endsSentence(_ span: QuoteSpan) -> Bool {
    guard let last = bytes[span.content].last(where: { $0 != 0x20 }) else { return false }
    let isFinal = last == 0x2E || last == 0x21 || last == 0x3F || last == 0xA6 || last == 0x94
    return isFinal && beginsSentence(at: span.upper)
  }

  /// Whether what follows `index` may begin a sentence: a capital, a digit, a mark, or nothing.
  private func beginsSentence(at index: Int) -> Bool {
    var index = index
    while index < bytes.count, Surroundings.isSpace(bytes, at: index) { index += 1 }
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    return !(byte &- 0x61 < 26 || byte == 0x2C || byte == 0x3B || byte == 0x29)
  }

  private mutating func appendMark(_ byte: UInt8, at index: Int) -> Int {
    var upper = index + 1
    switch byte {
    case 0x2C: append(.comma, index, upper)
    case 0x3A: append(.colon, index, upper)
    case 0x3B: append(.semicolon, index, upper)
    case 0x28, 0x5B: append(.open, index, upper)
    case 0x29, 0x5D: append(.close, index, upper)
    case 0x2E, 0x21, 0x3F:
      while upper < bytes.count,
        bytes[upper] == 0x2E || bytes[upper] == 0x21 || bytes[upper] == 0x3F
      {
        upper += 1
      }
      let isAbbreviated =
        upper == index + 1 && byte == 0x2E
        && tokens.last.map { isAbbreviation($0, at: index) } == true
      if isAbbreviated {
        // The initial “A.” is no article.
        let last = tokens.count - 1
        if tokens[last].upper - tokens[last].lower == 1 { tokens[last].classes = [] }
        break
      }
      // Before a small letter, a comma or a bracket it ends no sentence: “(D-Wis.) said”.
      if beginsSentence(at: upper) {
        append(.stop, index, upper)
        endSentence()
      }
    case 0x2D:
      while upper < bytes.count, bytes[upper] == 0x2D { upper += 1 }
      if upper > index + 1 || index > 0 && bytes[index - 1] == 0x20 { append(.dash, index, upper) }
    case 0xE2:
      upper = min(index + 3, bytes.count)
      if index + 2 < bytes.count, bytes[index + 1] == 0x80 {
        switch bytes[index + 2] {
        case 0x93...0x95: append(.dash, index, upper)
        case 0xA6:
          if beginsSentence(at: upper) {
            append(.stop, index, upper)
            endSentence()
          }
        default: break
        }
      }
    case 0xC2: upper = min(index + 2, bytes.count)
    case 0x26, 0x24, 0x25, 0x40, 0x23: append(.other, index, upper)
    default: break
    }
    return upper
  }

  /// Whether the stop at `index` belongs to the word before it: `Mr.`, `J.`
  private func isAbbreviation(_ token: Token, at index: Int) -> Bool {
    guard token.kind == .word, Int(token.upper) == index else { return false }
    if token.classes.contains(.abbreviation), token.isCapital || !beginsSentence(at: index + 1) {
      // “Jr.” and “Inc.” may end a sentence, but a name behind them is likelier.
      return true
    }
    return token.isCapital && token.upper - token.lower == 1
  }

  private mutating func appendWord(from start: Int) -> Int {
    var index = start
    var hash = Vocabulary.seed
    var possessive = false
    var capitals = 0
    var lowers = 0
    var end = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 0x61 < 26 {
        lowers += 1
        hash = Vocabulary.combine(hash, byte)
        index += 1
      } else if byte &- 0x41 < 26 {
        capitals += 1
        hash = Vocabulary.combine(hash, byte)
        index += 1
      } else if byte &- 0x30 < 10 || byte >= 0xC3 && byte != 0xE2 || byte & 0xC0 == 0x80 {
        hash = Vocabulary.combine(hash, byte)
        index += 1
      } else if byte == 0x2E, index + 1 < bytes.count, capitals > 0, lowers == 0,
        bytes[index + 1] &- 0x41 < 26 || index - start >= 3 && bytes[index - 2] == 0x2E
      {
        // “U.S.”, with its last point.
        hash = Vocabulary.combine(hash, byte)
        index += 1
        if !isLetter(index) {
          end = index
          break
        }
      } else if byte == 0x2D, index + 1 < bytes.count, isLetter(index + 1) {
        hash = Vocabulary.combine(hash, byte)
        index += 1
      } else if let length = apostrophe(at: index) {
        let after = index + length
        guard after < bytes.count, isLetter(after) else {
          possessive = bytes[index - 1] | 0x20 == 0x73
          end = index
          index = after
          finish(start, end, hash, possessive, capitals, lowers)
          return index
        }
        if bytes[after] | 0x20 == 0x73, after + 1 >= bytes.count || !isLetter(after + 1) {
          end = index
          // “it's” is no possessive, but its word is of a class that no name has.
          finish(start, end, hash, true, capitals, lowers)
          return after + 1
        }
        hash = Vocabulary.combine(hash, 0x27)
        index = after
      } else {
        break
      }
      end = index
    }
    finish(start, end, hash, possessive, capitals, lowers)
    return max(index, start + 1)
  }

  private func apostrophe(at index: Int) -> Int? {
    if bytes[index] == 0x27 { return 1 }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0x99
    else { return nil }
    return 3
  }

  private mutating func finish(
    _ start: Int, _ end: Int, _ hash: UInt64, _ possessive: Bool, _ capitals: Int, _ lowers: Int
  ) {
    var token = Token(kind: .word, lower: Int32(start), upper: Int32(end))
    token.hash = hash
    token.classes = vocabulary.classes(of: hash)
    token.isCapital = startsWithCapital(start)
    token.isAcronym = lowers == 0 && capitals > 1
    token.isPossessive = possessive
    token.beginsSentence = tokens.count == sentenceStart
    let length = end - start
    token.endsInS = length > 2 && bytes[end - 1] == 0x73
    token.endsInLy = length > 4 && bytes[end - 1] == 0x79 && bytes[end - 2] == 0x6C
    token.endsInEd = length > 3 && bytes[end - 1] == 0x64 && bytes[end - 2] == 0x65
    tokens.append(token)
  }

  private func startsWithCapital(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte &- 0x41 < 26 }
    guard byte & 0xE0 == 0xC0, index + 1 < bytes.count else { return false }
    let scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Tells each word which of `names` covers it. Names ascend by their ranges. O(tokens + names).
  mutating func assign(_ names: ArraySlice<NameMention>) {
    guard !names.isEmpty else { return }
    var current = names.startIndex
    for index in tokens.indices {
      let lower = Int(tokens[index].lower)
      while current < names.endIndex, names[current].range.upperBound <= lower { current += 1 }
      guard current < names.endIndex else { return }
      if tokens[index].kind == .word, names[current].range.lowerBound < Int(tokens[index].upper),
        names[current].range.lowerBound <= lower
      {
        tokens[index].name = Int32(current)
      }
    }
  }
}
