import Diagnostics

/// Builds the tree of one template. It goes on after a mistake at the next tag, so that all
/// mistakes of a template are reported together.
struct Parser {
  /// How deep tags and expressions may nest. Parsing and compiling recurse, and no deeper than this.
  static let depthLimit = 64
  static let heightLimit = 100

  static let tags = [
    "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "with", "endwith", "include",
    "extends", "block", "endblock", "raw", "endraw", "macro", "endmacro", "import", "from",
    "filter",
    "endfilter",
  ]

  let bytes: [UInt8]
  let tokens: [Token]
  var position = 0
  var tree = SyntaxTree()
  var failures: [SyntaxFailure]
  var depth = 0
  private var openBlocks = 0
  var openMacros = 0
  private var hasGivenUp = false
  private var hasContent = false

  init(_ source: TemplateSource) {
    bytes = source.file.bytes
    (tokens, failures) = Lexer.tokens(of: bytes)
    if !bytes.isEmpty, String(validating: bytes, as: UTF8.self) == nil {
      failures.append(SyntaxFailure("the template is not UTF-8", 0..<0))
    }
  }

  /// The tree and the mistakes of a template.
  static func parse(_ source: TemplateSource) -> (tree: SyntaxTree, failures: [SyntaxFailure]) {
    var parser = Parser(source)
    parser.tree.body = parser.body(until: [])
    return (parser.tree, parser.failures)
  }

  // MARK: tokens

  var current: Token { tokens[min(position, tokens.count - 1)] }
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  func isWord(_ token: Token, _ word: StaticString) -> Bool {
    token.kind == .name && bytes[token.range].elementsEqual(word.description.utf8)
  }

  mutating func advance() -> Token {
    let token = current
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  mutating func take(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    _ = advance()
    return true
  }

  mutating func takeWord(_ word: StaticString) -> Bool {
    guard isWord(current, word) else { return false }
    _ = advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ what: String) throws(SyntaxFailure) {
    if !take(kind) { throw unexpected("expected \(what)") }
  }

  func unexpected(_ message: String) -> SyntaxFailure {
    let token = current
    let found =
      switch token.kind {
      case .closeTag, .closeOutput: "the end of the tag"
      case .end: "the end of the template"
      default: "`\(text(token))`"
      }
    return SyntaxFailure("\(message), found \(found)", token.range)
  }

  mutating func name(_ what: String) throws(SyntaxFailure) -> Name {
    guard current.kind == .name else { throw unexpected("expected \(what)") }
    let token = advance()
    return Name(text: text(token), range: token.range)
  }

  /// After a mistake: to behind the end of the tag at hand.
  mutating func skipTag() {
    while current.kind != .end {
      let kind = advance().kind
      if kind == .closeTag || kind == .closeOutput { return }
    }
  }

  mutating func endTag() throws(SyntaxFailure) { try expect(.closeTag, "the end of the tag") }

  /// The rest of a tag that is one expression; a mistake leaves `.missing`.
  mutating func expressionTag() -> ExpressionID {
    let start = Int(current.start)
    do throws(SyntaxFailure) {
      let value = try expression()
      try endTag()
      return value
    } catch {
      failures.append(error)
      skipTag()
      return add(.missing, start..<start)
    }
  }

  mutating func plainTag() {
    do throws(SyntaxFailure) {
      try endTag()
    } catch {
      failures.append(error)
      skipTag()
    }
  }

  // MARK: statements

  /// Statements up to a tag with one of the names in `enders`, which stays unread.
  mutating func body(until enders: [String]) -> [Statement] {
    depth += 1
    defer { depth -= 1 }
    var statements: [Statement] = []
    while true {
      let token = current
      switch token.kind {
      case .end: return statements
      case .text:
        _ = advance()
        statements.append(Statement(kind: .text(token.range), range: token.range))
      case .openOutput:
        _ = advance()
        hasContent = true
        if let statement = output() { statements.append(statement) }
      case .openTag:
        let word = next
        let name = word.kind == .name ? text(word) : ""
        if enders.contains(name) { return statements }
        _ = advance()
        if let statement = tag(name, word) { statements.append(statement) }
      default: _ = advance()
      }
    }
  }

  private mutating func output() -> Statement? {
    do throws(SyntaxFailure) {
      let value = try expression()
      try expect(.closeOutput, "}}")
      return Statement(kind: .output(value), range: tree[value].range)
    } catch {
      failures.append(error)
      skipTag()
      return nil
    }
  }

  /// Reads the ender of an open tag and its name; reports the open tag if there is none.
  mutating func ender(of open: Token) -> String? {
    guard current.kind == .openTag else {
      if hasGivenUp { return nil }
      let word = text(open)
      failures.append(
        SyntaxFailure(
          "`\(word)` is never closed", open.range, help: "end it with {% end\(word) %}"))
      return nil
    }
    _ = advance()
    return text(advance())
  }

  private mutating func tag(_ name: String, _ word: Token) -> Statement? {
    if word.kind == .name { _ = advance() }
    guard depth <= Self.depthLimit else {
      failures.append(
        SyntaxFailure("tags nest deeper than \(Self.depthLimit)", word.range))
      position = tokens.count - 1
      hasGivenUp = true
      return nil
    }
    if name != "extends" { hasContent = true }
    do throws(SyntaxFailure) {
      switch name {
      case "if": return conditional(word)
      case "for": return loop(word)
      case "set": return try assignment(word)
      case "with": return try with(word)
      case "include": return try include(word)
      case "extends":
        try extends(word)
        return nil
      case "block": return try block(word)
      case "macro": return try macro(word)
      case "import": return try importModule(word)
      case "from": return try importNames(word)
      case "filter": return try filterBlock(word)
      default: throw unknownTag(name, word)
      }
    } catch {
      failures.append(error)
      skipTag()
      return nil
    }
  }

  private func unknownTag(_ name: String, _ word: Token) -> SyntaxFailure {
    if word.kind != .name { return unexpected("expected the name of a tag") }
    if Self.tags.contains(name) {
      return SyntaxFailure("`\(name)` closes nothing that is open here", word.range)
    }
    let help =
      ["call", "do", "trans", "autoescape", "break", "continue", "debug"].contains(name)
      ? "this tag of Jinja is not supported"
      : NearMiss.question(for: name, in: Self.tags)
    return SyntaxFailure("unknown tag “\(name)”", word.range, help: help)
  }

  private mutating func conditional(_ open: Token) -> Statement {
    var branches: [Statement.Branch] = []
    var condition = expressionTag()
    while true {
      let inside = body(until: ["elif", "else", "endif"])
      branches.append(Statement.Branch(condition: condition, body: inside))
      switch ender(of: open) {
      case "elif": condition = expressionTag()
      case "else":
        plainTag()
        let otherwise = body(until: ["endif"])
        if ender(of: open) != nil { plainTag() }
        return Statement(kind: .conditional(branches, otherwise: otherwise), range: open.range)
      case "endif":
        plainTag()
        fallthrough
      default: return Statement(kind: .conditional(branches, otherwise: []), range: open.range)
      }
    }
  }

  private mutating func loop(_ open: Token) -> Statement {
    var targets: [Name] = []
    var sequence = add(.missing, open.range)
    var filter: ExpressionID?
    do throws(SyntaxFailure) {
      repeat { targets.append(try self.name("a variable")) } while take(.comma)
      guard takeWord("in") else { throw unexpected("expected `in`") }
      sequence = try expressionWithoutConditional()
      if takeWord("if") { filter = try expression() }
      if isWord(current, "recursive") {
        throw SyntaxFailure("recursive loops are not supported", current.range)
      }
      try endTag()
    } catch {
      failures.append(error)
      skipTag()
    }
    let inside = body(until: ["else", "endfor"])
    var otherwise: [Statement] = []
    let end = ender(of: open)
    if end != nil { plainTag() }
    if end == "else" {
      otherwise = body(until: ["endfor"])
      if ender(of: open) != nil { plainTag() }
    }
    return Statement(
      kind: .loop(
        Statement.Loop(
          targets: targets, sequence: sequence, filter: filter, body: inside, otherwise: otherwise)),
      range: open.range)
  }

  private mutating func assignment(_ open: Token) throws(SyntaxFailure) -> Statement {
    let target = try name("a variable")
    if current.kind == .closeTag || current.kind == .pipe {
      let filters = current.kind == .pipe ? try filtered(add(.captured, target.range)) : nil
      plainTag()
      let inside = body(until: ["endset"])
      if ender(of: open) != nil { plainTag() }
      return Statement(kind: .capture(target, filters: filters, inside), range: open.range)
    }
    try expect(.assign, "`=`")
    let value = expressionTag()
    return Statement(kind: .assign(target, value), range: open.range)
  }

  private mutating func with(_ open: Token) throws(SyntaxFailure) -> Statement {
    var variables: [(name: Name, value: ExpressionID)] = []
    do throws(SyntaxFailure) {
      while current.kind != .closeTag {
        let target = try name("a variable")
        try expect(.assign, "`=`")
        variables.append((target, try expression()))
        if !take(.comma) { break }
      }
      try endTag()
    } catch {
      failures.append(error)
      skipTag()
    }
    let inside = body(until: ["endwith"])
    if ender(of: open) != nil { plainTag() }
    return Statement(kind: .with(variables, inside), range: open.range)
  }

  mutating func templateName() throws(SyntaxFailure) -> Name {
    guard current.kind == .string else {
      throw SyntaxFailure(
        "the name of a template is written out, in quotes", current.range,
        help: "templates are checked before they run, so they must be known then")
    }
    let token = advance()
    let name = Name(text: try string(token), range: token.range)
    tree.references.append(name)
    return name
  }

  private mutating func include(_ open: Token) throws(SyntaxFailure) -> Statement {
    let name = try templateName()
    var ignoresMissing = false
    if takeWord("ignore") {
      guard takeWord("missing") else { throw unexpected("expected `missing`") }
      ignoresMissing = true
    }
    if takeWord("with"), !takeWord("context") { throw unexpected("expected `context`") }
    try endTag()
    return Statement(kind: .include(name, ignoresMissing: ignoresMissing), range: open.range)
  }

  private mutating func extends(_ open: Token) throws(SyntaxFailure) {
    let name = try templateName()
    if depth > 1 || hasContent || tree.parent != nil {
      failures.append(
        SyntaxFailure("`extends` must be the first tag of a template, and the only one", open.range)
      )
    }
    hasContent = true
    tree.parent = name
    try endTag()
  }

  private mutating func block(_ open: Token) throws(SyntaxFailure) -> Statement {
    let name = try self.name("the name of the block")
    let isScoped = takeWord("scoped")
    plainTag()
    if openMacros > 0 {
      failures.append(
        SyntaxFailure(
          "a block cannot stand in a macro", open.range, help: "put the call into a block instead"))
    }
    if let other = tree.blocks.first(where: { $0.name.text == name.text }) {
      failures.append(
        SyntaxFailure("block “\(other.name.text)” is defined twice in this template", name.range))
    }
    let number = tree.blocks.count
    tree.blocks.append(Block(name: name, isScoped: isScoped, isNested: openBlocks > 0, body: []))
    openBlocks += 1
    tree.blocks[number].body = body(until: ["endblock"])
    openBlocks -= 1
    if ender(of: open) != nil {
      if current.kind == .name {
        let end = advance()
        if text(end) != name.text {
          failures.append(
            SyntaxFailure("this ends block “\(name.text)”, not “\(text(end))”", end.range))
        }
      }
      plainTag()
    }
    return Statement(kind: .block(number), range: open.range)
  }
}
