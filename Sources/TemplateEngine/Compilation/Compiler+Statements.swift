import Diagnostics

extension Compiler {
  mutating func compile(_ statements: [Statement]) {
    for statement in statements { compile(statement) }
  }

  mutating func compile(_ statement: Statement) {
    mark(statement.range)
    switch statement.kind {
    case .text(let range): text(range)
    case .output(let expression): output(expression)
    case .conditional(let branches, let otherwise):
      conditional(branches, otherwise, statement.range)
    case .loop(let loop): self.loop(loop, statement.range)
    case .assign(let name, let expression): assign(name, expression)
    case .capture(let name, let filters, let body):
      var type = capture(statement.range) { $0.compileInside(body) }
      if let filters { type = compile(filters) }
      store(name, type)
    case .with(let variables, let body): with(variables, body)
    case .include(let name, let ignoresMissing):
      include(name, ignoresMissing: ignoresMissing, statement.range)
    case .block(let number): block(number, statement.range)
    case .filter(let filters, let body):
      _ = capture(statement.range) { $0.compileInside(body) }
      let type = compile(filters)
      if type.isNumber, type != .any, type != .invalid {
        report(
          "template-wrong-type", "a filter block gives text, and this is \(article(type))",
          tree[filters].range)
      }
      printed(type, filters)
    case .macro(let number): define(number)
    case .importModule(let name, let alias, let withContext):
      importModule(name, as: alias, withContext: withContext)
    case .importNames(let name, let names, let withContext):
      importNames(names, from: name, withContext: withContext)
    }
  }

  /// Compiles statements whose variables end with them.
  mutating func compileInside(_ statements: [Statement]) {
    scopes.append(Scope())
    compile(statements)
    closeScope()
    _ = scopes.popLast()
  }

  /// What is emitted from here on comes from that part of the template.
  mutating func mark(_ range: Range<Int>) {
    builder.point = CodePoint(
      template: Int32(truncatingIfNeeded: template),
      start: Int32(truncatingIfNeeded: range.lowerBound),
      stop: Int32(truncatingIfNeeded: range.upperBound))
  }

  mutating func text(_ range: Range<Int>) {
    var bytes: [UInt8] = []
    LineEnds.append(library.sources[template].file.bytes[range], to: &bytes)
    builder.text(bytes)
    if case .schemeFromValue = context.feed(bytes) {
      report(
        "template-unsafe-place", "the scheme of an address may not come from a value",
        range.lowerBound..<range.lowerBound + 1)
    }
  }

  private mutating func output(_ id: ExpressionID) {
    if case .call(let call) = tree[id].kind, call.name.text == "super" {
      superBlock(call)
      return
    }
    if context.isText, let target = macro(calledBy: id) {
      // Where markup is inserted as it is, the macro prints in place.
      callMacro(target)
      return
    }
    printed(
      present(
        id, "cannot be printed as it is", help: "guard it with {% if … %} or `| default(…)`"), id)
  }

  /// Emits the printing of the value at hand.
  private mutating func printed(_ type: TemplateType, _ id: ExpressionID) {
    mark(tree[id].range)
    switch type {
    case .bool, .list, .record:
      report(
        "template-wrong-type", "\(article(type)) has no text to print", tree[id].range,
        help: type == .bool ? "write `… if … else …`" : nil)
    default: break
    }
    switch context.print(type) {
    case .print(let escape): builder.emit(.print(escape))
    case .refused(let reason, let help):
      report("template-unsafe-place", reason, tree[id].range, help: help)
    }
  }

  mutating func superBlock(_ call: Call) {
    guard let (name, level, scopeCount) = blocks.last else {
      report("template-unknown-block", "`super` stands outside any block", call.name.range)
      return
    }
    guard let all = chain.blocks[name], all.indices.contains(level + 1) else {
      report(
        "template-unknown-block", "no template above has a block “\(name)”", call.name.range)
      return
    }
    // As in Jinja2, it sees what the block saw that asks for it.
    compileBlock(name, level: level + 1, scopeCount: scopeCount, call.name.range)
  }

  /// Compiles what `body` prints as a value.
  mutating func capture(_ range: Range<Int>, _ body: (inout Compiler) -> Void) -> TemplateType {
    let outer = context
    context = start
    builder.emit(.beginCapture)
    body(&self)
    if !context.isAtRest {
      report("template-html", "what is set here ends \(context.description)", range)
    }
    context = outer
    builder.emit(.endCapture)
    return .html
  }

  // MARK: branches

  private mutating func conditional(
    _ branches: [Statement.Branch], _ otherwise: [Statement], _ range: Range<Int>
  ) {
    declare(assignedIn: branches.flatMap(\.body) + otherwise)
    let before = (scope: scopes[scopes.count - 1], context: context)
    var ends: [Int] = []
    var results: [(scope: Scope, facts: Facts, context: HTMLContext)] = []
    var isSettled = false
    for branch in branches where !isSettled {
      let known = constant(branch.condition)
      if known == false { continue }
      var next: Int?
      if known == nil {
        _ = compile(branch.condition)
        next = builder.jump { .jumpUnless($0) }
      }
      let outside = facts
      assume(branch.condition, true)
      compile(branch.body)
      results.append(branchEnd())
      scopes[scopes.count - 1] = before.scope
      context = before.context
      facts = outside
      if let next {
        mark(range)
        ends.append(builder.jump { .jump($0) })
        builder.land(next)
        assume(branch.condition, false)
      } else {
        isSettled = true
      }
    }
    if !isSettled {
      compile(otherwise)
      results.append(branchEnd())
    }
    for end in ends { builder.land(end) }
    merge(results, range)
  }

  /// The state at the end of a branch; what is known of variables there goes into their types.
  private func branchEnd() -> (scope: Scope, facts: Facts, context: HTMLContext) {
    var scope = scopes[scopes.count - 1]
    for (name, variable) in scope.variables {
      if case .slot(let slot) = variable.storage, facts.present.contains(Path(slot: slot)) {
        scope.variables[name]?.type = variable.type.unwrapped
      }
    }
    return (scope, facts, context)
  }

  private mutating func merge(
    _ results: [(scope: Scope, facts: Facts, context: HTMLContext)], _ range: Range<Int>
  ) {
    guard var merged = results.first else { return }
    for result in results.dropFirst() {
      // A macro or import is known afterwards where every branch has the same.
      for (name, variable) in merged.scope.variables where !variable.isValue {
        if result.scope.variables[name] != variable { merged.scope.variables[name] = nil }
      }
      for (name, variable) in result.scope.variables {
        if !variable.isValue { continue }
        let other = merged.scope.variables[name]?.type ?? .none
        merged.scope.variables[name] = Variable(
          storage: variable.storage, type: other.joined(variable.type))
      }
      merged.scope.slots.merge(result.scope.slots) { first, _ in first }
      merged.facts = merged.facts.intersection(result.facts)
      if let joined = merged.context.joined(result.context) {
        merged.context = joined
      } else {
        report(
          "template-html",
          "the branches end at different places: \(merged.context.description) and "
            + result.context.description, range,
          help: "open and close a tag or quote within one branch")
      }
    }
    scopes[scopes.count - 1] = merged.scope
    facts = merged.facts
    context = merged.context
  }

  /// Variables that some branch sets exist before the branches: as what they are outside, or none.
  private mutating func declare(assignedIn statements: [Statement]) {
    for name in assigned(in: statements) {
      let top = scopes.count - 1
      if scopes[top].variables[name] != nil { continue }
      let slot = slot(for: name)
      if let outer = variable(name) {
        switch outer.storage {
        case .slot(let other):
          builder.emit(.load(slot: other))
          builder.emit(.store(slot: slot))
        case .loop, .macro, .module: continue
        }
        let isPresent =
          if case .slot(let s) = outer.storage { facts.present.contains(Path(slot: s)) } else {
            false
          }
        scopes[top].variables[name] = Variable(
          storage: .slot(slot), type: isPresent ? outer.type.unwrapped : outer.type)
      } else if let field = root.slot(of: name) {
        let type = root.fields[field].type
        builder.emit(
          .loadField(slot: 0, field: UInt16(truncatingIfNeeded: field), shape: root.shape))
        builder.emit(.store(slot: slot))
        scopes[top].variables[name] = Variable(storage: .slot(slot), type: type)
      } else {
        builder.emit(.clear(slot: slot))
        scopes[top].variables[name] = Variable(storage: .slot(slot), type: .none)
      }
    }
  }

  private func assigned(in statements: [Statement]) -> [String] {
    var names: [String] = []
    for statement in statements {
      switch statement.kind {
      case .assign(let name, _), .capture(let name, _, _): names.append(name.text)
      case .conditional(let branches, let otherwise):
        for branch in branches { names += assigned(in: branch.body) }
        names += assigned(in: otherwise)
      default: break
      }
    }
    return names
  }

  // MARK: variables

  private mutating func slot(for name: String) -> UInt16 {
    let top = scopes.count - 1
    if let slot = scopes[top].slots[name] { return slot }
    let slot = builder.slot()
    scopes[top].slots[name] = slot
    return slot
  }

  /// Pops the value at hand into the variable of that name in the inmost scope.
  mutating func store(_ name: Name, _ type: TemplateType) {
    if name.text == "loop" || name.text == "super" {
      report("template-wrong-name", "“\(name.text)” cannot be set", name.range)
    }
    if let variable = variable(name.text), !variable.isValue, name.text != "loop" {
      report(
        "template-wrong-name", "“\(name.text)” is a macro or import, and cannot be set", name.range)
      builder.emit(.pop)
      return
    }
    let slot = slot(for: name.text)
    facts.forget(slot)
    scopes[scopes.count - 1].variables[name.text] = Variable(storage: .slot(slot), type: type)
    builder.emit(.store(slot: slot))
  }

  private mutating func assign(_ name: Name, _ expression: ExpressionID) {
    let type = compile(expression)
    store(name, type)
  }

  private mutating func with(_ variables: [(name: Name, value: ExpressionID)], _ body: [Statement])
  {
    // The values do not see each other, as in Jinja2.
    let types = variables.map { compile($0.value) }
    scopes.append(Scope())
    for (variable, type) in zip(variables, types).reversed() { store(variable.name, type) }
    compile(body)
    closeScope()
    _ = scopes.popLast()
  }

  // MARK: loops

  private mutating func loop(_ loop: Statement.Loop, _ range: Range<Int>) {
    let outside = facts
    let before = context
    let sequence = present(
      loop.sequence, "cannot be looped over as it is",
      help: "guard it with {% if … %} or `| default([])`")
    var element = sequence.element
    if element == nil {
      report(
        "template-wrong-type", "\(article(sequence)) cannot be looped over",
        tree[loop.sequence].range)
      element = .invalid
    }
    let type = element ?? .invalid
    scopes.append(Scope())
    let targets = declareTargets(loop.targets, type)
    mark(range)
    if let filter = loop.filter {
      let begin = builder.jump { .beginSelection(slot: targets.item, exit: $0) }
      let body = builder.label()
      loopDepth += 1
      unpack(loop.targets, targets)
      _ = compile(filter)
      loopDepth -= 1
      mark(range)
      builder.emit(.select(slot: targets.item, body: body))
      builder.land(begin)
      assume(filter, true)
    }
    let begin = builder.jump { .beginLoop(slot: targets.item, exit: $0) }
    let body = builder.label()
    scopes[scopes.count - 1].variables["loop"] = Variable(
      storage: .loop(depth: loopDepth, element: type), type: .invalid)
    loopDepth += 1
    unpack(loop.targets, targets)
    compileInside(loop.body)
    loopDepth -= 1
    mark(range)
    builder.emit(.nextTurn(slot: targets.item, body: body))
    _ = scopes.popLast()
    closeLoop(before, range)
    facts = outside
    if loop.otherwise.isEmpty {
      builder.land(begin)
      return
    }
    let end = builder.jump { .jump($0) }
    builder.land(begin)
    let after = context
    context = before
    compileInside(loop.otherwise)
    facts = outside
    builder.land(end)
    if let joined = context.joined(after) {
      context = joined
    } else {
      report(
        "template-html", "`else` ends \(context.description), the loop \(after.description)", range)
    }
  }

  /// A loop must end where it began, for its next turn and for when it has none.
  private mutating func closeLoop(_ before: HTMLContext, _ range: Range<Int>) {
    if let joined = before.joined(context) {
      context = joined
    } else {
      report(
        "template-html",
        "the loop begins \(before.description) and ends \(context.description)", range,
        help: "open and close a tag or quote within one turn")
      context = before
    }
  }

  private mutating func declareTargets(_ names: [Name], _ type: TemplateType)
    -> (item: UInt16, first: UInt16)
  {
    let item = builder.slot()
    facts.forget(item)
    if names.count == 1, let name = names.first {
      scopes[scopes.count - 1].variables[name.text] = Variable(storage: .slot(item), type: type)
      return (item, item)
    }
    var first: UInt16 = item
    let parts = parts(of: type, count: names.count)
    for (offset, name) in names.enumerated() {
      let slot = builder.slot()
      if offset == 0 { first = slot }
      scopes[scopes.count - 1].variables[name.text] = Variable(
        storage: .slot(slot), type: parts.map { $0[offset] } ?? .invalid)
    }
    if let first = names.first, parts == nil {
      report(
        "template-wrong-type",
        "\(article(type)) cannot be taken apart into \(names.count) variables",
        first.range)
    }
    return (item, first)
  }

  /// The types of what a value is taken apart into; nil if it cannot be.
  private func parts(of type: TemplateType, count: Int) -> [TemplateType]? {
    if case .record(let name) = type, let group = groups[name], count == 2 {
      return [group.grouper, group.list]
    }
    return type.element.map { [TemplateType](repeating: $0, count: count) }
  }

  private mutating func unpack(_ names: [Name], _ targets: (item: UInt16, first: UInt16)) {
    guard names.count > 1 else { return }
    builder.emit(.load(slot: targets.item))
    builder.emit(.unpack(slot: targets.first, count: UInt16(truncatingIfNeeded: names.count)))
  }
}
