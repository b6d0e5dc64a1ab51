import Diagnostics

extension Compiler {
  mutating func filter(_ input: ExpressionID, _ call: Call, _ range: Range<Int>) -> TemplateType {
    guard let number = FilterTable.filter(call.name.text) else {
      report(
        "template-unknown-filter", "no filter “\(call.name.text)”", call.name.range,
        help: NearMiss.question(for: call.name.text, in: FilterTable.filterNames))
      builder.constant(.none)
      return .invalid
    }
    let filter = FilterTable.filters[number]
    var type: TemplateType
    if filter.name == "default", isUndefined(input) {
      builder.constant(.none)
      type = .none
    } else if filter.acceptsNone {
      type = compile(input)
    } else {
      type = present(
        input, "`\(call.name.text)` takes no none",
        help: "guard it with {% if … %} or `| default(…)`")
    }
    checkInput(type, filter, input, call)
    if !filter.input.accepts(type.unwrapped) { type = .invalid }
    let arguments = bind(call, filter.parameters, "filter", element: type.element)
    mark(range)
    builder.emit(
      .filter(
        UInt16(truncatingIfNeeded: number),
        arguments: UInt16(truncatingIfNeeded: filter.parameters.count)))
    if type == .invalid, filter.input != .any { return .invalid }
    let result = filter.result(FilterUse(input: type, arguments: arguments))
    // Of a list that a condition has shown not to be empty, there is a first.
    if ["first", "last", "min", "max"].contains(filter.name), let (path, _) = path(input),
      facts.truthy.contains(path), !(type.element?.mayBeNone ?? false)
    {
      return result.unwrapped
    }
    return result
  }

  private mutating func checkInput(
    _ type: TemplateType, _ filter: Filter, _ input: ExpressionID, _ call: Call
  ) {
    if filter.name == "safe" {
      if type != .html, type != .json, type != .invalid {
        report(
          "template-unsafe", "`safe` vouches for html only, and this is \(article(type))",
          tree[input].range,
          help: "text is escaped where it is printed; only the program makes html")
      }
      return
    }
    if !filter.input.accepts(type.unwrapped) {
      let isMarkup = type == .html && ValueKind.string.accepts(.string)
      report(
        "template-wrong-type",
        "`\(call.name.text)` takes \(filter.input.description), and this is \(article(type))",
        tree[input].range,
        help: isMarkup && filter.input == .string ? "`| striptags` makes text of html" : nil)
    }
  }

  mutating func test(_ input: ExpressionID, _ call: Call, _ range: Range<Int>) -> TemplateType {
    guard let number = FilterTable.test(call.name.text) else {
      report(
        "template-unknown-test", "no test “\(call.name.text)”", call.name.range,
        help: NearMiss.question(for: call.name.text, in: FilterTable.testNames))
      builder.constant(.none)
      return .invalid
    }
    if let known = constant(testing: input, call) {
      builder.constant(.bool(known))
      return .bool
    }
    let test = FilterTable.tests[number]
    let type = compile(input)
    if !test.input.accepts(type) {
      report(
        "template-wrong-type",
        "`is \(call.name.text)` takes \(test.input.description), and this is \(article(type))",
        tree[input].range)
    }
    _ = bind(call, test.parameters, "test", element: nil)
    mark(range)
    builder.emit(
      .test(
        UInt16(truncatingIfNeeded: number),
        arguments: UInt16(truncatingIfNeeded: test.parameters.count)))
    return .bool
  }

  private func constant(testing input: ExpressionID, _ call: Call) -> Bool? {
    guard isUndefined(input) else { return nil }
    switch call.name.text {
    case "defined": return false
    case "undefined": return true
    default: return nil
    }
  }

  /// Emits the arguments in the order of the parameters, standard values where not given, and gives
  /// the types of those given.
  private mutating func bind(
    _ call: Call, _ parameters: [Parameter], _ what: String, element: TemplateType?
  ) -> [TemplateType?] {
    var given = [ExpressionID?](repeating: nil, count: parameters.count)
    let name = call.name.text
    // The first parameters of `map` and `join` by position; attributes by name or position alike.
    for (position, argument) in call.positional.enumerated() {
      if position < parameters.count {
        given[position] = argument
      } else {
        report(
          "template-wrong-arguments",
          "\(what) “\(name)” takes at most \(parameters.count) arguments", tree[argument].range)
      }
    }
    for (argument, value) in call.named {
      guard let position = parameters.firstIndex(where: { $0.name == argument.text }) else {
        report(
          "template-wrong-arguments", "\(what) “\(name)” has no argument “\(argument.text)”",
          argument.range,
          help: NearMiss.question(for: argument.text, in: parameters.map(\.name)))
        continue
      }
      if given[position] != nil {
        report(
          "template-wrong-arguments", "argument “\(argument.text)” is given twice", argument.range)
      }
      given[position] = value
    }
    var types: [TemplateType?] = []
    for (parameter, value) in zip(parameters, given) {
      if let value {
        types.append(argument(value, parameter, element))
        continue
      }
      if parameter.standard == nil {
        report(
          "template-wrong-arguments", "\(what) “\(name)” needs the argument “\(parameter.name)”",
          call.name.range)
      }
      builder.constant(parameter.standard ?? .none)
      types.append(nil)
    }
    return types
  }

  private mutating func argument(
    _ id: ExpressionID, _ parameter: Parameter, _ element: TemplateType?
  ) -> TemplateType {
    mark(tree[id].range)
    switch parameter.kind {
    case .attribute: return attributeArgument(id, element ?? .invalid)
    case .testName, .filterName:
      guard let name = literal(id) else {
        builder.constant(.none)
        report(
          "template-wrong-arguments", "expected \(parameter.kind.description)", tree[id].range)
        return .invalid
      }
      let isTest = parameter.kind == .testName
      guard let number = isTest ? FilterTable.test(name) : FilterTable.filter(name) else {
        builder.constant(.none)
        report(
          isTest ? "template-unknown-test" : "template-unknown-filter",
          "no \(isTest ? "test" : "filter") “\(name)”", tree[id].range,
          help: NearMiss.question(
            for: name, in: isTest ? FilterTable.testNames : FilterTable.filterNames))
        return .invalid
      }
      builder.constant(.int(number))
      return isTest ? .bool : mapped(FilterTable.filters[number], element ?? .any, id)
    default:
      let type =
        parameter.kind == .any
        ? compile(id)
        : present(id, "cannot be an argument", help: "guard it with {% if … %} or `| default(…)`")
      if !parameter.kind.accepts(type) {
        report(
          "template-wrong-type",
          "“\(parameter.name)” is \(parameter.kind.description), and this is \(article(type))",
          tree[id].range)
      }
      return type
    }
  }

  /// The type that `map` by a filter gives for an element.
  private mutating func mapped(_ filter: Filter, _ element: TemplateType, _ id: ExpressionID)
    -> TemplateType
  {
    let isSafe = filter.name == "safe" && element != .html && element != .invalid
    if isSafe || !filter.input.accepts(element) {
      report(
        "template-wrong-type",
        "`\(filter.name)` takes \(isSafe ? "html" : filter.input.description), and an element is "
          + article(element), tree[id].range)
      return .invalid
    }
    return filter.result(
      FilterUse(input: element, arguments: filter.parameters.map { _ in nil }))
  }

  private func literal(_ id: ExpressionID) -> String? {
    if case .literal(.string(let text)) = tree[id].kind { text } else { nil }
  }

  /// An attribute of a list's elements by its written-out name: the slots that lead to it.
  private mutating func attributeArgument(_ id: ExpressionID, _ element: TemplateType)
    -> TemplateType
  {
    guard let text = literal(id) else {
      builder.constant(.none)
      report(
        "template-wrong-arguments", "expected \(ValueKind.attribute.description)", tree[id].range)
      return .invalid
    }
    var type = element
    var slots: [TemplateValue] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      if type == .invalid { break }
      guard case .record(let name) = type.unwrapped, let schema = library.schema[name] else {
        report(
          "template-unknown-attribute", "\(article(type)) has no attribute “\(part)”",
          tree[id].range)
        type = .invalid
        break
      }
      guard let slot = schema.slot(of: String(part)) else {
        report(
          "template-unknown-attribute", "\(name) has no attribute “\(part)”", tree[id].range,
          help: NearMiss.question(for: String(part), in: schema.fields.map(\.name)))
        type = .invalid
        break
      }
      slots.append(.int(slot))
      type = type.mayBeNone ? schema.fields[slot].type.orNone : schema.fields[slot].type
    }
    builder.constant(.list(slots))
    return type
  }
}
