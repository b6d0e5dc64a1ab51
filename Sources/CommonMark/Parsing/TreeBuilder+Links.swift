/// Where links begin and end, which cmark does not say reliably.
extension TreeBuilder {
  mutating func skipLinkOpening(isImage: Bool) {
    if isImage, byte(at: cursor) == UInt8(ascii: "!") { cursor += 1 }
    let next = byte(at: cursor)
    if next == UInt8(ascii: "[") || next == UInt8(ascii: "<") { cursor += 1 }
  }

  /// Moves from behind a link's text behind the link: `>`, `]`, `](…)`, `][]`, `][label]`.
  mutating func skipLinkTail() {
    if byte(at: cursor) == UInt8(ascii: ">") {
      cursor += 1
      return
    }
    guard byte(at: cursor) == UInt8(ascii: "]") else { return }
    cursor += 1
    let closed = cursor
    switch byte(at: cursor) {
    case UInt8(ascii: "("):
      cursor += 1
      if !skipResource() { cursor = closed }
    case UInt8(ascii: "["):
      if !skipLabel() { cursor = closed }
    default: break
    }
  }

  /// `[label]`, as in the specification's “link label”.
  private mutating func skipLabel() -> Bool {
    let limit = min(leafEnd, cursor + 1001)
    var index = cursor + 1
    while index < limit {
      switch byte(at: index) {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "["): return false
      case UInt8(ascii: "]"):
        cursor = index + 1
        return true
      default: index += 1
      }
    }
    return false
  }

  /// The rest of `(destination "title")` behind its parenthesis.
  private mutating func skipResource() -> Bool {
    skipSpaces()
    guard skipDestination() else { return false }
    let behind = cursor
    skipSpaces()
    if cursor > behind, let close = Self.titleEnd(byte(at: cursor)) {
      cursor += 1
      while cursor < leafEnd, byte(at: cursor) != close {
        if close == UInt8(ascii: ")"), byte(at: cursor) == UInt8(ascii: "(") { return false }
        cursor += byte(at: cursor) == UInt8(ascii: "\\") ? 2 : 1
      }
      cursor += 1
      skipSpaces()
    }
    guard byte(at: cursor) == UInt8(ascii: ")") else { return false }
    cursor += 1
    return true
  }

  /// `<…>`, or bytes with balanced parentheses, as deep as cmark reads them.
  private mutating func skipDestination() -> Bool {
    if byte(at: cursor) == UInt8(ascii: "<") {
      cursor += 1
      while cursor < leafEnd, byte(at: cursor) != UInt8(ascii: ">") {
        if byte(at: cursor) == 0x0A || byte(at: cursor) == UInt8(ascii: "<") { return false }
        cursor += byte(at: cursor) == UInt8(ascii: "\\") ? 2 : 1
      }
      cursor += 1
      return true
    }
    var depth = 0
    while cursor < leafEnd {
      switch byte(at: cursor) {
      case UInt8(ascii: "\\") where Self.isPunctuation(byte(at: cursor + 1)): cursor += 1
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return false }
      case UInt8(ascii: ")"):
        if depth == 0 { return true }
        depth -= 1
      case 0x20, 0x09, 0x0A, 0x0D: return depth == 0
      default: break
      }
      cursor += 1
    }
    return false
  }

  private static func titleEnd(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  /// Blanks and at most one line ending.
  private mutating func skipSpaces() {
    skipBlanks()
    if byte(at: cursor) == 0x0A || byte(at: cursor) == 0x0D { skipLineEnding() }
  }

  /// Moves the cursor to a leaf's first inline. Link reference definitions and a callout's first line
  /// may stand before it in the same block.
  mutating func findFirstInline(of node: ParsedNode) {
    guard byte(at: cursor) == UInt8(ascii: "["), let first = node.firstChild else { return }
    let start = cursor
    while cursor < leafEnd {
      if canStart(first, at: cursor) { return }
      while cursor < leafEnd, byte(at: cursor) != 0x0A, byte(at: cursor) != 0x0D { cursor += 1 }
      skipLineEnding()
    }
    cursor = start
  }

  private func canStart(_ node: ParsedNode, at offset: Int) -> Bool {
    let next = byte(at: offset)
    switch node.kind {
    case .text:
      return unsafe node.withLiteral { literal in
        let length = min(literal.count, 24)
        guard offset + length <= leafEnd else { return false }
        let written = prepared.bytes[offset..<(offset + length)]
        if next == UInt8(ascii: "\\") || next == UInt8(ascii: "&") { return true }
        return unsafe written.elementsEqual(literal[..<length])
      }
    case .link:
      if next == UInt8(ascii: "<") { return true }
      return next == UInt8(ascii: "[") && !isDefinition(at: offset)
    case .image: return next == UInt8(ascii: "!")
    case .code: return next == UInt8(ascii: "`")
    case .emphasis, .strong: return next == UInt8(ascii: "*") || next == UInt8(ascii: "_")
    case .htmlInline: return next == UInt8(ascii: "<")
    default: return true
    }
  }

  /// Whether `[…]:` stands at `offset`.
  private func isDefinition(at offset: Int) -> Bool {
    let limit = min(leafEnd, offset + 1001)
    var index = offset + 1
    while index < limit {
      switch byte(at: index) {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "]"): return byte(at: index + 1) == UInt8(ascii: ":")
      default: index += 1
      }
    }
    return false
  }
}
