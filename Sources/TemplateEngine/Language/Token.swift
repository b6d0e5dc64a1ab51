/// A token of a template: what it is and where it stands. Its text stays in the source.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case text
    case openTag, closeTag, openOutput, closeOutput
    case name, integer, float, string
    case dot, comma, colon, pipe, assign, tilde
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case equal, notEqual, less, lessEqual, greater, greaterEqual
    case plus, minus, times, power, divide, floorDivide, modulo
    case end
  }

  let kind: Kind
  let start: Int32
  let stop: Int32

  init(_ kind: Kind, _ start: Int, _ stop: Int) {
    self.kind = kind
    self.start = Int32(truncatingIfNeeded: start)
    self.stop = Int32(truncatingIfNeeded: stop)
  }

  var range: Range<Int> { Int(start)..<Int(stop) }
}

/// A mistake of syntax: what and where.
struct SyntaxFailure: Error {
  let message: String
  let range: Range<Int>
  let help: String?

  init(_ message: String, _ range: Range<Int>, help: String? = nil) {
    self.message = message
    self.range = range
    self.help = help
  }
}
