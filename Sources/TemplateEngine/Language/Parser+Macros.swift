import Diagnostics

extension Parser {
  /// `macro name(a, b=1)` up to its `endmacro`.
  mutating func macro(_ open: Token) throws(SyntaxFailure) -> Statement {
    let name = try self.name("the name of the macro")
    var parameters: [(name: Name, standard: ExpressionID?)] = []
    do throws(SyntaxFailure) {
      parameters = try self.parameters()
      try endTag()
    } catch {
      failures.append(error)
      skipTag()
    }
    let number = tree.macros.count
    tree.macros.append(Macro(name: name, parameters: parameters, body: []))
    openMacros += 1
    tree.macros[number].body = body(until: ["endmacro"])
    openMacros -= 1
    if ender(of: open) != nil { plainTag() }
    return Statement(kind: .macro(number), range: open.range)
  }

  private mutating func parameters() throws(SyntaxFailure) -> [(
    name: Name, standard: ExpressionID?
  )] {
    var parameters: [(name: Name, standard: ExpressionID?)] = []
    try expect(.leftParen, "`(`")
    while !take(.rightParen) {
      let parameter = try name("a parameter")
      if parameters.contains(where: { $0.name.text == parameter.text }) {
        failures.append(
          SyntaxFailure("there are two parameters “\(parameter.text)”", parameter.range))
      }
      var standard: ExpressionID?
      if take(.assign) {
        standard = try expression()
      } else if parameters.last?.standard != nil {
        throw SyntaxFailure(
          "a parameter without a default comes before those with one", parameter.range)
      }
      parameters.append((parameter, standard))
      if current.kind != .rightParen { try expect(.comma, "`,` or `)`") }
    }
    return parameters
  }

  /// `import "file" as name`.
  mutating func importModule(_ open: Token) throws(SyntaxFailure) -> Statement {
    let template = try templateName()
    guard takeWord("as") else { throw unexpected("expected `as`") }
    let alias = try name("a name for the imported template")
    let withContext = try importContext()
    try endTag()
    return Statement(
      kind: .importModule(template, as: alias, withContext: withContext), range: open.range)
  }

  /// `from "file" import a, b as c`.
  mutating func importNames(_ open: Token) throws(SyntaxFailure) -> Statement {
    let template = try templateName()
    guard takeWord("import") else { throw unexpected("expected `import`") }
    var names: [(name: Name, alias: Name)] = []
    repeat {
      if next.kind == .name, isWord(next, "context") { break }
      let name = try self.name("the name of a macro or variable")
      if name.text.hasPrefix("_") {
        failures.append(
          SyntaxFailure("a name that begins with `_` cannot be imported", name.range))
      }
      names.append((name, takeWord("as") ? try self.name("another name for it") : name))
    } while take(.comma)
    if names.isEmpty { throw unexpected("expected the name of a macro or variable") }
    let withContext = try importContext()
    try endTag()
    return Statement(
      kind: .importNames(template, names, withContext: withContext), range: open.range)
  }

  /// Whether `with context` follows; unlike an included template, an imported one has none if not.
  private mutating func importContext() throws(SyntaxFailure) -> Bool {
    let with = takeWord("with")
    if with || takeWord("without") {
      if !takeWord("context") { throw unexpected("expected `context`") }
    }
    return with
  }

  /// `filter name(…) | name …` up to its `endfilter`.
  mutating func filterBlock(_ open: Token) throws(SyntaxFailure) -> Statement {
    var filters = add(.captured, open.range)
    do throws(SyntaxFailure) {
      let call = try call(try name("the name of a filter"))
      filters = add(
        .filter(filters, call), call.name.range, children: [filters] + arguments(call))
      filters = try filtered(filters)
      try endTag()
    } catch {
      failures.append(error)
      skipTag()
    }
    let inside = body(until: ["endfilter"])
    if ender(of: open) != nil { plainTag() }
    return Statement(kind: .filter(filters, inside), range: open.range)
  }
}
