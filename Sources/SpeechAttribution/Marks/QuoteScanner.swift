/// Finds the outermost quoted stretches of a paragraph. One pass and a stack: O(bytes) for any input.
struct QuoteScanner {
  private struct Opener {
    let lower: Int
    let content: Int
  }

  private let bytes: [UInt8]
  private var spans: [QuoteSpan] = []
  private var stack: [Opener] = []
  private var family = QuoteSpan.Family.curly
  private var closers: SingleClosers

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    closers = SingleClosers(bytes)
  }

  /// The stretches in order. `nextReopens`: the next paragraph begins with an opening mark, so that a
  /// mark at this one's start that is never closed is the custom of quoting several paragraphs.
  static func spans(of bytes: [UInt8], nextReopens: Bool) -> [QuoteSpan] {
    guard mayHoldMarks(bytes) else { return [] }
    var scanner = QuoteScanner(bytes)
    scanner.run()
    scanner.finish(nextReopens: nextReopens)
    return scanner.spans
  }

  /// Whether some byte begins a mark. Far faster than `spans`.
  static func mayHoldMarks(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x27 || byte == 0x60 { return true }
      if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] & 0xEF == 0xAB { return true }
      if byte == 0xE2, QuoteMark.at(index, in: bytes) != nil { return true }
    }
    return false
  }

  private mutating func run() {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xC2 || byte == 0xE2,
        let mark = QuoteMark.at(index, in: bytes)
      else {
        index += 1
        continue
      }
      let upper = index + mark.length
      if stack.isEmpty {
        index = open(mark, at: index, upper: upper)
      } else {
        index = inside(mark, at: index, upper: upper)
      }
    }
  }

  /// A mark outside all quotes. Returns where to go on.
  private mutating func open(_ mark: QuoteMark, at index: Int, upper: Int) -> Int {
    let opens = Surroundings.opens(bytes, lower: index, upper: upper)
    switch mark.kind {
    case .curlyOpen: family = .curly
    case .curlyClose:
      // A closing mark typed for an opening one.
      guard opens else { return upper }
      family = .curly
    case .low: family = .low
    case .guillemetLeft: family = .guillemet
    case .guillemetRight:
      guard opens else { return upper }
      family = .reversedGuillemet
    case .straight:
      guard opens else { return upper }
      family = .straight
    case .doubled:
      guard opens else { return upper }
      family = .doubled
    case .grave: family = .doubled
    case .singleOpen, .singleClose, .apostrophe:
      guard mark.kind != .singleClose, opens,
        !Surroundings.isElision(bytes, at: upper),
        let closer = closers.closer(from: upper)
      else { return upper }
      spans.append(
        QuoteSpan(
          family: .single, lower: index, content: upper..<closer.lower, upper: closer.upper,
          isUnclosed: false))
      return closer.upper
    }
    stack.append(Opener(lower: index, content: upper))
    return upper
  }

  /// A mark inside a quote: one of another kind belongs to what is quoted.
  private mutating func inside(_ mark: QuoteMark, at index: Int, upper: Int) -> Int {
    let opens: Bool
    switch (family, mark.kind) {
    case (.curly, .curlyOpen), (.straight, .straight), (.doubled, .doubled):
      opens = Surroundings.opens(bytes, lower: index, upper: upper)
    case (.curly, .curlyClose), (.low, .curlyOpen), (.low, .curlyClose),
      (.guillemet, .guillemetRight), (.reversedGuillemet, .guillemetLeft):
      opens = false
    case (.low, .low), (.guillemet, .guillemetLeft), (.reversedGuillemet, .guillemetRight),
      (.doubled, .grave):
      opens = true
    default: return upper
    }
    if opens {
      stack.append(Opener(lower: index, content: upper))
    } else if let opener = stack.popLast() {
      while let last = spans.last, last.lower > opener.lower { spans.removeLast() }
      spans.append(
        QuoteSpan(
          family: family, lower: opener.lower, content: opener.content..<index, upper: upper,
          isUnclosed: false))
    }
    return upper
  }

  /// Ends what was never closed: at the paragraph's end, before a note mark, or before the next quote.
  private mutating func finish(nextReopens: Bool) {
    guard let first = stack.first else { return }
    if nextReopens, Surroundings.isBlank(bytes, before: first.lower) {
      spans.removeAll { $0.lower > first.lower }
      stack = [first]
    }
    var merged: [QuoteSpan] = []
    var closed = spans[...]
    for (position, opener) in stack.enumerated() {
      while let span = closed.first, span.lower < opener.lower {
        merged.append(span)
        closed.removeFirst()
      }
      var limit = bytes.count
      if position + 1 < stack.count { limit = stack[position + 1].lower }
      if let span = closed.first { limit = min(limit, span.lower) }
      let end = Surroundings.endOfUnclosed(bytes, from: opener.content, limit: limit)
      guard end > opener.content else { continue }
      merged.append(
        QuoteSpan(
          family: family, lower: opener.lower, content: opener.content..<end, upper: end,
          isUnclosed: true))
    }
    merged.append(contentsOf: closed)
    spans = merged
  }
}
