/// The filters on lists, each with Jinja2's meaning.
enum ListFilters {
  private static let attribute = Parameter("attribute", .attribute, TemplateValue.none)
  private static let caseSensitive = Parameter("case_sensitive", .bool, .bool(false))

  static let all: [Filter] = [
    Filter("length", .sequence, gives: .int) { value, _ throws(Failure) in
      switch value {
      case .list(let items): return .int(items.count)
      default: return .int(try value.text(for: "length").unicodeScalars.count)
      }
    },
    Filter("first", .sequence, gives: { one($0).orNone }) { value, _ throws(Failure) in
      try value.items(for: "first").first ?? .none
    },
    Filter("last", .sequence, gives: { one($0).orNone }) { value, _ throws(Failure) in
      try value.items(for: "last").last ?? .none
    },
    Filter("list", .sequence, gives: { .list(one($0)) }) { value, _ throws(Failure) in
      .list(try value.items(for: "list"))
    },
    Filter("reverse", .sequence, gives: { $0.input }) { value, _ throws(Failure) in
      if case .string(let text) = value {
        return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
      }
      return .list(try value.items(for: "reverse").reversed())
    },
    Filter(
      "join", .list, [Parameter("d", .text, .string("")), attribute],
      gives: { use in
        let element = use.arguments[1] ?? use.element
        if element == .html || use.arguments[0] == .html { return .html }
        return element == .any ? .any : .string
      }
    ) { value, arguments throws(Failure) in
      var parts: [TemplateValue] = []
      for item in try value.items(for: "join") {
        if !parts.isEmpty { parts.append(arguments[0]) }
        let part = try item.value(at: arguments[1])
        guard ValueText.string(part) != nil else {
          throw Failure("`join` takes texts, not \(ValueText.kind(part))")
        }
        parts.append(part)
      }
      return try Operators.concat(parts[...])
    },
    Filter(
      "sort", .list,
      [Parameter("reverse", .bool, .bool(false)), caseSensitive, attribute],
      gives: { $0.input }
    ) { value, arguments throws(Failure) in
      .list(
        try Ordering.sorted(
          try value.items(for: "sort"), by: arguments[2],
          caseSensitive: Operators.isTrue(arguments[1]), reverse: Operators.isTrue(arguments[0])))
    },
    Filter("unique", .list, [caseSensitive, attribute], gives: { $0.input }) {
      value, arguments throws(Failure) in
      var seen: [TemplateValue] = []
      var kept: [TemplateValue] = []
      for item in try value.items(for: "unique") {
        let key = Ordering.folded(
          try item.value(at: arguments[1]), caseSensitive: Operators.isTrue(arguments[0]))
        if seen.contains(where: { Operators.areEqual($0, key) }) { continue }
        seen.append(key)
        kept.append(item)
      }
      return .list(kept)
    },
    Filter("min", .list, [caseSensitive, attribute], gives: { $0.element.orNone }) {
      value, arguments throws(Failure) in
      try Ordering.extreme(
        try value.items(for: "min"), by: arguments[1],
        caseSensitive: Operators.isTrue(arguments[0]), largest: false)
    },
    Filter("max", .list, [caseSensitive, attribute], gives: { $0.element.orNone }) {
      value, arguments throws(Failure) in
      try Ordering.extreme(
        try value.items(for: "max"), by: arguments[1],
        caseSensitive: Operators.isTrue(arguments[0]), largest: true)
    },
    Filter(
      "sum", .list, [attribute, Parameter("start", .number, .int(0))],
      gives: { use in (use.arguments[0] ?? use.element) == .int ? .int : .double }
    ) { value, arguments throws(Failure) in
      var total = arguments[1]
      for item in try value.items(for: "sum") {
        total = try Operators.apply(.add, total, try item.value(at: arguments[0]))
      }
      return total
    },
    Filter(
      "map", .list,
      [
        Parameter("filter", .filterName, TemplateValue.none), attribute,
        Parameter("default", .any, TemplateValue.none),
        // The arguments of the filter, which the checker puts here.
        Parameter("arguments", .list, .list([])),
      ],
      gives: { use in
        let element = use.arguments[1] ?? use.arguments[0] ?? use.element
        guard let fallback = use.arguments[2] else { return .list(element) }
        return .list(element.unwrapped.joined(fallback))
      }
    ) { value, arguments throws(Failure) in
      var results: [TemplateValue] = []
      for item in try value.items(for: "map") {
        var result = try item.value(at: arguments[1])
        if case .none = result { result = arguments[2] }
        if case .int(let number) = arguments[0] {
          result = try applied(number, result, try arguments[3].items(for: "map"))
        }
        results.append(result)
      }
      return .list(results)
    },
    choosing("select", keeps: true, attribute: false),
    choosing("reject", keeps: false, attribute: false),
    choosing("selectattr", keeps: true, attribute: true),
    choosing("rejectattr", keeps: false, attribute: true),
  ]

  private static func one(_ use: FilterUse) -> TemplateType {
    use.input == .string ? .string : use.element
  }

  /// A filter by its number.
  private static func applied(
    _ number: Int, _ value: TemplateValue, _ arguments: [TemplateValue]
  ) throws(Failure) -> TemplateValue {
    guard FilterTable.filters.indices.contains(number) else { return value }
    return try FilterTable.filters[number].apply(value, arguments)
  }

  /// `select`, `reject` and their likes by an attribute.
  private static func choosing(_ name: String, keeps: Bool, attribute: Bool) -> Filter {
    let parameters =
      (attribute ? [Parameter("attribute", .attribute, nil)] : [])
      + [
        Parameter("test", .testName, TemplateValue.none),
        Parameter("value", .any, TemplateValue.none),
      ]
    return Filter(
      name, .list, parameters,
      gives: { use in
        // What is tested for truth and kept cannot be none.
        keeps && !attribute && use.arguments[0] == nil ? .list(use.element.unwrapped) : use.input
      }
    ) { value, arguments throws(Failure) in
      let path = attribute ? arguments[0] : TemplateValue.none
      let test = arguments[attribute ? 1 : 0]
      let argument = arguments[attribute ? 2 : 1]
      var kept: [TemplateValue] = []
      for item in try value.items(for: "select") {
        let tested = try item.value(at: path)
        let holds: Bool
        if case .int(let number) = test, FilterTable.tests.indices.contains(number) {
          holds = try FilterTable.tests[number].apply(tested, [argument])
        } else {
          holds = Operators.isTrue(tested)
        }
        if holds == keeps { kept.append(item) }
      }
      return .list(kept)
    }
  }
}
