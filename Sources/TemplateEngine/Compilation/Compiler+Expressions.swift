import Diagnostics

extension Compiler {
  /// A type with its article, for messages: `a list of string`.
  func article(_ type: TemplateType) -> String {
    switch type {
    case .record(let name): "a record “\(name)”"
    case .int, .any, .html: "\(type == .html ? "" : "an ")\(type)"
    case .none: "none"
    default: "a \(type)"
    }
  }

  /// Compiles an expression that may not be none here.
  mutating func present(_ id: ExpressionID, _ problem: String, help: String) -> TemplateType {
    let type = compile(id)
    guard type.mayBeNone else { return type }
    let text = String(decoding: library.sources[template].file.bytes[tree[id].range], as: UTF8.self)
    let subject = type == .none ? "`\(text)` is none" : "`\(text)` may be none"
    report("template-may-be-none", "\(subject) and \(problem)", tree[id].range, help: help)
    return type == .none ? .invalid : type.unwrapped
  }

  mutating func operand(_ id: ExpressionID) -> TemplateType {
    present(id, "cannot be calculated with", help: "guard it with {% if … %} or `| default(…)`")
  }

  /// Emits what pushes the value of the expression; gives its type, narrowed by what is known.
  mutating func compile(_ id: ExpressionID) -> TemplateType {
    let type = compileUnnarrowed(id)
    if type.mayBeNone, let (path, _) = path(id), facts.present.contains(path) {
      return type == .none ? .invalid : type.unwrapped
    }
    return type
  }

  private mutating func compileUnnarrowed(_ id: ExpressionID) -> TemplateType {
    let expression = tree[id]
    mark(expression.range)
    switch expression.kind {
    case .missing: return push(TemplateValue.none, .invalid)
    case .literal(let value): return push(value, literalType(value))
    case .name(let name): return compileName(name, expression.range)
    case .attribute(let base, let name): return attribute(base, name)
    case .index(let base, let index): return self.index(base, index)
    case .slice(let base, let from, let to, let step): return slice(base, [from, to, step])
    case .list(let items):
      var element: TemplateType?
      for item in items {
        let type = compile(item)
        element = element?.joined(type) ?? type
      }
      mark(expression.range)
      builder.emit(.list(UInt16(truncatingIfNeeded: items.count)))
      return .list(element ?? .invalid)
    case .not(let operand):
      _ = compile(operand)
      builder.emit(.not)
      return .bool
    case .negative(let operand): return signed(operand, .negate)
    case .positive(let operand): return signed(operand, .positive)
    case .and(let left, let right): return logical(left, right, isAnd: true)
    case .or(let left, let right): return logical(left, right, isAnd: false)
    case .concat(let parts): return concat(parts, expression.range)
    case .binary(let operation, let left, let right):
      return binary(operation, left, right, expression.range)
    case .conditional(let then, let condition, let otherwise):
      return conditional(then, condition, otherwise)
    case .filter(let input, let call): return filter(input, call, expression.range)
    case .test(let input, let call): return test(input, call, expression.range)
    case .call(let call): return self.call(call, id)
    case .method(let base, let call): return method(base, call, id)
    case .captured: return .html
    }
  }

  mutating func push(_ value: TemplateValue, _ type: TemplateType) -> TemplateType {
    builder.constant(value)
    return type
  }

  private func literalType(_ value: TemplateValue) -> TemplateType {
    switch value {
    case .none: .none
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .html: .html
    case .list, .record: .any
    }
  }

  // MARK: names, attributes, elements

  private mutating func compileName(_ name: String, _ range: Range<Int>) -> TemplateType {
    if let variable = variable(name) {
      switch variable.storage {
      case .slot(let slot):
        builder.emit(.load(slot: slot))
        return variable.type
      case .loop:
        report(
          "template-wrong-type", "`loop` has attributes only", range, help: "for example loop.index"
        )
      case .macro:
        report(
          "template-wrong-type", "“\(name)” is a macro", range, help: "call it: \(name)(…)")
      case .module:
        report(
          "template-wrong-type", "“\(name)” is an imported template", range,
          help: "write \(name).… for what is in it")
      }
      return push(TemplateValue.none, .invalid)
    }
    if let field = root.slot(of: name) {
      builder.emit(.loadField(slot: 0, field: UInt16(truncatingIfNeeded: field), shape: root.shape))
      return root.fields[field].type
    }
    let names = scopes.flatMap(\.variables.keys) + root.fields.map(\.name)
    let help =
      switch name {
      case "loop": "`loop` is known inside a loop only"
      case "varargs", "kwargs", "caller": "a macro has the parameters that it names, and no others"
      default:
        NearMiss.question(for: name, in: names)
          ?? (!importing.isEmpty && root.fields.isEmpty
            ? "an imported template sees variables around it only when imported `with context`"
            : nil)
      }
    report("template-unknown-variable", "no variable “\(name)”", range, help: help)
    return push(TemplateValue.none, .invalid)
  }

  private mutating func attribute(_ base: ExpressionID, _ name: Name) -> TemplateType {
    if case .name(let word) = tree[base].kind, let variable = variable(word),
      case .loop(let depth, let element) = variable.storage
    {
      return loopProperty(name, depth, element)
    }
    if case .name(let word) = tree[base].kind, let variable = variable(word),
      case .module(let number) = variable.storage
    {
      return moduleVariable(name, number)
    }
    let type = compile(base)
    mark(name.range)
    guard case .record(let record) = type.unwrapped else {
      if type == .invalid { return .invalid }
      report(
        "template-unknown-attribute", "\(article(type)) has no attribute “\(name.text)”", name.range
      )
      return .invalid
    }
    guard let field = field(name.text, of: record) else {
      if let names = fieldNames(of: record) {
        report(
          "template-unknown-attribute", "\(record) has no attribute “\(name.text)”", name.range,
          help: NearMiss.question(for: name.text, in: names))
      }
      return .invalid
    }
    builder.emit(.field(field: UInt16(truncatingIfNeeded: field.slot), shape: field.shape))
    return type.mayBeNone ? field.type.orNone : field.type
  }

  private mutating func loopProperty(_ name: Name, _ depth: Int, _ element: TemplateType)
    -> TemplateType
  {
    guard let property = LoopProperty.allCases.first(where: { "\($0)" == name.text }) else {
      report(
        "template-unknown-attribute", "loop has no attribute “\(name.text)”", name.range,
        help: NearMiss.question(
          for: name.text, in: LoopProperty.allCases.map { "\($0)" } + ["cycle", "changed"]))
      return push(TemplateValue.none, .invalid)
    }
    switch property {
    // These differ in recursive loops only, which there are none of.
    case .depth, .depth0: return push(.int(property == .depth ? 1 : 0), .int)
    default: builder.emit(.loop(property, depth: UInt16(truncatingIfNeeded: depth)))
    }
    switch property {
    case .first, .last: return .bool
    case .previtem, .nextitem: return element.orNone
    default: return .int
    }
  }

  private mutating func index(_ base: ExpressionID, _ index: ExpressionID) -> TemplateType {
    if case .literal(.string(let name)) = tree[index].kind {
      return attribute(base, Name(text: name, range: tree[index].range))
    }
    let type = compile(base)
    let position = operand(index)
    expect(position, .int, index)
    mark(tree[base].range)
    builder.emit(.index)
    return element(of: type, base).orNone
  }

  private mutating func slice(_ base: ExpressionID, _ bounds: [ExpressionID?]) -> TemplateType {
    let type = operand(base)
    for bound in bounds {
      if let bound {
        expect(operand(bound), .int, bound)
      } else {
        _ = push(TemplateValue.none, .none)
      }
    }
    mark(tree[base].range)
    builder.emit(.slice)
    _ = element(of: type, base)
    return type
  }

  private mutating func element(of type: TemplateType, _ id: ExpressionID) -> TemplateType {
    let bare = type.unwrapped
    if bare == .string { return .string }
    if let element = bare.element { return element }
    report("template-wrong-type", "\(article(type)) has no elements", tree[id].range)
    return .invalid
  }

  mutating func expect(_ type: TemplateType, _ kind: ValueKind, _ id: ExpressionID) {
    if !kind.accepts(type) {
      report(
        "template-wrong-type", "expected \(kind.description), found \(article(type))",
        tree[id].range)
    }
  }

  // MARK: operators

  private mutating func signed(_ id: ExpressionID, _ op: Op) -> TemplateType {
    let type = operand(id)
    expect(type, .number, id)
    builder.emit(op)
    return type.isNumber ? type : .invalid
  }

  private mutating func logical(_ left: ExpressionID, _ right: ExpressionID, isAnd: Bool)
    -> TemplateType
  {
    if let known = constant(left) {
      if known != isAnd { return push(.bool(known), .bool) }
      return compile(right)
    }
    let first = compile(left)
    let jump = builder.jump { isAnd ? .jumpKeepingFalse($0) : .jumpKeepingTrue($0) }
    let outside = facts
    assume(left, isAnd)
    let second = compile(right)
    facts = outside
    builder.land(jump)
    // `a or b` is `a` only where that is true, so not none.
    if isAnd { return first.joined(second) }
    return first == .none ? second : first.unwrapped.joined(second)
  }

  private mutating func concat(_ parts: [ExpressionID], _ range: Range<Int>) -> TemplateType {
    var result = TemplateType.string
    for part in parts {
      let type = operand(part)
      expect(type, .printable, part)
      if type == .html || type == .json {
        result = .html
      } else if type == .any, result == .string {
        result = .any
      }
    }
    mark(range)
    builder.emit(.concat(UInt16(truncatingIfNeeded: parts.count)))
    return result
  }

  private mutating func binary(
    _ operation: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ range: Range<Int>
  ) -> TemplateType {
    switch operation {
    case .equal, .notEqual:
      let first = compile(left)
      let second = compile(right)
      if !areComparable(first.unwrapped, second.unwrapped) {
        report(
          "template-wrong-type", "\(article(first)) never equals \(article(second))", range)
      }
      mark(range)
      builder.emit(.binary(operation))
      return .bool
    case .contained, .notContained:
      let first = compile(left)
      let second = operand(right)
      if second == .string { expect(first, .string, left) } else { expect(second, .list, right) }
      mark(range)
      builder.emit(.binary(operation))
      return .bool
    default: break
    }
    let first = operand(left)
    let second = operand(right)
    mark(range)
    builder.emit(.binary(operation))
    guard let type = result(operation, first, second) else {
      report(
        "template-wrong-type",
        "`\(operation.symbol)` does not apply to \(article(first)) and \(article(second))", range,
        help: operation == .add && (first == .string || second == .string)
          ? "`~` joins texts and numbers" : nil)
      return .invalid
    }
    return type
  }

  private func areComparable(_ left: TemplateType, _ right: TemplateType) -> Bool {
    if left == right || (left.isNumber && right.isNumber) { return true }
    switch (left, right) {
    case (.any, _), (_, .any), (.invalid, _), (_, .invalid), (.none, _), (_, .none): return true
    case (.string, .html), (.html, .string): return true
    case (.list(let a), .list(let b)): return areComparable(a.unwrapped, b.unwrapped)
    default: return false
    }
  }

  /// The type of an operation on two types; nil if there is none.
  private func result(_ operation: BinaryOperator, _ left: TemplateType, _ right: TemplateType)
    -> TemplateType?
  {
    if left == .invalid || right == .invalid { return .invalid }
    let areNumbers = left.isNumber && right.isNumber
    switch operation {
    case .less, .lessEqual, .greater, .greaterEqual:
      return areNumbers || (left == right && left == .string) || left == .any || right == .any
        ? .bool : nil
    case .add:
      if case (.list, .list) = (left, right) { return left.joined(right) }
      if left == .string, right == .string { return .string }
      if [.string, .html].contains(left), [.string, .html].contains(right) { return .html }
    default: break
    }
    guard areNumbers else { return nil }
    if left == .any || right == .any { return .any }
    return operation == .divide || left == .double || right == .double ? .double : .int
  }

  private mutating func conditional(
    _ then: ExpressionID, _ condition: ExpressionID, _ otherwise: ExpressionID?
  ) -> TemplateType {
    if let known = constant(condition) {
      if known { return compile(then) }
      return otherwise.map { compile($0) } ?? push(.string(""), .string)
    }
    _ = compile(condition)
    let outside = facts
    let unless = builder.jump { .jumpUnless($0) }
    assume(condition, true)
    let first = compile(then)
    let end = builder.jump { .jump($0) }
    builder.land(unless)
    facts = outside
    assume(condition, false)
    // Without `else` Jinja2 gives its undefined, which prints as nothing.
    let second = otherwise.map { compile($0) } ?? push(.string(""), .string)
    facts = outside
    builder.land(end)
    return otherwise == nil && first.unwrapped != .string ? first : first.joined(second)
  }
}
