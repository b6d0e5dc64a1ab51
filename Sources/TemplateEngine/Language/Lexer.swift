/// Splits a template into tokens by the rules of Jinja2 3.1 with its default settings: whitespace
/// is kept except beside a `-`, one newline at the end of the template is dropped.
///
/// Works on bytes and is linear; a token is a range of the source.
struct Lexer {
  private let bytes: [UInt8]
  private let limit: Int
  private var position: Int
  private var tokens: [Token] = []
  private var failures: [SyntaxFailure] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var limit = bytes.count
    if limit > 0, bytes[limit - 1] == UInt8(ascii: "\n") || bytes[limit - 1] == UInt8(ascii: "\r") {
      limit -= 1
      if bytes[limit] == UInt8(ascii: "\n"), limit > 0, bytes[limit - 1] == UInt8(ascii: "\r") {
        limit -= 1
      }
    }
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.limit = max(limit, position)
  }

  /// The tokens of `bytes`, ended by one `.end`, and the mistakes that were skipped over.
  static func tokens(of bytes: [UInt8]) -> (tokens: [Token], failures: [SyntaxFailure]) {
    var lexer = Lexer(bytes)
    lexer.run()
    return (lexer.tokens, lexer.failures)
  }

  private func byte(_ index: Int) -> UInt8 { index < limit ? bytes[index] : 0 }

  private mutating func add(_ kind: Token.Kind, _ start: Int) {
    tokens.append(Token(kind, start, position))
  }

  private mutating func run() {
    var textStart = position
    while position < limit {
      guard bytes[position] == UInt8(ascii: "{") else {
        position += 1
        continue
      }
      let second = byte(position + 1)
      guard
        second == UInt8(ascii: "{") || second == UInt8(ascii: "%") || second == UInt8(ascii: "#")
      else {
        position += 1
        continue
      }
      let start = position
      let sign = byte(position + 2)
      addText(textStart, start, stripEnd: sign == UInt8(ascii: "-"))
      position += sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? 3 : 2
      let strips: Bool
      switch second {
      case UInt8(ascii: "#"): strips = skipComment(from: start)
      case UInt8(ascii: "{"):
        tokens.append(Token(.openOutput, start, position))
        strips = lexCode(close: UInt8(ascii: "}"), from: start)
      default:
        if let raw = raw(from: start) {
          strips = raw
        } else {
          tokens.append(Token(.openTag, start, position))
          strips = lexCode(close: UInt8(ascii: "%"), from: start)
        }
      }
      if strips { skipWhitespace() }
      textStart = position
    }
    addText(textStart, limit, stripEnd: false)
    position = limit
    add(.end, limit)
  }

  private mutating func addText(_ start: Int, _ stop: Int, stripEnd: Bool) {
    var stop = stop
    if stripEnd {
      while let width = Whitespace.width(before: stop, from: start, in: bytes) { stop -= width }
    }
    if stop > start { tokens.append(Token(.text, start, stop)) }
  }

  private mutating func skipWhitespace() {
    while let width = Whitespace.width(at: position, to: limit, in: bytes) { position += width }
  }

  /// Whether whitespace after the comment goes.
  private mutating func skipComment(from start: Int) -> Bool {
    while position < limit {
      if bytes[position] == UInt8(ascii: "#"), byte(position + 1) == UInt8(ascii: "}") {
        let strips = position > start + 2 && bytes[position - 1] == UInt8(ascii: "-")
        position += 2
        return strips
      }
      position += 1
    }
    failures.append(
      SyntaxFailure("comment is never closed", start..<start + 2, help: "end it with #}"))
    return false
  }

  /// Reads `raw … endraw` if the tag at hand is one, as text; nil if it is another tag.
  private mutating func raw(from start: Int) -> Bool? {
    guard let opened = rawTag("raw", at: position) else { return nil }
    position = opened.end
    if opened.strips { skipWhitespace() }
    let textStart = position
    while position < limit {
      if bytes[position] == UInt8(ascii: "{"), byte(position + 1) == UInt8(ascii: "%") {
        let sign = byte(position + 2)
        let signed = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
        if let closed = rawTag("endraw", at: position + (signed ? 3 : 2)) {
          addText(textStart, position, stripEnd: sign == UInt8(ascii: "-"))
          position = closed.end
          return closed.strips
        }
      }
      position += 1
    }
    failures.append(
      SyntaxFailure("raw is never closed", start..<start + 2, help: "end it with {% endraw %}"))
    return false
  }

  private func rawTag(_ word: StaticString, at offset: Int) -> (end: Int, strips: Bool)? {
    var index = offset
    while let width = Whitespace.width(at: index, to: limit, in: bytes) { index += width }
    for letter in word.description.utf8 {
      guard byte(index) == letter else { return nil }
      index += 1
    }
    while let width = Whitespace.width(at: index, to: limit, in: bytes) { index += width }
    let strips = byte(index) == UInt8(ascii: "-")
    if strips || byte(index) == UInt8(ascii: "+") { index += 1 }
    guard byte(index) == UInt8(ascii: "%"), byte(index + 1) == UInt8(ascii: "}") else { return nil }
    return (index + 2, strips)
  }

  /// Reads the tokens inside `{{ … }}` or `{% … %}`; says whether whitespace after it goes.
  private mutating func lexCode(close: UInt8, from start: Int) -> Bool {
    let closing: Token.Kind = close == UInt8(ascii: "%") ? .closeTag : .closeOutput
    while true {
      skipWhitespace()
      guard position < limit else { break }
      let first = bytes[position]
      let here = position
      if first == UInt8(ascii: "-") || first == UInt8(ascii: "+"),
        byte(position + 1) == close, byte(position + 2) == UInt8(ascii: "}")
      {
        position += 3
        add(closing, here)
        return first == UInt8(ascii: "-")
      }
      if first == close, byte(position + 1) == UInt8(ascii: "}") {
        position += 2
        add(closing, here)
        return false
      }
      lexToken(first)
    }
    let mark = close == UInt8(ascii: "%") ? "%}" : "}}"
    failures.append(
      SyntaxFailure("tag is never closed", start..<start + 2, help: "end it with \(mark)"))
    add(closing, position)
    return false
  }

  private mutating func lexToken(_ first: UInt8) {
    let start = position
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      while Self.isWord(byte(position)) { position += 1 }
      add(.name, start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): lexNumber(start)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): lexString(first, start)
    default: lexMark(first, start)
    }
  }

  private mutating func lexNumber(_ start: Int) {
    func digits(_ index: Int) -> Int {
      var index = index
      while Self.isDigit(byte(index))
        || (byte(index) == UInt8(ascii: "_") && Self.isDigit(byte(index + 1)))
      {
        index += 1
      }
      return index
    }
    position = digits(start)
    var isFloat = false
    if byte(position) == UInt8(ascii: "."), Self.isDigit(byte(position + 1)) {
      isFloat = true
      position = digits(position + 1)
    }
    if byte(position) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(position + 1)
      let signed = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      if Self.isDigit(byte(position + (signed ? 2 : 1))) {
        isFloat = true
        position = digits(position + (signed ? 2 : 1))
      }
    }
    add(isFloat ? .float : .integer, start)
  }

  private mutating func lexString(_ quote: UInt8, _ start: Int) {
    position += 1
    while position < limit, bytes[position] != quote {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    if position >= limit {
      position = limit
      failures.append(SyntaxFailure("string is never closed", start..<start + 1))
    } else {
      position += 1
    }
    add(.string, start)
  }

  private mutating func lexMark(_ first: UInt8, _ start: Int) {
    let second = byte(position + 1)
    let kind: Token.Kind
    var length = 1
    func either(_ mark: UInt8, _ double: Token.Kind, _ single: Token.Kind) -> Token.Kind {
      if second == mark { length = 2 }
      return second == mark ? double : single
    }
    switch first {
    case UInt8(ascii: "."): kind = .dot
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "|"): kind = .pipe
    case UInt8(ascii: "~"): kind = .tilde
    case UInt8(ascii: "("): kind = .leftParen
    case UInt8(ascii: ")"): kind = .rightParen
    case UInt8(ascii: "["): kind = .leftBracket
    case UInt8(ascii: "]"): kind = .rightBracket
    case UInt8(ascii: "{"): kind = .leftBrace
    case UInt8(ascii: "}"): kind = .rightBrace
    case UInt8(ascii: "+"): kind = .plus
    case UInt8(ascii: "-"): kind = .minus
    case UInt8(ascii: "%"): kind = .modulo
    case UInt8(ascii: "*"): kind = either(UInt8(ascii: "*"), .power, .times)
    case UInt8(ascii: "/"): kind = either(UInt8(ascii: "/"), .floorDivide, .divide)
    case UInt8(ascii: "="): kind = either(UInt8(ascii: "="), .equal, .assign)
    case UInt8(ascii: "<"): kind = either(UInt8(ascii: "="), .lessEqual, .less)
    case UInt8(ascii: ">"): kind = either(UInt8(ascii: "="), .greaterEqual, .greater)
    case UInt8(ascii: "!") where second == UInt8(ascii: "="):
      kind = .notEqual
      length = 2
    default:
      position += 1
      while position < limit, bytes[position] & 0xC0 == 0x80 { position += 1 }
      failures.append(SyntaxFailure("unexpected character", start..<position))
      return
    }
    position += length
    add(kind, start)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isWord(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || isDigit(byte)
      || byte == UInt8(ascii: "_")
  }
}
