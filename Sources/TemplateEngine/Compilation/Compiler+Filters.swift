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
    let arguments = self.arguments(call, filter, type, input)
    mark(range)
    builder.emit(
      .filter(
        UInt16(truncatingIfNeeded: number),
        arguments: UInt16(truncatingIfNeeded: filter.parameters.count)))
    if type == .invalid, filter.input != .any { return .invalid }
    if filter.name == "groupby" { return grouped(type, arguments, range) }
    let result = filter.result(FilterUse(input: type, arguments: arguments))
    // Of a list that a condition has shown not to be empty, there is a first.
    if ["first", "last", "min", "max"].contains(filter.name), let (path, _) = path(input),
      facts.truthy.contains(path), !(type.element?.mayBeNone ?? false)
    {
      return result.unwrapped
    }
    return result
  }

  /// Emits the arguments of a filter and gives their types.
  private mutating func arguments(
    _ call: Call, _ filter: Filter, _ input: TemplateType, _ id: ExpressionID
  ) -> [TemplateType?] {
    switch filter.name {
    case "format": return formatArguments(call, id)
    case "map": return mapArguments(call, filter, input)
    default: return bind(call, filter.parameters, "filter", element: input.element)
    }
  }

  /// The values of a format as one list; their number is checked where the format is written out.
  private mutating func formatArguments(_ call: Call, _ format: ExpressionID) -> [TemplateType?] {
    if let (argument, _) = call.named.first {
      report(
        "template-wrong-arguments", "filter “format” has no argument “\(argument.text)”",
        argument.range, help: "its arguments are the values, in their order")
    }
    for value in call.positional {
      let type = present(
        value, "cannot be an argument", help: "guard it with {% if … %} or `| default(…)`")
      expect(type, .printable, value)
    }
    builder.emit(.list(UInt16(truncatingIfNeeded: call.positional.count)))
    if let text = literal(format) {
      do throws(Failure) {
        var wanted = 0
        for piece in try LayoutFilters.pieces(of: Array(text.utf8)) {
          if case .conversion = piece { wanted += 1 }
        }
        if wanted != call.positional.count {
          report(
            "template-wrong-arguments",
            "the format takes \(wanted) values, and there are \(call.positional.count)",
            call.name.range)
        }
      } catch {
        report("template-wrong-arguments", error.message, tree[format].range)
      }
    }
    return [.list(.any)]
  }

  /// `map` by the name of a filter passes what follows the name to that filter.
  private mutating func mapArguments(_ call: Call, _ map: Filter, _ input: TemplateType)
    -> [TemplateType?]
  {
    guard let first = call.positional.first, let name = literal(first),
      let number = FilterTable.filter(name), FilterTable.filters[number].name != "format",
      FilterTable.filters[number].name != "map", FilterTable.filters[number].name != "groupby"
    else {
      let shown = Array(map.parameters.dropLast())
      let types = bind(call, shown, "filter", element: input.element)
      builder.constant(.list([]))
      return types + [nil]
    }
    let filter = FilterTable.filters[number]
    var rest = call
    rest.positional.removeFirst()
    let inner = Call(
      name: Name(text: filter.name, range: tree[first].range), positional: rest.positional,
      named: rest.named)
    let element = input.element ?? .invalid
    builder.constant(.int(number))
    builder.constant(.list([]))
    builder.constant(.none)
    let types = bind(inner, filter.parameters, "filter", element: element.element)
    builder.emit(.list(UInt16(truncatingIfNeeded: filter.parameters.count)))
    return [mapped(filter, element, first, types), nil, nil, nil]
  }

  /// The type of groups: pairs that know their key and their elements.
  private mutating func grouped(
    _ input: TemplateType, _ arguments: [TemplateType?], _ range: Range<Int>
  ) -> TemplateType {
    var key = arguments[0] ?? .invalid
    if let missing = arguments[1] { key = key.unwrapped.joined(missing) }
    if key.mayBeNone {
      report(
        "template-may-be-none", "what `groupby` groups by may be none", range,
        help: "give it a `default=`")
    }
    let element = input.element ?? .invalid
    let name = "group of \(element) by \(key)"
    groups[name] = GroupSchema(grouper: key, list: .list(element))
    return .list(.record(name))
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
    if filter.name == "tojson", case .record(let name) = type.element ?? type, groups[name] != nil {
      report(
        "template-wrong-type", "`tojson` takes what the data hold, and this is \(article(type))",
        tree[input].range)
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
    checkTestArgument(parameters, given)
    var types: [TemplateType?] = []
    for (parameter, value) in zip(parameters, given) {
      if let value {
        // What `selectattr` tests is the attribute that it names first.
        let tested = parameter.kind == .testName ? types.first ?? element : element
        types.append(argument(value, parameter, tested))
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
      if isTest {
        checkElement(element ?? .any, FilterTable.tests[number], id)
        return .bool
      }
      report(
        "template-wrong-arguments", "`\(name)` cannot be applied by `map`", tree[id].range,
        help: "write a loop")
      return .invalid
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

  /// Of `select` and its likes: whether the test that they name gets the value it needs.
  private mutating func checkTestArgument(_ parameters: [Parameter], _ given: [ExpressionID?]) {
    guard let position = parameters.firstIndex(where: { $0.kind == .testName }),
      let id = given[position], let name = literal(id), let number = FilterTable.test(name)
    else { return }
    let isNeeded = !FilterTable.tests[number].parameters.isEmpty
    if isNeeded == (given[position + 1] != nil) { return }
    report(
      "template-wrong-arguments",
      isNeeded ? "test “\(name)” needs a value" : "test “\(name)” takes no value",
      tree[id].range)
  }

  /// The elements of a list must be something that the test takes.
  private mutating func checkElement(_ element: TemplateType, _ test: Test, _ id: ExpressionID) {
    if test.input.accepts(element) { return }
    report(
      "template-wrong-type",
      "`is \(test.name)` takes \(test.input.description), and an element is \(article(element))",
      tree[id].range)
  }

  /// The type that `map` by a filter gives for an element.
  private mutating func mapped(
    _ filter: Filter, _ element: TemplateType, _ id: ExpressionID, _ arguments: [TemplateType?]
  ) -> TemplateType {
    let isSafe = filter.name == "safe" && element != .html && element != .invalid
    let mayBeNone = element.mayBeNone && !filter.acceptsNone
    if isSafe || mayBeNone || !filter.input.accepts(element.unwrapped) {
      report(
        "template-wrong-type",
        "`\(filter.name)` takes \(isSafe ? "html" : filter.input.description), and an element is "
          + article(element), tree[id].range)
      return .invalid
    }
    return filter.result(FilterUse(input: element, arguments: arguments))
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
      guard case .record(let name) = type.unwrapped, let names = fieldNames(of: name) else {
        report(
          "template-unknown-attribute", "\(article(type)) has no attribute “\(part)”",
          tree[id].range)
        type = .invalid
        break
      }
      guard let field = field(String(part), of: name) else {
        report(
          "template-unknown-attribute", "\(name) has no attribute “\(part)”", tree[id].range,
          help: NearMiss.question(for: String(part), in: names))
        type = .invalid
        break
      }
      slots.append(.int(field.slot))
      type = type.mayBeNone ? field.type.orNone : field.type
    }
    builder.constant(.list(slots))
    return type
  }
}
