extension Parser {
  mutating func add(_ kind: Expression.Kind, _ range: Range<Int>, above children: ExpressionID...)
    -> ExpressionID
  {
    add(kind, range, children: children)
  }

  mutating func add(_ kind: Expression.Kind, _ range: Range<Int>, children: [ExpressionID])
    -> ExpressionID
  {
    let height = children.reduce(0) { max($0, tree[$1].height) } + 1
    let id = ExpressionID(index: tree.expressions.count)
    guard height <= Self.heightLimit else {
      if height == Self.heightLimit + 1 {
        failures.append(SyntaxFailure("expression nests deeper than \(Self.heightLimit)", range))
      }
      tree.expressions.append(Expression(kind: .missing, range: range, height: 1))
      return id
    }
    tree.expressions.append(Expression(kind: kind, range: range, height: height))
    return id
  }

  private func span(_ first: ExpressionID, _ last: ExpressionID) -> Range<Int> {
    tree[first].range.lowerBound..<tree[last].range.upperBound
  }

  /// From the start of an expression to the last token that was read.
  func span(_ first: ExpressionID) -> Range<Int> {
    let start = tree[first].range.lowerBound
    return start..<max(start, Int(tokens[position - 1].stop))
  }

  /// `or` and everything that binds closer, with `… if … else …` behind it.
  mutating func expression() throws(SyntaxFailure) -> ExpressionID {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw SyntaxFailure("expression nests deeper than \(Self.depthLimit)", current.range)
    }
    var result = try binary(0)
    var chain = 0
    while takeWord("if") {
      let condition = try binary(0)
      var otherwise: ExpressionID?
      if takeWord("else") { otherwise = try expression() }
      let children = [result, condition] + (otherwise.map { [$0] } ?? [])
      result = add(
        .conditional(then: result, condition: condition, otherwise: otherwise), span(result),
        children: children)
      chain += 1
      if chain > Self.depthLimit { throw unexpected("too many conditions") }
    }
    return result
  }

  /// What `for … in` takes, where `if` begins the filter of the loop.
  mutating func expressionWithoutConditional() throws(SyntaxFailure) -> ExpressionID {
    try binary(0)
  }

  private enum Operator {
    case or, and
    case plain(BinaryOperator)
    case concat
  }

  /// The operator at hand, how close it binds and how many tokens it has. The order is Jinja2's:
  /// `or and not` comparison `+ -` `~` `* / // %` `**`.
  private func operatorAtHand() -> (operation: Operator, precedence: Int, tokens: Int)? {
    switch current.kind {
    case .name:
      if isWord(current, "or") { return (.or, 0, 1) }
      if isWord(current, "and") { return (.and, 1, 1) }
      if isWord(current, "in") { return (.plain(.contained), 3, 1) }
      if isWord(current, "not"), isWord(next, "in") { return (.plain(.notContained), 3, 2) }
      return nil
    case .equal: return (.plain(.equal), 3, 1)
    case .notEqual: return (.plain(.notEqual), 3, 1)
    case .less: return (.plain(.less), 3, 1)
    case .lessEqual: return (.plain(.lessEqual), 3, 1)
    case .greater: return (.plain(.greater), 3, 1)
    case .greaterEqual: return (.plain(.greaterEqual), 3, 1)
    case .plus: return (.plain(.add), 4, 1)
    case .minus: return (.plain(.subtract), 4, 1)
    case .tilde: return (.concat, 5, 1)
    case .times: return (.plain(.multiply), 6, 1)
    case .divide: return (.plain(.divide), 6, 1)
    case .floorDivide: return (.plain(.floorDivide), 6, 1)
    case .modulo: return (.plain(.modulo), 6, 1)
    case .power: return (.plain(.power), 7, 1)
    default: return nil
    }
  }

  private mutating func binary(_ minimum: Int) throws(SyntaxFailure) -> ExpressionID {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw SyntaxFailure("expression nests deeper than \(Self.depthLimit)", current.range)
    }
    var left: ExpressionID
    if minimum <= 2, isWord(current, "not") {
      let start = advance()
      let operand = try binary(2)
      left = add(
        .not(operand), Int(start.start)..<tree[operand].range.upperBound, above: operand)
    } else {
      left = try unary(filters: true)
    }
    var compared = false
    while let (operation, precedence, count) = operatorAtHand(), precedence >= minimum {
      if precedence == 3 {
        if compared {
          throw SyntaxFailure(
            "comparisons cannot be chained", current.range, help: "write `a < b and b < c`")
        }
        compared = true
      } else if precedence < 3 {
        compared = false
      }
      for _ in 0..<count { _ = advance() }
      let right = try binary(precedence + 1)
      let range = span(left, right)
      switch operation {
      case .or: left = add(.or(left, right), range, above: left, right)
      case .and: left = add(.and(left, right), range, above: left, right)
      case .plain(let plain): left = add(.binary(plain, left, right), range, above: left, right)
      case .concat:
        var parts = [left]
        if case .concat(let earlier) = tree[left].kind { parts = earlier }
        parts.append(right)
        left = add(.concat(parts), range, children: parts)
      }
    }
    return left
  }

  private mutating func unary(filters: Bool) throws(SyntaxFailure) -> ExpressionID {
    var signs: [Token] = []
    while current.kind == .minus || current.kind == .plus { signs.append(advance()) }
    var value = try primary()
    if signs.isEmpty {
      value = try postfix(value)
    } else {
      value = try postfix(value)
      for sign in signs.reversed() {
        let range = Int(sign.start)..<tree[value].range.upperBound
        value =
          sign.kind == .minus
          ? add(.negative(value), range, above: value) : add(.positive(value), range, above: value)
      }
    }
    return filters ? try filtered(value) : value
  }

  /// Attributes, indices and slices.
  private mutating func postfix(_ value: ExpressionID) throws(SyntaxFailure) -> ExpressionID {
    var value = value
    while true {
      if take(.dot) {
        let attribute = try name("the name of an attribute")
        if current.kind == .leftParen {
          let call = try call(attribute)
          value = add(.method(value, call), span(value), children: [value] + arguments(call))
        } else {
          value = add(.attribute(value, attribute), span(value), above: value)
        }
      } else if take(.leftBracket) {
        var from: ExpressionID?
        if current.kind != .colon { from = try expression() }
        if take(.colon) {
          var to: ExpressionID?
          var step: ExpressionID?
          if current.kind != .rightBracket, current.kind != .colon { to = try expression() }
          if take(.colon), current.kind != .rightBracket { step = try expression() }
          try expect(.rightBracket, "`]`")
          let children = [value] + [from, to, step].compactMap { $0 }
          value = add(
            .slice(value, from: from, to: to, step: step), span(value), children: children)
        } else if let from {
          try expect(.rightBracket, "`]`")
          value = add(.index(value, from), span(value), above: value, from)
        }
      } else {
        return value
      }
    }
  }

  /// Filters and tests, which bind closer than any operator but the sign.
  mutating func filtered(_ value: ExpressionID) throws(SyntaxFailure) -> ExpressionID {
    var value = value
    while true {
      if take(.pipe) {
        let call = try call(try name("the name of a filter"))
        value = add(.filter(value, call), span(value), children: [value] + arguments(call))
      } else if takeWord("is") {
        let negated = takeWord("not")
        var test = Call(name: try testName())
        if current.kind == .leftParen {
          test = try call(test.name)
        } else if startsArgument() {
          test.positional = [try postfix(try primary())]
        }
        value = add(.test(value, test), span(value), children: [value] + arguments(test))
        if negated { value = add(.not(value), span(value), above: value) }
      } else {
        return value
      }
    }
  }

  func arguments(_ call: Call) -> [ExpressionID] {
    call.positional + call.named.map(\.value)
  }

  private mutating func testName() throws(SyntaxFailure) -> Name {
    try name("the name of a test")
  }

  /// Whether a test's argument follows without parentheses, as in `is divisibleby 3`.
  private func startsArgument() -> Bool {
    switch current.kind {
    case .string, .integer, .float, .leftBracket: true
    case .name:
      !["else", "or", "and", "if", "not", "in", "is", "recursive"].contains(text(current))
    default: false
    }
  }

  mutating func call(_ name: Name) throws(SyntaxFailure) -> Call {
    var call = Call(name: name)
    guard take(.leftParen) else { return call }
    while !take(.rightParen) {
      if current.kind == .name, next.kind == .assign {
        let argument = try self.name("an argument")
        _ = advance()
        call.named.append((argument, try expression()))
      } else {
        if !call.named.isEmpty {
          throw unexpected("arguments without a name come first")
        }
        call.positional.append(try expression())
      }
      if current.kind != .rightParen { try expect(.comma, "`,` or `)`") }
    }
    return call
  }

  private mutating func primary() throws(SyntaxFailure) -> ExpressionID {
    let token = current
    switch token.kind {
    case .name:
      let word = text(token)
      let literal: TemplateValue? =
        switch word {
        case "true", "True": .bool(true)
        case "false", "False": .bool(false)
        case "none", "None": TemplateValue.none
        default: nil
        }
      if let literal {
        _ = advance()
        return add(.literal(literal), token.range)
      }
      if ["and", "or", "not", "in", "is", "if", "else"].contains(word) {
        throw unexpected("expected a value")
      }
      _ = advance()
      let name = Name(text: word, range: token.range)
      guard current.kind == .leftParen else { return add(.name(word), token.range) }
      let call = try call(name)
      let range = Int(token.start)..<Int(tokens[position - 1].stop)
      return add(.call(call), range, children: arguments(call))
    case .integer:
      _ = advance()
      guard let value = Int(digits(token)) else {
        throw SyntaxFailure("integer does not fit 64 bits", token.range)
      }
      return add(.literal(.int(value)), token.range)
    case .float:
      _ = advance()
      guard let value = Double(digits(token)), value.isFinite else {
        throw SyntaxFailure("number is too large", token.range)
      }
      return add(.literal(.double(value)), token.range)
    case .string:
      var value = ""
      // Neighbouring strings are one, as in Python.
      while current.kind == .string { value += try string(advance()) }
      return add(.literal(.string(value)), Int(token.start)..<Int(tokens[position - 1].stop))
    case .leftParen:
      _ = advance()
      let value = try expression()
      if current.kind == .comma {
        throw SyntaxFailure("tuples are written as lists", current.range, help: "use [ ]")
      }
      try expect(.rightParen, "`)`")
      return value
    case .leftBracket:
      _ = advance()
      var items: [ExpressionID] = []
      while !take(.rightBracket) {
        items.append(try expression())
        if current.kind != .rightBracket { try expect(.comma, "`,` or `]`") }
      }
      return add(.list(items), Int(token.start)..<Int(tokens[position - 1].stop), children: items)
    case .leftBrace:
      throw SyntaxFailure("mappings cannot be written in a template", token.range)
    default: throw unexpected("expected a value")
    }
  }

  private func digits(_ token: Token) -> String {
    String(decoding: bytes[token.range].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  /// The value of a string literal: Python's escapes, newlines as `\n`.
  func string(_ token: Token) throws(SyntaxFailure) -> String {
    var scalars = String.UnicodeScalarView()
    let quoted = bytes[token.range]
    let inside = String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
    var iterator = inside.replacingLineEnds.unicodeScalars.makeIterator()
    while let scalar = iterator.next() {
      guard scalar == "\\" else {
        scalars.append(scalar)
        continue
      }
      guard let escape = iterator.next() else { break }
      switch escape {
      case "n": scalars.append("\n")
      case "t": scalars.append("\t")
      case "r": scalars.append("\r")
      case "\\", "'", "\"": scalars.append(escape)
      case "\n": break
      case "x", "u", "U":
        var code: UInt32 = 0
        for _ in 0..<(escape == "x" ? 2 : escape == "u" ? 4 : 8) {
          guard let digit = iterator.next(), let value = UInt32(String(digit), radix: 16) else {
            throw SyntaxFailure("incomplete escape in a string", token.range)
          }
          code = code &* 16 &+ value
        }
        guard let scalar = Unicode.Scalar(code) else {
          throw SyntaxFailure("no such character in a string", token.range)
        }
        scalars.append(scalar)
      default:
        scalars.append("\\")
        scalars.append(escape)
      }
    }
    return String(scalars)
  }
}

extension String {
  /// With `\r\n` and `\r` as `\n`, as Jinja2 reads its templates.
  fileprivate var replacingLineEnds: String {
    guard utf8.contains(UInt8(ascii: "\r")) else { return self }
    var bytes: [UInt8] = []
    LineEnds.append(Array(utf8)[...], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Line ends as Jinja2 writes them.
enum LineEnds {
  /// Appends `bytes` with `\r\n` and `\r` as `\n`.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\r") {
        output.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        output.append(byte)
      }
      previous = byte
    }
  }
}
