import Diagnostics

/// Macros become functions: one for each combination of what a call gives and what surrounds the
/// definition, so that each call is checked with the types it has. They are translated after the
/// page itself, one by one, so that their nesting costs no stack.
extension Compiler {
  mutating func define(_ number: Int) {
    let name = tree.macros[number].name
    if name.text == "loop" || name.text == "super" {
      report("template-wrong-name", "“\(name.text)” cannot be defined", name.range)
    }
    scopes[scopes.count - 1].variables[name.text] = Variable(
      storage: .macro(MacroReference(template: template, number: number)), type: .invalid)
  }

  /// Before the inmost scope ends: remembers the macros that are defined there, with what they see.
  mutating func closeScope() {
    guard let scope = scopes.last else { return }
    for variable in scope.variables.values {
      guard case .macro(let macro) = variable.storage, macro.module == nil else { continue }
      defined[macro] = PendingFunction(
        number: 0, macro: macro,
        arguments: library.trees[macro.template].macros[macro.number].parameters.map { _ in
          .invalid
        },
        scopes: Self.withoutLoop(scopes), root: root, sites: sites)
    }
  }

  /// The scopes as a macro or an imported template sees them.
  static func withoutLoop(_ scopes: [Scope]) -> [Scope] {
    scopes.map { scope in
      var scope = scope
      scope.variables["loop"] = nil
      return scope
    }
  }

  /// The macro that an expression calls; nil if it calls none.
  func macro(calledBy id: ExpressionID) -> MacroCall? {
    switch tree[id].kind {
    case .call(let call):
      guard
        let depth = scopes.lastIndex(where: { $0.variables[call.name.text] != nil }),
        case .macro(let macro) = scopes[depth].variables[call.name.text]?.storage
      else { return nil }
      guard let module = macro.module else {
        return MacroCall(
          macro: macro, call: call, scopes: Self.withoutLoop(Array(scopes[...depth])), root: root)
      }
      return MacroCall(
        macro: macro, call: call, scopes: modules[module].scopes, root: modules[module].root)
    case .method(let base, let call):
      guard case .name(let word) = tree[base].kind, let variable = variable(word),
        case .module(let number) = variable.storage,
        case .macro(let macro) = modules[number].exported[call.name.text]?.storage
      else { return nil }
      return MacroCall(
        macro: macro, call: call, scopes: modules[number].scopes, root: modules[number].root)
    default: return nil
    }
  }

  /// Emits the call; what the macro prints goes where it is called.
  mutating func callMacro(_ target: MacroCall) {
    let macro = library.trees[target.macro.template].macros[target.macro.number]
    let range = target.call.name.range
    let arguments = bind(target.call, macro)
    mark(range)
    guard sites.count < Self.includeLimit, !builder.isFull else {
      report(
        "template-limit", "includes and macro calls nest deeper than \(Self.includeLimit)", range)
      return
    }
    var variables: [String: Variable] = [:]
    for scope in target.scopes { variables.merge(scope.variables) { _, inner in inner } }
    let key = Specialisation(
      macro: target.macro.bare, arguments: arguments, variables: variables,
      rootShape: target.root.shape)
    if let known = functions[key] {
      builder.emit(.call(known))
      return
    }
    let number = builder.function()
    functions[key] = number
    pending.append(
      PendingFunction(
        number: number, macro: target.macro.bare, arguments: arguments, scopes: target.scopes,
        root: target.root,
        sites: sites + [Site(template: template, range: range, kind: .called)]))
    builder.emit(.call(number))
  }

  /// Emits the arguments that are given, in the order of the parameters, and gives their types.
  private mutating func bind(_ call: Call, _ macro: Macro) -> [TemplateType?] {
    let name = macro.name.text
    var given = [ExpressionID?](repeating: nil, count: macro.parameters.count)
    for (position, argument) in call.positional.enumerated() {
      if position < given.count {
        given[position] = argument
      } else {
        report(
          "template-wrong-arguments",
          given.isEmpty
            ? "macro “\(name)” takes no arguments"
            : "macro “\(name)” takes at most \(given.count) arguments", tree[argument].range)
      }
    }
    for (argument, value) in call.named {
      guard
        let position = macro.parameters.firstIndex(where: { $0.name.text == argument.text })
      else {
        report(
          "template-wrong-arguments", "macro “\(name)” has no argument “\(argument.text)”",
          argument.range,
          help: NearMiss.question(for: argument.text, in: macro.parameters.map(\.name.text)))
        continue
      }
      if given[position] != nil {
        report(
          "template-wrong-arguments", "argument “\(argument.text)” is given twice", argument.range)
      }
      given[position] = value
    }
    var types: [TemplateType?] = []
    for (parameter, value) in zip(macro.parameters, given) {
      if let value {
        types.append(compile(value))
      } else if parameter.standard != nil {
        types.append(nil)
      } else {
        report(
          "template-wrong-arguments",
          "macro “\(name)” needs the argument “\(parameter.name.text)”", call.name.range)
        types.append(push(TemplateValue.none, .invalid))
      }
    }
    return types
  }

  /// Translates all functions that are called, and those that these call.
  mutating func compileFunctions() {
    if !pending.isEmpty { builder.emit(.return) }
    var next = 0
    while next < pending.count {
      compileFunction(pending[next])
      called.insert(pending[next].macro)
      next += 1
    }
    pending = []
  }

  private mutating func compileFunction(_ function: PendingFunction) {
    template = function.macro.template
    sites = function.sites
    scopes = function.scopes + [Scope()]
    root = function.root
    facts = Facts()
    context = start
    chain = Chain()
    blocks = []
    loopDepth = 0
    let macro = tree.macros[function.macro.number]
    mark(macro.name.range)
    builder.beginFunction(function.number)
    let slots = macro.parameters.map { _ in builder.slot() }
    let top = scopes.count - 1
    for (index, type) in function.arguments.enumerated().reversed() {
      guard let type else { continue }
      builder.emit(.store(slot: slots[index]))
      scopes[top].variables[macro.parameters[index].name.text] = Variable(
        storage: .slot(slots[index]), type: type)
    }
    for (index, parameter) in macro.parameters.enumerated() {
      guard function.arguments[index] == nil, let standard = parameter.standard else { continue }
      let type = compile(standard)
      builder.emit(.store(slot: slots[index]))
      scopes[top].variables[parameter.name.text] = Variable(
        storage: .slot(slots[index]), type: type)
    }
    for (index, parameter) in macro.parameters.enumerated() {
      scopes[top].slots[parameter.name.text] = slots[index]
    }
    compile(macro.body)
    if !context.isAtRest {
      report(
        "template-html", "macro “\(macro.name.text)” ends \(context.description)",
        macro.name.range)
    }
    closeScope()
    mark(macro.name.range)
    builder.emit(.return)
    builder.endFunction(function.number)
  }

  /// Checks the macros that nobody calls, with arguments of any type; the program stays as it is.
  mutating func checkUncalled() {
    let finished = (builder, diagnostics, called)
    for (macro, function) in defined where !finished.2.contains(macro) {
      builder = ProgramBuilder(pool: TextPool())
      diagnostics = []
      functions = [:]
      pending = []
      var function = function
      function.number = builder.function()
      compileFunction(function)
      compileFunctions()
      uncalled[macro] = diagnostics
    }
    (builder, diagnostics, called) = finished
  }
}
